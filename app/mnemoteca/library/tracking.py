"""Where an import is among its items: the session it is in, and by what each turn is known again."""

from __future__ import annotations

from collections import OrderedDict
from uuid import UUID

from mnemoteca.core.importing import RawSession, RawTurn, content_hash, day_key, import_key
from mnemoteca.library.intake import Head, Prepared

_REMEMBERED = 20_000  # sessions whose last turn is remembered, for when they go on later in the file


class Track:
    """Follows the items in their order, those that were taken before a pause, too."""

    def __init__(self, space: int, format: str) -> None:
        self._space = space
        self._format = format
        self._head: Head | None = None
        self._last: OrderedDict[UUID, UUID] = OrderedDict()  # session -> the turn that came last

    def session(self, raw: RawSession) -> Head:
        """A session begins, or goes on."""
        by_hand = raw.format == "" and raw.kind == "notes"
        key = day_key(self._space, raw.id) if by_hand else import_key(*self._names(raw))
        self._head = Head(key, raw)
        return self._head

    def turn(self, raw: RawTurn) -> tuple[UUID, UUID | None]:
        """The key of the next turn, and of the one before it in its session."""
        assert self._head is not None
        key = import_key(*self._names(self._head.raw), raw.id)
        before = self._last.get(self._head.key)
        self._last[self._head.key] = key
        self._last.move_to_end(self._head.key)
        if len(self._last) > _REMEMBERED:
            self._last.popitem(last=False)
        return key, before

    def prepared(self, raw: RawTurn) -> Prepared:
        """The next turn, ready to be compared."""
        key, before = self.turn(raw)
        assert self._head is not None
        parent = import_key(*self._names(self._head.raw), raw.parent) if raw.parent else None
        return Prepared(self._head, key, raw, content_hash(raw.text), before, parent)

    def _names(self, raw: RawSession) -> tuple[int, str, str, str]:
        return self._space, self._format if raw.format is None else raw.format, raw.collection, raw.id
