"""The body of sleep: runs are proposed, seen, applied, listed and undone; on demand and by themselves."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime

from mnemoteca.core import tiers
from mnemoteca.core.changes import Done
from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import NotFound, Problem
from mnemoteca.core.failpoints import reach
from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.core.reports import RunInfo, RunState
from mnemoteca.core.sleep.values import Digest, Learned, Pattern, ProposalKind, RunDifference
from mnemoteca.library.jobs import JobRunner, Running
from mnemoteca.library.sleep import applying, taking_back, waking
from mnemoteca.library.sleep.applying import CheckFailed
from mnemoteca.library.sleep.thinking import Rules, gather, think
from mnemoteca.library.sleep.writing import drop_stale, write_down
from mnemoteca.library.tiering import Tiering
from mnemoteca.library.undoing import Undoing
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables import jobs, learned, proposals, runs, spaces

SLEEP = "sleep"
MOST_RUNS = 500
MOST_SHOWN = 500  # proposals, digests or patterns of one reply


class Sleeping(Tiering, Undoing):
    """The part of the library that turns what is kept into knowledge, and shows every step."""

    jobs_runner: JobRunner
    thinks: threading.Lock  # one run thinks at a time

    # -- on demand

    def propose_run(self, space: str = DEFAULT_SPACE, session: int = 0) -> RunDifference:
        with self.store.read() as reader:
            id = self.space_id(reader, space)
            if session:
                id = _space_of(reader, session)
        return self.run(self._propose_run(id, session, promotes=True))

    def apply_run(self, run: int) -> RunInfo:
        return self._apply_run(run)

    def consolidate_medium_to_long(self, space: str = DEFAULT_SPACE) -> RunInfo:
        with self.store.read() as reader:
            id = self.space_id(reader, space)
        return self._apply_run(self._propose_run(id, 0, promotes=True))

    def consolidate_memories(self, session_id: int) -> RunInfo:
        with self.store.read() as reader:
            space = _space_of(reader, session_id)
        return self._apply_run(self._propose_run(space, session_id, promotes=True))

    def _propose_run(self, space: int, session: int, *, promotes: bool) -> int:
        with self.thinks:
            began = stopwatch()
            with self.store.read() as reader:
                ttl_s = float(self.memo.settings(reader)["medium.ttl_s"])
                gathered = gather(reader, space, Rules(self.clock.now(), promotes, ttl_s), session)
            thought = think(gathered, self.store.give_way)
            run = write_down(self.store, space, thought, session, round((stopwatch() - began) * 1000))
            drop_stale(self.store, self.clock.now())
            return run

    def _apply_run(self, run: int) -> RunInfo:
        try:
            self.store.write(lambda tx: applying.apply(tx, run))
        except CheckFailed as failed:
            reason = str(failed)
            self.store.write(lambda tx: applying.fail(tx, run, reason))
            raise Problem("run_failed", id=run, reason=reason) from failed
        reach("sleep.applied")
        return self._run_info(run)

    # -- seen and undone

    def runs(self, space: str = DEFAULT_SPACE, limit: int = 50) -> tuple[RunInfo, ...]:
        with self.store.read() as reader:
            found = runs.newest(reader, self.space_id(reader, space), max(0, min(limit, MOST_RUNS)))
        return tuple(found)

    def run(self, id: int) -> RunDifference:
        info = self._run_info(id)
        with self.store.read() as reader:
            shown = tuple(proposals.shown(reader, id, MOST_SHOWN))
            digests = learned.digests(reader, [p.thing for p in shown if p.kind is ProposalKind.DIGEST])
            patterns = learned.patterns(reader, [p.thing for p in shown if p.kind is ProposalKind.PATTERN])
            rests = taking_back.rests(reader, id)
        return RunDifference(info, shown, tuple(digests), tuple(patterns), rests)

    def undo_run(self, run: int, with_later: bool = False) -> Done:
        def work(tx: Tx) -> Done:
            taking_back.applied_row(tx, run)
            if with_later:
                self._undo_later(tx, run)
            return taking_back.undo(tx, run)

        return self.write_and_forget(work)

    def _undo_later(self, tx: Tx, run: int) -> None:
        """What rests on a run, the newest first: runs with what rests on them, then acts."""
        while later := [rest for rest in taking_back.rests(tx, run) if rest.kind == "run"]:
            self._undo_later(tx, later[0].number)
            taking_back.undo(tx, later[0].number)
        for act in taking_back.later_acts(tx, run):
            space = tx.all("SELECT space FROM acts WHERE id = ?", (act.act,))[0][0]
            self.take_back_act(tx, space, act)

    def learned(self, space: str = DEFAULT_SPACE) -> Learned:
        with self.store.read() as reader:
            id = self.space_id(reader, space)
            digests = learned.holding(reader, id, ProposalKind.DIGEST)[:MOST_SHOWN]
            patterns = learned.holding(reader, id, ProposalKind.PATTERN)[:MOST_SHOWN]
            told = learned.digests(reader, digests)
            return Learned(
                tuple(replace(d, fresh=waking.is_fresh(reader, id, d)) for d in told),
                tuple(learned.patterns(reader, patterns)),
            )

    def digest(self, id: int) -> Digest:
        with self.store.read() as reader:
            found = learned.digests(reader, [id])
        if not found:
            raise NotFound("no_digest", id=id)
        return found[0]

    def pattern(self, id: int) -> Pattern:
        with self.store.read() as reader:
            found = learned.patterns(reader, [id])
        if not found:
            raise NotFound("no_pattern", id=id)
        return found[0]

    def _run_info(self, run: int) -> RunInfo:
        with self.store.read() as reader:
            found = runs.info(reader, run)
        if found is None or found.state is RunState.THINKING:
            raise NotFound("no_run", id=run)
        return found

    # -- by itself

    def run_due(self) -> Done:
        done = super().run_due()
        now = self.clock.now()
        with self.store.read() as reader:
            due = [
                space
                for space in spaces.active_ids(reader)
                if (at := waking.sleep_due(reader, space, now)) and at <= now
            ]
        if due:
            self.store.write(lambda tx: _insert_jobs(tx, due))
            self.jobs_runner.wake()
        return done

    def next_due(self) -> datetime | None:
        with self.store.read() as reader:
            moments = [waking.sleep_due(reader, space, self.clock.now()) for space in spaces.active_ids(reader)]
        return tiers.next_due([super().next_due(), *moments])

    def run_sleep(self, running: Running) -> str:
        """The work of a job of the kind `sleep`; by night it goes on until nothing waits."""
        space = running.row.space
        running.total = 1
        while True:
            running.token.raise_if_cancelled()
            with self.store.read() as reader:
                promotes = bool(spaces.setting(reader, "tiers.promote", space))
            info = self._apply_run(self._propose_run(space, 0, promotes=promotes))
            running.done = 1
            if not info.waiting or not waking.is_night(self.clock.now()):
                return f"Run {info.run}: {info.digests} digests, {info.patterns} patterns."


def _space_of(reader: Reader, session: int) -> int:
    row = reader.one("SELECT space FROM sessions WHERE id = ?", (session,))
    if row is None:
        raise NotFound("no_session", id=session)
    return int(row[0])


def _insert_jobs(tx: Tx, due: list[int]) -> None:
    busy = {row.space for row in jobs.unfinished(tx) if row.kind == SLEEP}
    for space in due:
        if space not in busy:
            jobs.insert(tx, SLEEP, spaces.name_of(tx, space), space, {}, 1, "run")
