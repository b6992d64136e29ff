"""Seeing what an import would do: the same reader, the same rules, and nothing written to memories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from mnemoteca.core.errors import BadInput, NotFound, Stopped
from mnemoteca.core.importing import Empty, Item, RawSession, RawTurn, Unread
from mnemoteca.core.jobs import Job, Skipped
from mnemoteca.core.junk import Junk, junk_in
from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.core.preview import Masked, Preview, SecretsOfKind
from mnemoteca.core.secrets import Secret, masked
from mnemoteca.library.importers.detect import by_name, open_origin, troubles
from mnemoteca.library.importers.frame import Importer
from mnemoteca.library.importers.origin import Origin
from mnemoteca.library.importers.screen import clean_session, clean_text, clean_turn, looked_through
from mnemoteca.library.importers.seen import Seen
from mnemoteca.library.imports import Imports
from mnemoteca.library.intake import Prepared, differs
from mnemoteca.library.jobs import Running
from mnemoteca.library.refusing import Refusals
from mnemoteca.library.sifting import Here
from mnemoteca.library.tracking import Track
from mnemoteca.library.twins import HELD_CHARACTERS, Met, settle
from mnemoteca.store.engine import Lane
from mnemoteca.store.tables import imports, jobs
from mnemoteca.store.tables.codes import TRASHED

BATCH = 5_000
BATCH_CHARACTERS = 4_000_000
_TITLES = 8  # of sessions that are shown
_TITLE = 120  # characters
_EXAMPLES = 20  # secrets of a kind, and reasons, that are shown
_SAME_FROM = 40  # characters, from which on equal texts are duplicates


class Previewing(Imports):
    """The part of the library that looks before it takes."""

    def preview_import(self, path: str, space: str = DEFAULT_SPACE, format: str = "") -> Job:
        return self.start_reading("preview", path, space, format, {})

    def preview(self, job: int) -> Preview:
        with self.store.read() as reader:
            row = jobs.find(reader, job)
        if row is None:
            raise NotFound("no_job", id=job)
        if row.kind != "preview":
            raise NotFound("no_preview", id=job)
        if "preview" not in row.cursor:
            return Preview(row.args["path"], row.args["format"], row.total)
        return msgspec.convert(row.cursor["preview"], Preview)

    def run_preview(self, running: Running) -> str:
        """The work of a job of the kind `preview`; after an interruption it begins anew."""
        path, importer = Path(running.row.args["path"]), by_name(running.row.args["format"])
        try:
            seen = _Look(self, running, open_origin(path), importer).run()
        except Stopped as stopped:
            raise Stopped("cancelled_unwritten") from stopped
        except FileNotFoundError as error:
            raise NotFound("no_file", path=path) from error
        except OSError as error:
            raise BadInput("torn_import", path=path, reason=error.strerror or error) from error
        return _sentence(seen)


class _Look:
    """One look through an origin."""

    def __init__(self, body: Previewing, running: Running, origin: Origin, importer: Importer) -> None:
        self._body = body
        self._running = running
        self._origin = origin
        self._importer = importer
        self._track = Track(running.row.space, importer.name)
        self._seen = Preview(str(origin.path), importer.name, origin.stamp()[0])
        self._count: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()
        self._examples: dict[str, list[Masked]] = {}
        self._reasons: list[Skipped] = []
        self._titles: list[str] = []
        self._untitled = False  # the session at hand waits for its first words
        self._sessions = Seen()
        self._texts = Seen()
        self._keys = Seen()
        self._batch: list[Prepared] = []
        self._refusals = Refusals()
        self._held = 0  # turns of the batch that wait until their conversation is seen whole
        self._met = Met(importer.name)
        self._from: dict[str, None] = {}  # other sources from which conversations are here
        self._goes_on: set[UUID] = set()  # conversations that go on such a one
        self._first: datetime | None = None
        self._last: datetime | None = None
        self._characters = 0  # of the texts of the batch
        self._here = Here(running.row.space)
        self._ours = False
        self._at = 0

    def run(self) -> Preview:
        running = self._running
        running.total = self._seen.size
        with self._body.store.read() as reader:
            self._refusals.read(reader)
        running.go_on_from(0)
        for count, (item, found) in enumerate(looked_through(self._items()), 1):
            self._take(item, found)
            if len(self._batch) - self._held >= BATCH or self._characters >= BATCH_CHARACTERS:
                self._compare()
                self._save(ended=False)
            if not count % BATCH:
                running.token.raise_if_cancelled()
                self._body.jobs_runner.moved(running.read_to(self._at))
        self._compare(ended=True)
        running.done = running.total
        return self._save(ended=True)

    def _items(self) -> Iterator[Item]:
        return chain(troubles(self._origin, self._importer), self._importer.read(self._origin))

    def _take(self, item: Item, found: tuple[Secret, ...]) -> None:
        if isinstance(item, RawTurn):
            self._turn(item, found)
        elif isinstance(item, RawSession):
            self._ours = item.ours
            head = self._track.session(item if item.ours else clean_session(item))
            self._kinds.update(head.raw.secrets)
            first = self._sessions.add(head.key.hex)
            self._count["sessions"] += first
            self._untitled = first and not self._entitle(head.raw.title)
        elif isinstance(item, Unread):
            self._count["mended" if item.taken else "unread"] += 1
            if not item.taken and len(self._reasons) < _EXAMPLES:
                self._reasons.append(Skipped(clean_text(item.where), item.reason))
        elif isinstance(item, Empty):
            self._count["empty"] += 1
        else:
            self._at = getattr(item, "at", self._at)

    def _turn(self, turn: RawTurn, found: tuple[Secret, ...]) -> None:
        self._count["memories"] += 1
        junk = junk_in(turn.text, turn.role)
        self._count["boilerplate"] += junk is Junk.BOILERPLATE
        if junk is Junk.TOOL_OUTPUT:
            self._count["tool_output"] += 1
            self._count["tool_characters"] += len(turn.text)
        if (at := turn.moment.at) is not None:
            self._first = at if self._first is None or at < self._first else self._first
            self._last = at if self._last is None or at > self._last else self._last
        for secret in found:
            shown = self._examples.setdefault(secret.kind, [])
            if len(shown) < _EXAMPLES:
                shown.append(Masked(masked(turn.text, secret), clean_text(turn.where)))
        clean = turn if self._ours else clean_turn(turn, found)
        self._kinds.update(clean.secrets)
        if self._untitled:
            self._untitled = not self._entitle(clean.text)
        prepared = self._track.prepared(clean)
        if len(turn.text) >= _SAME_FROM and not self._texts.add_key(prepared.content_hash):
            self._count["duplicates"] += 1
        if self._keys.add_key(prepared.key):  # what comes again in it is here already by then
            self._batch.append(prepared)
            self._characters += len(clean.text)

    def _entitle(self, words: str) -> bool:
        """Keep the first line of these words as the title of a session that is shown; False where there is none."""
        title = next((line.strip() for line in words[:4_000].splitlines() if line.strip()), "")
        if len(self._titles) < _TITLES and self._refusals.names_title(words):
            return False
        if title and len(self._titles) < _TITLES:
            self._titles.append(title if len(title) <= _TITLE else title[: _TITLE - 1].rstrip() + "…")
        return bool(title)

    def _compare(self, *, ended: bool = False) -> None:
        """What of the batch is here already."""
        waiting = self._settle(ended)
        with self._body.store.read() as reader:
            allowed = self._refusals.sift(reader, self._batch)
            self._count["refused"] += len(self._batch) - len(allowed)
            self._batch = allowed
            keys = self._here.keys(reader, [turn.key for turn in self._batch])
            known = imports.memories_by_key(reader, keys) if keys else {}
            uuids = {turn.raw.uuid: turn.key for turn in self._batch if turn.raw.uuid and turn.key not in known}
            known |= imports.known_by_uuid(reader, self._running.row.space, uuids)
            new = [turn for turn in self._batch if turn.key not in known]
            self._count["changed"] += sum(
                turn.key in known and differs(reader, turn, known[turn.key]) for turn in self._batch
            )
            long = self._here.contents(reader, [turn.content_hash for turn in new if len(turn.raw.text) >= _SAME_FROM])
            self._count["duplicates"] += imports.count_same(reader, self._running.row.space, long)
            heads = {turn.head.key for turn in new}
            here = imports.sessions_by_key(reader, list(heads))
        self._count["sessions_new"] += sum(
            self._sessions.add("new", key.hex) for key in heads if key not in here and key not in self._goes_on
        )
        self._count["new"] += len(new)
        self._count["in_trash"] += sum(known[turn.key].state == TRASHED for turn in self._batch if turn.key in known)
        seen = self._count["memories"] - len(waiting)
        self._count["unchanged"] = seen - self._count["new"] - self._count["changed"] - self._count["refused"]
        self._batch, self._held, self._characters = waiting, len(waiting), 0

    def _settle(self, ended: bool) -> list[Prepared]:
        """Take out what is here from another source; returns what waits until more of its conversation is seen."""
        whole = ended or not self._batch or sum(len(turn.raw.text) for turn in self._batch) >= HELD_CHARACTERS
        still_open = None if whole else self._batch[-1].head.key
        with self._body.store.read() as reader:
            settled = settle(reader, self._running.row.space, self._importer.name, self._batch, still_open, self._met)
        found = settled.here.values()
        self._count["elsewhere"] += sum(each.begins for each in found)
        self._count["in_trash"] += sum(each.in_trash for each in found)
        self._from |= dict.fromkeys(each.source for each in found)
        rest = [turn for turn in self._batch if turn.key not in settled.here]
        self._batch = [turn for turn in rest if turn.head.key != settled.held]
        self._goes_on |= {turn.head.key for turn in rest if turn.key in settled.follows}
        return [turn for turn in rest if turn.head.key == settled.held]

    def _save(self, *, ended: bool) -> Preview:
        """Write down what is seen by now, in the job alone."""
        counted: dict[str, Any] = dict(self._count)
        kinds = [SecretsOfKind(kind, n, tuple(self._examples.get(kind, ()))) for kind, n in self._kinds.most_common()]
        self._seen = replace(
            self._seen, ended=ended, secrets=tuple(kinds), reasons=tuple(self._reasons), titles=tuple(self._titles),
            elsewhere_from=tuple(self._from)[:_TITLES], first=self._first, last=self._last,
            **counted,
        )  # fmt: skip
        running = self._running
        running.read_to(self._at)
        running.cursor = {"preview": msgspec.to_builtins(self._seen)}
        running.result = {**self._count, "secrets": self._kinds.total()}
        self._body.store.write(running.save, lane=Lane.IMPORT)
        self._body.jobs_runner.moved(running)
        return self._seen


def _sentence(seen: Preview) -> str:
    if not seen.memories:
        return "There is nothing in it that could come in."
    return f"{seen.new:,} new, {seen.changed:,} changed, {seen.unchanged:,} here already."
