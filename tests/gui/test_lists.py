"""A list in the window: fetched by what is looked at, right after every push."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from mnemoteca.core.memory import Memory
from mnemoteca.core.views import ListQuery, Place, Rows, View, ViewChanged
from mnemoteca.gui.link import Link
from mnemoteca.gui.lists import Entry, ListModel
from tests.gui.service import Service
from tests.gui.test_keeping import memory
from tests.gui.test_link import Starts, come

ROLE = 257


class Shelf:
    """One long list of memories, by their ids."""

    def __init__(self, count: int) -> None:
        self.ids = list(range(count, 0, -1))
        self.opened = 0
        self.starts: list[int] = []

    def open_view(self, query: ListQuery) -> View:
        self.opened += 1
        return View(self.opened, len(self.ids), 0, ((0, "2026-11-21"),))

    def rows(self, view: int, start: int, limit: int) -> Rows:
        self.starts.append(start)
        return Rows(start, tuple(memory(id, f"memory {id}") for id in self.ids[start : start + limit]))

    def close_view(self, view: int) -> None: ...


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(1000)


@pytest.fixture
def service(tmp_path: Path, qtbot: QtBot, shelf: Shelf) -> Iterator[Service]:
    made = Service(tmp_path, shelf)
    yield made
    made.stop()


@pytest.fixture
def model(qtbot: QtBot, tmp_path: Path, service: Service) -> Iterator[ListModel]:
    link = Link(tmp_path, Starts())
    come(qtbot, link)
    model = ListModel(link, said, str, ROLE)
    link.view_changed.connect(model.hear)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    with qtbot.waitSignal(model.opened):
        model.show(ListQuery(Place.EVERYTHING))
    yield model
    link.close()


def said(entry: Entry) -> str:
    assert isinstance(entry, Memory)
    return entry.text


def at(model: ListModel, item: int) -> object:
    return model.data(model.index(item, 0), ROLE)


def test_what_is_looked_at_is_fetched_and_a_little_of_what_lies_ahead(
    qtbot: QtBot, model: ListModel, shelf: Shelf
) -> None:
    qtbot.waitUntil(lambda: at(model, 1) == "memory 1000")
    assert model.rowCount() == 1001
    assert at(model, 0) == "2026-11-21"
    assert at(model, 900) is None
    model.look_at(850, 870)
    qtbot.waitUntil(lambda: at(model, 861) == "memory 140")
    qtbot.waitUntil(lambda: at(model, 975) is not None)
    assert {start for start in shelf.starts if start > 200} == {825, 850, 875, 900, 925, 950}
    shelf.starts.clear()
    model.look_at(400, 410)
    qtbot.waitUntil(lambda: at(model, 276) is not None)
    assert shelf.starts == [375, 400, 350, 325, 300, 275], "it was gone up: what stands above comes next"


def test_pages_that_left_the_screen_are_not_fetched(
    qtbot: QtBot, model: ListModel, shelf: Shelf, service: Service
) -> None:
    qtbot.waitUntil(lambda: at(model, 1) is not None)
    service.hold = True
    for first in range(100, 900, 100):
        model.look_at(first + 10, first + 30)
        qtbot.wait(1)
    service.release()
    qtbot.waitUntil(lambda: at(model, 821) is not None)
    assert len([start for start in shelf.starts if start % 100 < 50]) < 6


def test_the_selected_row_stays_selected_when_others_come_and_go(
    qtbot: QtBot, model: ListModel, shelf: Shelf, service: Service
) -> None:
    qtbot.waitUntil(lambda: at(model, 4) == "memory 997")
    chosen = QPersistentModelIndex(model.index(4, 0))
    shelf.ids = [2000, 1001, *[id for id in shelf.ids if id != 999]]
    with qtbot.waitSignal(model.rowsInserted):
        service.push(
            ViewChanged(1, 9, 1001, removed=(1,), inserted=(0, 1), days=((0, "2026-11-22"), (1, "2026-11-21")))
        )
    assert model.data(chosen, ROLE) == "memory 997"
    qtbot.waitUntil(lambda: at(model, 1) == "memory 2000" and at(model, 3) == "memory 1001")
    assert [at(model, item) for item in (0, 2, 4, 5)] == ["2026-11-22", "2026-11-21", "memory 1000", "memory 998"]
    assert model.item_of(997) == chosen.row()


def test_a_row_that_was_touched_is_fetched_again(
    qtbot: QtBot, model: ListModel, shelf: Shelf, service: Service
) -> None:
    qtbot.waitUntil(lambda: at(model, 1) == "memory 1000")
    shelf.ids[0] = 7777
    service.push(ViewChanged(1, 9, 1000, touched=(0,), days=((0, "2026-11-21"),)))
    qtbot.waitUntil(lambda: at(model, 1) == "memory 7777")


def test_very_many_changes_at_once_keep_what_is_at_hand(
    qtbot: QtBot, model: ListModel, shelf: Shelf, service: Service
) -> None:
    qtbot.waitUntil(lambda: at(model, 31) == "memory 970")
    news = tuple(range(0, 400, 4))
    for place in news:
        shelf.ids.insert(place, 10_000 - place)
    with qtbot.waitSignal(model.replaced):
        service.push(ViewChanged(1, 9, 1100, inserted=news, days=((0, "2026-11-21"),)))
    item = model.item_of(970)
    assert item is not None
    assert at(model, item) == "memory 970"
    assert item - 1 == shelf.ids.index(970)
    assert shelf.opened == 1


def test_after_a_missed_push_the_list_is_opened_anew(
    qtbot: QtBot, model: ListModel, shelf: Shelf, service: Service
) -> None:
    shelf.ids = shelf.ids[:10]
    with qtbot.waitSignal(model.opened):
        service.push(ViewChanged(1, 9, 10, removed=(5,)))
    assert model.rowCount() == 11
    assert shelf.opened == 2


def test_rows_stand_where_they_belong_after_many_pushes(
    qtbot: QtBot, model: ListModel, shelf: Shelf, service: Service
) -> None:
    for n in range(50):
        shelf.ids.insert(0, 5000 + n)
        del shelf.ids[n % 7 + 1]
        service.push(ViewChanged(1, 9, 1000, removed=(n % 7,), inserted=(0,), days=((0, "2026-11-21"),)))
    qtbot.waitUntil(
        lambda: [at(model, item) for item in range(1, 30)] == [f"memory {id}" for id in shelf.ids[:29]], timeout=20_000
    )


def test_a_header_can_not_be_selected(model: ListModel) -> None:
    assert not model.flags(model.index(0, 0)) & model.flags(model.index(1, 0)).ItemIsSelectable
    assert model.header_items() == [0]
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.parent() is None or not isinstance(model.parent(), QModelIndex)
