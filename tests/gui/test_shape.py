"""Rows and day headers stay right whatever comes and goes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mnemoteca.core.views import ViewChanged
from mnemoteca.gui.shape import Days, Shape, Step, follows, moved, runs, steps

Row = tuple[int, str]  # an id and its day


def days_of(rows: list[Row]) -> Days:
    return tuple((n, day) for n, (_, day) in enumerate(rows) if n == 0 or rows[n - 1][1] != day)


def shown(rows: list[Row]) -> list[object]:
    """The items as a person sees them: headers as their day, rows as their id."""
    items: list[object] = []
    for n, (id, day) in enumerate(rows):
        if n == 0 or rows[n - 1][1] != day:
            items.append(day)
        items.append(id)
    return items


def listed(shape: Shape, ids: list[int]) -> list[object]:
    items: list[object] = []
    for item in range(shape.items()):
        row = shape.row_at(item)
        items.append(shape.day_at(item) if row is None else ids[row])
    return items


def walk(items: list[object], before: Shape, change: list[Step], new_ids: list[int]) -> list[object]:
    """Apply the steps as a view does: item by item."""
    for step in change:
        if step.inserts:
            rows = new_ids[step.row : step.row + step.rows]
            items[step.first : step.first] = list(rows) if step.rows else [step.after.day_at(step.first)]
        else:
            del items[step.first : step.last + 1]
        assert len(items) == step.after.items()
    return items


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 6)), unique_by=lambda r: r[0], max_size=24), st.data())
def test_the_steps_lead_from_the_old_list_to_the_new_one(rows: list[tuple[int, int]], data: st.DataObject) -> None:
    # ids carry their place in time, newest first, so that the kept rows keep their order
    everyone = sorted(((id, f"day {9 - id // 10}") for id, _ in rows), reverse=True)
    old = [r for r in everyone if data.draw(st.booleans())]
    new = [r for r in everyone if data.draw(st.booleans())]
    shape = Shape(len(old), days_of(old))
    change = ViewChanged(
        view=1,
        change=1,
        count=len(new),
        removed=tuple(n for n in range(len(old) - 1, -1, -1) if old[n] not in new),
        inserted=tuple(n for n in range(len(new)) if new[n] not in old),
        days=days_of(new),
    )
    assert listed(shape, [id for id, _ in old]) == shown(old)
    found = steps(shape, change)
    assert found is not None
    assert walk(shown(old), shape, found, [id for id, _ in new]) == shown(new)
    assert (found[-1].after if found else shape) == Shape(len(new), days_of(new))


def test_a_note_that_comes_in_today_moves_no_header() -> None:
    shape = Shape(3, ((0, "today"), (2, "yesterday")))
    change = ViewChanged(1, 1, 4, inserted=(0,), days=((0, "today"), (3, "yesterday")))
    assert steps(shape, change) == [Step(True, 1, 1, 0, 1, Shape(4, ((0, "today"), (3, "yesterday"))))]


def test_a_missed_push_is_noticed() -> None:
    assert not follows(Shape(3), ViewChanged(1, 1, 9, inserted=(0,)))
    assert follows(Shape(3), ViewChanged(1, 1, 3, inserted=(0,), removed=(2,)))


@given(st.lists(st.integers(0, 200), unique=True, max_size=60), st.data())
def test_rows_that_stay_are_found_where_they_moved(ids: list[int], data: st.DataObject) -> None:
    old = [id for id in sorted(ids) if data.draw(st.booleans())]
    new = [id for id in sorted(ids) if data.draw(st.booleans())]
    removed = tuple(n for n in range(len(old) - 1, -1, -1) if old[n] not in new)
    inserted = tuple(n for n in range(len(new)) if new[n] not in old)
    places = moved(range(len(old)), ViewChanged(1, 1, len(new), removed, inserted))
    assert {old[row]: at for row, at in places.items()} == {id: new.index(id) for id in old if id in new}


def test_very_many_changes_are_a_new_list() -> None:
    assert steps(Shape(0), ViewChanged(1, 1, 200, inserted=tuple(range(0, 400, 2))[:200])) is None


def test_positions_are_gathered_into_runs() -> None:
    assert runs((7, 3, 2, 9, 8)) == [(2, 2), (7, 3)]


def test_items_and_rows_are_each_others_inverse() -> None:
    shape = Shape(1_000_000, tuple((n * 1000, str(n)) for n in range(1000)))
    for row in (0, 999, 1000, 999_999):
        assert shape.row_at(shape.item_of(row)) == row
