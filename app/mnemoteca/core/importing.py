"""What an importer yields, and how it is recognised when it comes again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from uuid import UUID

from msgspec import Struct

from mnemoteca.core.memory import Role, Tier
from mnemoteca.core.when import UNKNOWN, Moment, read_moment

POSITION_GAP = 1024  # between the positions of turns, so that what comes in later finds room in between


@dataclass(frozen=True, slots=True)
class RawSession:
    """The head of a session; its turns follow it. `id` is the source's own, or made by `without_id`.

    `ours`: from our own export, taken as it is; it names the `format` that it once came in and its `uuid`. `secrets`
    are the kinds of those that were left out.
    """

    collection: str
    source: str
    id: str
    title: str
    started: Moment
    kind: str = "chat"
    extra: str | None = None
    folder: str = ""  # the working folder
    branch: str = ""  # of its repository
    ours: bool = False
    format: str | None = None  # "" is that of notes by hand; None: the importer's own
    uuid: str = ""
    secrets: tuple[str, ...] = ()


class RawTurn(Struct, frozen=True, gc=False):  # not a dataclass: that takes twenty times as long to be made
    """One verbatim item of the session before it; `where` says where it stood, for a list of what was skipped.

    `tier`, `pinned`, `importance`, `versions` (the former texts, the oldest first), `uuid`, `kind`, `category`,
    `accesses` and `last_access` are what our own export names. `secrets` are the kinds of those that were left out,
    `whole` is then the content of the text with them.
    `parent` is the raw id of the turn that it answers ("": the one before it); `active` tells whether it is on the path
    that was last chosen; `places` are (kind, value) with the kinds file, page and url.
    """

    id: str
    where: str
    text: str
    role: Role = Role.USER
    speaker: str = ""
    moment: Moment = UNKNOWN
    tags: tuple[str, ...] = ()
    extra: str | None = None
    tier: Tier | None = None
    pinned: bool = False
    importance: float | None = None
    versions: tuple[str, ...] = ()
    parent: str = ""
    active: bool = True
    model: str = ""
    attachments: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    uuid: str = ""
    kind: str = ""
    category: str = ""
    accesses: int = 0
    last_access: datetime | None = None
    secrets: tuple[str, ...] = ()
    whole: UUID | None = None

    @property
    def has_details(self) -> bool:
        """Whether it tells more than most turns do."""
        return bool(self.parent or not self.active or self.model or self.attachments)


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that can't be taken, or (`taken`) could only be taken with a change that has to be said."""

    where: str
    reason: str
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Empty:
    """A turn without any text: counted, not listed."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A turn that the person asked to leave out: counted, not listed."""


@dataclass(frozen=True, slots=True)
class ReadTo:
    """How far the file was read, in bytes."""

    at: int


Item = RawSession | RawTurn | Unread | Empty | LeftOut | ReadTo


class ImportKeys:
    """By what a session and its memories are known again; the parts of a key can't run together."""

    def __init__(self, space: int, format: str, collection: str, session: str) -> None:
        self._begun = hashlib.sha256(b"".join(map(_part, (str(space), format, collection, session))))

    @property
    def session(self) -> UUID:
        """The key of the session."""
        return UUID(bytes=self._begun.digest()[:16])

    def of(self, item: str) -> UUID:
        """The key of one of its memories."""
        told = self._begun.copy()
        told.update(_part(item))
        return UUID(bytes=told.digest()[:16])


def _part(text: str) -> bytes:
    told = text.encode("utf-8", "surrogatepass")
    return b"%d:%b" % (len(told), told)


def day_key(space: int, day: str) -> UUID:
    """By what the session of the notes of a local day is known."""
    return UUID(bytes=hashlib.sha256(f"notes\0{space}\0{day}".encode()).digest()[:16])


def content_hash(text: str) -> UUID:
    """The first 128 bits of the SHA-256 of a storable text in UTF-8."""
    return UUID(bytes=hashlib.sha256(text.encode()).digest()[:16])


def without_id(text: str, nth: int) -> str:
    """The id of what has none at its source: its content, and the how manieth of that content it is."""
    return f"\0{content_hash(text).hex}:{nth}"


def told_id(id: str) -> str:
    """The id as its source has it: "" where `without_id` made it."""
    return "" if id.startswith("\0") else id


class _MachineZone(tzinfo):
    """The zone that this machine is set to, with its summer times; UTC in years for which it knows none."""

    def utcoffset(self, moment: datetime | None) -> timedelta:
        try:
            return (moment and moment.replace(tzinfo=None).astimezone().utcoffset()) or timedelta()
        except (ValueError, OverflowError, OSError):
            return timedelta()

    def dst(self, moment: datetime | None) -> timedelta | None:
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        return None


_HERE = _MachineZone()


def read_time(raw: str) -> Moment:
    """An ISO 8601 time; without a zone it is one of the machine's zone at that date. `UNKNOWN` where it is none,
    or where it is outside the years 1 to 9999."""
    return read_moment(raw, _HERE)
