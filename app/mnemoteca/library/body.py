"""What every part of the library stands on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from mnemoteca.core.changes import By, Done, Happened
from mnemoteca.core.clock import Clock
from mnemoteca.core.errors import NotFound
from mnemoteca.core.memory import Memory
from mnemoteca.core.pushes import Push
from mnemoteca.core.text import composed
from mnemoteca.library.memo import Memo
from mnemoteca.store.engine import Reader, Store, Tx
from mnemoteca.store.tables import acts, memories
from mnemoteca.store.tables.acts import Item
from mnemoteca.store.tables.codes import FORMER
from mnemoteca.store.tables.memories import Lives, Standing

T = TypeVar("T")


class Body:
    """The store, the clock and the way to tell news; parts of the library are made of it."""

    def __init__(self, store: Store, clock: Clock, push: Callable[[Push], None]) -> None:
        self.store = store
        self.clock = clock
        self.push = push
        self.memo = Memo()
        store.on_commit(self.memo.committed)

    def lives(self, reader: Reader) -> Lives:
        """How long the tiers live, as set, and where nothing rises by itself."""
        values = self.memo.settings(reader)
        return Lives(float(values["short.ttl_s"]), float(values["medium.ttl_s"]), self.memo.still(reader))

    def space_id(self, reader: Reader, name: str) -> int:
        """The id of an active space, however the accents of its name are written; raises `NotFound`."""
        found = self.memo.space_id(reader, name)
        if found is None and (whole := composed(name)) != name:
            found = self.memo.space_id(reader, whole)
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
        """The states of these memories, of a former version those of the current one; raises `NotFound`."""
        found = memories.standing_of(reader, tuple(dict.fromkeys(ids)))
        missing = set(ids) - {each.id for each in found}
        if missing:
            raise NotFound("no_memory", id=min(missing))
        if former := [each.id for each in found if each.state == FORMER]:
            named = {each.id for each in found} - set(former) | set(memories.current_of(reader, former))
            return memories.standing_of(reader, sorted(named))
        return found

    def write_and_forget(self, work: Callable[[Tx], T]) -> T:
        """Do work that changes settings, spaces or undone acts."""

        def changing(tx: Tx) -> T:
            self.memo.will_change()
            return work(tx)

        return self.store.write(changing)

    def insert_act(self, tx: Tx, space: int, kind: str, by: By, count: int, items: Sequence[Item] = ()) -> int:
        """Write down an act; one of the person ends what could be redone."""
        if by in (By.PERSON, By.IMPORT) and self.memo.has_undone(tx, space):
            self.memo.will_change()
            acts.drop_undone(tx, space)
        return acts.insert(tx, space, kind, by, count, items)

    def record(self, tx: Tx, kind: str, touched: Sequence[Standing], items: Sequence[Item], happened: Happened) -> Done:
        """Write down what was done to memories: one act a space, one change a memory.

        A person's acts can be undone, a script's are listed. The change of a promotion tells the tier that was
        entered, any other the one that the memory was in.
        """
        entered = {i.memory: int(i.new) for i in items if i.field == "tier" and i.new is not None}
        told = entered if happened is Happened.PROMOTED else {}
        act, number, by = None, tx.last_change, tx.by
        for space in dict.fromkeys(each.space for each in touched):
            here = [each for each in touched if each.space == space]
            ids = {each.id for each in here}
            act = self.insert_act(tx, space, kind, by, len(here), [i for i in items if i.memory in ids])
            number = tx.changes([(happened, each.id, space, by, told.get(each.id, each.tier)) for each in here])
        return Done(len(touched), number, act, tuple(each.id for each in touched)[:500], kind)


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
