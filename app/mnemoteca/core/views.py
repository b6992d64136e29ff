"""Lists that stay right while things change: an ordered array of ids in the service, pages of rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from mnemoteca.core.memory import Memory, Session
from mnemoteca.core.recall import Filters

MAX_ROWS = 500
MAX_IDS = 10_000  # as many memories can be chosen at once


class Place(StrEnum):
    """The places of the window."""

    EVERYTHING = "everything"
    SESSIONS = "sessions"
    NOTES = "notes"
    PINNED = "pinned"
    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"
    FADED = "faded"
    ARCHIVE = "archive"
    TRASH = "trash"


class Group(StrEnum):
    """What the sessions of a list stand together by."""

    DAY = "day"
    SOURCE = "source"
    PROJECT = "project"  # the folder in which they were held


@dataclass(frozen=True, slots=True)
class View:
    """An open list: its number, how many rows, and the change it is true for; newest first.

    `days` are (row, day as YYYY-MM-DD or "" for undated) where a new local day begins; in a list that is grouped
    otherwise, (row, source or folder, "" where there is none) where another begins.
    """

    view: int
    count: int
    change: int
    days: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """A page of a view, from `start`; memories, or sessions for the place of that name."""

    start: int
    memories: tuple[Memory, ...] = ()
    sessions: tuple[Session, ...] = ()


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids of the rows of a view from `start` on, of which there are `count` in all."""

    start: int
    count: int
    ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ViewChanged:
    """What changed in an open view: first take out the rows at `removed` (old positions, descending), then
    put in rows at `inserted` (new positions, ascending); rows at `touched` (new positions) are to be fetched again.
    `touched` of (-1,): so much changed that the whole list is to be looked at anew, with `count` rows."""

    view: int
    change: int
    count: int
    removed: tuple[int, ...] = ()
    inserted: tuple[int, ...] = ()
    touched: tuple[int, ...] = ()
    days: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many stand in each place of a space."""

    counts: dict[Place, int] = field(default_factory=dict)
    change: int = 0


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Which list: a place of a space, narrowed by filters; `group` counts for sessions."""

    place: Place
    space: str = "personal"
    filters: Filters = field(default_factory=Filters)
    group: Group = Group.DAY
