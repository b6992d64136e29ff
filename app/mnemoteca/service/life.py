"""How long the service stays, and why it leaves."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from mnemoteca.core.clock import Clock, FileClock, stopwatch
from mnemoteca.core.errors import DiskTrouble


class Ending(Enum):
    """Why the service ended."""

    ASKED = "asked"
    IDLE = "idle"
    GONE = "gone"  # its data folder is: nothing may be made any more


@dataclass(frozen=True, slots=True)
class Habits:
    """In seconds: how long it stays without clients, how often it looks round."""

    idle_s: float = 600.0
    look_s: float = 2.0


class Folder:
    """The data folder as it was at the start; one of the same name made later is another one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._identity = _identity(path)

    def is_gone(self) -> bool:
        """One look at the disk."""
        return self._identity is None or _identity(self.path) != self._identity

    def guard(self) -> None:
        """Raise `DiskTrouble` where it is gone: nothing can be kept any more."""
        if self.is_gone():
            raise DiskTrouble("folder_gone", folder=self.path)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


class Leaps:
    """Notices that the clock went otherwise than the seconds do: set, moved by a test, or the machine slept."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = self._pair()

    def _pair(self) -> tuple[datetime, float]:
        return self._clock.now(), stopwatch()

    def leapt(self, tolerance_s: float = 1.5) -> bool:
        """Whether it did since the last look."""
        (was, before), (now, after) = self._last, self._pair()
        self._last = now, after
        return abs((now - was).total_seconds() - (after - before)) > tolerance_s


async def live(
    folder: Folder,
    clock: Clock,
    habits: Habits,
    empty_for_s: Callable[[], float],
    held: Callable[[], Awaitable[bool]],
    leapt: Callable[[], None],
) -> Ending:
    """Look round now and then; returns why to leave.

    `empty_for_s` tells since when there is no client, `held` whether something else holds the service,
    `leapt` is called when the clock did.
    """
    leaps = Leaps(clock)
    look_s = min(habits.look_s, 0.2) if isinstance(clock, FileClock) else habits.look_s
    while True:
        await asyncio.sleep(look_s)
        if folder.is_gone():
            return Ending.GONE
        if leaps.leapt(0.5 if isinstance(clock, FileClock) else 1.5):
            leapt()
        if empty_for_s() >= habits.idle_s and not await held():
            return Ending.IDLE
