"""Purging: what is to go for good, what hangs on it, and the receipt that proves it. Pure.

A mark is the first 128 bits of an HMAC-SHA-256 under a random key of the library: a plain hash of a short text could
be guessed. It is taken over the NFC text with white space folded, or over an import key.
"""

from __future__ import annotations

import hmac
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

WINDOW = 12  # characters in a row, below which nothing is looked for inside another text,
RUN = 40  # and that a text shares with what goes with it, unless one of the two holds the other whole
MARKED_FROM = 20  # characters of a folded text: shorter ones ("ok, thanks") are refused by their import key alone
KEY_BYTES = 32


class PurgeKind(StrEnum):
    """What was purged together."""

    MEMORIES = "memories"
    SESSION = "session"
    DAYS = "days"
    SPACE = "space"
    ENTITY = "entity"


@dataclass(frozen=True, slots=True)
class PurgeTarget:
    """What is to go: memories by ids, a session, what was said in a range in a space, a space, all about an entity.

    Former versions go with the newest. With `after` or `before` (exclusive), the range; without, the whole space.
    About an `entity` (its id) go the memories that speak of it; with `named`, also those in which a name of one word
    stands that may be another's.
    """

    ids: tuple[int, ...] = ()
    session: int = 0
    space: str = ""
    after: datetime | None = None
    before: datetime | None = None
    entity: int = 0
    named: bool = False

    @property
    def kind(self) -> PurgeKind | None:
        """What this names; None where it names nothing, or two things."""
        one = [kind for given, kind in self._given() if given]
        if len(one) != 1 or (self.named and not self.entity):
            return None
        if self.after or self.before:
            return PurgeKind.DAYS if self.space else None
        return one[0]

    def _given(self) -> tuple[tuple[bool, PurgeKind], ...]:
        return (
            (bool(self.ids), PurgeKind.MEMORIES),
            (bool(self.session), PurgeKind.SESSION),
            (bool(self.space), PurgeKind.SPACE),
            (bool(self.entity), PurgeKind.ENTITY),
        )


@dataclass(frozen=True, slots=True)
class SharedMemory:
    """A memory that speaks of others, too: how it begins, and their names."""

    id: int
    text: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PurgePreview:
    """What a purge would take, and where else it stands.

    `versions` are former texts behind the memories; `sessions` go whole; `backups` (paths) are written anew;
    `unreadable` are files that can't be opened and are removed only when that is asked for; `out_of_reach` are
    backups elsewhere, without which the receipt stays in progress; `sources` still hold it and are not touched.
    `digests`, `patterns`, `facts` and `links` of the graph rest on them: they go, or do without their words.

    Of everything `about` an entity (its name): `ids` are the memories; `shared` of them (the newest in `shares`) speak
    of others, too; in `named` more its name stands; `titles` of sessions that stay hold it.
    """

    kind: PurgeKind
    memories: int
    versions: int
    sessions: int
    backups: tuple[str, ...] = ()
    drafts: int = 0
    searches: int = 0
    unreadable: tuple[str, ...] = ()
    out_of_reach: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    digests: int = 0
    patterns: int = 0
    facts: int = 0
    links: int = 0
    about: str = ""
    ids: tuple[int, ...] = ()
    shared: int = 0
    shares: tuple[SharedMemory, ...] = ()
    named: int = 0
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Find:
    """How often a place held something of what was purged; `after` is None until it was written anew."""

    place: str
    before: int
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof of a purge: no text, no name. In progress until `done_at`; `waiting` are files that wait."""

    id: int
    at: datetime
    kind: PurgeKind
    memories: int
    marks: int
    finds: tuple[Find, ...]
    waiting: tuple[str, ...]
    done_at: datetime | None


def text_mark(key: bytes, text: str) -> UUID | None:
    """The mark of a text; None for one that is too short to be refused by itself."""
    folded = fold(text)
    return None if len(folded) < MARKED_FROM else _mark(key, b"text", folded.encode("utf-8", "surrogatepass"))


def key_mark(key: bytes, import_key: UUID) -> UUID:
    """The mark of an import key."""
    return _mark(key, b"key", import_key.bytes)


def title_mark(key: bytes, title: str) -> UUID:
    """The mark of a session's title that shared text with what was purged."""
    return _mark(key, b"title", fold(title).encode("utf-8", "surrogatepass"))


def fold(text: str) -> str:
    """The text in NFC, each run of white space one blank."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _mark(key: bytes, kind: bytes, content: bytes) -> UUID:
    return UUID(bytes=hmac.digest(key, kind + b"\0" + content, "sha256")[:16])


def sharing(candidates: Sequence[str], texts: Iterable[str]) -> frozenset[int]:
    """Which of the candidates (by their place) hold so much of one of the texts that they go with it.

    One that stands whole in a text, that holds a text whole, or that shares `RUN` characters in a row with it; a few
    common words do not cost a person a draft or a title. One shorter than `WINDOW` goes where a text begins with it.
    """
    windows: dict[str, set[int]] = {}
    short: dict[str, set[int]] = {}
    for n, candidate in enumerate(candidates):
        if len(candidate) < WINDOW:
            short.setdefault(candidate.strip(), set()).add(n)
        for window in _windows(candidate):
            windows.setdefault(window, set()).add(n)
    short.pop("", None)
    found: set[int] = set()
    for text in texts:
        for at, window in enumerate(_windows(text)):
            for n in windows.get(window, set()) - found:
                if _holds(candidates[n], text, at):
                    found.add(n)
        begun = text.lstrip()
        for beginning, places in short.items():
            if begun.startswith(beginning):
                found |= places
    return frozenset(found)


def _holds(candidate: str, text: str, at: int) -> bool:
    run = text[at : at + RUN]
    return candidate.strip() in text or text.strip() in candidate or (len(run) == RUN and run in candidate)


def _windows(text: str) -> Iterator[str]:
    return (text[n : n + WINDOW] for n in range(len(text) - WINDOW + 1))
