"""Bringing in: a file becomes sessions and memories, as a job that goes on where it was when it comes back."""

from __future__ import annotations

import os
from collections import OrderedDict
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import UUID

from mnemoteca.core.changes import By
from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import BadInput, NotFound, Stopped
from mnemoteca.core.failpoints import reach
from mnemoteca.core.importing import Empty, Item, RawSession, RawTurn, Unread, content_hash, import_key
from mnemoteca.core.jobs import Job, Skipped
from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.core.text import language, storable
from mnemoteca.library.body import Body
from mnemoteca.library.importers.detect import by_name, choose, open_origin
from mnemoteca.library.importers.frame import Importer
from mnemoteca.library.importers.origin import Origin
from mnemoteca.library.intake import Head, Intake, Outcome, Prepared
from mnemoteca.library.jobs import JobRunner, Running
from mnemoteca.store.engine import Lane, Tx
from mnemoteca.store.tables import imports, jobs

MOST_ROWS, FEWEST_ROWS = 1_000, 250  # of a batch; below that its fixed costs outweigh its rows
BATCH_S = 0.04  # of work in one transaction, above which the next batch is smaller
BATCH_CHARACTERS = 4_000_000
_LISTED = 10_000  # entries of what was left out; beyond that they are only counted
_REMEMBERED = 20_000  # sessions whose last turn is remembered, for when they go on later in the file


class Imports(Body):
    """The part of the library that brings files in, and tells of jobs."""

    jobs_runner: JobRunner

    def import_file(self, path: str, space: str = DEFAULT_SPACE, format: str = "") -> Job:
        file = Path(os.path.abspath(path))
        origin = open_origin(file)
        importer = choose(origin, format)
        args, size = {"path": str(file), "format": importer.name}, origin.stamp()[0]

        def work(tx: Tx) -> int:
            space_id = self.space_id(tx, space)
            for row in jobs.unfinished(tx):
                if (row.kind, row.space, row.args) == ("import", space_id, args):
                    return row.id
            return jobs.insert(tx, "import", _title(file), space_id, args, size, "byte")

        id = self.store.write(work)
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
            return _Import(self, running, importer, open_origin(path)).run()
        except FileNotFoundError as error:
            raise NotFound("no_file", path=path) from error
        except OSError as error:
            raise BadInput("torn_import", path=path, reason=error.strerror or error) from error


class _Import:
    """One run of one import job. The items of a file always come in the same order, so where it was is their count."""

    def __init__(self, body: Imports, running: Running, importer: Importer, origin: Origin) -> None:
        self._body = body
        self._running = running
        self._importer = importer
        self._origin = origin
        self._space = running.row.space
        self._intake = Intake(
            self._space, importer.name, lambda tx: body.insert_act(tx, self._space, "import", By.IMPORT, 0)
        )
        self._head: Head | None = None
        self._last: OrderedDict[UUID, UUID] = OrderedDict()  # session -> the turn that came last
        self._batch: list[Prepared] = []
        self._unread: list[Unread] = []
        self._empty = 0
        self._characters = 0
        self._size = 250
        self._at = 0

    def run(self) -> str:
        stamp = self._origin.stamp()
        running = self._running
        if running.cursor.get("stamp") != stamp:  # new, or the file is another one by now: from its beginning
            running.cursor = {"stamp": stamp, "items": 0}
            running.result = dict.fromkeys((*asdict(Outcome()), "empty", "skipped", "mended", "listed"), 0)
            running.total = stamp[0]
            self._body.store.write(lambda tx: jobs.drop_skipped(tx, running.row.id))
        behind = running.cursor["items"]
        count = 0
        for count, item in enumerate(chain(self._origin.troubles(), self._importer.read(self._origin)), 1):
            if count > behind:
                self._take(item)
                if self._is_full():
                    self._flush(count)
            elif isinstance(item, RawSession | RawTurn):
                self._note(item)
            if count == behind:
                running.go_on_from(running.done)
            if not count % 1000:
                running.token.raise_if_cancelled()
        running.done = running.total
        self._flush(count)
        self._check_that_something_came()
        return _sentence(running.result)

    def _check_that_something_came(self) -> None:
        result = self._running.result
        if result["skipped"] and not any(result[name] for name in ("memories_new", "changed", "unchanged", "empty")):
            with self._body.store.read() as reader:
                first = jobs.skipped(reader, self._running.row.id, 0, 1)[0]
            raise BadInput("torn_import", path=self._origin.path, reason=f"{first.where}: {first.reason}")

    def _note(self, item: RawSession | RawTurn) -> tuple[UUID, UUID | None]:
        """Keep in mind where we are; the key of a turn and of the one before it in its session."""
        names = (self._space, self._importer.name)
        if isinstance(item, RawSession):
            key = import_key(*names, item.collection, item.id)
            self._head = Head(key, item)
            return key, None
        assert self._head is not None
        head = self._head
        key = import_key(*names, head.raw.collection, head.raw.id, item.id)
        before = self._last.get(head.key)
        self._last[head.key] = key
        self._last.move_to_end(head.key)
        if len(self._last) > _REMEMBERED:
            self._last.popitem(last=False)
        return key, before

    def _take(self, item: Item) -> None:
        if isinstance(item, RawTurn):
            key, before = self._note(item)
            assert self._head is not None
            raw = self._head.raw
            parent = (
                import_key(self._space, self._importer.name, raw.collection, raw.id, item.parent)
                if item.parent
                else None
            )
            turn = Prepared(self._head, key, item, content_hash(item.text), language(item.text), before, parent)
            self._batch.append(turn)
            self._characters += len(item.text)
        elif isinstance(item, RawSession):
            self._note(item)
        elif isinstance(item, Unread):
            self._unread.append(item)
        elif isinstance(item, Empty):
            self._empty += 1
        else:
            self._at = item.at

    def _is_full(self) -> bool:
        return (
            len(self._batch) >= self._size
            or self._characters >= BATCH_CHARACTERS
            or len(self._unread) + self._empty >= MOST_ROWS
        )

    def _flush(self, count: int) -> None:
        """Put the batch in, and with it how far we are, in one transaction."""
        running = self._running
        running.token.raise_if_cancelled()
        before = (running.act, running.cursor, running.result, running.done)
        try:
            took_s = self._body.store.write(lambda tx: self._put(tx, count), lane=Lane.IMPORT)
        except BaseException:
            running.act, running.cursor, running.result, running.done = before
            raise
        self._size = max(FEWEST_ROWS, self._size // 2) if took_s > BATCH_S else min(MOST_ROWS, self._size * 5 // 4)
        self._batch, self._unread, self._empty, self._characters = [], [], 0, 0
        self._body.jobs_runner.moved(running)

    def _put(self, tx: Tx, count: int) -> float:
        running, began = self._running, stopwatch()
        outcome, running.act = self._intake.take(tx, self._batch, running.act)
        result = dict(running.result)
        for name, number in asdict(outcome).items():
            result[name] += number
        result["empty"] += self._empty
        result["skipped"] += sum(not each.taken for each in self._unread)
        result["mended"] += sum(each.taken for each in self._unread)
        told = self._unread[: max(0, _LISTED - result["listed"])]
        jobs.add_skipped(tx, running.row.id, result["listed"], [Skipped(each.where, each.reason) for each in told])
        result["listed"] += len(told)
        if running.act and not imports.grow_act(tx, running.act, result["memories_new"] + result["changed"]):
            raise Stopped("cancelled")  # the person undid it while it was coming in
        running.result, running.cursor = result, running.cursor | {"items": count}
        running.done = max(running.done, min(self._at, running.total))
        running.save(tx)
        reach("import.batch")
        return stopwatch() - began


def _title(path: Path) -> str:
    """What a job calls it: a file by its name, a folder with the one it is in."""
    return storable("/".join(path.parts[-2:]) if path.is_dir() else path.name)


_TOLD = (
    ("sessions_new", "new session", "new sessions"),
    ("memories_new", "new memory", "new memories"),
    ("changed", "changed", "changed"),
    ("unchanged", "was here already", "were here already"),
    ("in_trash", "of these is in the trash", "of these are in the trash"),
    ("empty", "was empty", "were empty"),
    ("skipped", "could not be taken", "could not be taken"),
    ("mended", "came in with broken characters replaced", "came in with broken characters replaced"),
)


def _sentence(result: dict[str, Any]) -> str:
    told = [f"{result[name]:,} {one if result[name] == 1 else many}" for name, one, many in _TOLD if result[name]]
    return (", ".join(told) or "There was nothing in it") + "."
