"""What models made of texts: the least recently used goes when there are too many.

The key is a hash of the text with the model and the prompt by which it was made. Who owns the tables takes what changed
from time to time and puts it there, so that it is known after a restart.
"""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from threading import Lock
from types import MappingProxyType
from typing import TypeVar

AT_MOST: Mapping[str, int] = MappingProxyType({"embeddings": 1_000, "summaries": 500, "tags": 2_000})
V = TypeVar("V", str, list[str])


@dataclass(frozen=True, slots=True)
class Key:
    """What was made of which text (its SHA-256 in hex), by which model, told by which version of its prompt."""

    kind: str
    text_hash: str
    model: str
    prompt: str


@dataclass(frozen=True, slots=True)
class Kept:
    """One result: the higher `used`, the later it was asked for; it was made of memory `about`, 0: of none."""

    key: Key
    value: str
    used: int
    about: int = 0


@dataclass(frozen=True, slots=True)
class Moved:
    """What is other than when it was last asked for: results that are new or were used, and keys that went."""

    kept: tuple[Kept, ...]
    gone: tuple[Key, ...]


class Remembered:
    """Results by kind; any thread may ask."""

    def __init__(self, at_most: Mapping[str, int] = AT_MOST) -> None:
        self._at_most = at_most
        self._kept: dict[str, OrderedDict[Key, Kept]] = {kind: OrderedDict() for kind in at_most}
        self._moved: set[Key] = set()
        self._gone: set[Key] = set()
        self._used = 0
        self._generation = 0
        self._lock = Lock()

    def or_made(
        self, kind: str, text: str, make: Callable[[], V | None], model: str = "", prompt: str = "", about: int = 0
    ) -> V | None:
        """What was made of this text before, else what is made now; None is a failure, and is not kept."""
        key = _key(kind, text, model, prompt)
        found = self._find(key)
        if found is not None:
            told: V = json.loads(found)
            return told
        generation = self._generation
        made = make()
        if made is not None:
            self._keep(key, json.dumps(made, ensure_ascii=False), about, generation)
        return made

    def find(self, kind: str, text: str, model: str, prompt: str = "") -> str | None:
        """What was made of this text before, as it was kept."""
        return self._find(_key(kind, text, model, prompt))

    def keep(self, kind: str, text: str, value: str, model: str, prompt: str = "") -> None:
        """This was made of a text that is of no memory."""
        self._keep(_key(kind, text, model, prompt), value, 0, self._generation)

    def count(self, kind: str) -> int:
        """How many results of a kind there are."""
        with self._lock:
            return len(self._kept[kind])

    def forget(self) -> None:
        """Drop everything, as when memories are purged; what is just being made is not kept either."""
        with self._lock:
            self._generation += 1
            self._moved.clear()
            self._gone.clear()
            for kept in self._kept.values():
                kept.clear()

    def bring(self, kept: Iterable[Kept]) -> None:
        """What was known before, the least recently used first; what is known by now stands before it."""
        with self._lock:
            for each in sorted(kept, key=lambda each: -each.used):
                found = self._kept.get(each.key.kind)
                if found is not None and each.key not in found and len(found) < self._at_most[each.key.kind]:
                    found[each.key] = each
                    found.move_to_end(each.key, last=False)
                self._used = max(self._used, each.used)

    def moved(self) -> Moved:
        """What is other than at the last time this was asked."""
        with self._lock:
            kept = tuple(
                self._kept[key.kind][key] for key in sorted(self._moved, key=str) if key in self._kept[key.kind]
            )
            told = Moved(kept, tuple(self._gone))
            self._moved.clear()
            self._gone.clear()
            return told

    # -- inside

    def _find(self, key: Key) -> str | None:
        with self._lock:
            found = self._kept[key.kind].get(key)
            if found is None:
                return None
            self._put(Kept(key, found.value, self._next(), found.about))
            return found.value

    def _keep(self, key: Key, value: str, about: int, generation: int) -> None:
        with self._lock:
            if generation != self._generation:
                return
            self._put(Kept(key, value, self._next(), about))
            self._gone.discard(key)
            kept = self._kept[key.kind]
            while len(kept) > self._at_most[key.kind]:
                oldest, _ = kept.popitem(last=False)
                self._moved.discard(oldest)
                self._gone.add(oldest)

    def _put(self, each: Kept) -> None:
        kept = self._kept[each.key.kind]
        kept[each.key] = each
        kept.move_to_end(each.key)
        self._moved.add(each.key)

    def _next(self) -> int:
        self._used += 1
        return self._used


def _key(kind: str, text: str, model: str, prompt: str) -> Key:
    return Key(kind, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), model, prompt)
