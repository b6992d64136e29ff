"""What comes again just as it stands here: told for a batch at once, so that it costs next to nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from mnemoteca.library.importers.screen import clean_turn
from mnemoteca.library.importers.seen import Seen
from mnemoteca.library.intake import Head, Prepared
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import standing
from mnemoteca.store.tables.standing import IS_OTHER, LOW, WITHOUT_DETAILS, Column, Numbers


@dataclass(frozen=True, slots=True)
class Same:
    """So many turns in a row that stand here as they come."""

    count: int


class Sieve:
    """Compares with what stood in the space when it was first needed; what came since then is looked up by others.

    A session is the same when all of its turns that are looked at together are: in one of which a turn is new, that
    turn is placed between its neighbours.
    """

    def __init__(self, space: int, titled: Seen) -> None:
        """`titled` takes in the sessions whose title was told."""
        self._space = space
        self._titled = titled
        self._sessions: Column | None = None
        self._memories: Column | None = None

    def same(self, reader: Reader, turns: Sequence[Prepared]) -> set[UUID]:
        """The keys of the sessions of which nothing is new: no turn, no text, no title, no path."""
        heads = {turn.head.key: turn.head for turn in turns}
        known = self._known(reader, list(heads.values()))
        if not known:
            return set()
        if self._memories is None:
            self._memories = standing.memories(reader, self._space)
        asked = [turn for turn in turns if turn.head.key in known]
        rows, here = self._memories.rows_of(_numbers([turn.key for turn in asked]))
        contents = _numbers([turn.content_hash for turn in asked])
        active = self._memories.arrays["active"][rows]
        path = np.fromiter((turn.raw.active for turn in asked), np.int8, len(asked))
        here &= self._memories.arrays["content"][rows] == contents
        here &= (active != IS_OTHER) & ((active == WITHOUT_DETAILS) | (active == path))
        other = {asked[n].head.key for n in np.flatnonzero(~here).tolist()}
        other |= {turn.head.key for turn in asked if turn.head.key not in other and _has_secrets(turn)}
        for key in known - other:
            self._titled.add(key.hex)
        return known - other

    def _known(self, reader: Reader, heads: list[Head]) -> set[UUID]:
        """Those that are here under the title that they come with."""
        if self._sessions is None:
            self._sessions = standing.sessions(reader)
        rows, here = self._sessions.rows_of(_numbers([head.key for head in heads]))
        if not here.any():
            return set()
        titles = self._sessions.arrays["title"][rows].tolist()
        return {
            head.key
            for head, known, title in zip(heads, here.tolist(), titles, strict=True)
            if known and (head.raw.ours or not head.raw.title or _number_of(head.raw.title) == title)
        }


class Here:
    """Which keys and contents a space may have; what came since the first question is not told."""

    def __init__(self, space: int) -> None:
        self._space = space
        self._memories: Column | None = None
        self._contents: Column | None = None

    def keys(self, reader: Reader, asked: Sequence[UUID]) -> list[UUID]:
        """Those of the import keys that memories have."""
        if self._memories is None:
            self._memories = standing.memories(reader, self._space)
        return _held(self._memories, asked)

    def contents(self, reader: Reader, asked: Sequence[UUID]) -> list[UUID]:
        """Those of the contents that active memories have, each once."""
        if self._contents is None:
            self._contents = standing.contents(reader, self._space)
        return list(set(_held(self._contents, asked)))


def _held(column: Column, asked: Sequence[UUID]) -> list[UUID]:
    _, here = column.rows_of(_numbers(asked))
    return [asked[n] for n in np.flatnonzero(here).tolist()]


def _has_secrets(turn: Prepared) -> bool:
    """Whether one stands beside its text; they are counted each time."""
    raw = turn.raw
    return bool(raw.extra or raw.places or raw.versions) and bool(clean_turn(raw, ()).secrets)


def _numbers(keys: Sequence[UUID]) -> Numbers:
    return np.fromiter((key.int & LOW for key in keys), np.uint64, len(keys))


def _number_of(title: str) -> int:
    digest = hashlib.md5(title.encode(), usedforsecurity=False).digest()
    return int.from_bytes(digest[8:], "little")
