"""Where each memory stands: its session, its place there, when, who speaks and as what; in arrays, for recall.

Some 60 bytes a memory. An `Order` never changes; what is new makes another one. What an import brings stands behind all
else: it goes into room that was kept behind the arrays, so that a long import does not copy them again and again
(decisions/61-memory-of-an-import.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from mnemoteca.core.text import words
from mnemoteca.store.wording import Ids, Place

TOGETHER_S = 3600.0  # turns that are further apart don't belong together
PERSON, ASSISTANT = 1, 2  # of `part`
_COLUMNS = ("id", "session", "position", "at", "voice", "part")
_TYPES = {"id": np.int64, "session": np.int64, "position": np.int64, "at": np.float64, "voice": np.int64,
          "part": np.int8}  # fmt: skip
_ROOM = 1 << 20  # rows for which there is room at least; what nothing was written to takes no memory

_PARTS = frozenset(
    ["user", "assistant", "human", "ai", "bot", "system", "tool", "note", "doc", "document", "me", "you", "usuario"]
)

Arrays = dict[str, np.ndarray[Any, Any]]


class Order:
    """All active memories in the order of their sessions.

    `follows[i]` says that row i goes on what row i-1 began: one session, within the hour, and a conversation:
    somebody speaks, and time goes on or the speaker changes; sections and notes do neither. `own[i]` says that
    the person said it to an assistant.
    """

    def __init__(self, columns: Arrays, speakers: dict[int, str]) -> None:
        """`speakers` are the names by their voices."""
        order = np.lexsort((columns["id"], columns["position"], columns["session"]))
        self._take({name: columns[name][order].astype(_TYPES[name]) for name in _COLUMNS}, speakers)
        part = self.columns["part"]
        self.follows = _follows(self.session, self.at, self.voice)
        self.own = (part == PERSON) & np.isin(self.session, self.session[part == ASSISTANT])
        self._by_id = np.argsort(self.ids, kind="stable")
        self._sorted = self.ids[self._by_id]

    def _take(self, columns: Arrays, speakers: dict[int, str]) -> None:
        """Columns that are in their order."""
        self.columns = columns
        self.ids: Ids = columns["id"]
        self.session, self.at, self.voice = (columns[name] for name in ("session", "at", "voice"))
        self._speakers = speakers
        self._voices: dict[str, list[int]] = {}
        for voice, name in speakers.items():
            for word in words(name):
                self._voices.setdefault(word, []).append(voice)
        self._room: Arrays = {}  # arrays of which ours are the beginning; the newest order alone writes behind it

    @classmethod
    def empty(cls) -> Order:
        return cls({name: np.empty(0, _TYPES[name]) for name in _COLUMNS}, {})

    def rows_of(self, ids: Ids) -> np.ndarray[Any, np.dtype[np.int64]]:
        """The row of each id; -1 where it isn't here."""
        if not len(self._sorted):
            return np.full(len(ids), -1, np.int64)
        spots = np.minimum(np.searchsorted(self._sorted, ids), len(self._sorted) - 1)
        return np.where(self._sorted[spots] == ids, self._by_id[spots], -1)

    def named(self, asked: frozenset[str]) -> list[int]:
        """The voices whose name stands among the folded words of a question."""
        return [voice for word in asked for voice in self._voices.get(word, ())]

    def names(self, asked: frozenset[str]) -> frozenset[str]:
        """Those of the folded words that are a part of a speaker's name, what says only their part left out."""
        return frozenset(word for word in asked if word in self._voices) - _PARTS

    def changed(self, gone: Ids, places: Sequence[Place]) -> Order:
        """The order without the memories `gone` and with these places; asked of the newest order only."""
        new = np.array([place.id for place in places], np.int64)
        added: Arrays = {name: np.array([getattr(place, name) for place in places], _TYPES[name]) for name in _COLUMNS}
        speakers = self._speakers | {p.voice: p.speaker for p in places if p.voice >= 0 and p.speaker}
        out = np.concatenate([gone, new])
        if len(new) and self._is_behind(added) and bool((self.rows_of(out) < 0).all()):
            return self._with_behind(added, speakers)
        stay = ~np.isin(self.ids, out)
        columns = {name: np.concatenate([self.columns[name][stay], added[name]]) for name in _COLUMNS}
        return Order(columns, speakers)

    def _is_behind(self, added: Arrays) -> bool:
        """Whether all of these come after what is here, in the order and by their ids."""
        if not len(self.ids):
            return True
        first = min(zip(*(added[name].tolist() for name in ("session", "position", "id")), strict=True))
        last = tuple(int(self.columns[name][-1]) for name in ("session", "position", "id"))
        return bool(first > last and int(added["id"].min()) > int(self._sorted[-1]))

    def _with_behind(self, added: Arrays, speakers: dict[int, str]) -> Order:
        """The order with these behind all that is here, which is not copied where there is room."""
        count = len(self.ids)
        order = np.lexsort((added["id"], added["position"], added["session"]))
        tail = {name: values[order] for name, values in added.items()}
        by_id = np.argsort(tail["id"], kind="stable")
        tail |= {"by_id": by_id + count, "sorted": tail["id"][by_id]}
        now = self.columns | {"by_id": self._by_id, "sorted": self._sorted}
        new = Order.__new__(Order)
        room = {name: _with_room(self._room.get(name), now[name], tail[name]) for name in tail}
        whole = {name: held[: count + len(order)] for name, held in room.items()}
        new._take({name: whole[name] for name in _COLUMNS}, self._speakers if speakers == self._speakers else speakers)
        new._room, new._by_id, new._sorted = room, whole["by_id"], whole["sorted"]
        self._room = {}
        edge = max(0, count - 1)
        new.follows = np.concatenate(
            [self.follows, _follows(new.session[edge:], new.at[edge:], new.voice[edge:])[-len(order) :]]
        )
        begun = int(np.searchsorted(new.session, tail["session"][0]))  # the session that may go on with these
        part, session = new.columns["part"][begun:], new.session[begun:]
        new.own = np.concatenate([self.own[:begun], (part == PERSON) & np.isin(session, session[part == ASSISTANT])])
        return new


def _with_room(room: np.ndarray[Any, Any] | None, now: np.ndarray[Any, Any], tail: np.ndarray[Any, Any]) -> Any:
    """An array that begins with these values and goes on with those: the one with room where they fit."""
    count = len(now) + len(tail)
    if room is None or len(room) < count:
        room = np.empty(max(_ROOM, 4 * count), now.dtype)
        room[: len(now)] = now
    room[len(now) : count] = tail
    return room


def _follows(session: np.ndarray[Any, Any], at: np.ndarray[Any, Any], voice: np.ndarray[Any, Any]) -> Any:
    follows = np.zeros(len(session), bool)
    if len(session) > 1:
        gap = np.abs(np.diff(at))
        talk = ((gap > 0) | (np.diff(voice) != 0)) & (voice[1:] >= 0) & (voice[:-1] >= 0)
        follows[1:] = (np.diff(session) == 0) & talk & ~(gap > TOGETHER_S)
    return follows
