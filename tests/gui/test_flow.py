"""The layout of chips: its items stay its own, whatever Python's wrappers of them do."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mnemoteca.gui.components.flow import Flow

pytestmark = pytest.mark.gui


@pytest.fixture
def area(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(200, 200)
    return made


def test_what_stands_in_it_is_measured_after_much_came_and_went(area: QWidget) -> None:
    flow = Flow(area)
    for text in ("one", "two"):
        flow.addWidget(QPushButton(text))
    passing = Flow()
    area.show()
    for n in range(50):
        passing.addWidget(QPushButton(str(n), area))
        widget = passing.takeAt(0)
        assert widget is not None
        gc.collect()
    assert flow.count() == 2
    assert flow.heightForWidth(200) > 0
    assert {type(flow.itemAt(n).widget()) for n in range(2)} == {QPushButton}  # type: ignore[union-attr]


def test_a_widget_that_is_deleted_leaves_it(area: QWidget) -> None:
    flow = Flow(area)
    buttons = [QPushButton(text) for text in ("one", "two", "three")]
    for button in buttons:
        flow.addWidget(button)
    area.show()
    buttons[1].deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert flow.count() == 2
    assert flow.heightForWidth(200) > 0


def test_cleared_it_is_empty(area: QWidget) -> None:
    flow = Flow(area)
    flow.addWidget(QPushButton("one"))
    flow.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert flow.count() == 0
    assert area.findChildren(QPushButton) == []
