"""Where what comes in later stands among what is there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from mnemoteca.core.importing import POSITION_GAP


def place(given: Sequence[int | None], before: int | None, taken: Sequence[int]) -> list[int]:
    """Positions for the turns of a session in the order of its source, None being those that are new.

    `before` is the position of the turn that came just before these, `taken` all positions of the session in order.
    New ones stand right after the one before them, else before the next known one, else at the end.
    """
    found: list[int] = []
    there = list(taken)
    last = before
    at = 0
    while at < len(given):
        known = given[at]
        if known is not None:
            found.append(known)
            last, at = known, at + 1
            continue
        end = next((n for n in range(at, len(given)) if given[n] is not None), len(given))
        following = given[end] if end < len(given) else None
        new = _between(*_gap(there, last, following), end - at)
        there = sorted((*there, *new)) if there and new[0] <= there[-1] else [*there, *new]
        found += new
        last, at = new[-1], end
    return found


def stand_apart(found: Sequence[int], given: Sequence[int | None], taken: Sequence[int]) -> bool:
    """Whether each new one of the positions found is its own; where not, too many came between two neighbours."""
    new = [position for position, known in zip(found, given, strict=True) if known is None]
    return len(set(new)) == len(new) and set(new).isdisjoint(taken)


def _gap(there: Sequence[int], last: int | None, following: int | None) -> tuple[int, int | None]:
    if last is not None:
        next_one = bisect_right(there, last)
        return last, there[next_one] if next_one < len(there) else None
    if following is not None:
        previous = bisect_left(there, following) - 1
        return (there[previous] if previous >= 0 else 0), following
    return (there[-1] if there else 0), None


def _between(low: int, high: int | None, count: int) -> list[int]:
    if high is None:
        return [low + POSITION_GAP * n for n in range(1, count + 1)]
    return [low + (high - low) * n // (count + 1) for n in range(1, count + 1)]
