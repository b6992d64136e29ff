"""How a method of the door is marked: where it runs in the service, and whether it may be cancelled."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


class Lane(StrEnum):
    """Where a method runs in the service, so that a slow one never holds up a quick one."""

    READ = "read"  # two threads, each with its own cursor
    ACT = "act"  # writes, answered when durable
    WAIT = "wait"  # waits for something; many at once


def door(lane: Lane = Lane.READ, *, cancel: bool = False, deadline_s: float = 30.0) -> Callable[[F], F]:
    """Mark a method of `Library` as callable from outside, on `lane`, by default for at most `deadline_s`."""

    def mark(method: F) -> F:
        setattr(method, "__door__", (lane, cancel, deadline_s))
        return method

    return mark
