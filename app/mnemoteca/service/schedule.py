"""When: APScheduler rings, and the library does what is due by its rows."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from mnemoteca.core.care import BackupInfo
from mnemoteca.core.changes import Done
from mnemoteca.core.clock import Clock, SystemClock
from mnemoteca.core.door import Lane
from mnemoteca.core.pushes import Changed, Push
from mnemoteca.core.reports import Status

CONSOLIDATE_S = 1800.0
BACKUP_LOOK_S = 3600.0
SOURCES_LOOK_S = 3600.0  # a query of one small table; no source is looked at that isn't to come in
FIRST_BACKUP_S = 120.0  # after the start, which has enough to do
GATHER_S = 0.25  # after a commit: an import makes many
REST_S = 1.0  # between two runs, whatever the rows say
Do = Callable[[str, Lane, Callable[[], Any]], Awaitable[Any]]


class Due(Protocol):
    """The part of the library that has times."""

    def next_due(self) -> datetime | None:
        """When `run_due` next has something to do; None: nothing is due ever."""
        ...

    def run_due(self) -> Done: ...
    def status(self) -> Status: ...
    def back_up_by_itself(self) -> BackupInfo | None:
        """Make the daily backup where it is due, and let the oldest go."""
        ...

    def bring_in_daily(self) -> int:
        """Start the imports of the sources that come in once a day."""
        ...


class Schedule:
    """Lives on the event loop; `do` runs work of the library on the threads of a lane."""

    def __init__(self, library: Due, clock: Clock, do: Do) -> None:
        self._library = library
        self._clock = clock
        self._do = do
        self._machine = SystemClock()  # what the scheduler goes by; `clock` may be a test's
        self._gathering: asyncio.TimerHandle | None = None
        self._planning: asyncio.Task[None] | None = None
        self._running = False
        self._stale = False  # something was committed while it was asked what is due: what was answered is too old
        defaults = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        self._bell = AsyncIOScheduler(timezone=UTC, job_defaults=defaults)

    def start(self) -> None:
        """Begin to ring; what is due now is the caller's to do."""
        first_backup = self._machine.now() + timedelta(seconds=FIRST_BACKUP_S)
        self._bell.add_job(self.run_due, "interval", seconds=CONSOLIDATE_S, id="consolidate")
        self._bell.add_job(self.back_up, "interval", seconds=BACKUP_LOOK_S, next_run_time=first_backup, id="backup")
        self._bell.add_job(self.bring_in, "interval", seconds=SOURCES_LOOK_S, next_run_time=first_backup, id="sources")
        self._bell.start()
        self.replan()

    def stop(self) -> None:
        """Ring no more."""
        if self._gathering is not None:
            self._gathering.cancel()
        if self._bell.running:
            self._bell.shutdown(wait=False)

    def hear(self, push: Push) -> None:
        """News of the library: after a commit something else may be due next."""
        if isinstance(push, Changed) and self._gathering is None:
            self._gathering = asyncio.get_running_loop().call_later(GATHER_S, self.replan)

    def replan(self) -> None:
        """Ask the library when it next has something to do, and ring then."""
        if self._gathering is not None:
            self._gathering.cancel()
            self._gathering = None
        self._stale = self._running or (self._planning is not None and not self._planning.done())
        if not self._stale and self._bell.running:
            self._planning = asyncio.create_task(self._plan(0.0))

    async def run_due(self) -> None:
        """Do what is due, then plan the next time; not twice at once."""
        if self._running:
            return
        self._running = True
        try:
            await self._do("run_due", Lane.ACT, self._library.run_due)
            await self._plan(REST_S)
        finally:
            self._running = False

    async def _plan(self, rest_s: float) -> None:
        while True:
            self._stale = False
            due: datetime | None = await self._do("next_due", Lane.READ, self._library.next_due)
            if not self._stale:
                break
        if not self._bell.running:
            return
        if due is None:
            if self._bell.get_job("due"):
                self._bell.remove_job("due")
            return
        wait = max(due - self._clock.now(), timedelta(seconds=rest_s))
        at = self._machine.now() + wait
        self._bell.add_job(self.run_due, "date", run_date=at, id="due", replace_existing=True)

    async def back_up(self) -> None:
        """Make the daily backup when it is due and there is something to keep."""
        status: Status | None = await self._do("status", Lane.READ, self._library.status)
        if status is not None and status.memories:
            await self._do("backup", Lane.WAIT, self._library.back_up_by_itself)

    async def bring_in(self) -> None:
        """Bring in what is new in the sources that the person wants brought in daily."""
        await self._do("bring_in_daily", Lane.WAIT, self._library.bring_in_daily)


logging.getLogger("apscheduler").setLevel(logging.WARNING)
