"""The tiers day by day: what rose, what faded, and how much was kept by the end of each local day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import accumulate

from mnemoteca.core.memory import Tier

DAYS = 30
SLOT_S = 900  # every zone is a multiple of a quarter of an hour from UTC


@dataclass(frozen=True, slots=True)
class TierDay:
    """One local day: how many rose into MEDIUM and into LONG, how many faded, how many were kept at its end."""

    day: str  # YYYY-MM-DD
    to_medium: int
    to_long: int
    faded: int
    kept: int


@dataclass(frozen=True, slots=True)
class Slot:
    """What happened in a quarter of an hour (its number since 1970, UTC); `entered` is the tier, None for fading."""

    number: int
    entered: Tier | None
    count: int


def midnights(now: datetime, days: int = DAYS) -> tuple[datetime, ...]:
    """The beginnings of the last so many days of the person's zone, today's last; `now` is aware."""
    today = now.astimezone().date()
    return tuple(
        datetime.combine(today - timedelta(days=n), time()).astimezone()  # each with the offset of its own day
        for n in range(days - 1, -1, -1)
    )


def by_day(
    begins: tuple[datetime, ...], moved: Iterable[Slot], added: Mapping[int, int], before: int
) -> tuple[TierDay, ...]:
    """The days from their beginnings; `added` counts what was kept by slot, `before` what had been kept until then."""
    counts = [[0, 0, 0, 0] for _ in begins]
    edges = [int(begin.timestamp()) // SLOT_S for begin in begins]

    def place(number: int) -> int:
        return max(0, sum(edge <= number for edge in edges) - 1)

    columns = {Tier.MEDIUM: 0, Tier.LONG: 1, None: 2}
    for slot in moved:
        if slot.number >= edges[0] and slot.entered in columns:
            counts[place(slot.number)][columns[slot.entered]] += slot.count
    for number, count in added.items():
        counts[place(number)][3] += count
    kept = accumulate((each[3] for each in counts), initial=before)
    next(kept)
    return tuple(
        TierDay(begin.date().isoformat(), each[0], each[1], each[2], total)
        for begin, each, total in zip(begins, counts, kept, strict=True)
    )
