"""At a glance: the day of a space, and the spread of its memories over time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from mnemoteca.core.glance import Bar, Grain
from mnemoteca.core.recall import Filters
from mnemoteca.core.views import ListQuery, Place
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock


def local(year: int, month: int, day: int, hour: int) -> datetime:
    """A time on this machine's clock."""
    return datetime(year, month, day, hour).astimezone()


def test_the_day_tells_what_came_in_and_what_became_of_it(library: LocalLibrary, clock: DrivenClock) -> None:
    clock.set(local(2026, 11, 20, 23))
    library.capture("of yesterday")
    clock.set(local(2026, 11, 21, 8))
    kept = library.capture("of today")
    library.add_short_term("soon gone", "personal", 0.1)
    clock.advance(400)
    library.run_due()
    today = library.today()
    assert (today.day, today.added, today.promoted, today.let_go) == ("2026-11-21", 2, 2, 1)
    assert [memory.text for memory in today.notes] == ["soon gone", "of today"]
    assert today.notes[1].id == kept.id


def test_what_was_forgotten_is_not_new_and_what_was_edited_is_counted_once(library: LocalLibrary) -> None:
    kept, gone = library.capture("Oat milk"), library.capture("Salt")
    edited = library.edit(kept.id, "Oat milk and bread")
    assert library.today().added == 2
    library.forget((gone.id,))
    assert library.today().added == 1
    library.forget((edited.id,))
    assert library.today().added == 0
    library.undo()
    library.undo()
    assert library.today().added == 2


def test_what_fades_soon_is_what_nothing_will_lift_the_nearest_to_its_end_first(
    library: LocalLibrary, clock: DrivenClock
) -> None:
    ids = {}
    for name, importance in (("first", 0.1), ("second", 0.1), ("kept for good", 0.9), ("pinned", 0.1)):
        ids[name] = library.add_short_term(name, "personal", importance).id
        library.force_promotion(ids[name])
        clock.advance(60)
    library.pin((ids["pinned"],))
    assert library.today().fading_count == 0
    clock.advance(20 * 3600)
    late = library.add_short_term("a short one", "personal", 0.1)
    today = library.today()
    assert [memory.id for memory in today.fading] == [late.id, ids["first"], ids["second"]]
    assert today.fading_count == 3


def test_this_day_of_years_before_has_one_memory_a_year_the_most_important(
    library: LocalLibrary, clock: DrivenClock
) -> None:
    for year, text, importance in ((2024, "small", 0.7), (2024, "great", 0.9), (2025, "later", 0.7)):
        library.capture(text, importance=importance, occurred_at=datetime(year, 11, 21, 10, tzinfo=UTC), offset_min=0)
    library.capture("another day", occurred_at=datetime(2025, 11, 22, 10, tzinfo=UTC), offset_min=0)
    library.capture("today")
    assert [memory.text for memory in library.today().years] == ["later", "great"]


def test_the_spread_counts_by_the_time_it_was_said_at(library: LocalLibrary, clock: DrivenClock) -> None:
    at = datetime(2026, 1, 1, 1, 30, tzinfo=UTC)
    library.capture("still the old year in Recife", occurred_at=at, offset_min=-180)
    library.capture("a new year in Lisbon", occurred_at=at + timedelta(hours=3), offset_min=0)
    months = library.density(Grain.MONTH)
    assert months.bars == (Bar("2025-12-01T00:00:00", 1), Bar("2026-01-01T00:00:00", 1))
    assert (months.first, months.last, months.undated) == (at, at + timedelta(hours=3), 0)
    hours = library.density(Grain.HOUR, filters=Filters(after=at + timedelta(hours=1)))
    assert hours.bars == (Bar("2026-01-01T04:00:00", 1),)


def test_a_list_holds_what_the_bars_of_the_same_time_count(library: LocalLibrary) -> None:
    at = datetime(2026, 1, 1, 1, 30, tzinfo=UTC)
    library.capture("still the old year in Recife", occurred_at=at, offset_min=-180)
    library.capture("a new year in Lisbon", occurred_at=at, offset_min=0)
    old = Filters(said_after=datetime(2025, 12, 31), said_before=datetime(2026, 1, 1))
    view = library.open_view(ListQuery(Place.EVERYTHING, filters=old))
    assert [memory.text for memory in library.rows(view.view, 0, 10).memories] == ["still the old year in Recife"]
    assert library.density(Grain.DAY, filters=old).bars == (Bar("2025-12-31T00:00:00", 1),)
    library.capture("an hour later", occurred_at=at + timedelta(hours=1), offset_min=-180)
    assert library.density(Grain.DAY, filters=old).bars == (Bar("2025-12-31T00:00:00", 2),)


def test_an_empty_space_has_an_empty_day_and_no_bars(library: LocalLibrary) -> None:
    today = library.today()
    assert (today.added, today.notes, today.sessions, today.fading, today.years) == (0, (), (), (), ())
    assert library.density(Grain.YEAR).bars == ()


def test_the_last_thirty_days_tell_what_rose_and_faded_and_what_was_kept(
    library: LocalLibrary, clock: DrivenClock
) -> None:
    clock.set(local(2026, 10, 1, 12))
    library.capture("long before")
    clock.set(local(2026, 11, 19, 23))
    library.capture("to medium")
    late = library.add_short_term("soon gone", "personal", 0.1)
    clock.set(local(2026, 11, 20, 0))
    library.run_due()
    library.promote((late.id,))
    library.promote((late.id,))
    clock.set(local(2026, 11, 21, 9))
    days = library.tier_days()
    assert (len(days), days[0].day, days[-1].day) == (30, "2026-10-23", "2026-11-21")
    assert [day.kept for day in days[-4:]] == [1, 3, 3, 3]
    assert days[0].kept == 1
    assert sum(day.faded for day in days) == days[-2].faded == 2  # the one of long before, too
    assert days[-2].to_long == 1
    assert sum(day.to_medium for day in days[:-3]) == 0
