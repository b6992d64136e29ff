"""A memory, a session, a space: the values that travel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

DEFAULT_SPACE = "personal"
ROW_TEXT = 600  # characters of a text that a row of a list carries
MAX_TEXT = 16_000_000  # characters of one memory


class Tier(StrEnum):
    """Where a memory is in its life; `faded` and `archive` are out of the tiers."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"
    FADED = "faded"
    ARCHIVE = "archive"


class State(StrEnum):
    """Whether a memory is there: active, in the trash, or a former version behind a newer one."""

    ACTIVE = "active"
    TRASHED = "trashed"
    FORMER = "former"


class Role(StrEnum):
    """Who speaks: the person, an assistant, a tool, a note by hand, a document."""

    USER = "user"
    ASSISTANT = "assistant"
    TOOL = "tool"
    NOTE = "note"
    DOCUMENT = "document"


class Precision(StrEnum):
    """How exactly the time of a memory is known."""

    INSTANT = "instant"
    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Memory:
    """One verbatim item with its origin, its time and its state.

    `text` is whole, or its first `ROW_TEXT` characters in a list (`length` tells). Times are aware, UTC;
    `offset_min` is the offset, in minutes, that it was said at. `occurred_at` is None where unknown.
    `tier_until` is when it leaves its tier if nothing happens, `promotes_at` when it rises by itself.
    """

    id: int
    uuid: str
    space: str
    session: int
    session_title: str
    position: int
    role: Role
    speaker: str
    kind: str
    text: str
    length: int
    lang: str
    occurred_at: datetime | None
    offset_min: int
    precision: Precision
    recorded_at: datetime
    source: str
    source_id: str
    tier: Tier
    state: State
    pinned: bool
    importance: float
    access_count: int
    last_access: datetime | None
    tier_until: datetime | None
    promotes_at: datetime | None
    version_of: int | None = None
    tags: tuple[str, ...] = ()
    category: str = ""
    # told where a single memory or the turns of a session are asked for, not in lists
    parent: int | None = None  # the memory it answers; None: the one before it, 0: none, it begins the session
    active: bool = True  # on the path that was last chosen
    model: str = ""
    attachments: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()  # (kind, value); kinds: file, page, url
    suggested: tuple[str, ...] = ()  # tags that the small models suggest, the best first; none of the person's own
    echo_of: int | None = None  # the memory that an assistant only repeated


@dataclass(frozen=True, slots=True)
class Session:
    """An episode: a chat, a day of notes, a document; its tier is the highest of its memories'."""

    id: int
    uuid: str
    space: str
    title: str
    kind: str
    source: str
    source_id: str
    started_at: datetime | None
    ended_at: datetime | None
    offset_min: int
    turns: int
    preview: str
    tier: Tier
    pinned: bool
    tier_until: datetime | None


@dataclass(frozen=True, slots=True)
class Space:
    """A separate collection of memories."""

    name: str
    memories: int
    sessions: int
    promotes_by_itself: bool
    state: State = State.ACTIVE


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a memory that was edited or imported again; the newest comes last."""

    id: int
    text: str
    recorded_at: datetime
    current: bool
