"""What ends soon: memories whose time in their tier is up and that no rule lifts."""

from __future__ import annotations

from datetime import datetime, timedelta

from mnemoteca.core import tiers
from mnemoteca.library.short_tier import MEDIUM, SHORT
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import memories
from mnemoteca.store.tables.codes import ACTIVE
from mnemoteca.store.tables.memories import Lives, Standing


def ending(reader: Reader, space: int, lives: Lives, until: datetime) -> list[tuple[datetime, Standing]]:
    """What leaves the tiers by then if nobody does anything, the nearest to its end first."""
    where = f"tier IN ({SHORT}, {MEDIUM}) AND state = {ACTIVE} AND NOT pinned AND space = ?"
    found = []
    for each in memories.standing(reader, where, (space,)):
        ends = each.since + timedelta(seconds=lives.short_s if each.tier == SHORT else lives.medium_s)
        if ends <= until and not _rises(each):
            found.append((ends, each))
    return sorted(found, key=lambda pair: (pair[0], pair[1].id))


def _rises(each: Standing) -> bool:
    if each.tier == SHORT:
        return tiers.promotable(each.importance, each.access_count)
    return tiers.worth_long(each.importance, each.access_count, pinned=False)
