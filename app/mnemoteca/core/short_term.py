"""The short-term buffer, usable alone: a bounded deque whose entries live five minutes."""

from __future__ import annotations

import threading
import uuid
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from mnemoteca.core import tiers
from mnemoteca.core.clock import SystemClock
from mnemoteca.core.errors import BadInput
from mnemoteca.core.text import words


@dataclass
class ShortTermEntry:
    """One entry of the SHORT tier; `timestamp` is aware, UTC; `importance` is 0.0 to 1.0."""

    id: str
    content: str
    timestamp: datetime
    importance: float
    category: str
    access_count: int = 0

    @property
    def since(self) -> datetime:
        return self.timestamp

    def is_expired(self, ttl: float = tiers.SHORT_TTL_S, now: datetime | None = None) -> bool:
        """Whether `ttl` seconds have passed since it came in."""
        return tiers.expired(self.timestamp, ttl, now or SystemClock().now())

    def to_dict(self) -> dict[str, object]:
        """JSON-ready, the timestamp as ISO 8601."""
        return {
            "id": self.id,
            "content": self.content,
            "timestamp": self.timestamp.isoformat(),
            "importance": self.importance,
            "category": self.category,
            "access_count": self.access_count,
        }


def check_capture(content: str, importance: float) -> None:
    """Raise `BadInput` (a ValueError) for a blank text or an importance outside 0 to 1."""
    if not content.strip():
        raise BadInput("empty_text")
    if not 0.0 <= importance <= 1.0:
        raise BadInput("importance_range", value=importance)


def render(entries: list[ShortTermEntry]) -> str:
    """The entries as text for a language model's context, oldest first; "" when there is none."""
    lines = [f"- [{e.timestamp:%H:%M:%S}] ({e.category}) {e.content}" for e in reversed(entries)]
    return "\n".join(["Recent memories:", *lines]) if lines else ""


class ShortTermMemory:
    """A plain in-memory buffer; the one of `get_short_term_memory` has the same methods over the service."""

    DEFAULT_TTL = tiers.SHORT_TTL_S
    DEFAULT_MAX_SIZE = tiers.SHORT_MAX_SIZE
    PROMOTION_THRESHOLD = tiers.PROMOTION_THRESHOLD
    MIN_ACCESSES_FOR_PROMOTION = tiers.MIN_ACCESSES

    def __init__(
        self, ttl: float = DEFAULT_TTL, max_size: int = DEFAULT_MAX_SIZE, *, clock: Callable[[], datetime] | None = None
    ) -> None:
        self.ttl = ttl
        self.max_size = max_size
        self._clock = clock or SystemClock().now
        self._entries: deque[ShortTermEntry] = deque(maxlen=max_size)
        self._lock = threading.Lock()

    def add(self, content: str, importance: float = 0.5, category: str = "general") -> ShortTermEntry:
        """Take in one entry; over `max_size` the oldest leaves. Raises ValueError with a sentence."""
        check_capture(content, importance)
        entry = ShortTermEntry(uuid.uuid4().hex, content, self._clock(), importance, category)
        with self._lock:
            self._entries.append(entry)
        return entry

    def get(self, query: str, limit: int = 10) -> list[ShortTermEntry]:
        """What holds a word of the query (accents and case folded), best first; each is thereby accessed."""
        asked = set(words(query))
        with self._lock:
            found = [(len(asked & set(words(e.content))), e) for e in self._alive()]
            best = sorted((pair for pair in found if pair[0]), key=lambda pair: -pair[0])[:limit]
            for _, entry in best:
                entry.access_count += 1
        return [entry for _, entry in best]

    def get_recent(self, n: int = 10) -> list[ShortTermEntry]:
        """The newest first, expired ones left out."""
        with self._lock:
            return self._alive()[:n]

    def get_promotable(self) -> list[ShortTermEntry]:
        """What is important or accessed enough to rise, and not expired; newest first."""
        with self._lock:
            return [e for e in self._alive() if tiers.promotable(e.importance, e.access_count)]

    def mark_promoted(self, entry_id: str) -> bool:
        """Remove the entry; False if it isn't there."""
        with self._lock:
            for entry in self._entries:
                if entry.id == entry_id:
                    self._entries.remove(entry)
                    return True
        return False

    def clear(self) -> int:
        """Empty the buffer; how many left."""
        with self._lock:
            count = len(self._entries)
            self._entries.clear()
        return count

    def render_context(self, limit: int = 10) -> str:
        """The newest `limit` entries as text for a language model's context; "" when empty."""
        return render(self.get_recent(limit))

    def __len__(self) -> int:
        with self._lock:
            return len(self._entries)

    def _alive(self) -> list[ShortTermEntry]:
        now = self._clock()
        return [e for e in reversed(self._entries) if not e.is_expired(self.ttl, now)]
