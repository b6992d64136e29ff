"""Lines of a card: what is chosen stays chosen while lines come and go, and a key means that one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mnemoteca.core.memory import Memory, Tier
from mnemoteca.gui.components.lines import Line, Lines
from mnemoteca.gui.theme.theme import Theme
from tests.gui.memories import memory

pytestmark = pytest.mark.gui


def said(thing: object) -> Line:
    assert isinstance(thing, Memory)
    return Line(thing.text, "", Tier.SHORT)


@pytest.fixture
def lines(qtbot: QtBot, qapp: QApplication) -> Lines:
    made = Lines(Theme(qapp, "dark"), said, ("K", "L"))
    qtbot.addWidget(made)
    made.show_things([memory(name, id=n) for n, name in enumerate(("oat", "bread", "salt"), 1)])
    made.show()
    return made


def chosen(lines: Lines) -> str:
    thing = lines.at_hand()
    assert isinstance(thing, Memory)
    return thing.text


def test_what_is_chosen_stays_so_when_something_comes_before_it(lines: Lines) -> None:
    lines.setCurrentIndex(lines.model().index(1, 0))
    lines.show_things([memory("new", id=9), *(memory(t, id=n) for n, t in enumerate(("oat", "bread", "salt"), 1))])
    assert chosen(lines) == "bread"


def test_what_is_chosen_stays_so_when_it_was_read_meanwhile(lines: Lines) -> None:
    lines.setCurrentIndex(lines.model().index(2, 0))
    lines.show_things([memory("salt", id=3, access_count=1), memory("oat", id=1)])
    assert chosen(lines) == "salt"


def test_after_what_was_chosen_is_gone_the_next_is_at_hand_or_the_last(lines: Lines) -> None:
    lines.setCurrentIndex(lines.model().index(1, 0))
    lines.show_things([memory("oat", id=1), memory("salt", id=3)])
    assert chosen(lines) == "salt"
    lines.show_things([memory("oat", id=1)])
    assert lines.currentIndex().row() == 0


def test_a_key_that_is_held_down_does_its_work_once(lines: Lines, qtbot: QtBot) -> None:
    heard: list[str] = []
    lines.pressed_key.connect(lambda key, thing: heard.append(f"{key} {thing.text}"))
    lines.setFocus()
    QTest.keyClick(lines, Qt.Key.Key_K)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier, "k", True)
    QApplication.sendEvent(lines, held)
    assert heard == ["K oat"]
