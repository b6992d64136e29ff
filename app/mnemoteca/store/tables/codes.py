"""The small numbers that stand for tiers and states in the tables, and times as the tables hold them."""

from __future__ import annotations

from datetime import UTC, datetime

from mnemoteca.core.memory import State, Tier

TIERS = (Tier.SHORT, Tier.MEDIUM, Tier.LONG, Tier.FADED, Tier.ARCHIVE)
STATES = (State.ACTIVE, State.TRASHED, State.FORMER)
TIER_CODE = {tier: code for code, tier in enumerate(TIERS)}
STATE_CODE = {state: code for code, state in enumerate(STATES)}
ACTIVE, TRASHED, FORMER = range(3)


def naive(moment: datetime | None) -> datetime | None:
    """A moment as the tables hold it: naive UTC."""
    return None if moment is None else moment.astimezone(UTC).replace(tzinfo=None)


def aware(moment: datetime | None) -> datetime | None:
    """A moment from the tables: aware, UTC."""
    return None if moment is None else moment.replace(tzinfo=UTC)


def among(column: str, ids: tuple[int, ...] | list[int]) -> str:
    """SQL for `column` being one of the ids; whole numbers only, so that they may stand in the text."""
    return f"{column} IN ({','.join(str(int(i)) for i in ids) or 'NULL'})"
