"""What is asked of the tables at every step and changes seldom: settings, names of spaces, what can be redone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from mnemoteca.core.settings import Value
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import acts, spaces

T = TypeVar("T")


class Memo:
    """Remembers answers until `forget`; whoever changes settings, spaces or undone acts calls that after its commit.

    An answer read before a `forget` that came meanwhile is returned but not remembered.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._answers: dict[tuple[object, ...], object] = {}
        self._age = 0

    def forget(self) -> None:
        """Ask the tables again from now on."""
        with self._lock:
            self._answers.clear()
            self._age += 1

    def settings(self, reader: Reader, space: int = spaces.WHOLE_LIBRARY) -> dict[str, Value]:
        """The settings of the library and, where it is given, of the space."""
        return self._once(("settings", space), lambda: spaces.settings(reader, space))

    def space_id(self, reader: Reader, name: str) -> int | None:
        """The id of the active space of this name."""
        return self._once(("space", name), lambda: spaces.find_id(reader, name))

    def has_undone(self, reader: Reader, space: int) -> bool:
        """Whether an act of the space can be redone."""
        return self._once(("undone", space), lambda: acts.next_undone(reader, space) is not None)

    def _once(self, question: tuple[object, ...], ask: Callable[[], T]) -> T:
        with self._lock:
            if question in self._answers:
                return self._answers[question]  # type: ignore[return-value]  # keyed by the question
            age = self._age
        answer = ask()
        with self._lock:
            if age == self._age:
                self._answers[question] = answer
        return answer
