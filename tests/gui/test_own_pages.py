"""The pages of their own: the day that opens first, and the settings."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from mnemoteca.core.memory import Tier
from mnemoteca.core.settings import SETTINGS
from mnemoteca.gui import settings_words
from mnemoteca.gui.components.lines import Lines
from mnemoteca.gui.components.tick import Tick
from mnemoteca.gui.page import Page
from mnemoteca.gui.panes.settings_page import SettingsPage
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui


def first_start(household: Household) -> Window:
    """The window as it opens where it never was before."""
    (household.folder / "window.json").unlink()
    return household.open().window


def said(window: Window) -> set[str]:
    return {label.text() for label in window.panes.today.findChildren(QLabel) if not label.isHidden()}


def test_a_first_start_opens_on_the_day_unless_there_is_nothing_at_all(qtbot: QtBot, household: Household) -> None:
    window = first_start(household)
    assert window.browsing.page is Page.WELCOME
    household.library.capture("Oat milk #kitchen")
    qtbot.waitUntil(lambda: window.browsing.page is Page.TODAY)
    household.settle()
    qtbot.waitUntil(lambda: "1 new memory today, 1 promoted." in said(window) or "1 new memory today." in said(window))
    assert window.state().page is Page.TODAY


def test_what_fades_soon_is_kept_or_let_go_by_one_key(qtbot: QtBot, household: Household) -> None:
    library, clock = household.library, household.clock
    ids = []
    for text in ("first to fade", "second to fade"):
        ids.append(library.add_short_term(text, "personal", 0.1).id)
        library.force_promotion(ids[-1])
        clock.advance(60)
    clock.advance(timedelta(hours=20).total_seconds())
    window = first_start(household)
    fading = next(lines for lines in window.panes.today.findChildren(Lines) if lines.accessibleName() == "Fading soon")
    qtbot.waitUntil(lambda: fading.model().rowCount() == 2)
    fading.setFocus()
    QTest.keyClick(fading, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: fading.model().rowCount() == 1)
    QTest.keyClick(fading, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: fading.model().rowCount() == 0)
    household.settle()
    assert [library.memory(id).tier for id in ids] == [Tier.LONG, Tier.FADED]
    window.acts.undo()
    qtbot.waitUntil(lambda: fading.model().rowCount() == 1)
    household.settle()


def test_a_memory_of_the_day_opens_in_the_reader(qtbot: QtBot, household: Household) -> None:
    kept = household.library.capture("Oat milk #kitchen")
    window = first_start(household)
    new = next(lines for lines in window.panes.today.findChildren(Lines) if lines.accessibleName() == "New")
    qtbot.waitUntil(lambda: new.model().rowCount() == 1)
    new.setFocus()
    QTest.keyClick(new, Qt.Key.Key_Return)
    household.settle()
    assert window.browsing.page is Page.LIST
    assert window.reading.memory is not None
    assert window.reading.memory.id == kept.id


def settings_of(window: Window, household: Household) -> SettingsPage:
    window.deeds.run("page_settings")
    household.settle()
    return window.panes.settings


def test_every_setting_has_its_words() -> None:
    listed = {name for name, setting in SETTINGS.items() if setting.listed}
    assert set(settings_words.NAMES) == listed
    assert all(name.partition(".")[0] in settings_words.HEADINGS for name in listed)


def test_a_setting_that_is_changed_counts_at_once_and_can_be_reset(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    page = settings_of(household.open().window, household)
    tick = next(each for each in page.findChildren(Tick) if each.accessibleName() == "Promote by itself")
    assert tick.isChecked()
    tick.click()
    household.settle()
    assert household.library.settings("personal")["tiers.promote"] is False
    reset = next(b for b in page.findChildren(QPushButton) if b.accessibleName() == "Reset Promote by itself")
    assert not reset.isHidden()
    reset.click()
    household.settle()
    assert household.library.settings("personal")["tiers.promote"] is True
    assert tick.isChecked()
    assert reset.isHidden()


def test_settings_are_found_by_their_words(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    page = settings_of(household.open().window, household)
    (field,) = (each for each in page.findChildren(QLineEdit) if each.accessibleName() == "Find a setting")
    QTest.keyClicks(field, "backups weekly")
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Weekly backups that are kept" in shown
    assert "Colours" not in shown
    field.setText("nonsense")
    assert "No setting of that name." in [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_the_colours_are_changed_on_the_page_as_in_the_menu(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    desk = household.open()
    page = settings_of(desk.window, household)
    page.changed.emit("window.theme", "light")
    assert not desk.theme.tokens.dark
    assert desk.window.deeds.menus.actions["theme_light"].isChecked()
    household.settle()


def test_a_second_folder_is_typed_and_one_that_is_not_there_is_said(
    qtbot: QtBot, household: Household, tmp_path: Path
) -> None:
    household.library.capture("Oat milk")
    window = household.open().window
    page = settings_of(window, household)
    (field,) = (each for each in page.findChildren(QLineEdit) if each.accessibleName() == "A second folder for backups")
    (tmp_path / "usb").mkdir()
    field.setText(str(tmp_path / "usb"))
    QTest.keyClick(field, Qt.Key.Key_Return)
    household.settle()
    assert household.library.settings()["backup.second_folder"] == str(tmp_path / "usb")
    field.setText("/nowhere/at/all")
    QTest.keyClick(field, Qt.Key.Key_Return)
    household.settle()
    qtbot.waitUntil(lambda: field.text() == str(tmp_path / "usb"))


def test_the_day_tells_what_was_learned_last_night_and_leads_to_the_run(qtbot: QtBot, household: Household) -> None:
    library, clock = household.library, household.clock
    for text in ("We decided to keep the keys with Helena Prado.", "Gosto de coentro.", "Odeio coentro."):
        library.force_promotion(library.capture(text, importance=0.7).id)
    library.wait_knowledge()
    clock.advance(timedelta(hours=14).total_seconds())
    library.consolidate_medium_to_long()
    clock.advance(timedelta(hours=5).total_seconds())
    window = first_start(household)
    page = window.panes.today
    learned = next(
        each for each in page.findChildren(Lines) if each.accessibleName() in ("Learned last night", "Learned today")
    )

    def lines() -> list[str]:
        return [str(learned.model().index(row, 0).data()) for row in range(learned.model().rowCount())]

    qtbot.waitUntil(lambda: "“We decided to keep the keys with Helena Prado.”, decision" in lines())
    qtbot.waitUntil(lambda: "1 contradiction, decide" in lines())
    household.settle()
    learned.setFocus()
    learned.setCurrentIndex(learned.model().index(len(lines()) - 2, 0))
    QTest.keyClick(learned, Qt.Key.Key_Return)
    qtbot.waitUntil(window.panes.reason.isVisible)
    QTest.keyClick(window.panes.reason, Qt.Key.Key_Escape)
    (show,) = [b for b in page.findChildren(QPushButton) if b.text() == "Show the run" and b.isVisible()]
    show.click()
    qtbot.waitUntil(lambda: window.browsing.page is Page.SLEEP and window.panes.sleep.run.run == 1)
    household.settle()
