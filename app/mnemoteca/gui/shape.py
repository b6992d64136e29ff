"""Where rows and day headers stand in a list: a pure count of items, and the steps from one shape to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from mnemoteca.core.views import ViewChanged

Days = tuple[tuple[int, str], ...]
MAX_STEPS = 64  # more than that is quicker as a new list


@dataclass(frozen=True, slots=True)
class Shape:
    """`count` rows, and the headers (first row, day); the k-th header is the item at its row + k."""

    count: int
    days: Days = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)  # the rows below the headers
    _headers: tuple[int, ...] = field(init=False, repr=False, compare=False)  # the items of the headers

    def __post_init__(self) -> None:
        starts = tuple(row for row, _ in self.days)
        object.__setattr__(self, "_starts", starts)
        object.__setattr__(self, "_headers", tuple(row + k for k, row in enumerate(starts)))

    def headers(self) -> tuple[int, ...]:
        """The items that are headers."""
        return self._headers

    def items(self) -> int:
        return self.count + len(self.days)

    def _before(self, item: int) -> int:
        """How many headers stand at or before this item."""
        return bisect_right(self._headers, item)

    def day_at(self, item: int) -> str | None:
        """The day of the header at this item, None where it is a row."""
        k = self._before(item) - 1
        return self.days[k][1] if k >= 0 and self._headers[k] == item else None

    def row_at(self, item: int) -> int | None:
        """The row at this item, None where it is a header."""
        return None if self.day_at(item) is not None else item - self._before(item)

    def item_of(self, row: int) -> int:
        """The item at which this row stands."""
        return row + bisect_right(self._starts, row)


@dataclass(frozen=True, slots=True)
class Step:
    """Items `first` to `last` go or come; `row` and `rows` say which rows those are (0: a header)."""

    inserts: bool
    first: int
    last: int
    row: int
    rows: int
    after: Shape


def runs(positions: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending (first, how many) of consecutive positions, in whatever order they were given."""
    found: list[tuple[int, int]] = []
    for position in sorted(positions):
        if found and position == found[-1][0] + found[-1][1]:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((position, 1))
    return found


def follows(shape: Shape, change: ViewChanged) -> bool:
    """Whether `change` is about this shape; if not, a push was missed."""
    return shape.count - len(change.removed) + len(change.inserted) == change.count


def moved(rows: Sequence[int], change: ViewChanged) -> dict[int, int]:
    """Where these rows (ascending) stand after the change; those that were removed are left out."""
    removed, inserted = sorted(change.removed), sorted(change.inserted)
    gone, places = set(removed), {}
    came = 0
    for row in rows:
        if row not in gone:
            at = row - bisect_left(removed, row) + came
            while came < len(inserted) and inserted[came] <= at:
                came, at = came + 1, at + 1
            places[row] = at
    return places


def steps(shape: Shape, change: ViewChanged) -> list[Step] | None:
    """From `shape` to the one after `change`; None where so much changed that it is quicker as a new list."""
    removed, inserted = runs(change.removed), runs(change.inserted)
    if len(removed) + len(inserted) + abs(len(change.days) - len(shape.days)) > MAX_STEPS:
        return None
    found: list[Step] = []
    for step in _all_steps(shape, removed, inserted, change.days):
        found.append(step)
        if len(found) > 2 * MAX_STEPS:
            return None
    return found


def _all_steps(
    shape: Shape, removed: list[tuple[int, int]], inserted: list[tuple[int, int]], days: Days
) -> Iterator[Step]:
    for row, n in reversed(removed):
        for part_row, part_n in reversed(_between_headers(shape, row, n)):
            first = shape.item_of(part_row)
            shape = Shape(shape.count - part_n, tuple((_closed(at, part_row, part_n), day) for at, day in shape.days))
            yield Step(False, first, first + part_n - 1, part_row, part_n, shape)
    wanted = {day: at for at, day in days}
    for row, n in inserted:
        shape = Shape(shape.count + n, _opened(shape.days, row, n, wanted))
        first = shape.item_of(row)
        yield Step(True, first, first + n - 1, row, n, shape)
    yield from _headers(shape, days)


def _between_headers(shape: Shape, row: int, n: int) -> list[tuple[int, int]]:
    """A run of rows cut where a header stands between them: their items aren't consecutive there."""
    lows = [
        at
        for at, _ in shape.days[
            bisect_right(shape.days, row, key=lambda d: d[0]) : bisect_left(shape.days, row + n, key=lambda d: d[0])
        ]
    ]
    edges = sorted({row, row + n, *lows})
    return [(low, high - low) for low, high in pairwise(edges)]


def _closed(at: int, row: int, n: int) -> int:
    return at if at <= row else at - n


def _opened(days: Days, row: int, n: int, wanted: dict[str, int]) -> Days:
    """The headers once `n` rows came in at `row`: one that stands there stays above them if that is its place."""
    staying = [k for k, (at, day) in enumerate(days) if at < row or (at == row and wanted.get(day) == row)]
    last = staying[-1] if staying else -1
    return tuple((at if k <= last else at + n, day) for k, (at, day) in enumerate(days))


def _headers(shape: Shape, days: Days) -> Iterator[Step]:
    """Take out the headers that are not in `days`, put in those that are missing."""
    kept = set(days)
    for k in range(len(shape.days) - 1, -1, -1):
        if shape.days[k] not in kept:
            item = shape.days[k][0] + k
            shape = Shape(shape.count, shape.days[:k] + shape.days[k + 1 :])
            yield Step(False, item, item, 0, 0, shape)
    there = set(shape.days)
    for k, header in enumerate(days):
        if header not in there:
            shape = Shape(shape.count, (*shape.days[:k], header, *shape.days[k:]))
            item = header[0] + k
            yield Step(True, item, item, 0, 0, shape)
