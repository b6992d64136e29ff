"""The one clock: who needs the time is given it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol


class Clock(Protocol):
    """Tells the time; a test drives its own."""

    def now(self) -> datetime:
        """The time, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class FileClock:
    """A clock that a test drives through a file: an ISO time stands still, `+90` is the machine's time and 90 s."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def now(self) -> datetime:
        words = self._path.read_text(encoding="ascii").strip()
        if words[:1] in "+-":
            return datetime.now(UTC) + timedelta(seconds=float(words or 0))
        return datetime.fromisoformat(words).astimezone(UTC)


def clock_of(environment: Mapping[str, str]) -> Clock:
    """The machine's clock, or the test's that MNEMOTECA_TEST_CLOCK names."""
    path = environment.get("MNEMOTECA_TEST_CLOCK")
    return FileClock(Path(path)) if path else SystemClock()


def stopwatch() -> float:
    """Seconds on a clock that never goes back, for durations only."""
    return time.perf_counter()
