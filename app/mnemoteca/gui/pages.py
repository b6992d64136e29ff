"""Which rows of a list are at hand, and which to fetch next: what is looked at now first, then what lies ahead."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from mnemoteca.gui.shape import Step

R = TypeVar("R")

PAGE = 25  # rows of one request: about a screen, so that what is jumped to is there soon
IN_FLIGHT = 2
AHEAD = 4  # pages that are fetched beyond the screen, where it moves to
KEPT = 4000  # rows at hand; those far from what is looked at go first


class Pages(Generic[R]):
    """Rows by position. A request belongs to a generation; an answer of an earlier one is of no use."""

    def __init__(self) -> None:
        self.rows: dict[int, R] = {}
        self.generation = 0
        self._stale: set[int] = set()
        self._asked: dict[int, int] = {}  # page → generation
        self._visible = (0, 0)
        self._down = True  # which way it was gone last

    def clear(self) -> None:
        self.rows, self._stale, self._asked = {}, set(), {}
        self.generation += 1

    def look_at(self, first: int, last: int) -> None:
        """These rows are on the screen."""
        if first != self._visible[0]:
            self._down = first > self._visible[0]
        self._visible = (first, last)

    def wanted(self, count: int) -> list[int]:
        """Starts of the pages to ask for now, the most wanted first; at most as many as may be under way."""
        first, last = self._visible
        last = min(last, count - 1)
        pages = range(first // PAGE, last // PAGE + 1) if count and last >= first else range(0)
        missing = [p for p in pages if p not in self._asked and self._lacks(p, first, last)]
        if missing or self._asked or not pages:
            return [p * PAGE for p in missing[: max(0, IN_FLIGHT - len(self._asked))]]
        beyond = pages.stop if self._down else pages.start - 1
        ahead = range(beyond, beyond + AHEAD) if self._down else range(beyond, beyond - AHEAD, -1)
        return [p * PAGE for p in ahead if 0 <= p * PAGE < count and self._absent(p, count)][:1]

    def _lacks(self, page: int, first: int, last: int) -> bool:
        low, high = max(first, page * PAGE), min(last, page * PAGE + PAGE - 1)
        return any(row not in self.rows or row in self._stale for row in range(low, high + 1))

    def _absent(self, page: int, count: int) -> bool:
        return any(row not in self.rows for row in range(page * PAGE, min(count, page * PAGE + PAGE)))

    def asked(self, start: int) -> int:
        """The page from `start` is under way; the generation of the request."""
        self._asked[start // PAGE] = self.generation
        return self.generation

    def came(self, start: int, generation: int, rows: Iterable[R]) -> list[int]:
        """Take an answer; the positions that are new or fresh, none where the answer is out of date."""
        if self._asked.get(start // PAGE) == generation:
            del self._asked[start // PAGE]
        if generation != self.generation:
            return []
        fresh = dict(enumerate(rows, start))
        self.rows.update(fresh)
        self._stale.difference_update(fresh)
        self._trim()
        return list(fresh)

    def failed(self, start: int, generation: int) -> None:
        """The answer will not come."""
        if self._asked.get(start // PAGE) == generation:
            del self._asked[start // PAGE]

    def shift(self, step: Step) -> None:
        """Rows went or came: those at hand move along."""
        low, n = step.row, step.rows
        if not n:
            return
        if step.inserts:
            self.rows = {(at + n if at >= low else at): row for at, row in self.rows.items()}
        else:
            self.rows = {
                (at - n if at >= low + n else at): row for at, row in self.rows.items() if not low <= at < low + n
            }

    def place(self, places: dict[int, int]) -> None:
        """Rows stand elsewhere now; those that `places` leaves out are gone."""
        self.rows = {places[at]: row for at, row in self.rows.items() if at in places}

    def changed(self) -> None:
        """Answers under way are out of date; what is at hand stands until its fresh row has come."""
        self.generation += 1
        self._asked = {}
        self._stale = set(self.rows)

    def _trim(self) -> None:
        if len(self.rows) > KEPT:
            middle = sum(self._visible) // 2
            near = sorted(self.rows, key=lambda at: abs(at - middle))[: KEPT // 2]
            self.rows = {at: self.rows[at] for at in near}
            self._stale.intersection_update(self.rows)
