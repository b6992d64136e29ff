"""Where each memory stands: its session, its place there, when, who speaks and as what; in arrays, for recall.

Some 50 bytes a memory. An `Order` never changes; what is new makes another one.
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
        self.columns: Arrays = {name: columns[name][order].astype(_TYPES[name]) for name in _COLUMNS}
        self.ids: Ids = self.columns["id"]
        self.session, self.at, self.voice = (self.columns[name] for name in ("session", "at", "voice"))
        self.follows = _follows(self.session, self.at, self.voice)
        part = self.columns["part"]
        self.own = (part == PERSON) & np.isin(self.session, self.session[part == ASSISTANT])
        self._speakers = speakers
        self._voices: dict[str, list[int]] = {}
        for voice, name in speakers.items():
            for word in words(name):
                self._voices.setdefault(word, []).append(voice)
        self._by_id = np.argsort(self.ids, kind="stable")
        self._sorted = self.ids[self._by_id]

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
        """The order without the memories `gone` and with these places."""
        new = np.array([place.id for place in places], np.int64)
        stay = ~np.isin(self.ids, np.concatenate([gone, new]))
        added: Arrays = {name: np.array([getattr(place, name) for place in places], _TYPES[name]) for name in _COLUMNS}
        columns = {name: np.concatenate([self.columns[name][stay], added[name]]) for name in _COLUMNS}
        return Order(columns, self._speakers | {p.voice: p.speaker for p in places if p.voice >= 0 and p.speaker})


def _follows(session: np.ndarray[Any, Any], at: np.ndarray[Any, Any], voice: np.ndarray[Any, Any]) -> Any:
    follows = np.zeros(len(session), bool)
    if len(session) > 1:
        gap = np.abs(np.diff(at))
        talk = ((gap > 0) | (np.diff(voice) != 0)) & (voice[1:] >= 0) & (voice[:-1] >= 0)
        follows[1:] = (np.diff(session) == 0) & talk & ~(gap > TOGETHER_S)
    return follows
