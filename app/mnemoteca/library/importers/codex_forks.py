"""Rollouts of Codex that were forked from another session: which of their turns are that session's.

A fork begins with a copy of the turns before it. Where the file of the other session is read, too, those are known by
their ids. Where it isn't, they are known by being older than the fork: they come in as what they are, turns of the
session that they were copied from, so that it makes no difference which of the two files comes first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from mnemoteca.core.importing import RawSession, read_time
from mnemoteca.core.when import UNKNOWN
from mnemoteca.library.importers.loose import Object, text_at

_TIME_ORDERED = 7  # the version of UUIDs that begin with the milliseconds of when they were made


@dataclass(slots=True)
class Lineage:
    """The session that a fork comes from, and when it was forked."""

    above: str
    forked: datetime | None
    parent: RawSession | None = None
    asked: bool = False  # its own first prompt was seen

    def is_older(self, turn: str, told: Object) -> bool:
        """Whether a turn began before the fork; by its id, else by when it was written down."""
        at = born(turn) or read_time(text_at(told, "timestamp")).at
        return at is not None and self.forked is not None and at < self.forked

    def head(self, title: str) -> RawSession:
        """The session itself, always the same object."""
        if self.parent is None:
            self.parent = RawSession("", "Codex", self.above, title, UNKNOWN)
        return self.parent


def born(id: str) -> datetime | None:
    """When an id was made, where it tells that."""
    try:
        told = UUID(id)
        if told.version != _TIME_ORDERED:
            return None
        return datetime.fromtimestamp((told.int >> 80) / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None
