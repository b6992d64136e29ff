"""Memories, sessions and hits made up for tests of the look."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from mnemoteca.core.branches import Stretch
from mnemoteca.core.memory import Memory, Precision, Role, Session, State, Tier

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

_MEMORY = Memory(
    id=1,
    uuid="1",
    space="personal",
    session=7,
    session_title="Planning the move",
    position=0,
    role=Role.USER,
    speaker="Ana",
    kind="turn",
    text="The van is free from the 14th on.",
    length=33,
    lang="en",
    occurred_at=NOW - timedelta(hours=2, minutes=19),
    offset_min=0,
    precision=Precision.MINUTE,
    recorded_at=NOW - timedelta(hours=2),
    source="sessions",
    source_id="",
    tier=Tier.LONG,
    state=State.ACTIVE,
    pinned=False,
    importance=0.5,
    access_count=0,
    last_access=None,
    tier_until=None,
    promotes_at=None,
)
_SESSION = Session(
    id=7,
    uuid="7",
    space="personal",
    title="Planning the move",
    kind="chat",
    source="sessions",
    source_id="",
    started_at=NOW - timedelta(hours=3),
    ended_at=NOW - timedelta(hours=2),
    offset_min=0,
    turns=38,
    preview="Boxes first,\nthen the car.",
    tier=Tier.LONG,
    pinned=False,
    tier_until=None,
)


def memory(text: str = _MEMORY.text, **changes: Any) -> Memory:
    """A memory with these differences."""
    return replace(_MEMORY, text=text, length=len(text), **changes)


def session(**changes: Any) -> Session:
    """A session with these differences."""
    return replace(_SESSION, **changes)


def short(left_s: float, **changes: Any) -> Memory:
    """A memory of SHORT with so much time left."""
    return memory(tier=Tier.SHORT, tier_until=NOW + timedelta(seconds=left_s), **changes)


def talk(count: int, start: int = 0) -> tuple[Memory, ...]:
    """So many turns of a session, from position `start`."""
    return tuple(
        memory(f"This is turn {n}, and it says a little more than that.", id=100 + n, position=n)
        for n in range(start, start + count)
    )


def stretch(turns: tuple[Memory, ...], start: int = 0, total: int | None = None, *forks: tuple[int, ...]) -> Stretch:
    """Turns of the session made up here, from `start` of its path."""
    return Stretch(_SESSION.id, start, start + len(turns) if total is None else total, turns, forks)


class Still:
    """A clock that stands."""

    def now(self) -> datetime:
        return NOW
