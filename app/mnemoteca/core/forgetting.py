"""The forgetting curve (Ebbinghaus): how present a memory still is, computed on read, never stored."""

from __future__ import annotations

import math
from datetime import datetime
from typing import Protocol

DECAY_DAYS = 10.0
_DAY_S = 86_400.0


class Remembered(Protocol):
    """What the curve needs of a memory."""

    @property
    def importance(self) -> float: ...
    @property
    def occurred_at(self) -> datetime | None: ...
    @property
    def last_access(self) -> datetime | None: ...


def retention(age_days: float) -> float:
    """exp(−age/10), with an age below 0 taken as 0: 1 when new, 0.37 after ten days."""
    return math.exp(-max(0.0, age_days) / DECAY_DAYS)


def priority(importance: float) -> float:
    """1 to 10, from an importance of 0 to 1."""
    return 1.0 + 9.0 * importance


def apply_forgetting_curve(memory: Remembered, age_days: float) -> float:
    """The adjusted priority, 1 to 10: max(1, priority × exp(−age_days/10))."""
    return max(1.0, priority(memory.importance) * retention(age_days))


def age_days(memory: Remembered, now: datetime) -> float:
    """Days since the last access, else since it occurred; 0 where neither is known or both lie ahead."""
    since = memory.last_access or memory.occurred_at
    return 0.0 if since is None else max(0.0, (now - since).total_seconds() / _DAY_S)


def retrievability(memory: Remembered, now: datetime) -> float:
    """0 to 1: the retention at the memory's age."""
    return retention(age_days(memory, now))
