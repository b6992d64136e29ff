"""Undo and redo: the person's last 200 acts of a space, across restarts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from mnemoteca.core.changes import By, Done, Happened, Undoable
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.jobs import JobState
from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.library.body import Body, item
from mnemoteca.library.capture import set_tags
from mnemoteca.library.knowledge import correcting
from mnemoteca.library.teaching import set_names
from mnemoteca.store.engine import Tx
from mnemoteca.store.tables import acts, jobs, memories, sessions, spaces
from mnemoteca.store.tables.acts import Item
from mnemoteca.store.tables.codes import ACTIVE, FORMER, TRASHED

_READ: dict[str, Callable[[str], object]] = {
    "tier": int, "state": int, "pinned": lambda text: bool(int(text)), "importance": float,
}  # fmt: skip
_HAPPENED = {"pinned": Happened.PINNED, "importance": Happened.WEIGHED, "tier": Happened.MOVED}
_TAKEN_BACK = "Cancelled; what had come in was taken back."
BORN = ("keep", "import")  # acts whose effect is that memories came in


class Undoing(Body):
    """The part of the library that takes acts back and does them again."""

    def undo(self, space: str = DEFAULT_SPACE) -> Done:
        return self.write_and_forget(lambda tx: self._take_back(tx, self.space_id(tx, space), space))

    def redo(self, space: str = DEFAULT_SPACE) -> Done:
        return self.write_and_forget(lambda tx: self._do_again(tx, self.space_id(tx, space), space))

    def undo_to(self, act: int, space: str = DEFAULT_SPACE) -> Done:
        return self.write_and_forget(lambda tx: self._take_back_to(tx, self.space_id(tx, space), space, act))

    def history(self, space: str = DEFAULT_SPACE, limit: int = 200) -> tuple[Undoable, ...]:
        with self.store.read() as reader:
            return tuple(acts.history(reader, self.space_id(reader, space), limit))

    def _take_back(self, tx: Tx, space: int, name: str) -> Done:
        act = acts.last(tx, space)
        if act is None:
            raise NotFound("nothing_to_undo", space=name)
        return self.take_back_act(tx, space, act)

    def _take_back_to(self, tx: Tx, space: int, name: str, act: int) -> Done:
        """One act after the other, the newest first, until this one is undone."""
        wanted = acts.find(tx, space, act)
        if wanted is None or wanted.undone:
            raise NotFound("nothing_to_undo", space=name)
        count, touched = 0, dict[int, None]()
        while (last := acts.last(tx, space)) is not None and last.act >= act:
            done = self.take_back_act(tx, space, last)
            count, touched = count + 1, touched | dict.fromkeys(done.ids)
        return Done(count, tx.last_change, act, tuple(touched)[:500], wanted.kind)

    def take_back_act(self, tx: Tx, space: int, act: Undoable) -> Done:
        """Take back one act; what was done to its memories since stays done. An import under way ends with it."""
        jobs.end_of_act(tx, act.act, JobState.CANCELLED, _TAKEN_BACK)
        if act.kind in BORN:
            born = memories.ids_of(tx, f"born = ? AND state = {ACTIVE}", (act.act,))
            acts.drop_items(tx, act.act)
            acts.add_items(tx, act.act, (item(i, "state", TRASHED, ACTIVE) for i in born))
        items = acts.items_of(tx, act.act)
        acts.mark(tx, act.act, undone=True)
        return _set(tx, space, act, [Item(i.memory, i.field, i.new, i.old) for i in items], act.act)

    def _do_again(self, tx: Tx, space: int, name: str) -> Done:
        act = acts.next_undone(tx, space)
        if act is None:
            raise NotFound("nothing_to_redo", space=name)
        acts.mark(tx, act.act, undone=False)
        return _set(tx, space, act, acts.items_of(tx, act.act), act.act)


def _set(tx: Tx, space: int, act: Undoable, items: Iterable[Item], number: int) -> Done:
    """Give each memory the `new` values, where it still has the `old` ones."""
    touched: dict[int, Happened] = {}
    items = list(items)
    _correct(tx, space, [each for each in items if correcting.is_correction(each)])
    groups: dict[tuple[str, str | None, str | None], list[int]] = {}
    since: dict[int, datetime] = {}
    tags: list[Item] = []
    for each in items:
        if correcting.is_correction(each):
            continue
        if each.field.startswith(("+", "-", "?")):
            tags.append(each)
            touched[each.memory] = Happened.TAGGED
        elif each.field.startswith("name "):
            set_names(tx, [each])
            touched[each.memory] = Happened.NAMED
        elif each.field == "space.name":
            _set_name(tx, space, each)
        elif each.field.startswith("title "):
            _set_title(tx, space, each)
        elif each.field == "since":  # goes with the tier
            since |= {each.memory: datetime.fromisoformat(each.new)} if each.new else {}
        else:
            groups.setdefault((each.field, each.old, each.new), []).append(each.memory)
    set_tags(tx, tags)
    for (field, old, new), ids in groups.items():
        still = _where_still(tx, field, old, ids)
        for id in still:
            touched[id] = _kind(field, new, touched.get(id))
        memories.set_state(tx, still, **{field: None if new is None else _READ[field](new)})
    memories.set_since(tx, since)
    if act.kind == "edit":
        _hand_over(tx, items)
    last = tx.changes([(kind, id, space, By.PERSON, None) for id, kind in touched.items()])
    return Done(len(touched) or act.count, last, number, tuple(touched)[:500], act.kind)


def _hand_over(tx: Tx, items: Iterable[Item]) -> None:
    """The text that comes back stands as the one that goes stood: what was done since to that one stays done."""
    states = {(each.old, each.new): each.memory for each in items if each.field == "state"}
    comes = next((memory for (old, _), memory in states.items() if old == str(FORMER)), 0)
    goes = next((memory for (_, new), memory in states.items() if new == str(FORMER)), 0)
    for each in memories.standing_of(tx, [goes]):
        if each.state == FORMER:
            memories.set_state(
                tx, [comes], tier=each.tier, pinned=each.pinned, importance=each.importance,
                access_count=each.access_count, last_access=each.last_access, since=each.since,
            )  # fmt: skip


def _where_still(tx: Tx, field: str, old: str | None, ids: list[int]) -> list[int]:
    expected = None if old is None else _READ[field](old)
    return [each.id for each in memories.standing_of(tx, ids) if getattr(each, field) == expected]


def _kind(field: str, new: str | None, before: Happened | None) -> Happened:
    """What is told of a memory; that its text came or went matters most."""
    if field == "state":
        return {str(ACTIVE): Happened.RESTORED, str(TRASHED): Happened.TRASHED}.get(new or "", Happened.EDITED)
    if before in (Happened.RESTORED, Happened.TRASHED, Happened.EDITED, Happened.TAGGED):
        return before
    return Happened.UNPINNED if (field, new) == ("pinned", "0") else _HAPPENED.get(field, before or Happened.MOVED)


def _correct(tx: Tx, space: int, items: list[Item]) -> None:
    """Names and facts go back to whose they were, and to how they were told apart."""
    if items:
        correcting.apply(tx, items)
        tx.change(Happened.KNOWN, 0, space, By.PERSON)


def _set_name(tx: Tx, space: int, each: Item) -> None:
    name = str(each.new)
    if spaces.find_id(tx, name) is not None:
        raise BadInput("space_taken", name=name)
    spaces.rename(tx, space, name)
    tx.change(Happened.SPACE_RENAMED, space, space, By.PERSON)


def _set_title(tx: Tx, space: int, each: Item) -> None:
    session = int(each.field.removeprefix("title "))
    if tx.one("SELECT 1 FROM sessions WHERE id = ? AND title = ?", (session, each.old)):
        sessions.set_title(tx, session, str(each.new))
        tx.change(Happened.SESSION_RENAMED, session, space, By.PERSON)
