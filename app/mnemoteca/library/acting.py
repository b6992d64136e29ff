"""Pin, weigh, promote, let go, forget and restore: what a person does to memories, each one act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from mnemoteca.core.changes import By, Done, Happened
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.short_term import check_capture
from mnemoteca.core.sleep.outlook import half_way
from mnemoteca.library.body import Body, item
from mnemoteca.library.short_tier import ARCHIVE, FADED, LONG, MEDIUM, SHORT
from mnemoteca.store.engine import Tx
from mnemoteca.store.tables import echoing, memories
from mnemoteca.store.tables.codes import ACTIVE, GIVEN, TRASHED
from mnemoteca.store.tables.memories import Standing

New = dict[str, object]


class Acting(Body):
    """The part of the library by which a person decides what stays."""

    def pin(self, ids: tuple[int, ...]) -> Done:
        """Pinned memories never fade: what is out of the tiers, or in SHORT, comes to MEDIUM."""

        def change(tx: Tx, each: Standing) -> New:
            lifts = each.tier in (SHORT, FADED, ARCHIVE)
            return {"pinned": True} | ({"tier": MEDIUM, "since": tx.now} if lifts else {})

        return self._act("pin", ids, change, Happened.PINNED)

    def unpin(self, ids: tuple[int, ...]) -> Done:
        """Its time in the tier begins anew, so that it doesn't fade at once."""

        def change(tx: Tx, each: Standing) -> New:
            return {"pinned": False} | ({"since": tx.now} if each.tier in (SHORT, MEDIUM) else {})

        return self._act("unpin", ids, change, Happened.UNPINNED)

    def weigh(self, ids: tuple[int, ...], importance: float) -> Done:
        check_capture("checked", importance)
        if not ids:
            raise BadInput("no_ids")

        def work(tx: Tx) -> Done:
            held = self.standing(tx, ids)
            memories.set_state(tx, [each.id for each in held], step=GIVEN)
            return self._apply(tx, "weigh", held, lambda tx, each: {"importance": importance}, Happened.WEIGHED)

        return self.store.write(work)

    def promote(self, ids: tuple[int, ...], tiers: int = 1) -> Done:
        def change(tx: Tx, each: Standing) -> New:
            to_long = each.tier == MEDIUM or tiers > 1
            return {} if each.tier == LONG else {"tier": LONG if to_long else MEDIUM, "since": tx.now}

        return self._act("promote", ids, change, Happened.PROMOTED)

    def let_go(self, ids: tuple[int, ...]) -> Done:
        def change(tx: Tx, each: Standing) -> New:
            return {} if each.tier in (FADED, ARCHIVE) else {"tier": FADED, "since": tx.now, "pinned": False}

        return self._act("let go", ids, change, Happened.MOVED)

    def forget(self, ids: tuple[int, ...]) -> Done:
        return self._act("forget", ids, _to_trash, Happened.TRASHED)

    def forget_session(self, session: int) -> Done:
        def work(tx: Tx) -> Done:
            if tx.one("SELECT 1 FROM sessions WHERE id = ?", (session,)) is None:
                raise NotFound("no_session", id=session)
            held = memories.standing(tx, f"session = ? AND state = {ACTIVE}", (session,))
            return self._apply(tx, "forget", held, _to_trash, Happened.TRASHED)

        return self.store.write(work)

    def restore(self, ids: tuple[int, ...]) -> Done:
        def change(tx: Tx, each: Standing) -> New:
            if each.state == TRASHED:
                return {"state": ACTIVE}
            return {"tier": MEDIUM, "since": tx.now} if each.tier == FADED else {}

        return self._act("restore", ids, change, Happened.RESTORED)

    def accessed(self, ids: tuple[int, ...], by: By = By.PERSON) -> Done:
        """Counted, not an act that can be undone."""

        def work(tx: Tx) -> Done:
            return note_access(tx, self.standing(tx, ids), by)

        return self.store.write(work)

    def _act(self, kind: str, ids: tuple[int, ...], change: Callable[[Tx, Standing], New], happened: Happened) -> Done:
        if not ids:
            raise BadInput("no_ids")
        return self.store.write(lambda tx: self._apply(tx, kind, self.standing(tx, ids), change, happened))

    def _apply(
        self, tx: Tx, kind: str, held: Sequence[Standing], change: Callable[[Tx, Standing], New], happened: Happened
    ) -> Done:
        touched, items = [], []
        groups: dict[tuple[tuple[str, object], ...], list[int]] = {}
        for each in held:
            old = {name: getattr(each, name) for name in ("tier", "state", "pinned", "importance", "since")}
            new = {name: value for name, value in change(tx, each).items() if value != old[name]}
            if set(new) - {"since"}:
                touched.append(each)
                items += [item(each.id, name, old[name], value) for name, value in new.items()]
                groups.setdefault(tuple(new.items()), []).append(each.id)
        for values, ids in groups.items():
            memories.set_state(tx, ids, **dict(values))
        return self.record(tx, kind, touched, items, happened)


def _to_trash(tx: Tx, each: Standing) -> New:
    return {"state": TRASHED} if each.state == ACTIVE else {}


def _recalled(each: Standing, by: By, now: datetime) -> datetime:
    """When it counts as recalled; in SHORT it rises by that, so that it is now whoever did it."""
    if by is not By.ASSISTANT or each.tier == SHORT:
        return now
    return half_way(each.last_access or each.occurred_at, now)


def note_access(tx: Tx, held: Sequence[Standing], by: By) -> Done:
    """Count one access of each; for the curve of forgetting an assistant's counts half. An echo is not accessed."""
    echoes = echoing.echoes_among(tx, [each.id for each in held])
    held = [each for each in held if each.id not in echoes]
    for each in held:
        memories.set_state(tx, [each.id], access_count=each.access_count + 1, last_access=_recalled(each, by, tx.now))
    number = tx.changes([(Happened.ACCESSED, each.id, each.space, by, each.tier) for each in held])
    return Done(len(held), number)
