"""What every part of the library stands on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from mnemoteca.core.changes import By, Done, Happened
from mnemoteca.core.clock import Clock
from mnemoteca.core.errors import NotFound
from mnemoteca.core.memory import Memory
from mnemoteca.core.pushes import Push
from mnemoteca.store.engine import Reader, Store, Tx
from mnemoteca.store.tables import acts, memories, spaces
from mnemoteca.store.tables.acts import Item
from mnemoteca.store.tables.memories import Lives, Standing


class Body:
    """The store, the clock and the way to tell news; parts of the library are made of it."""

    def __init__(self, store: Store, clock: Clock, push: Callable[[Push], None]) -> None:
        self.store = store
        self.clock = clock
        self.push = push

    def lives(self, reader: Reader) -> Lives:
        """How long the tiers live, as set."""
        values = spaces.settings(reader)
        return Lives(float(values["short.ttl_s"]), float(values["medium.ttl_s"]))

    def space_id(self, reader: Reader, name: str) -> int:
        """The id of an active space; raises `NotFound`."""
        found = spaces.find_id(reader, name)
        if found is None:
            raise NotFound("no_space", name=name)
        return found

    def one(self, reader: Reader, id: int, text_limit: int = 64_000_000) -> Memory:
        """A memory with its text whole; raises `NotFound`."""
        found = memories.by_ids(reader, [id], text_limit, self.lives(reader))
        if not found:
            raise NotFound("no_memory", id=id)
        return found[0]

    def standing(self, reader: Reader, ids: Sequence[int]) -> list[Standing]:
        """The states of these memories; raises `NotFound` where one isn't there."""
        found = memories.standing_of(reader, tuple(dict.fromkeys(ids)))
        missing = set(ids) - {each.id for each in found}
        if missing:
            raise NotFound("no_memory", id=min(missing))
        return found


def text_of(value: object) -> str | None:
    """A state column's value as the undo data hold it."""
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.isoformat()
    return str(int(value)) if isinstance(value, bool) else str(value)


def item(memory: int, field: str, old: object, new: object) -> Item:
    """One changed value, as the undo data hold it."""
    return Item(memory, field, text_of(old), text_of(new))


def record(
    tx: Tx, kind: str, touched: Sequence[Standing], items: Sequence[Item], happened: Happened, by: By = By.PERSON
) -> Done:
    """Write down an act over memories: one act a space for undo, one change a memory."""
    act, number = None, tx.last_change
    for space in dict.fromkeys(each.space for each in touched):
        here = [each for each in touched if each.space == space]
        ids = {each.id for each in here}
        act = acts.insert(tx, space, kind, by, len(here), [i for i in items if i.memory in ids])
        number = tx.changes([(happened, each.id, space, by, each.tier) for each in here])
    return Done(len(touched), number, act, tuple(each.id for each in touched)[:500], kind)
