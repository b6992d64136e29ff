"""A tip says the text of a memory as it is, and loads nothing that it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt as Core
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mnemoteca.core.memory import Tier
from mnemoteca.core.saved_searches import Saved
from mnemoteca.gui.components.lines import Line, Lines
from mnemoteca.gui.components.tip import plain_tip
from mnemoteca.gui.panes.search_list import SearchButton
from mnemoteca.gui.theme.theme import Theme

pytestmark = pytest.mark.gui
MARKUP = 'Look: <img src="file:///tmp/x.png"> <b>bold</b>'
GUI = Path(__file__).parents[2] / "app" / "mnemoteca" / "gui"
WORDS_ALONE = {"plots.py", "capture_card.py", "tip.py"}  # their tips are sentences of the window
BY_THE_DESKTOP = {"tray.py"}  # its tip is text there


def read(tip: str) -> str:
    """What a person reads in a tip."""
    if not Qt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.parametrize("text", [MARKUP, "plain", "a < b > c", "<table><tr><td>x", "one\ntwo <i>three</i>"])
def test_a_tip_reads_like_its_text(qapp: QApplication, text: str) -> None:
    assert read(plain_tip(text)) == text


def test_a_memory_of_the_day_is_no_markup_in_its_tip(qtbot: QtBot, qapp: QApplication) -> None:
    lines = Lines(Theme(qapp, "dark"), lambda thing: Line(str(thing), "", Tier.SHORT))
    qtbot.addWidget(lines)
    lines.show_things([MARKUP])
    index = lines.model().index(0, 0)
    assert read(index.data(Core.ItemDataRole.ToolTipRole)) == MARKUP
    assert index.data(Core.ItemDataRole.AccessibleTextRole) == MARKUP


def test_a_search_is_no_markup_in_its_tip(qtbot: QtBot, qapp: QApplication) -> None:
    button = SearchButton(Theme(qapp, "dark"), Saved("b", MARKUP))
    qtbot.addWidget(button)
    assert read(button.toolTip()) == MARKUP


def test_every_tip_that_may_hold_a_persons_words_goes_one_way() -> None:
    found = [
        f"{file.name}: {line.strip()}"
        for file in sorted(GUI.rglob("*.py"))
        if file.name not in WORDS_ALONE | BY_THE_DESKTOP
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.search(r"\.setToolTip\((?!plain_tip\()", line)
    ]
    assert found == []
