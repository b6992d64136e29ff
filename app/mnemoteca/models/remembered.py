"""What models made of texts, kept while the process lives: the least recently used goes when there are too many.

The key is a hash of the text with the model and the prompt by which it was made; nothing of it reaches the disk.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Mapping
from threading import Lock
from types import MappingProxyType
from typing import TypeVar, cast

AT_MOST: Mapping[str, int] = MappingProxyType({"embeddings": 1_000, "summaries": 500, "tags": 2_000})
V = TypeVar("V")


class Remembered:
    """Results by kind; any thread may ask."""

    def __init__(self, at_most: Mapping[str, int] = AT_MOST) -> None:
        self._at_most = at_most
        self._kept: dict[str, OrderedDict[tuple[str, str, str], object]] = {kind: OrderedDict() for kind in at_most}
        self._lock = Lock()

    def or_made(
        self, kind: str, text: str, make: Callable[[], V | None], model: str = "", prompt: str = ""
    ) -> V | None:
        """What was made of this text before, else what is made now; None is a failure, and is not kept."""
        key = (hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), model, prompt)
        kept = self._kept[kind]
        with self._lock:
            if key in kept:
                kept.move_to_end(key)
                return cast(V, kept[key])
        made = make()
        if made is not None:
            with self._lock:
                kept[key] = made
                kept.move_to_end(key)
                while len(kept) > self._at_most[kind]:
                    kept.popitem(last=False)
        return made

    def count(self, kind: str) -> int:
        with self._lock:
            return len(self._kept[kind])

    def forget(self) -> None:
        """Drop everything, as when memories are purged or a person corrected something."""
        with self._lock:
            for kept in self._kept.values():
                kept.clear()
