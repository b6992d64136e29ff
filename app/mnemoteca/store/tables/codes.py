"""The small numbers that stand for tiers and states in the tables, and times as the tables hold them."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

from mnemoteca.core.memory import State, Tier

TIERS = (Tier.SHORT, Tier.MEDIUM, Tier.LONG, Tier.FADED, Tier.ARCHIVE)
STATES = (State.ACTIVE, State.TRASHED, State.FORMER)
TIER_CODE = {tier: code for code, tier in enumerate(TIERS)}
STATE_CODE = {state: code for code, state in enumerate(STATES)}
_MANY = 64  # ids from which on it pays to look for runs: 4,000 named ones take DuckDB 24 ms, a run of them 1
ACTIVE, TRASHED, FORMER = range(3)
TO_WEIGH, WEIGHED, GIVEN = range(3)  # of the column `step`: whether an importance is known, and by whom


def naive(moment: datetime | None) -> datetime | None:
    """A moment as the tables hold it: naive UTC."""
    if moment is None:
        return None
    return (moment if moment.tzinfo is UTC else moment.astimezone(UTC)).replace(tzinfo=None)


def aware(moment: datetime | None) -> datetime | None:
    """A moment from the tables: aware, UTC."""
    return None if moment is None else moment.replace(tzinfo=UTC)


def among(column: str, ids: tuple[int, ...] | list[int]) -> str:
    """SQL for `column` being one of the ids; whole numbers only, so that they may stand in the text."""
    if len(ids) >= _MANY and len(runs := _runs(ids)) <= len(ids) // _MANY:
        return "(" + " OR ".join(f"{column} BETWEEN {first} AND {last}" for first, last in runs) + ")"
    return f"{column} IN ({','.join(str(int(i)) for i in ids) or 'NULL'})"


def _runs(ids: tuple[int, ...] | list[int]) -> list[tuple[int, int]]:
    """The ids as runs without a gap, from each one's first to its last."""
    ordered = sorted(map(int, ids))
    breaks = [n for n, (one, next) in enumerate(pairwise(ordered), 1) if next - one > 1]
    return [(ordered[a], ordered[b - 1]) for a, b in pairwise([0, *breaks, len(ordered)])]
