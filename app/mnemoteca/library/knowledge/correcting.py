"""What a person says of names and facts: these are one, this is somebody else, this one is right; each can be undone.

An act notes whose each name was and is, so that undoing restores every mention exactly: mentions point at names, and
what is moved is only whose they are.
"""

from __future__ import annotations

from collections.abc import Iterable

from mnemoteca.core.changes import By, Done, Happened
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.knowledge.values import Verdict
from mnemoteca.library.knowledge.picturing import Picturing
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables import knowledge, known, weighing
from mnemoteca.store.tables.acts import Item
from mnemoteca.store.tables.codes import among

ALIAS, MENTIONS, VERDICT = "alias ", "mentions of ", "verdict "


class Correcting(Picturing):
    """The part of the library by which a person corrects what is known."""

    def merge_entities(self, keep: int, others: tuple[int, ...]) -> Done:
        def work(tx: Tx) -> Done:
            space = _space_of(tx, keep)
            moved = sorted(set(others) - {keep})
            if not moved or any(_space_of(tx, other) != space for other in moved):
                raise BadInput("cannot_merge")
            rows = tx.all(f"SELECT id, entity, by_hand FROM aliases WHERE {among('entity', moved)} ORDER BY id")
            items = [Item(0, f"{ALIAS}{id}", _whose(entity, hand), _whose(keep, True)) for id, entity, hand in rows]
            return self._correct(tx, space, "merge", items, keep)

        return self.write_and_forget(work)

    def split_entity(self, names: tuple[int, ...], memories: tuple[int, ...] = ()) -> Done:
        def work(tx: Tx) -> Done:
            rows = tx.all(
                f"SELECT id, space, kind, folded, shown, entity, by_hand FROM aliases WHERE {among('id', names)}"
            )
            if not rows or len({row[5] for row in rows}) != 1 or len(rows) != len(set(names)):
                raise NotFound("no_name", id=min(names, default=0))
            space, kind, entity = rows[0][1], rows[0][2], rows[0][5]
            new = knowledge.new_entity(tx, space, kind)
            if not memories:
                left = tx.all(f"SELECT 1 FROM aliases WHERE entity = ? AND NOT {among('id', names)} LIMIT 1", (entity,))
                if not left:
                    raise BadInput("cannot_split")
                items = [Item(0, f"{ALIAS}{row[0]}", _whose(entity, row[6]), _whose(new, True)) for row in rows]
                return self._correct(tx, space, "split", items, new)
            items = []
            for id, _, _, name, shown, *_ in rows:
                apart = knowledge.insert_name(tx, space, kind, name, shown, new)
                items += [Item(memory, f"{MENTIONS}{id}", str(id), str(apart.id)) for memory in sorted(set(memories))]
            return self._correct(tx, space, "split", items, new)

        return self.write_and_forget(work)

    def settle_contradiction(self, id: int, keep: Verdict) -> Done:
        def work(tx: Tx) -> Done:
            found = known.contradiction(tx, id)
            if found is None:
                raise NotFound("no_contradiction", id=id)
            space, _, _, before = found
            return self._correct(tx, space, "settle", [Item(0, f"{VERDICT}{id}", before, keep.value)], id)

        return self.write_and_forget(work)

    def _correct(self, tx: Tx, space: int, kind: str, items: list[Item], entity: int) -> Done:
        apply(tx, items)
        act = self.insert_act(tx, space, kind, By.PERSON, 1, items)
        number = tx.change(Happened.KNOWN, entity, space, By.PERSON)
        return Done(1, number, act, label=kind)


def is_correction(item: Item) -> bool:
    """Whether a value that an act changed is one of names or facts."""
    return item.field.startswith((ALIAS, MENTIONS, VERDICT))


def apply(tx: Tx, items: Iterable[Item]) -> None:
    """Give names and facts the new values where they still have the old ones, and weigh what that touches."""
    entities: set[int] = set()
    groups: set[weighing.Group] = set()
    for each in items:
        if each.field.startswith(ALIAS):
            entities |= _move(tx, int(each.field.removeprefix(ALIAS)), str(each.old), str(each.new))
        elif each.field.startswith(MENTIONS):
            entities |= _move_mentions(tx, each.memory, int(each.old or 0), int(each.new or 0))
        else:
            groups |= _decide(tx, int(each.field.removeprefix(VERDICT)), str(each.old or ""), str(each.new or ""))
    weighing.weigh(tx, groups | (weighing.groups_of_entities(tx, entities) if entities else set()))


def _move(tx: Tx, alias: int, old: str, new: str) -> set[int]:
    row = tx.one("SELECT entity FROM aliases WHERE id = ?", (alias,))
    before, after = int(old.split()[0]), new.split()
    if row is None or row[0] != before:
        return set()
    knowledge.set_entity(tx, alias, int(after[0]), by_hand=after[1] == "1")
    return {before, int(after[0])}


def _move_mentions(tx: Tx, memory: int, old: int, new: int) -> set[int]:
    rows = tx.all(f"SELECT entity FROM aliases WHERE {among('id', [old, new])}")
    tx.run("UPDATE mentions SET alias = ? WHERE memory = ? AND alias = ?", (new, memory, old))
    tx.run("UPDATE facts SET subject = ? WHERE memory = ? AND subject = ?", (new, memory, old))
    tx.run("UPDATE facts SET object_alias = ? WHERE memory = ? AND object_alias = ?", (new, memory, old))
    return {row[0] for row in rows}


def _decide(tx: Tx, id: int, old: str, new: str) -> set[weighing.Group]:
    found = known.contradiction(tx, id)
    if found is None or found[3] != old:
        return set()
    tx.run("UPDATE contradictions SET verdict = ? WHERE id = ?", (new, id))
    rows = tx.all(
        f"SELECT a.entity, f.relation FROM facts f JOIN aliases a ON a.id = f.subject WHERE {among('f.id', found[1:3])}"
    )
    return {(row[0], row[1]) for row in rows}


def _whose(entity: int, by_hand: bool) -> str:
    return f"{entity} {int(by_hand)}"


def _space_of(reader: Reader, entity: int) -> int:
    row = reader.one("SELECT space FROM aliases WHERE entity = ? LIMIT 1", (entity,))
    if row is None:
        raise NotFound("no_entity", name=entity)
    return int(row[0])
