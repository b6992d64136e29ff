"""Keeps what models made of texts in the tables, so that a restart does not have it made again."""

from __future__ import annotations

from mnemoteca.models.remembered import Kept, Key, Remembered
from mnemoteca.store.engine import Store, Tx
from mnemoteca.store.tables import cache
from mnemoteca.store.tables.cache import Row


class Caching:
    """Between what is remembered and its table."""

    def __init__(self, store: Store, remembered: Remembered) -> None:
        self._store, self._remembered = store, remembered

    def load(self) -> None:
        """Remember what the table holds."""
        with self._store.read() as reader:
            rows = cache.rows(reader)
        self._remembered.bring(Kept(Key(*row[:4]), row.value, row.used) for row in rows)

    def write(self) -> None:
        """Put what is new into the table, but for what was made of a memory that is purged by now."""
        moved = self._remembered.moved()
        if not moved.kept and not moved.gone:
            return

        def work(tx: Tx) -> None:
            there = cache.there(tx, [each.about for each in moved.kept if each.about])
            kept = [each for each in moved.kept if not each.about or each.about in there]
            rows = [
                Row(k.kind, k.text_hash, k.model, k.prompt, each.value, each.used) for each in kept for k in [each.key]
            ]
            cache.put(tx, rows, [(key.kind, key.text_hash, key.model, key.prompt) for key in moved.gone])

        self._store.write(work)
