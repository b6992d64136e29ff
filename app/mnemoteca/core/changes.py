"""What happened: numbered entries that carry ids, never text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class By(StrEnum):
    """Who did it: the person, an assistant or script, an import, or the rules of the tiers."""

    PERSON = "person"
    ASSISTANT = "assistant"
    IMPORT = "import"
    RULE = "rule"


class Happened(StrEnum):
    """The kinds of change; those of a session, a space or a setting name that thing's id."""

    ADDED = "added"
    EDITED = "edited"  # `id` is the new version; the former one is its `version_of` chain
    TAGGED = "tagged"
    NAMED = "named"  # a person said of a name in it what it is
    PROMOTED = "promoted"
    FADED = "faded"
    EVICTED = "evicted"
    MOVED = "moved"  # to a tier by hand, or by an undo
    PINNED = "pinned"
    UNPINNED = "unpinned"
    WEIGHED = "weighed"  # importance changed
    ACCESSED = "accessed"
    TRASHED = "trashed"
    RESTORED = "restored"
    PURGED = "purged"  # gone for good; nothing has this id any more
    SESSION_ADDED = "session_added"
    SESSION_RENAMED = "session_renamed"
    SESSION_PURGED = "session_purged"
    SPACE_ADDED = "space_added"
    SPACE_RENAMED = "space_renamed"
    SPACE_TRASHED = "space_trashed"
    SPACE_RESTORED = "space_restored"
    SPACE_PURGED = "space_purged"
    SETTING = "setting"
    KNOWN = "known"  # what a person said of names or facts; `id` is the entity
    CONSOLIDATED = "consolidated"  # `id` is the run


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its gapless number, when, what, to which id, in which space (its id), by whom."""

    number: int
    at: datetime
    kind: Happened
    id: int
    space: str
    by: By


@dataclass(frozen=True, slots=True)
class Done:
    """What an act did: how many memories it touched, the number of its last change, its number for undo."""

    count: int
    change: int
    act: int | None = None
    ids: tuple[int, ...] = ()
    label: str = ""  # in a person's words, for "Undo …"


@dataclass(frozen=True, slots=True)
class Undoable:
    """One act of the person in the chain of a space, newest first."""

    act: int
    at: datetime
    kind: str
    count: int
    undone: bool
