"""What the list asks of its model besides rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable


@runtime_checkable
class HasHeaders(Protocol):
    """A model of which some items are headers."""

    def header_items(self) -> Sequence[int]:
        """The items that are headers of days, ascending."""
        ...


@runtime_checkable
class HoldsMany(Protocol):
    """A model of which many rows can be chosen."""

    def row_spans(self, items: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """The rows in these spans of items, headers left out, as (first, last), ascending."""
        ...

    def takes_many(self) -> bool: ...
