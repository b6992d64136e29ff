"""Lists that stay right."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mnemoteca.core.views import ListQuery, Place, ViewChanged
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock


def ids_of(library: LocalLibrary, view: int, place: Place) -> list[int]:
    rows = library.rows(view, 0, 500)
    return [each.id for each in (rows.sessions if place is Place.SESSIONS else rows.memories)]


def applied(before: list[int], told: ViewChanged, now: list[int]) -> list[int]:
    """The old list after the positions that were told, filled in from the present one."""
    after = list(before)
    for row in told.removed:
        del after[row]
    for row in told.inserted:
        after.insert(row, now[row])
    return after


def test_a_new_note_is_told_as_inserted_at_the_top(library: LocalLibrary, clock: DrivenClock) -> None:
    library.capture("one")
    view = library.open_view(ListQuery(Place.EVERYTHING))
    told: list[object] = []
    library.listen(told.append)
    clock.advance(1)
    library.capture("two")
    library.follow_views(view.change + 1, library.store.last_change)
    (change,) = told
    assert isinstance(change, ViewChanged)
    assert (change.inserted, change.removed, change.count) == ((0,), (), 2)


def test_days_begin_where_the_local_day_changes(library: LocalLibrary, clock: DrivenClock) -> None:
    library.capture("old")
    clock.advance(24 * 3600)
    library.capture("new")
    library.capture("newer")
    assert library.open_view(ListQuery(Place.EVERYTHING)).days == ((0, "2026-11-22"), (2, "2026-11-21"))


def test_the_number_of_a_closed_list_is_not_given_to_another(library: LocalLibrary) -> None:
    first = library.open_view(ListQuery(Place.EVERYTHING))
    library.close_view(first.view)
    assert library.open_view(ListQuery(Place.EVERYTHING)).view != first.view


ACTS = st.lists(st.tuples(st.sampled_from(["add", "forget", "restore", "pin", "edit"]), st.integers(0, 5)), max_size=10)
PLACES = st.sampled_from([Place.EVERYTHING, Place.SESSIONS, Place.PINNED, Place.TRASH, Place.SHORT])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=PLACES, acts=ACTS)
@pytest.mark.slow
def test_the_positions_told_lead_from_the_old_list_to_the_new_one(
    library: LocalLibrary, clock: DrivenClock, place: Place, acts: list[tuple[str, int]]
) -> None:
    current = [library.capture(f"note {n}").id for n in range(3)]
    view = library.open_view(ListQuery(place))
    before = ids_of(library, view.view, place)
    told: list[object] = []
    library._listeners[:] = [told.append]
    for act, n in acts:
        id = current[n % len(current)]
        clock.advance(60 * n)
        if act == "add":
            current.append(library.capture("more").id)
        elif act == "edit":
            current[n % len(current)] = library.edit(id, "edited").id
        else:
            {"forget": library.forget, "restore": library.restore, "pin": library.pin}[act]((id,))
    first = view.change + 1
    if library.store.last_change >= first:
        library.follow_views(first, library.store.last_change)
    now = ids_of(library, view.view, place)
    for change in told:
        assert isinstance(change, ViewChanged)
        before = applied(before, change, now)
    fresh = library.open_view(ListQuery(place))
    afresh = ids_of(library, fresh.view, place)
    library.close_view(view.view)
    library.close_view(fresh.view)
    assert before == now == afresh


def test_the_ids_of_a_list_are_told_in_its_order_however_far_they_are_from_the_screen(
    library: LocalLibrary, clock: DrivenClock
) -> None:
    kept = []
    for n in range(5):
        kept.append(library.capture(f"note {n}").id)
        clock.advance(1)
    view = library.open_view(ListQuery(Place.EVERYTHING)).view
    assert library.ids(view).ids == tuple(reversed(kept))
    some = library.ids(view, 1, 2)
    assert (some.start, some.count, some.ids) == (1, 5, (kept[3], kept[2]))


def test_whole_texts_come_in_the_order_asked_for_as_many_as_a_reply_holds(library: LocalLibrary) -> None:
    long = [library.capture(letter * 900_000).id for letter in "ab"]
    short = library.capture("short").id
    assert [len(each.text) for each in library.whole((short, 999, *long))] == [5, 900_000]
    assert [each.id for each in library.whole((long[1], short))] == [long[1], short]
