"""What a receipt names does not come in again: told by marks, of texts, of titles and of import keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import msgspec

from mnemoteca.core.purging import key_mark, text_mark, title_mark
from mnemoteca.library.intake import Head, Prepared
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import receipts


class Refusals:
    """The marks of every receipt, read again when there is a new one."""

    def __init__(self) -> None:
        self._newest = 0
        self._key = b""
        self._marks: frozenset[UUID] = frozenset()
        self._heads: dict[UUID, tuple[Head, Head]] = {}  # the last ones, as they came and as they may come in

    def sift(self, reader: Reader, batch: Sequence[Prepared]) -> list[Prepared]:
        """Those of the batch that may come in, without the former texts and titles that may not."""
        self.read(reader)
        if not self._marks:
            return list(batch)
        return [self._allowed(turn) for turn in batch if not self._is_named(turn)]

    def read(self, reader: Reader) -> None:
        """Look whether there is a new receipt."""
        newest = receipts.last_number(reader)
        if newest != self._newest:
            self._newest, self._key, self._marks = newest, receipts.key(reader) or b"", receipts.marks(reader)
            self._heads.clear()

    def names_title(self, title: str) -> bool:
        """Whether a title, or a text that is one, was purged."""
        if not self._marks or not title:
            return False
        return title_mark(self._key, title) in self._marks or self._is_marked(title)

    def _is_named(self, turn: Prepared) -> bool:
        if key_mark(self._key, turn.key) in self._marks or self._is_marked(turn.raw.text):
            return True
        return bool(turn.raw.uuid) and key_mark(self._key, UUID(turn.raw.uuid)) in self._marks

    def _is_marked(self, text: str) -> bool:
        mark = text_mark(self._key, text)
        return mark is not None and mark in self._marks

    def _allowed(self, turn: Prepared) -> Prepared:
        kept = tuple(text for text in turn.raw.versions if not self._is_marked(text))
        head = self._head(turn.head)
        if kept == turn.raw.versions and head is turn.head:
            return turn
        return msgspec.structs.replace(turn, head=head, raw=msgspec.structs.replace(turn.raw, versions=kept))

    def _head(self, head: Head) -> Head:
        known = self._heads.get(head.key)
        if known is None or known[0] is not head:
            allowed = replace(head, raw=replace(head.raw, title="")) if self.names_title(head.raw.title) else head
            known = self._heads[head.key] = (head, allowed)
        return known[1]
