"""The Python API: the tiers of a space as plain objects, over the service of the data folder.

Synchronous and thread-safe. The service is that of `MNEMOTECA_DATA` (default: the platform's data folder) and is
started if it isn't running; DuckDB is never opened in the caller. One object per process, data folder and space.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from mnemoteca.core import short_term, tiers
from mnemoteca.core.library import Library
from mnemoteca.core.memory import Memory
from mnemoteca.core.recall import TierHit
from mnemoteca.core.reports import RunInfo
from mnemoteca.core.short_term import ShortTermEntry, ShortTermMemory
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.folder import data_folder
from mnemoteca.wire.start import start_service

_lock = threading.Lock()
_clients: dict[Path, Client] = {}
_managers: dict[tuple[Path, str], MemoryTierManager] = {}


def _entry(library: Library, memory: Memory) -> ShortTermEntry:
    """A memory of the SHORT tier as the plain entry of the API, its text whole."""
    text = memory.text if len(memory.text) >= memory.length else library.memory(memory.id).text
    return ShortTermEntry(
        str(memory.id), text, memory.recorded_at, memory.importance, memory.category, memory.access_count
    )


class ServedShortTermMemory(ShortTermMemory):
    """The SHORT tier of a space, with the methods of the plain buffer over the service."""

    def __init__(self, library: Library, space: str) -> None:
        settings = library.settings(space)
        super().__init__(float(settings["short.ttl_s"]), int(settings["short.max_size"]))
        self._library = library
        self._space = space

    def add(self, content: str, importance: float = 0.5, category: str = "general") -> ShortTermEntry:
        short_term.check_capture(content, importance)
        return _entry(self._library, self._library.add_short_term(content, self._space, importance, category))

    def get(self, query: str, limit: int = 10) -> list[ShortTermEntry]:
        return [_entry(self._library, memory) for memory in self._library.short_search(query, self._space, limit)]

    def get_recent(self, n: int = 10) -> list[ShortTermEntry]:
        return [_entry(self._library, memory) for memory in self._library.short_entries(self._space)[:n]]

    def get_promotable(self) -> list[ShortTermEntry]:
        held = self.get_recent(self.max_size)
        return [entry for entry in held if tiers.promotable(entry.importance, entry.access_count)]

    def mark_promoted(self, entry_id: str) -> bool:
        """Promote the entry to MEDIUM, by which it leaves the buffer; False if it isn't there."""
        return entry_id.isdecimal() and self._library.force_promotion(int(entry_id))

    def clear(self) -> int:
        """Empty the buffer; how many left. They fade, they are not destroyed."""
        return self._library.clear_short_term(self._space)

    def render_context(self, limit: int = 10) -> str:
        return short_term.render(self.get_recent(limit))

    def __len__(self) -> int:
        return len(self._library.short_entries(self._space))


class MemoryTierManager:
    """The three tiers of one space."""

    def __init__(self, library: Library, space: str) -> None:
        self._library = library
        self.space = library.make_space(space).name
        self.short_term = ServedShortTermMemory(library, self.space)

    def add_short_term(self, content: str, importance: float = 0.5, category: str = "general") -> ShortTermEntry:
        """Take an entry into SHORT. Raises ValueError with a sentence for a blank text or a wrong importance."""
        return self.short_term.add(content, importance, category)

    def force_promotion(self, entry_id: str) -> bool:
        """SHORT to MEDIUM at once; False if it isn't in SHORT."""
        return self.short_term.mark_promoted(entry_id)

    def promote_all_eligible(self) -> int:
        """Promote all of `get_promotable()` at once, without waiting for the 30 s; how many."""
        return self._library.promote_all_eligible(self.space)

    def consolidate_medium_to_long(self) -> RunInfo:
        """Consolidate now; the run's account."""
        return self._library.consolidate_medium_to_long(self.space)

    def start_auto_promotion(self) -> None:
        """Let memories of this space rise by themselves (as they do from the start)."""
        self._library.set_setting("tiers.promote", True, self.space)

    def stop_auto_promotion(self) -> None:
        """Let none of this space rise by itself; the TTL goes on."""
        self._library.set_setting("tiers.promote", False, self.space)

    def recall_across_tiers(self, query: str, limit: int = 5) -> list[TierHit]:
        """Hits of all tiers, best first; a SHORT entry among them is thereby accessed."""
        return list(self._library.recall_across_tiers(query, self.space, limit))

    def get_tier_stats(self) -> dict[str, dict[str, Any]]:
        """The figures of short, medium, long, faded and archive: count, oldest, newest, promotions, expiries;
        short also max_size, ttl_s and promotable."""
        stats = self._library.tier_stats(self.space)
        figures = ("count", "oldest", "newest", "promotions", "expiries")
        found = {
            name: {figure: getattr(getattr(stats, name), figure) for figure in figures}
            for name in ("short", "medium", "long", "faded", "archive")
        }
        found["short"] |= {name: getattr(stats.short, name) for name in ("max_size", "ttl_s", "promotable")}
        return found

    def clear_short_term(self) -> int:
        """Empty SHORT; how many left. They fade, they are not destroyed."""
        return self.short_term.clear()


def get_tier_manager(space: str) -> MemoryTierManager:
    """The tiers of a space, which is made if it isn't there; the same object for the same space and data folder."""
    folder = data_folder(None)
    with _lock:
        if (folder, space) not in _managers:
            if folder not in _clients:
                _clients[folder] = connect(folder, start=start_service, role="api")
            _managers[(folder, space)] = MemoryTierManager(_clients[folder].library, space)
        return _managers[(folder, space)]


def get_short_term_memory(space: str) -> ShortTermMemory:
    """The SHORT tier of a space over the service; the same object for the same space and data folder."""
    return get_tier_manager(space).short_term


def disconnect() -> None:
    """Close every connection of this process; the service goes on, and the next call connects anew."""
    with _lock:
        for client in _clients.values():
            client.close()
        _clients.clear()
        _managers.clear()
