"""What was made of something within this second is not made again: a row is asked for several times in one frame."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Generic, TypeVar

T = TypeVar("T")
V = TypeVar("V")


class Momentary(Generic[T, V]):
    """Keeps what `make` makes of a thing and the time, until the second is over or the thing is another."""

    def __init__(self, now: Callable[[], datetime], make: Callable[[T, datetime], V]) -> None:
        self._now, self._make = now, make
        self._second = 0
        self._made: dict[int, tuple[T, V]] = {}

    def of(self, thing: T) -> V:
        """What is made of it now."""
        now = self._now()
        second = int(now.timestamp())
        if second != self._second:
            self.forget()
            self._second = second
        found = self._made.get(id(thing))
        if found is None:  # as long as it is kept here, no other thing has its id
            found = self._made[id(thing)] = thing, self._make(thing, now)
        return found[1]

    def forget(self) -> None:
        """Make everything anew: the language is another."""
        self._made = {}
