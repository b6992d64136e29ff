"""Where an import is among its items: the session it is in, and by what each turn is known again."""

from __future__ import annotations

from collections import OrderedDict
from uuid import UUID

from mnemoteca.core.importing import ImportKeys, RawSession, RawTurn, content_hash, day_key
from mnemoteca.library.intake import Head, Prepared

_REMEMBERED = 20_000  # sessions whose last turn is remembered, for when they go on later in the file


class Track:
    """Follows the items in their order, those that were taken before a pause, too."""

    def __init__(self, space: int, format: str) -> None:
        self._space = space
        self._format = format
        self._at: tuple[Head, ImportKeys] | None = None
        self._newest = ("", UUID(int=0))  # the last turn since the session began or went on: its raw id, and its key
        self._last: OrderedDict[UUID, UUID] = OrderedDict()  # session -> the turn that came last

    def session(self, raw: RawSession) -> Head:
        """A session begins, or goes on."""
        format = self._format if raw.format is None else raw.format
        keys = ImportKeys(self._space, format, raw.collection, raw.id)
        by_hand = raw.format == "" and raw.kind == "notes"
        head = Head(day_key(self._space, raw.id) if by_hand else keys.session, raw)
        self._at = head, keys
        self._newest = ("", head.key)
        return head

    def turn(self, raw: RawTurn) -> tuple[UUID, UUID | None]:
        """The key of the next turn, and of the one before it in its session."""
        assert self._at is not None
        head, keys = self._at
        session, key = head.key, keys.of(raw.id)
        before = self._last.get(session)
        self._last[session] = key
        self._newest = (raw.id, key)
        if before is None:
            if len(self._last) > _REMEMBERED:
                self._last.popitem(last=False)
        else:
            self._last.move_to_end(session)
        return key, before

    def prepared(self, raw: RawTurn) -> Prepared:
        """The next turn, ready to be compared."""
        newest, its_key = self._newest
        key, before = self.turn(raw)
        assert self._at is not None
        head, keys = self._at
        parent = None if not raw.parent else its_key if raw.parent == newest else keys.of(raw.parent)
        return Prepared(head, key, raw, content_hash(raw.text), before, parent)
