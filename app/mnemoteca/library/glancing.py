"""At a glance: the day of a space, and the spread of its memories over time."""

from __future__ import annotations

from datetime import datetime, timedelta

from mnemoteca.core.care import copy_is_due
from mnemoteca.core.changes import Happened
from mnemoteca.core.glance import PURGE_TOLD_DAYS, SHOWN, SOON_S, Density, Grain, Today
from mnemoteca.core.memory import DEFAULT_SPACE, ROW_TEXT
from mnemoteca.core.recall import Filters
from mnemoteca.core.tier_days import TierDay, by_day, midnights
from mnemoteca.core.views import Place
from mnemoteca.library.body import Body
from mnemoteca.library.sleep.ending import ending
from mnemoteca.store import second_folder
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import glances, lists, memories, sessions, trash


class Glancing(Body):
    """The part of the library that tells of a day, and of all days."""

    def today(self, space: str = DEFAULT_SPACE) -> Today:
        now = self.clock.now()
        local = now.astimezone()
        copied = second_folder.last_copy(self.store.places).at
        midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
        with self.store.read() as reader:
            id, lives = self.space_id(reader, space), self.lives(reader)
            happened = glances.happened_since(reader, id, midnight)
            notes = glances.notes_since(reader, id, midnight, SHOWN)
            chats = glances.sessions_since(reader, id, midnight, SHOWN)
            fading = self._fading(reader, id)
            years = glances.on_this_day(reader, id, local.date(), SHOWN)
            return Today(
                local.date().isoformat(),
                glances.new_since(reader, id, midnight),
                happened.get(Happened.PROMOTED, 0),
                happened.get(Happened.FADED, 0) + happened.get(Happened.EVICTED, 0),
                tuple(memories.by_ids(reader, notes, ROW_TEXT, lives)),
                tuple(sessions.by_ids(reader, chats, lives)),
                tuple(memories.by_ids(reader, fading[:SHOWN], ROW_TEXT, lives)),
                len(fading),
                tuple(memories.by_ids(reader, years, ROW_TEXT, lives)),
                copied,
                copy_is_due(now, copied, glances.since(reader)),
                *self._purged_soon(reader, id),
            )

    def _purged_soon(self, reader: Reader, space: int) -> tuple[int, datetime | None]:
        """How many memories of the trash are purged within a week, and when the first."""
        days = int(self.memo.settings(reader)["trash.days"])
        if not days:
            return 0, None
        count, since = trash.there_before_of(reader, space, self.clock.now() - timedelta(days=days - PURGE_TOLD_DAYS))
        return count, None if since is None else since + timedelta(days=days)

    def density(
        self, grain: Grain, space: str = DEFAULT_SPACE, place: Place = Place.EVERYTHING, filters: Filters = Filters()
    ) -> Density:
        with self.store.read() as reader:
            where, params = lists.condition(place, self.space_id(reader, space), filters, self.clock.now())
            bars = glances.spread(reader, grain, where, params)
            undated, first, last = glances.ends(reader, where, params)
        return Density(grain, tuple(bars), undated, first, last)

    def tier_days(self, space: str = DEFAULT_SPACE) -> tuple[TierDay, ...]:
        begins = midnights(self.clock.now())
        with self.store.read() as reader:
            id = self.space_id(reader, space)
            moved = glances.moved_since(reader, id, begins[0])
            before, added = glances.added_since(reader, id, begins[0])
        return by_day(begins, moved, added, before)

    def _fading(self, reader: Reader, space: int) -> list[int]:
        """What will leave the tiers soon if nobody does anything, the nearest to its end first."""
        until = self.clock.now() + timedelta(seconds=SOON_S)
        return [each.id for _, each in ending(reader, space, self.lives(reader), until)]
