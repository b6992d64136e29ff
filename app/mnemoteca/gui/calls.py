"""Calls that answer later, on the Qt thread: with a reply, with a problem, or not at all once cancelled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from mnemoteca.core.errors import Problem

T = TypeVar("T")


class Call(Generic[T]):
    """One call under way. Handlers may be set until it has answered; a problem nobody handles is shown."""

    def __init__(self, name: str, on_cancel: Callable[[], None], unhandled: Callable[[Problem], None]) -> None:
        self.name = name
        self._on_cancel = on_cancel
        self._unhandled = unhandled
        self._replied: list[Callable[[T], None]] = []
        self._failed: list[Callable[[Problem], None]] = []
        self._ended: list[Callable[[], None]] = []
        self.open = True

    def then(self, told: Callable[[T], None]) -> Call[T]:
        """Call `told` with the reply."""
        self._replied.append(told)
        return self

    def failed(self, told: Callable[[Problem], None]) -> Call[T]:
        """Call `told` with the problem, instead of showing it."""
        self._failed.append(told)
        return self

    def ended(self, told: Callable[[], None]) -> Call[T]:
        """Call `told` once it has answered, one way or the other; a problem is shown all the same."""
        self._ended.append(told)
        return self

    def cancel(self) -> None:
        """No handler is called any more; the service is told where the method can be cancelled."""
        if self.open:
            self.open = False
            self._on_cancel()

    def reply(self, value: T) -> None:
        """The link has the answer."""
        if self.open:
            self.open = False
            for after in self._ended:
                after()
            for told in self._replied:
                told(value)

    def fail(self, problem: Problem) -> None:
        """The link has a problem instead of an answer."""
        if self.open:
            self.open = False
            for after in self._ended:
                after()
            for told in self._failed or [self._unhandled]:
                told(problem)


class Caller(Protocol):
    """What the parts of the window call the library through: the methods of `core.library.Library` by name."""

    def call(self, name: str, /, **named: object) -> Call[Any]: ...


def quiet(_: object) -> None:
    """For a problem that needs no words: the next event brings what was missed."""


class Latest:
    """Keeps only the newest of the calls made through it: an older one that still runs is cancelled."""

    def __init__(self) -> None:
        self._call: Call[Any] | None = None

    @property
    def under_way(self) -> bool:
        """Whether its answer is still to come."""
        return self._call is not None and self._call.open

    def take(self, call: Call[T]) -> Call[T]:
        """Make this the one that counts."""
        self.cancel()
        self._call = call
        return call

    def cancel(self) -> None:
        if self._call is not None:
            self._call.cancel()
        self._call = None
