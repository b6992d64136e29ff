"""Who acts: the service says so around a call; what a script did is not in the person's chain of undo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from mnemoteca.core.changes import By

SCRIPTS = frozenset({"api", "mcp"})  # the roles of clients that no person holds
_doer: ContextVar[By] = ContextVar("doer", default=By.PERSON)


def doer_of(role: str) -> By:
    """Who acts through a client of this role."""
    return By.ASSISTANT if role in SCRIPTS else By.PERSON


def doer() -> By:
    """Who acts on this thread: the person, where nobody said otherwise."""
    return _doer.get()


@contextmanager
def acting_as(by: By) -> Iterator[None]:
    """Within this block, on this thread, `doer()` is `by`."""
    before = _doer.set(by)
    try:
        yield
    finally:
        _doer.reset(before)
