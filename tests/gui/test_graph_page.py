"""The graph on a real library: how two are linked, what one is linked to, as a picture and as a list, as of a day."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mnemoteca.gui.components.chip import ChipButton
from mnemoteca.gui.components.empty import Empty
from mnemoteca.gui.linking import FEW
from mnemoteca.gui.page import Page
from mnemoteca.gui.panes.entity_field import EntityField
from mnemoteca.gui.panes.graph_page import GraphPage
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui
SAID = (
    ("2024-01-01", "Ana lives in Recife."),
    ("2024-02-01", "It rained. We saw Marcos in Recife on Sunday."),
    ("2024-03-01", "Marcos works at Petrobras."),
    ("2024-03-02", "Julia likes sourdough."),
    ("2024-04-01", "Ana and Julia went to Olinda."),
)


def tell(household: Household, *said: tuple[str, str]) -> None:
    for day, text in said:
        at = datetime.fromisoformat(f"{day}T12:00:00+00:00")
        household.library.capture(text, occurred_at=at, offset_min=0)
    household.library.wait_knowledge()


def opened(qtbot: QtBot, household: Household) -> tuple[Window, GraphPage]:
    tell(household, *SAID)
    window = household.open().window
    window.deeds.run("page_graph")
    assert window.browsing.page is Page.GRAPH
    page = window.panes.graph
    qtbot.waitUntil(lambda: bool(page.view.scene.parts))
    household.settle()
    return window, page


def name(qtbot: QtBot, household: Household, field: EntityField, text: str) -> None:
    """Type a name, and take what is offered first."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    qtbot.waitUntil(lambda: bool(field.offered()))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.entity is not None
    household.settle()


def names(page: GraphPage) -> list[str]:
    return [part.name for part in page.view.scene.parts]


def both(qtbot: QtBot, household: Household, page: GraphPage) -> None:
    name(qtbot, household, page.start, "Ana")
    name(qtbot, household, page.end, "Petro")
    qtbot.waitUntil(lambda: page.view.scene.way == 4)
    qtbot.waitUntil(lambda: page.evidence.title() == "Ana → Recife → Marcos → Petrobras")
    household.settle()


def test_two_names_are_answered_by_the_sentences_that_link_them(qtbot: QtBot, household: Household) -> None:
    window, page = opened(qtbot, household)
    both(qtbot, household, page)
    assert names(page)[:4] == ["Ana", "Recife", "Marcos", "Petrobras"]
    assert [part.marked for part in page.view.scene.parts] == [True] * 4 + [False] * (len(names(page)) - 4)
    values = page.evidence.list.evidence.values
    assert [value.title for value in values] == [
        "Ana lives in Recife", "Recife and Marcos", "Marcos works at Petrobras",
    ]  # fmt: skip
    assert values[1].quote == "“We saw Marcos in Recife on Sunday.”"
    assert [values[1].quote[start:end] for start, end in values[1].marks] == ["Marcos", "Recife"]
    assert all(value.tier is not None and "2024" in value.meta for value in values)
    page.evidence.list.first_focus()
    QTest.keyClick(page.evidence.list, Qt.Key.Key_Down)
    QTest.keyClick(page.evidence.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.browsing.page is Page.LIST and window.reading.memory is not None)
    assert window.reading.memory is not None
    assert window.reading.memory.text == SAID[1][1]
    household.settle()


def test_one_name_is_answered_by_its_neighbours_and_its_facts(qtbot: QtBot, household: Household) -> None:
    _, page = opened(qtbot, household)
    name(qtbot, household, page.start, "Ana")
    qtbot.waitUntil(lambda: set(names(page)) == {"Ana", "Recife", "Julia", "Olinda"})
    assert names(page)[0] == "Ana"
    qtbot.waitUntil(lambda: page.evidence.title() == "Ana")
    household.settle()
    assert [value.title for value in page.evidence.list.evidence.values] == ["Ana lives in Recife"]
    page.start.setFocus()
    page.start.selectAll()
    QTest.keyClick(page.start, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Petrobras" in names(page))
    household.settle()
    assert page.evidence.title() == "How are two linked?"


def test_the_slider_shows_it_as_of_a_day(qtbot: QtBot, household: Household) -> None:
    _, page = opened(qtbot, household)
    both(qtbot, household, page)
    assert page.day() is None
    page.slider.setValue((date(2024, 2, 15) - date(2024, 1, 1)).days)
    qtbot.waitUntil(lambda: page.evidence.title() == "Nothing leads from Ana to Petrobras.")
    household.settle()
    assert page.day() == date(2024, 2, 15)
    assert names(page)[:2] == ["Ana", "Petrobras"]
    assert "Julia" not in names(page)
    assert page.slider.accessibleName() == "As of 15 Feb 2024"
    page.slider.setValue(page.slider.maximum())
    qtbot.waitUntil(lambda: page.view.scene.way == 4)
    household.settle()


def test_kinds_narrow_what_stands_around(qtbot: QtBot, household: Household) -> None:
    _, page = opened(qtbot, household)
    name(qtbot, household, page.start, "Ana")
    chips = {chip.text(): chip for chip in page.findChildren(ChipButton)}
    assert list(chips) == ["People", "Organisations", "Places", "Laws", "Things"]
    chips["People"].click()
    qtbot.waitUntil(lambda: names(page) == ["Ana", "Julia"])
    chips["Places"].click()
    qtbot.waitUntil(lambda: set(names(page)) == {"Ana", "Julia", "Recife", "Olinda"})
    household.settle()


def test_the_list_tells_the_same_and_does_the_same(qtbot: QtBot, household: Household) -> None:
    _, page = opened(qtbot, household)
    both(qtbot, household, page)
    painted = QAccessible.queryAccessibleInterface(page.view)
    said = [painted.child(n).text(QAccessible.Text.Name) for n in range(painted.childCount())]
    assert said[1].startswith("Recife, place, step 2 of the way, with ")
    page._listed.click()
    assert page.rows.isVisible()
    listed = QAccessible.queryAccessibleInterface(page.rows)
    assert [listed.child(n).text(QAccessible.Text.Name) for n in range(listed.childCount())] == said
    page.rows.setFocus()
    page.rows.choose(names(page).index("Olinda"))
    qtbot.waitUntil(lambda: page.evidence.title() == "Ana → Olinda")
    household.settle()
    QTest.keyClick(page.rows, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(page)[0] == "Olinda")
    household.settle()
    assert page.start.entity is not None
    assert page.start.entity.name == "Olinda"
    assert page.end.entity is None


def test_keys_go_through_the_picture_and_enter_looks_around_one(qtbot: QtBot, household: Household) -> None:
    _, page = opened(qtbot, household)
    both(qtbot, household, page)
    page.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.view.at() == 0
    household.settle()
    reached = {page.view.at()}
    for _ in range(len(names(page))):
        QTest.keyClick(page.view, Qt.Key.Key_PageDown)
        household.settle()
        reached.add(page.view.at())
    assert reached == set(range(len(names(page))))
    page.view.choose(0)
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    assert page.view.points()[page.view.at()].x() > page.view.points()[0].x()
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.evidence.title() == "Ana → Recife → Marcos → Petrobras")
    assert page.view.at() == -1
    household.settle()
    page.view.choose(2)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(page)[0] == "Marcos")
    household.settle()


def test_mouse_and_keys_zoom_and_move_it(qtbot: QtBot, household: Household) -> None:
    _, page = opened(qtbot, household)
    both(qtbot, household, page)
    view, before = page.view, page.view.points()
    at, none = QPointF(view.viewport().rect().center()), Qt.MouseButton.NoButton
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, 240), none, keys, phase, False)
    QApplication.sendEvent(view.viewport(), turn)
    after = view.points()
    assert after[3].x() - after[0].x() > 1.2 * (before[3].x() - before[0].x())
    empty = QPoint(5, 5)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=empty)
    QTest.mouseMove(view.viewport(), empty + QPoint(60, 40))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=empty + QPoint(60, 40))
    moved = view.points()
    assert (moved[0] - after[0]).x() == pytest.approx(60)
    assert (moved[0] - after[0]).y() == pytest.approx(40)
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.points()[0].x() > moved[0].x()
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.points() == before
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.points()[3].x() - view.points()[0].x() < before[3].x() - before[0].x()


def test_a_picture_that_was_moved_is_the_one_that_is_painted_there(qtbot: QtBot, household: Household) -> None:
    _, page = opened(qtbot, household)
    both(qtbot, household, page)
    view = page.view
    before = view.grab().toImage()
    view.pan(QPointF(30, -20))
    moved = view.grab().toImage()
    assert moved != before
    view._made_of = ()  # nothing was painted yet
    assert view.grab().toImage() == moved
    view.pan(QPointF(400, 0))  # beyond what was painted around it
    far = view.grab().toImage()
    view._made_of = ()
    assert view.grab().toImage() == far


def test_a_click_on_a_part_tells_how_it_is_linked_and_a_double_click_looks_around_it(
    qtbot: QtBot, household: Household
) -> None:
    _, page = opened(qtbot, household)
    both(qtbot, household, page)
    part = names(page).index("Olinda")
    place = page.view.points()[part].toPoint()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: page.evidence.title() == "Ana → Olinda")
    household.settle()
    assert page.evidence._around.text() == "Look around Olinda"
    place = page.view.points()[part].toPoint()
    QTest.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: names(page)[0] == "Olinda")
    household.settle()


def test_more_stand_around_where_more_are_wanted(qtbot: QtBot, household: Household) -> None:
    first = ["Alba", "Bruno", "Clara", "Diego", "Elisa", "Fabio", "Gilda", "Hugo", "Irene", "Jonas"]
    last = ["Souza", "Lima", "Prado", "Rocha", "Mendes"]
    tell(household, *((f"2025-01-{n + 1:02}", f"{one} {name} lives in Natal.")
                      for n, one in enumerate(first) for name in last))  # fmt: skip
    there = len(household.library.graph(limit=500).spots)
    assert there > FEW
    window = household.open().window
    window.deeds.run("page_graph")
    page = window.panes.graph
    qtbot.waitUntil(lambda: len(names(page)) == FEW)
    household.settle()
    page._more.click()
    qtbot.waitUntil(lambda: len(names(page)) == there)
    household.settle()
    assert not page._more.isVisible()


def test_where_nobody_is_known_by_name_it_says_where_names_come_from(qtbot: QtBot, household: Household) -> None:
    tell(household, ("2025-01-01", "ok"))
    window = household.open().window
    window.deeds.run("page_graph")
    household.settle()
    page = window.panes.graph
    qtbot.waitUntil(lambda: page.findChildren(Empty)[0].isVisible())
    assert "Nobody and nothing" in page.findChildren(Empty)[0].sentence()


def test_another_space_has_nobody_in_the_fields(qtbot: QtBot, household: Household) -> None:
    household.library.make_space("work")
    household.library.capture("Pedro lives in Porto.", space="work")
    window, page = opened(qtbot, household)
    both(qtbot, household, page)
    window.spacing.choose("work")
    qtbot.waitUntil(lambda: set(names(page)) == {"Pedro", "Porto"})
    household.settle()
    assert page.start.entity is None
    assert page.start.text() == ""
