"""Bringing in: a file becomes sessions and memories, as a job that goes on where it was when it comes back."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import UUID

from msgspec import structs

from mnemoteca.core import secrets
from mnemoteca.core.changes import By
from mnemoteca.core.errors import BadInput, NotFound, Stopped
from mnemoteca.core.failpoints import reach
from mnemoteca.core.importing import Empty, Item, LeftOut, RawSession, RawTurn, Unread, content_hash
from mnemoteca.core.jobs import Job, JobState, Skipped
from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.core.preview import AS_IT_IS, ImportOptions
from mnemoteca.core.text import storable
from mnemoteca.library.body import Body
from mnemoteca.library.importers.detect import by_name, choose, open_origin, troubles
from mnemoteca.library.importers.frame import Importer
from mnemoteca.library.importers.origin import Origin
from mnemoteca.library.importers.screen import clean_turn, sorted_out
from mnemoteca.library.intake import Intake, Prepared
from mnemoteca.library.jobs import JobRunner, Running
from mnemoteca.library.outcome import Outcome
from mnemoteca.library.refusing import Refusals
from mnemoteca.library.sifting import Same, Sieve
from mnemoteca.library.tracking import Track
from mnemoteca.library.twins import HELD_CHARACTERS, Elsewhere, Settled, settle
from mnemoteca.store.engine import Lane, MadeWay, Tx
from mnemoteca.store.tables import imports, jobs, sources

MOST_ROWS = 1_000  # of one transaction, which a person's work ends
FEW_ROWS = 300  # of one while a person is near: given up when theirs comes,
FEWEST_ROWS = 100  # and then this many go in whatever comes, so that an import gets on
BATCH_CHARACTERS = 4_000_000
MOST_SAME = 20_000  # turns that are here just so, between two words on how far it is
_COUNTED = ("elsewhere", "empty", "left_out", "secrets", "skipped", "mended", "listed")
Taken = (
    Prepared | Same | Elsewhere | Unread | Empty | LeftOut | RawSession
)  # of the sessions those from which secrets were left out
_LISTED = 10_000  # entries of what was left out; beyond that they are only counted


class Imports(Body):
    """The part of the library that brings files in, and tells of jobs."""

    jobs_runner: JobRunner

    def import_file(
        self, path: str, space: str = DEFAULT_SPACE, format: str = "", options: ImportOptions = AS_IT_IS
    ) -> Job:
        told = {name: True for name, value in asdict(options).items() if value}
        return self.start_reading("import", path, space, format, {"options": told} if told else {})

    def start_reading(self, kind: str, path: str, space: str, format: str, more: dict[str, object]) -> Job:
        """A job that reads what is at a path, or the one that does so already."""
        file = Path(os.path.abspath(path))
        origin = open_origin(file)
        importer = choose(origin, format)
        args, size = {"path": str(file), "format": importer.name, **more}, origin.stamp()[0]

        def work(tx: Tx) -> int:
            space_id = self.space_id(tx, space)
            if kind == "import" and file.is_dir():  # a single file is a one-off; a folder has more to come
                sources.say_yes(tx, str(file), importer.name, space_id)
            for row in jobs.unfinished(tx):
                if (row.kind, row.space, row.args) == (kind, space_id, args):
                    return row.id
            return jobs.insert(tx, kind, _title(file), space_id, args, size, "byte")

        id = self.store.write(work, lane=Lane.IMPORT)  # not a note: what goes on need not rest after it
        self.jobs_runner.wake()
        return self.job(id)

    def job(self, id: int) -> Job:
        return self.jobs_runner.job(id)

    def jobs(self, limit: int = 50) -> tuple[Job, ...]:
        return self.jobs_runner.jobs(limit)

    def wait_job(self, id: int, timeout_s: float = 1.0) -> Job:
        return self.jobs_runner.wait(id, timeout_s)

    def cancel_job(self, id: int) -> Job:
        return self.jobs_runner.cancel(id)

    def retry_job(self, id: int) -> Job:
        with self.store.read() as reader:
            row = jobs.find(reader, id)
        if row is None:
            raise NotFound("no_job", id=id)
        if row.state not in (JobState.FAILED, JobState.CANCELLED):
            return self.job(id)
        if start_anew := self.jobs_runner.again.get(row.kind):
            return start_anew(row)
        if row.kind != "export":
            more = {name: value for name, value in row.args.items() if name not in ("path", "format")}
            return self.start_reading(row.kind, row.args["path"], row.space_name, row.args["format"], more)

        def work(tx: Tx) -> int:
            same = (each.id for each in jobs.unfinished(tx) if (each.kind, each.args) == (row.kind, row.args))
            known = next(same, None)
            return jobs.insert(tx, row.kind, row.title, row.space, row.args, 0, row.unit) if known is None else known

        again = self.store.write(work)
        self.jobs_runner.wake()
        return self.job(again)

    def skipped(self, job: int, start: int = 0, limit: int = 500) -> tuple[Skipped, ...]:
        with self.store.read() as reader:
            if jobs.find(reader, job) is None:
                raise NotFound("no_job", id=job)
            return tuple(jobs.skipped(reader, job, max(0, start), max(0, min(limit, 500))))

    def run_import(self, running: Running) -> str:
        """The work of a job of the kind `import`."""
        path = Path(running.row.args["path"])
        importer = by_name(running.row.args["format"])
        try:
            message = _Import(self, running, importer, open_origin(path)).run()
        except Stopped as stopped:
            count = sum(running.result.get(name, 0) for name in ("memories_new", "changed"))
            if not count or running.undone:
                raise
            raise Stopped("import_cancelled", count=f"{count:,}", space=running.row.space_name) from stopped
        except FileNotFoundError as error:
            raise NotFound("no_file", path=path) from error
        except OSError as error:
            raise BadInput("torn_import", path=path, reason=error.strerror or error) from error
        self.store.write(lambda tx: sources.came_in(tx, str(path), running.row.space), lane=Lane.IMPORT)
        return message


class _Import:
    """One run of one import job. The items of a file always come in the same order, so where it was is their count."""

    def __init__(self, body: Imports, running: Running, importer: Importer, origin: Origin) -> None:
        self._body = body
        self._running = running
        self._importer = importer
        self._origin = origin
        self._space = running.row.space
        self._intake = Intake(
            self._space,
            importer.name,
            lambda tx: body.insert_act(tx, self._space, "import", By.IMPORT, 0),
            bring_back=ImportOptions(**running.row.args.get("options", {})).bring_back,
            sift=Refusals().sift,
        )
        self._options = ImportOptions(**running.row.args.get("options", {}))
        self._track = Track(self._space, importer.name)
        self._batch: list[tuple[int, Taken]] = []  # each with the count of items up to it
        self._characters = 0
        self._held = (0, 0)  # entries and characters of the batch that wait until their conversation is seen whole
        self._sifted = 0  # entries of the batch that were compared with what stands here
        self._sieve = Sieve(self._space, self._intake.titled)
        self._at = 0

    def run(self) -> str:
        stamp = self._origin.stamp()
        running = self._running
        if running.cursor.get("stamp") != stamp:  # new, or the file is another one by now: from its beginning
            running.cursor = {"stamp": stamp, "items": 0}
            running.result = dict.fromkeys((*asdict(Outcome()), *_COUNTED), 0)
            running.total = stamp[0]
            self._body.store.write(lambda tx: jobs.drop_skipped(tx, running.row.id), lane=Lane.IMPORT)
        behind = running.cursor["items"]
        count = 0
        items = sorted_out(self._importer.read(self._origin), self._options)
        for count, item in enumerate(chain(troubles(self._origin, self._importer), items), 1):
            if count > behind:
                self._body.store.give_way()
                self._take(item, count)
                if self._is_full():
                    self._flush(count)
            else:
                self._pass(item)
            if count == behind:
                running.go_on_from(running.done)
            if not count % 1000:
                running.token.raise_if_cancelled()
                self._body.jobs_runner.moved(running.read_to(self._at))
        running.done = running.total
        self._flush(count, ended=True)
        self._check_that_something_came()
        return _sentence(running.result)

    def _check_that_something_came(self) -> None:
        result = self._running.result
        if result["skipped"] and not any(
            result[name] for name in ("memories_new", "changed", "unchanged", "empty", "left_out", "refused")
        ):
            with self._body.store.read() as reader:
                first = jobs.skipped(reader, self._running.row.id, 0, 1)[0]
            raise BadInput("torn_import", path=self._origin.path, reason=f"{first.where}: {first.reason}")

    def _take(self, item: Item, count: int) -> None:
        if isinstance(item, RawTurn):
            self._batch.append((count, self._track.prepared(item)))
            self._characters += len(item.text)
        elif isinstance(item, RawSession):
            self._track.session(item)
            if item.secrets:
                self._batch.append((count, item))
        elif isinstance(item, Unread | Empty | LeftOut):
            self._batch.append((count, item))
        else:
            self._at = item.at

    def _pass(self, item: Item) -> None:
        """It was taken before a pause: keep in mind where we are."""
        if isinstance(item, RawTurn):
            self._track.turn(item)
        elif isinstance(item, RawSession):
            self._track.session(item)

    def _is_full(self) -> bool:
        entries, characters = self._held
        return len(self._batch) - entries >= MOST_ROWS or self._characters - characters >= BATCH_CHARACTERS

    def _flush(self, count: int, *, ended: bool = False) -> None:
        """Put the batch in, and with it how far we are; at once, or in small parts while a person is at work."""
        turns = [item for _, item in self._batch if isinstance(item, Prepared)]
        still_open = turns[-1].head.key if turns and not ended and self._characters < HELD_CHARACTERS else None
        self._sift()
        if not ended and _is_all_same(self._batch):
            self._characters, self._held = 0, (len(self._batch), 0)
            return
        waiting = self._settle(still_open)
        if self._batch or not waiting:
            self._put_in_parts(waiting[0][0] - 1 if waiting else count)
        self._batch = waiting
        self._characters = sum(len(item.raw.text) for _, item in waiting if isinstance(item, Prepared))
        self._held, self._sifted = (len(waiting), self._characters), len(waiting)
        if waiting and ended:  # it may be what was put in just now
            self._flush(count, ended=True)

    def _sift(self) -> None:
        """Tell what came since the last time and is here just so; of all else the secrets are left out."""
        came = self._batch[self._sifted :]
        turns = [item for _, item in came if isinstance(item, Prepared)]
        with self._body.store.read() as reader:
            same = self._sieve.same(reader, turns)
        others = self._without_secrets([turn for turn in turns if turn.head.key not in same])
        del self._batch[self._sifted :]
        for number, item in came:
            if not isinstance(item, Prepared):
                self._batch.append((number, item))
            elif item.head.key not in same:
                self._batch.append((number, next(others)))
            elif self._batch and isinstance(last := self._batch[-1][1], Same):
                self._batch[-1] = (number, Same(last.count + 1))
            else:
                self._batch.append((number, Same(1)))
        self._sifted = len(self._batch)

    def _without_secrets(self, turns: Sequence[Prepared]) -> Iterator[Prepared]:
        if self._options.keep_secrets or all(turn.head.raw.ours for turn in turns):
            return iter(turns)
        found = secrets.find_each(["" if turn.head.raw.ours else turn.raw.text for turn in turns])
        return map(_cleaned, turns, found)

    def _settle(self, still_open: UUID | None) -> list[tuple[int, Taken]]:
        """Tell what is here from another source; what waits until more of its conversation is seen is set aside."""
        turns = [item for _, item in self._batch if isinstance(item, Prepared)]
        if not turns:
            return []
        with self._body.store.read() as reader:
            settled = settle(reader, self._space, self._importer.name, turns, still_open)
        if settled == Settled():
            return []
        at = len(self._batch)
        for n, (number, item) in enumerate(self._batch):
            if isinstance(item, Prepared):
                if item.head.key == settled.held:
                    at = min(at, n)
                elif item.key in settled.here:
                    self._batch[n] = (number, settled.here[item.key])
                elif item.key in settled.follows:
                    self._batch[n] = (number, structs.replace(item, before=settled.follows[item.key]))
        waiting = self._batch[at:]
        del self._batch[at:]
        return waiting

    def _put_in_parts(self, count: int) -> None:
        whole = made_way = False
        while not whole:
            few = FEWEST_ROWS if made_way else FEW_ROWS if self._body.store.person_is_near else MOST_ROWS
            part, whole = self._batch[:few], len(self._batch) <= few
            try:
                self._put([item for _, item in part], count if whole else part[-1][0], makes_way=not made_way)
                del self._batch[:few]
                made_way = False
            except MadeWay:
                whole, made_way = False, True
        self._body.jobs_runner.moved(self._running)

    def _put(self, part: list[Taken], count: int, makes_way: bool) -> None:
        """Put a part of the batch in, in one transaction."""
        running = self._running
        running.token.raise_if_cancelled()
        before = (running.act, running.cursor, running.result, running.done)
        try:
            self._body.store.write(lambda tx: self._write(tx, part, count), lane=Lane.IMPORT, makes_way=makes_way)
        except BaseException:
            running.act, running.cursor, running.result, running.done = before
            raise

    def _write(self, tx: Tx, part: list[Taken], count: int) -> None:
        running = self._running
        if not jobs.is_unfinished(tx, running.row.id):
            running.undone = True
            raise Stopped("cancelled")  # the person undid it while it was coming in
        turns = [item for item in part if isinstance(item, Prepared)]
        unread = [item for item in part if isinstance(item, Unread)]
        outcome = Outcome()
        if turns:
            outcome, running.act = self._intake.take(tx, turns, running.act)
        outcome.unchanged += sum(item.count for item in part if isinstance(item, Same))
        elsewhere = [item for item in part if isinstance(item, Elsewhere)]
        outcome.unchanged += len(elsewhere)
        outcome.in_trash += sum(each.in_trash for each in elsewhere)
        back, running.act = self._intake.pass_by(tx, [each.memory for each in elsewhere], running.act)
        outcome.brought_back += back
        result = dict(running.result)
        for name, number in asdict(outcome).items():
            result[name] = result.get(name, 0) + number
        result["elsewhere"] = result.get("elsewhere", 0) + sum(each.begins for each in elsewhere)
        result["empty"] += sum(isinstance(item, Empty) for item in part)
        result["left_out"] += sum(isinstance(item, LeftOut) for item in part)
        kinds = Counter(kind for item in part for kind in _secrets_in(item))
        result["secrets"] += kinds.total()
        for kind, number in kinds.items():
            result[f"secret: {kind}"] = result.get(f"secret: {kind}", 0) + number
        result["skipped"] += sum(not each.taken for each in unread)
        result["mended"] += sum(each.taken for each in unread)
        told = unread[: max(0, _LISTED - result["listed"])]
        jobs.add_skipped(tx, running.row.id, result["listed"], [Skipped(each.where, each.reason) for each in told])
        result["listed"] += len(told)
        if running.act:
            imports.grow_act(tx, running.act, result["memories_new"] + result["changed"])
        running.result, running.cursor = result, running.cursor | {"items": count}
        running.read_to(self._at)
        running.save(tx)
        reach("import.batch")


def _cleaned(turn: Prepared, found: tuple[secrets.Secret, ...]) -> Prepared:
    raw = turn.raw if turn.head.raw.ours else clean_turn(turn.raw, found)
    return turn if raw is turn.raw else structs.replace(turn, raw=raw, content_hash=content_hash(raw.text))


def _is_all_same(batch: list[tuple[int, Taken]]) -> bool:
    """Whether there is nothing in it to be put in, nor so much that it should be told how far we are."""
    same = [item.count for _, item in batch if isinstance(item, Same)]
    return len(same) == len(batch) and sum(same) < MOST_SAME


def _title(path: Path) -> str:
    """What a job calls it: a file by its name, a folder with the one it is in."""
    return storable("/".join(path.parts[-2:]) if path.is_dir() else path.name)


def _secrets_in(item: Taken) -> tuple[str, ...]:
    """The kinds of the secrets that were left out of it."""
    if isinstance(item, Prepared):
        return item.raw.secrets
    return item.secrets if isinstance(item, RawSession) else ()


_TOLD = (
    ("sessions_new", "new session", "new sessions"),
    ("memories_new", "new memory", "new memories"),
    ("changed", "changed", "changed"),
    ("unchanged", "was here already", "were here already"),
    ("in_trash", "of these is in the trash", "of these are in the trash"),
    ("elsewhere", "conversation was here from another source", "conversations were here from another source"),
    ("brought_back", "came back from the trash", "came back from the trash"),
    ("refused", "stays out: a receipt says that it was purged", "stay out: receipts say that they were purged"),
    ("retitled", "session has a new title", "sessions have a new title"),
    ("empty", "was empty", "were empty"),
    ("left_out", "was left out as asked", "were left out as asked"),
    ("secrets", "secret was left out", "secrets were left out"),
    ("skipped", "could not be taken", "could not be taken"),
    ("mended", "came in changed, for a reason that is listed", "came in changed, for reasons that are listed"),
)


def _sentence(result: dict[str, Any]) -> str:
    told = [f"{result[name]:,} {one if result[name] == 1 else many}" for name, one, many in _TOLD if result.get(name)]
    return (", ".join(told) or "There was nothing in it") + "."
