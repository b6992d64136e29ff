"""What is asked of the tables at every step and changes seldom: settings, names of spaces, what can be redone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import TypeVar

from mnemoteca.core.settings import Value
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import acts, changes, spaces

T = TypeVar("T")


class Memo:
    """Remembers answers until a transaction that changes settings, spaces or undone acts is committed.

    Such a one calls `will_change`. An answer out of it, or out of a snapshot from before the last of them, is
    returned but not remembered. What is `given` by the environment stands before every setting.
    """

    def __init__(self, given: Mapping[str, Value] | None = None) -> None:
        self.given = dict(given or {})
        self._lock = threading.Lock()
        self._answers: dict[tuple[object, ...], object] = {}
        self._changing = False
        self._as_of = 0  # the last change of the last commit that made us forget

    def will_change(self) -> None:
        """The transaction under way changes what is remembered here."""
        with self._lock:
            self._changing = True

    def committed(self, first: int, last: int) -> None:
        """Ask the tables again after a commit that changed what is remembered; on the writer's thread."""
        with self._lock:
            if self._changing:
                self._answers.clear()
                self._changing, self._as_of = False, last

    def settings(self, reader: Reader, space: int = spaces.WHOLE_LIBRARY) -> dict[str, Value]:
        """The settings of the library and, where it is given, of the space."""
        return self._once(reader, ("settings", space), lambda: {**spaces.settings(reader, space), **self.given})

    def still(self, reader: Reader) -> frozenset[str]:
        """The names of the spaces in which nothing rises by itself."""
        return self._once(reader, ("still",), lambda: spaces.still(reader))

    def space_id(self, reader: Reader, name: str) -> int | None:
        """The id of the active space of this name."""
        return self._once(reader, ("space", name), lambda: spaces.find_id(reader, name))

    def has_undone(self, reader: Reader, space: int) -> bool:
        """Whether an act of the space can be redone."""
        return self._once(reader, ("undone", space), lambda: acts.next_undone(reader, space) is not None)

    def _once(self, reader: Reader, question: tuple[object, ...], ask: Callable[[], T]) -> T:
        with self._lock:
            if question in self._answers:
                return self._answers[question]  # type: ignore[return-value]  # keyed by the question
        answer, snapshot = ask(), changes.last_number(reader)
        with self._lock:
            if not self._changing and snapshot >= self._as_of:
                self._answers[question] = answer
        return answer
