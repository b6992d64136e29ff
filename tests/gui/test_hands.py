"""What has the keyboard is ringed for who goes by keys, and not for who goes by the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mnemoteca.gui.components.button import Button
from mnemoteca.gui.theme.theme import Theme

pytestmark = pytest.mark.gui


class Two:
    """A window with two buttons."""

    def __init__(self, qtbot: QtBot, app: QApplication) -> None:
        self.theme, self.window = Theme(app, "dark"), QWidget()
        self.first, self.second = Button(self.theme, "First"), Button(self.theme, "Second")
        across = QHBoxLayout(self.window)
        for button in (self.first, self.second):
            across.addWidget(button)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: app.focusWindow() is not None)

    def key(self, key: Qt.Key) -> None:
        """As the system tells it: to the window, not to the widget."""
        QTest.keyClick(self.window.windowHandle(), key)

    def press(self, button: Button) -> None:
        at = button.mapTo(self.window, button.rect().center())
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def ringed(self, button: Button) -> bool:
        """Whether the accent stands at its edge."""
        picture: QImage = button.grab().toImage()
        return picture.pixelColor(picture.width() // 2, 0).name().upper() == self.theme.tokens.accent


def test_tab_rings_what_it_leads_to_and_a_click_takes_the_ring_away(qtbot: QtBot, qapp: QApplication) -> None:
    two = Two(qtbot, qapp)
    two.press(two.first)
    assert not two.ringed(two.first)
    two.key(Qt.Key.Key_Tab)
    assert two.second.hasFocus()
    assert two.ringed(two.second)
    two.press(two.first)
    assert not two.ringed(two.first)
    assert not two.ringed(two.second)


def test_what_is_only_held_down_rings_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    two = Two(qtbot, qapp)
    two.press(two.first)
    two.first.setFocus()
    two.key(Qt.Key.Key_Shift)
    assert not two.ringed(two.first)
