"""The SHORT tier while it changes: whom a new entry pushes out, and who rises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from mnemoteca.core import tiers
from mnemoteca.core.changes import By, Happened
from mnemoteca.core.memory import Tier
from mnemoteca.core.settings import Value
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables import memories, spaces
from mnemoteca.store.tables.codes import ACTIVE, TIER_CODE, aware
from mnemoteca.store.tables.memories import Standing

SHORT, MEDIUM, LONG, FADED, ARCHIVE = (
    TIER_CODE[t] for t in (Tier.SHORT, Tier.MEDIUM, Tier.LONG, Tier.FADED, Tier.ARCHIVE)
)


def entries(reader: Reader, space: int) -> list[Standing]:
    """The SHORT tier of a space, the oldest first."""
    return memories.standing(reader, f"tier = {SHORT} AND state = {ACTIVE} AND space = ?", (space,))


def rise(tx: Tx, who: Sequence[Standing], since: Sequence[datetime], by: By = By.RULE) -> None:
    """From SHORT to MEDIUM, each from its own moment on."""
    if len(set(since)) == 1:
        memories.set_state(tx, [each.id for each in who], tier=MEDIUM, since=since[0])
    else:
        memories.set_state(tx, [each.id for each in who], tier=MEDIUM)
        memories.set_since(tx, {each.id: moment for each, moment in zip(who, since, strict=True)})
    tx.changes([(Happened.PROMOTED, each.id, each.space, by, MEDIUM) for each in who])


def fade(tx: Tx, who: Sequence[Standing], kind: Happened = Happened.FADED, by: By = By.RULE) -> None:
    """Out of the tiers; nothing is destroyed."""
    memories.set_state(tx, [each.id for each in who], tier=FADED, since=tx.now)
    tx.changes([(kind, each.id, each.space, by, each.tier) for each in who])


class Room:
    """Lets the oldest leave a full buffer. A change adds one entry at most, so that SHORT need not be counted
    while the entries of the last count and the changes since then fit in; and it need not be read again while
    nothing is changed but by what comes in here."""

    def __init__(self) -> None:
        self._counted: dict[int, tuple[int, int]] = {}  # space -> entries, at the change of this number
        self._last: tuple[int, Tx, list[Standing]] | None = None  # a space, and its entries after this transaction

    def make(self, tx: Tx, space: int, settings: Mapping[str, Value], came: Standing) -> None:
        """After an entry came in: who has no place any more fades, or rises where it is eligible."""
        max_size = int(settings["short.max_size"])
        count, change = self._counted.get(space, (max_size, 0))
        if count + tx.last_change - change <= max_size:
            return
        held = self._held(tx, space, came)
        self._counted[space] = (len(held), tx.first_change - 1)
        left: set[int] = set()
        if len(held) > max_size:
            step = tiers.over_full(held, max_size, promotes=bool(settings["tiers.promote"]))
            rise(tx, [held[n] for n in step.promoted], [tx.now] * len(step.promoted))
            fade(tx, [held[n] for n in step.faded], Happened.EVICTED)
            left = {*step.promoted, *step.faded}
        self._last = (space, tx, [each for n, each in enumerate(held) if n not in left])

    def _held(self, tx: Tx, space: int, came: Standing) -> list[Standing]:
        """The entries in the order in which they came, the new one among them."""
        if self._last is not None:
            known, last, held = self._last
            if known == space and last.committed and last.last_change == tx.first_change - 1:
                return [*held, came]
        return sorted(entries(tx, space), key=lambda each: each.id)


def cycle(tx: Tx, space: int) -> int:
    """One cycle over SHORT: who is due rises (from when it was due), whose time is up fades; how many."""
    ttl_s = float(spaces.setting(tx, "short.ttl_s"))
    held = entries(tx, space)
    step = tiers.short_step(held, tx.now, promotes=bool(spaces.setting(tx, "tiers.promote", space)), ttl_s=ttl_s)
    up = [held[n] for n in step.promoted]
    rise(tx, up, [min(tx.now, tiers.rises_at(each, ttl_s) or tx.now) for each in up])
    fade(tx, [held[n] for n in step.faded])
    return len(step.promoted) + len(step.faded)


def next_due(reader: Reader, space: int) -> datetime | None:
    """When SHORT of a space has next something to do."""
    ttl_s = float(spaces.setting(reader, "short.ttl_s"))
    promotes = bool(spaces.setting(reader, "tiers.promote", space))
    return tiers.next_due(tiers.short_due(each, promotes=promotes, ttl_s=ttl_s) for each in entries(reader, space))


def medium_holds(reader: Reader, space: int) -> bool:
    """Whether anything stands in MEDIUM, pinned or not, for a run to look at."""
    held = f"SELECT 1 FROM memories WHERE tier = {MEDIUM} AND state = {ACTIVE} AND space = ? LIMIT 1"
    return reader.one(held, (space,)) is not None


def medium_begins(reader: Reader, space: int) -> datetime | None:
    """Since when the memory that is longest in MEDIUM stands there."""
    row = reader.one(
        f"SELECT min(coalesce(since, recorded_at)) FROM memories WHERE tier = {MEDIUM} AND state = {ACTIVE} "
        "AND space = ?",
        (space,),
    )
    return None if row is None else aware(row[0])


def medium_ends(reader: Reader, space: int) -> datetime | None:
    """When the first memory of MEDIUM reaches its end."""
    ttl_s = float(spaces.setting(reader, "medium.ttl_s"))
    held = memories.standing(reader, f"tier = {MEDIUM} AND state = {ACTIVE} AND NOT pinned AND space = ?", (space,))
    return held[0].since + timedelta(seconds=ttl_s) if held else None
