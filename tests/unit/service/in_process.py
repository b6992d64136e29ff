"""A service in the test's own process: the real server over a real socket, and a small library of its own."""

from __future__ import annotations

import asyncio
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from mnemoteca.core.cancel import current
from mnemoteca.core.care import BackupInfo
from mnemoteca.core.changes import Change, Done
from mnemoteca.core.clock import Clock, SystemClock
from mnemoteca.core.data_format import DATA_FORMAT
from mnemoteca.core.errors import NotFound
from mnemoteca.core.jobs import Job
from mnemoteca.core.memory import Memory, Space
from mnemoteca.core.pushes import Changed, Push
from mnemoteca.core.reports import Status
from mnemoteca.core.settings import Value
from mnemoteca.core.views import ListQuery, Rows, View, ViewChanged
from mnemoteca.service.life import Ending, Habits
from mnemoteca.service.serving import Served, run
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.connecting import stop_service
from mnemoteca.wire.folder import find_address
from mnemoteca.wire.sockets import Stream, reach


class SmallLibrary:
    """Keeps spaces in a dict; some of its methods do on purpose what real ones do by bad luck."""

    def __init__(self) -> None:
        self.names: list[str] = ["personal"]
        self.change = 0
        self.closed = threading.Event()
        self.gate = threading.Event()
        self.entered = threading.Semaphore(0)
        self.cancelled = threading.Event()
        self.closed_views: list[int] = []
        self.due_runs: list[datetime | None] = []
        self.backups_made = 0
        self.brought_in = 0
        self.due: datetime | None = None
        self.keep_running = False
        self.embeds = False
        self.last_backup: datetime | None = None
        self._views = 0
        self._listeners: list[Callable[[Push], None]] = []
        self._lock = threading.Lock()

    # -- what the service needs
    def listen(self, listener: Callable[[Push], None]) -> None:
        self._listeners.append(listener)

    def tell(self, push: Push) -> None:
        for listener in self._listeners:
            listener(push)

    def next_due(self) -> datetime | None:
        return self.due

    def run_due(self) -> Done:
        self.due_runs.append(self.due)
        self.due = None
        return Done(0, self.change)

    def follow(self) -> None:
        pass

    def close(self) -> None:
        self.closed.set()

    def status(self) -> Status:
        kept, change = len(self.names), self.change
        return Status("0.1.0", DATA_FORMAT, "", 0, kept, change, change, 0, last_backup=self.last_backup)

    def settings(self, space: str | None = None) -> dict[str, Value]:
        return {"service.keep_running": self.keep_running}

    def jobs(self, limit: int = 50) -> tuple[Job, ...]:
        return ()

    def back_up_by_itself(self) -> BackupInfo | None:
        self.backups_made += 1
        return None

    def is_embedding(self) -> bool:
        return self.embeds

    def bring_in_daily(self) -> int:
        self.brought_in += 1
        return 0

    # -- the door
    def make_space(self, name: str) -> Space:
        with self._lock:
            self.names.append(name)
            self.change += 1
            self.tell(Changed(self.change, self.change))
        return Space(name, 0, 0, True)

    def spaces(self, trashed: bool = False) -> tuple[Space, ...]:
        return tuple(Space(name, 0, 0, True) for name in self.names)

    def capture(self, text: str, **rest: Any) -> Memory:
        raise NotFound("no_space", name=str(len(text)))

    def memory(self, id: int) -> Memory:
        raise RuntimeError("a secret stands in this message")

    def changes(self, after: int, limit: int = 500) -> tuple[Change, ...]:
        self.entered.release()
        self.gate.wait(60)
        return ()

    def wait(self) -> Status:
        self.entered.release()
        try:
            while not self.gate.wait(0.01):
                current().raise_if_cancelled()
        except Exception:
            self.cancelled.set()
            raise
        return self.status()

    def rename_space(self, name: str, new_name: str) -> Space:
        self.entered.release()
        self.gate.wait(60)
        with self._lock:
            self.names.append(new_name)
        return Space(new_name, 0, 0, True)

    def open_view(self, query: ListQuery) -> View:
        with self._lock:
            self._views += 1
            view = self._views
        self.tell(ViewChanged(view, 1, 7))  # at once, before anybody knows its number
        return View(view, 6, 0)

    def rows(self, view: int, start: int, limit: int) -> Rows:
        return Rows(start)

    def close_view(self, view: int) -> None:
        self.closed_views.append(view)

    def tags(self, space: str = "personal") -> dict[str, int]:
        return {"x" * int(space): 1}


class Running:
    """A server on a thread of its own."""

    def __init__(self, folder: Path, library: SmallLibrary, clock: Clock, habits: Habits) -> None:
        self.folder = folder
        self.library = library
        self.ending: Ending | None = None
        self._ready = threading.Event()
        self._clock = clock
        self._habits = habits
        self.thread = threading.Thread(target=self._serve, name="a service")
        self.thread.start()
        assert self._ready.wait(60)

    def _serve(self) -> None:
        library = cast(Served, self.library)
        self.ending = asyncio.run(
            run(library, self.folder, self._clock, self.folder / "service.log", self._ready.set, self._habits)
        )

    def client(self, role: str = "test") -> Client:
        return connect(self.folder, start=None, role=role)

    def raw(self) -> Stream:
        """A connection without a word said on it."""
        stream = reach(find_address(self.folder) or "", 10.0)
        assert stream is not None
        return stream

    def stop(self) -> None:
        self.library.gate.set()
        if self.thread.is_alive():
            stop_service(self.folder)
        self.thread.join(60)
        assert not self.thread.is_alive()


@contextmanager
def service(
    library: SmallLibrary | None = None, clock: Clock | None = None, habits: Habits = Habits()
) -> Iterator[Running]:
    """A service of a folder of its own, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="mn-", ignore_cleanup_errors=True) as folder:
        running = Running(Path(folder).resolve(), library or SmallLibrary(), clock or SystemClock(), habits)
        try:
            yield running
        finally:
            running.stop()
