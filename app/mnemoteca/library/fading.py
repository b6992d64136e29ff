"""Fading soon: what is about to leave its tier, with the one that says the same; and merging the two."""

from __future__ import annotations

from datetime import timedelta

from mnemoteca.core.changes import Done, Happened
from mnemoteca.core.errors import BadInput
from mnemoteca.core.memory import DEFAULT_SPACE, ROW_TEXT
from mnemoteca.core.sleep.values import Fading as FadingRow
from mnemoteca.library.body import item
from mnemoteca.library.explaining import Explaining
from mnemoteca.library.short_tier import FADED, MEDIUM
from mnemoteca.library.sleep import moving
from mnemoteca.library.sleep.ending import ending
from mnemoteca.library.sleep.firewall import note_given
from mnemoteca.store.engine import Tx
from mnemoteca.store.tables import memories
from mnemoteca.store.tables.codes import TIERS

MOST = 500
_LONGEST_S = 366 * 86_400.0


class FadingSoon(Explaining):
    """The part of the library that tells what is about to go."""

    def fading(self, space: str = DEFAULT_SPACE, within_s: float = 6 * 3600.0) -> tuple[FadingRow, ...]:
        if not 0 < within_s <= _LONGEST_S:
            raise BadInput("number_range", name="within", value=within_s, low=0, high=_LONGEST_S)
        with self.store.read() as reader:
            id, lives = self.space_id(reader, space), self.lives(reader)
            found = ending(reader, id, lives, self.clock.now() + timedelta(seconds=within_s))[:MOST]
            texts = {m.id: m.text for m in memories.by_ids(reader, [each.id for _, each in found], ROW_TEXT, lives)}
            same = dict(moving.duplicate_pairs(reader, id, [e for _, e in found if e.tier == MEDIUM]))
        return tuple(
            FadingRow(each.id, texts.get(each.id, ""), TIERS[each.tier], ends, same.get(each.id))
            for ends, each in found
        )

    def given_to_assistant(self, ids: tuple[int, ...]) -> None:
        note_given(self.store, list(dict.fromkeys(ids)))

    def merge(self, id: int, into: int) -> Done:
        if id == into:
            raise BadInput("merge_itself", id=id)

        def work(tx: Tx) -> Done:
            (one,) = self.standing(tx, (id,))
            (kept,) = self.standing(tx, (into,))
            if one.pinned:
                raise BadInput("merge_pinned", id=id)
            tx.run("DELETE FROM merges WHERE memory = ?", (one.id,))
            tx.run("INSERT INTO merges VALUES (?, ?, 0)", (one.id, kept.id))
            memories.set_state(tx, [one.id], tier=FADED, since=tx.now)
            items = [item(one.id, "tier", one.tier, FADED), item(one.id, "since", one.since, tx.now)]
            return self.record(tx, "merge", [one], items, Happened.MOVED)

        return self.store.write(work)
