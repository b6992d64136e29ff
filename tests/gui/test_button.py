"""A button that has the focus is pressed by Enter as well as by Space."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mnemoteca.gui.components.button import Button
from mnemoteca.gui.theme.theme import Theme


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_is_pressed_by_key(qapp: QApplication, qtbot: QtBot, key: Qt.Key) -> None:
    button = Button(Theme(qapp, "dark"), "Keep")
    qtbot.addWidget(button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("Keep"))
    qtbot.keyClick(button, key)
    assert pressed == ["Keep"]
