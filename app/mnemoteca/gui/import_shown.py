"""How a batch stands, shown in the import dialog: what would come in, how far it is, what came of it."""

from __future__ import annotations

import os
from dataclasses import replace

from mnemoteca.core.clock import Clock
from mnemoteca.core.jobs import Job, Skipped
from mnemoteca.gui import outcomes
from mnemoteca.gui.bringing import UNDER_WAY
from mnemoteca.gui.calls import Caller, quiet
from mnemoteca.gui.import_batch import Batch, failed, why
from mnemoteca.gui.panes.import_box import ImportBox, Step
from mnemoteca.gui.told_imports import progress, together


class BatchShown:
    """Fills the dialog; what could not be taken is asked for when all of it has ended."""

    def __init__(self, link: Caller, box: ImportBox, clock: Clock) -> None:
        self._link, self._box, self._clock = link, box, clock
        self._shown: Batch | None = None

    def show(self, batch: Batch) -> None:
        """How it stands."""
        self._shown = batch
        if batch.coming:
            self._show_coming(batch)
        else:
            self._show_look(batch)

    def _show_look(self, batch: Batch) -> None:
        problems = [piece for piece in batch.pieces if (failed(piece) or piece.problem) is not None]
        if any(piece.preview is None and piece not in problems for piece in batch.pieces):
            self._box.show_looking(progress(batch.jobs()))
            return
        seen = [piece.preview for piece in batch.pieces if piece.preview is not None]
        if not seen:
            self._box.show_trouble(*why(problems[0]))
            return
        whole = together(seen)
        if problems:
            reasons = tuple(Skipped(os.path.basename(piece.path), " ".join(why(piece))) for piece in problems)
            whole = replace(whole, unread=whole.unread + len(reasons), reasons=reasons + whole.reasons)
        many = len(batch.pieces) > 1
        if self._box.step is not Step.SEEN:  # what was ticked meanwhile stays
            self._box.show_seen(whole, batch.space, self._clock.now().astimezone().date(), many=many)

    def _show_coming(self, batch: Batch) -> None:
        jobs = batch.jobs()
        waits = any(piece.asked for piece in batch.pieces)
        if waits or batch.withdrawing or any(job.state in UNDER_WAY for job in jobs):
            self._box.show_coming(progress(jobs), withdrawing=batch.withdrawing)
            return
        self._box.show_ended(outcomes.ending(jobs, [p.problem for p in batch.pieces if p.problem], batch.taken_back))
        self._ask_skipped(batch, jobs)

    def _ask_skipped(self, batch: Batch, jobs: list[Job]) -> None:
        count = sum(outcomes.listed(job) for job in jobs)
        self._box.show_skipped(tuple(batch.skipped), count)
        for job in jobs:
            if outcomes.listed(job) and not batch.skipped:
                call = self._link.call("skipped", job=job.id)
                call.then(lambda found: self._skips(batch, found, count)).failed(quiet)

    def _skips(self, batch: Batch, found: tuple[Skipped, ...], of: int) -> None:
        batch.skipped += [each for each in found if each not in batch.skipped]
        if batch is self._shown:
            self._box.show_skipped(tuple(batch.skipped), of)
