"""Serving an open library: who is let in, what rings, when it ends."""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from mnemoteca.core.care import BackupInfo
from mnemoteca.core.clock import Clock, stopwatch
from mnemoteca.core.door import Lane
from mnemoteca.core.errors import DiskTrouble
from mnemoteca.core.jobs import JobState
from mnemoteca.core.library import Library
from mnemoteca.core.pushes import Push
from mnemoteca.service.life import Ending, Folder, Habits, live
from mnemoteca.service.log import note_bug
from mnemoteca.service.schedule import Schedule
from mnemoteca.service.server import About, Server
from mnemoteca.wire.folder import find_address, new_address, write_address

log = logging.getLogger(__name__)


class Served(Library, Protocol):
    """The library as the service owns it."""

    def listen(self, listener: Callable[[Push], None]) -> None:
        """Have `listener` called with each push, on any thread; it is quick."""
        ...

    def next_due(self) -> datetime | None:
        """When `run_due` next has something to do."""
        ...

    def back_up_by_itself(self) -> BackupInfo | None:
        """Make the daily backup where it is due, and let the oldest go."""
        ...

    def bring_in_daily(self) -> int:
        """Start the imports of the sources that come in once a day."""
        ...

    def follow(self) -> None:
        """Start the threads in the background."""
        ...

    def is_embedding(self) -> bool:
        """Whether memories are just getting their vectors."""
        ...

    def close(self) -> None:
        """Write what is to be written; nothing may be called afterwards."""
        ...


async def run(
    library: Served,
    folder: Path,
    clock: Clock,
    log_path: Path,
    ready: Callable[[], None] = lambda: None,
    habits: Habits = Habits(),
) -> Ending:
    """Serve an open library; it is closed at the end, unless its folder is gone."""
    asyncio.get_running_loop().set_exception_handler(note_bug)
    home = Folder(folder)
    status = await asyncio.to_thread(library.status)
    server = Server(library, About(status.data_format, status.change, str(log_path)), home.guard)
    schedule = Schedule(library, clock, server.do)
    address = new_address(folder)
    try:
        library.listen(server.hear)
        library.listen(partial(server.post, schedule.hear))
        await server.listen(address)
        _announce(folder, address)
        ready()
        library.follow()
        server.catch_up()
        schedule.start()
        _heed_signals(server)
        log.info("serving, version %s, change %d", server.app, status.change)
        ending = await _until_the_end(server, home, clock, habits, library, schedule)
    finally:
        log.info("leaving")
        schedule.stop()
    if ending is Ending.GONE:
        server.stop_listening()
        await server.hang_up()
        return ending
    await server.drain()
    await asyncio.to_thread(server.body.quietly, "close", library.close)
    await server.hang_up()
    log.info("left: %s", ending.value)
    return ending


def _announce(folder: Path, address: str) -> None:
    """Write down where we are; it stands there already as a rule, so that a full disk does not matter."""
    if find_address(folder) == address:
        return
    try:
        write_address(folder, address)
    except OSError as e:
        raise DiskTrouble("disk_full" if e.errno == errno.ENOSPC else "read_only", folder=folder) from e


async def _until_the_end(
    server: Server, home: Folder, clock: Clock, habits: Habits, library: Served, schedule: Schedule
) -> Ending:
    asked = asyncio.ensure_future(server.finishing.wait())
    living = asyncio.ensure_future(
        live(
            home,
            clock,
            habits,
            empty_for_s=lambda: 0.0 if server.clients else stopwatch() - server.empty_since,
            held=partial(_is_held, server, library),
            leapt=schedule.replan,
        )
    )
    await asyncio.wait({asked, living}, return_when=asyncio.FIRST_COMPLETED)
    if not living.done():
        living.cancel()
        return Ending.GONE if home.is_gone() else Ending.ASKED
    asked.cancel()
    return living.result()


async def _is_held(server: Server, library: Served) -> bool:
    """Whether the setting, a job or the embedding holds the service; asked only when there are no clients."""
    settings = await server.do("settings", Lane.READ, library.settings)
    jobs = await server.do("jobs", Lane.READ, library.jobs)
    running = any(job.state in (JobState.WAITING, JobState.RUNNING) for job in jobs or ())
    embedding = await server.do("is_embedding", Lane.READ, library.is_embedding)
    if running or embedding or (settings or {}).get("service.keep_running") is True:
        server.empty_since = stopwatch()  # ask again after as long
        return True
    return server.clients > 0


def _heed_signals(server: Server) -> None:
    if threading.current_thread() is not threading.main_thread():
        return
    for name in (signal.SIGTERM, signal.SIGINT):
        if sys.platform == "win32":
            signal.signal(name, lambda number, frame: server.post(server.finish, "a signal"))
        else:
            asyncio.get_running_loop().add_signal_handler(name, server.finish, "a signal")
