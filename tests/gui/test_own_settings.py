"""The window's own settings count wherever they are changed: in the window, on the command line, while one was away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QVariantAnimation
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from mnemoteca.core.settings import SETTINGS
from mnemoteca.gui.own_settings import agree
from mnemoteca.gui.panes.settings_page import SettingsPage
from mnemoteca.gui.theme.motion import Motion
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.turns import Turns
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui


def test_whoever_changed_since_the_library_was_heard_counts_and_the_library_where_both_did() -> None:
    said = {"window.theme": "dark"}
    assert agree({"theme": "dark"}, {"theme": "light"}, said) == ({}, {})
    assert agree({"theme": "light"}, {"theme": "light"}, said) == ({"theme": "dark"}, {})
    assert agree({"theme": "light"}, {"theme": "dark"}, said) == ({}, {"theme": "light"})
    assert agree({"theme": "light"}, {"theme": "contrast"}, said) == ({"theme": "dark"}, {})
    assert agree({"theme": "light"}, {}, {"window.theme": "system"}) == ({}, {"theme": "light"})
    assert agree({"at_login": True}, {}, {}) == ({}, {})


def test_a_setting_changed_elsewhere_reaches_the_open_window(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    desk = household.open()
    desk.window.deeds.run("page_settings")
    household.settle()
    household.library.set_setting("window.theme", "contrast")
    household.library.set_setting("window.zoom", 125)
    household.library.set_setting("window.motion", "reduced")
    household.library.set_setting("window.keys", '{"pin": ["F9"]}')
    qtbot.waitUntil(lambda: desk.theme.percent == 125 and desk.window.deeds.menus.keys("pin") == ("F9",))
    assert desk.state.theme == "contrast"
    assert desk.theme.motion.reduced()
    assert desk.window.deeds.menus.actions["theme_contrast"].isChecked()
    (field,) = (each for each in desk.window.panes.settings.findChildren(QSpinBox) if each.suffix() == " %")
    assert field.value() == 125
    desk.own.use("zoom", 100)
    household.settle()


def test_what_was_changed_while_the_window_was_closed_counts_at_its_next_start(
    qtbot: QtBot, household: Household
) -> None:
    household.library.capture("Oat milk")
    household.open()
    household.shut()
    household.library.set_setting("window.theme", "light")
    desk = household.open()
    qtbot.waitUntil(lambda: desk.state.theme == "light")
    household.settle()


def test_what_was_changed_while_the_service_was_gone_reaches_the_library(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    desk = household.open()
    household.service.stop()
    desk.own.use("theme", "light")
    household.service.listen()
    qtbot.waitUntil(lambda: household.library.settings()["window.theme"] == "light", timeout=20_000)
    household.settle()


# -- movement
def test_with_less_movement_what_moves_is_there_at_once(qapp: QApplication, qtbot: QtBot) -> None:
    motion, parent, steps = Motion(qapp, "reduced"), QWidget(), list[float]()
    qtbot.addWidget(parent)
    assert motion.run(parent, steps.append) is None
    assert steps == [1.0]
    motion.use("full")
    steps.clear()
    assert isinstance(motion.run(parent, steps.append), QVariantAnimation)
    qtbot.waitUntil(lambda: bool(steps) and steps[-1] == 1.0)
    assert len(steps) > 1


# -- numbers
def test_numbers_on_the_page_are_read_with_their_units(qapp: QApplication, qtbot: QtBot) -> None:
    page = SettingsPage(Theme(qapp, "dark"))
    qtbot.addWidget(page)
    page.set_values({name: setting.default for name, setting in SETTINGS.items()})
    page.resize(1000, 900)
    page.show()
    qtbot.waitUntil(lambda: not any(turns.busy for turns in page.findChildren(Turns)))
    fields = [*page.findChildren(QSpinBox), *page.findChildren(QDoubleSpinBox)]
    assert len(fields) >= 6
    for field in fields:
        line = field.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        assert line.width() >= line.fontMetrics().horizontalAdvance(line.text()) + 16, line.text()
        assert line.height() >= line.fontMetrics().height()
    texts = {field.text() for field in fields}
    assert {"100 %", "5 min", "24 h"} <= texts
