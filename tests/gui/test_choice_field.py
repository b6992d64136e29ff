"""A choice shows that there are others, and the wheel that scrolls a page changes none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from mnemoteca.gui.components.choice_field import ChoiceField
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import contrast

pytestmark = pytest.mark.gui


def field(qtbot: QtBot, theme: Theme) -> ChoiceField:
    made = ChoiceField(theme)
    made.addItems(["a", "b", "c"])
    made.setFixedSize(180, 32)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("scheme", ["dark", "light", "contrast"])
def test_a_choice_has_an_arrow_that_stands_out(qtbot: QtBot, qapp: QApplication, scheme: str) -> None:
    theme = Theme(qapp, scheme)
    picture = field(qtbot, theme).grab().toImage()
    wide, high = picture.width(), picture.height()
    inside = [(x, y) for x in range(wide * 3 // 4, wide - wide // 30) for y in range(high // 4, high * 3 // 4)]
    right = [picture.pixelColor(x, y) for x, y in inside]
    most = max(right, key=lambda each: contrast(each.name(), theme.tokens.surface))
    assert contrast(most.name(), QColor(theme.tokens.surface).name()) >= 3.0


def test_the_wheel_changes_a_choice_only_where_the_keyboard_is(qtbot: QtBot, qapp: QApplication) -> None:
    choice = field(qtbot, Theme(qapp, "dark"))
    turned = QWheelEvent(
        QPointF(20, 10), QPointF(20, 10), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    choice.clearFocus()
    QApplication.sendEvent(choice, turned)
    assert choice.currentIndex() == 0
    assert not turned.isAccepted()


def test_its_values_stand_below_it_in_a_menu_of_the_window(qtbot: QtBot, qapp: QApplication) -> None:
    choice = field(qtbot, Theme(qapp, "dark"))
    choice.showPopup()
    (menu,) = [each for each in choice.findChildren(QMenu) if each.isVisible()]
    assert [(action.text(), action.isChecked()) for action in menu.actions()] == [
        ("a", True),
        ("b", False),
        ("c", False),
    ]
    assert menu.y() >= choice.mapToGlobal(choice.rect().bottomLeft()).y()
    menu.actions()[2].trigger()
    menu.close()
    assert choice.currentText() == "c"
