"""When two sources tell the same conversation: the same words, by the same roles, at the same times, in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

LEAST = 2  # turns in a row; a single one may be a coincidence
_APART = timedelta(seconds=1)  # one source tells fractions of a second, another one none


@dataclass(frozen=True, slots=True)
class Said:
    """A turn as it is compared; `contents` are the hashes of its text and of its other versions.

    `sharp`: its time is one of an instant, not of a day.
    """

    contents: frozenset[UUID]
    at: datetime | None
    role: str
    sharp: bool = True


def already_here(told: Sequence[Said], here: Sequence[Said], least: int = LEAST) -> range:
    """Where in a conversation that is here the first turns stand that a source tells; empty: it is another one.

    It is the same where all that is told stands here in a row, or where all that is here is how it begins: then it
    has gone on. One that leads elsewhere after a common beginning is another one, and so is one of which no time is
    known to the second.
    """
    for start, first in enumerate(here):
        if not told or not _same(told[0], first):
            continue
        run = _common(told, here, start)
        whole = run == len(told) or (start == 0 and run == len(here))
        if whole and run >= least and any(each.sharp and each.at is not None for each in told[:run]):
            return range(start, start + run)
    return range(0)


def _common(told: Sequence[Said], here: Sequence[Said], start: int) -> int:
    run = 0
    while run < len(told) and start + run < len(here) and _same(told[run], here[start + run]):
        run += 1
    return run


def _same(one: Said, other: Said) -> bool:
    if one.role != other.role or not one.contents & other.contents:
        return False
    if one.at is None or other.at is None:
        return one.at is other.at
    return abs(one.at - other.at) < _APART


def new_title(here: str, told: str, without_secrets: str) -> str | None:
    """The title that a session gets when its source tells another one; None where it keeps the one that it has.

    `without_secrets` is the title that it has, its secrets left out: a source read without them takes nothing back.
    """
    return None if not told or told in (here, without_secrets) else told
