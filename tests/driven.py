"""A clock that a test drives."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class DrivenClock:
    """Stands still until it is moved; starts on 2026-11-21 at 12:00 UTC."""

    def __init__(self, start: datetime = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)) -> None:
        self._now = start

    def now(self) -> datetime:
        return self._now

    def advance(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)

    def set(self, moment: datetime) -> None:
        self._now = moment
