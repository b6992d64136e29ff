"""A line of our own export: the interchange format `sessions` with all that the library knows beside it.

    {"name", "source", "mnemoteca": 1, "sessions": [{"session_id", "uuid", "format", …, "turns": [{"id", "uuid", …}]}]}

What has its usual value is left out, so that the same memories always make the same bytes.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import msgspec

VERSION = 1
MARK = "mnemoteca"  # the field that tells our own export


class OurTurn(msgspec.Struct, omit_defaults=True, frozen=True):
    """A memory; `extra` holds the JSON of fields that only its source understands, as it was written."""

    text: str
    id: str = ""
    uuid: str = ""
    speaker: str = ""
    at: str = ""
    precision: str = "instant"
    role: str = "user"
    kind: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    tier: str = ""
    pinned: bool = False
    importance: float = 0.5
    versions: tuple[str, ...] = ()
    parent: str = ""
    parent_uuid: str = ""
    active: bool = True
    model: str = ""
    attachments: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    accesses: int = 0
    last_access: str = ""
    extra: str | None = None
    begins: bool = False  # it answers nothing, though others may come before it


class OurSession(msgspec.Struct, omit_defaults=True, frozen=True):
    """A session, or a part of one; `format` is the one that it came in, "" for notes by hand."""

    session_id: str
    uuid: str
    title: str = ""
    started_at: str = ""
    kind: str = "chat"
    format: str = ""
    folder: str = ""
    branch: str = ""
    extra: str | None = None
    turns: tuple[OurTurn, ...] = ()


class OurLine(msgspec.Struct, frozen=True):
    """A line."""

    name: str
    source: str
    mnemoteca: int
    sessions: tuple[OurSession, ...]


def told_time(at: datetime | None, offset_min: int) -> str:
    """A time as it was said, at its offset; "" where it is unknown."""
    if at is None:
        return ""
    try:
        return at.astimezone(timezone(timedelta(minutes=offset_min))).isoformat()
    except (OverflowError, ValueError):  # at the ends of the calendar
        return at.isoformat()
