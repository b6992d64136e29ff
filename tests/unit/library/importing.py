"""A library with all that importing needs, and builders of files in the format `sessions`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

from mnemoteca.core.changes import By, Happened
from mnemoteca.core.clock import Clock
from mnemoteca.core.errors import Stopped
from mnemoteca.core.jobs import Job, Skipped
from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.core.pushes import Push
from mnemoteca.library.acting import Acting
from mnemoteca.library.capture import Captures, Days
from mnemoteca.library.imports import Imports
from mnemoteca.library.jobs import JobRunner
from mnemoteca.library.looking import Looking
from mnemoteca.library.short_tier import Room
from mnemoteca.library.undoing import Undoing
from mnemoteca.store.engine import Places, Store, Tx
from mnemoteca.store.tables import spaces
from tests.driven import DrivenClock


class Importing(Captures, Looking, Acting, Undoing, Imports):
    """What keeps, brings in, looks and takes back; without indexes and tiers that move by themselves."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.pushed: list[Push] = []
        super().__init__(Store.open(Places(folder), clock), clock, self.pushed.append)
        self.days = Days()
        self.room = Room()
        self.jobs_runner = JobRunner(self.store, clock, self.push, {"import": self.run_import})
        self.store.write(_make_space)

    def bring_in(self, path: Path, space: str = DEFAULT_SPACE, format: str = "sessions") -> Job:
        """Import a file and wait for its end."""
        return self.wait_job(self.import_file(str(path), space, format).id, 60.0)

    def left_out(self, job: Job) -> list[Skipped]:
        return list(self.skipped(job.id))

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with self.store.read() as reader:
            return reader.all(sql)

    def new_space(self) -> str:
        """Another space, its name."""
        return self.store.write(lambda tx: spaces.name_of(tx, spaces.insert(tx, f"space {uuid4()}")))

    def contents(self, space: str = DEFAULT_SPACE) -> list[tuple[Any, ...]]:
        """Each active memory as far as its source decides: by collection, session and order."""
        return self.rows(
            "SELECT s.collection, s.source_id, m.source_id, m.text, m.speaker, m.role, m.occurred_at, m.precision "
            "FROM memories m JOIN sessions s ON s.id = m.session JOIN spaces p ON p.id = m.space "
            f"WHERE m.state = 0 AND p.name = '{space}' "
            "ORDER BY s.collection, s.source_id, m.position, m.id"
        )

    def close(self) -> None:
        self.jobs_runner.stop()
        self.store.close()


def _make_space(tx: Tx) -> None:
    if not tx.all("SELECT 1 FROM spaces LIMIT 1"):
        id = spaces.insert(tx, DEFAULT_SPACE)
        tx.change(Happened.SPACE_ADDED, id, id, By.RULE)


@contextmanager
def opened(folder: Path, clock: Clock) -> Iterator[Importing]:
    """A library in a folder, its job runner at work."""
    library = Importing(folder, clock)
    library.jobs_runner.start()
    try:
        yield library
    finally:
        library.close()


def broken_off(folder: Path, path: Path, batches: int) -> Importing:
    """A library in which an import stopped, as by a kill, after so many batches, opened anew."""
    library = Importing(folder, DrivenClock())
    write, done = library.store.write, 0

    def write_until(work: Any, **told: Any) -> Any:
        nonlocal done
        done += "makes_way" in told
        if done > batches:
            library.jobs_runner._stopping = True
            raise Stopped("cancelled")
        return write(work, **told)

    library.store.write = write_until  # type: ignore[method-assign]
    library.import_file(str(path))
    library.jobs_runner.start()
    for thread in library.jobs_runner._threads:
        thread.join(60)
    library.store.write = write  # type: ignore[method-assign]
    library.close()
    return Importing(folder, DrivenClock())


def turn(id: str | None, text: object = "hello", speaker: str = "Ana", **more: Any) -> dict[str, Any]:
    named = {} if id is None else {"id": id}
    return {**named, "speaker": speaker, "text": text, "at": "2023-05-08T13:56:00+00:00", **more}


def session(id: str | None, *turns: Any, **more: Any) -> dict[str, Any]:
    named = {} if id is None else {"session_id": id}
    return {**named, "started_at": "2023-05-08T13:56:00+00:00", "title": f"About {id}", "turns": list(turns), **more}


def corpus(name: str, *sessions: Any, **more: Any) -> dict[str, Any]:
    return {"name": name, **more, "sessions": list(sessions)}


@dataclass
class File:
    """A file of lines; what isn't bytes becomes JSON."""

    path: Path
    lines: list[Any] = field(default_factory=list)

    def write(self, *lines: Any, end: bytes = b"\n") -> Path:
        told = [each if isinstance(each, bytes) else json.dumps(each, ensure_ascii=False).encode() for each in lines]
        self.path.write_bytes(b"".join(each + end for each in told))
        return self.path
