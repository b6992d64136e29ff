"""The page of backups: what is there, making one, the second folder, bringing one back; what the day says of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mnemoteca.core.clock import SystemClock
from mnemoteca.core.views import Place
from mnemoteca.gui.app import Desk
from mnemoteca.gui.components.entries import Entry
from mnemoteca.gui.components.facts import FactsCard
from mnemoteca.gui.components.toast import Toast
from mnemoteca.gui.link import Connection
from mnemoteca.gui.page import Page
from mnemoteca.gui.panes.backups_page import BackupsPage
from mnemoteca.gui.window import Window
from mnemoteca.wire.client import connect
from mnemoteca.wire.start import start_service
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui
DAY = 24 * 3600.0


def backups(household: Household) -> Window:
    window = (household.desk or household.open()).window
    window.deeds.run("page_backups")
    household.settle()
    return window


def said(page: BackupsPage) -> list[str]:
    return [entry.spoken() for entry in page.findChildren(Entry) if not entry.isHidden()]


def button(window: Window, name: str) -> QPushButton:
    found = [b for b in window.findChildren(QPushButton) if b.accessibleName() == name and not b.isHidden()]
    assert found, name
    return found[0]


def test_one_is_made_by_a_key_and_listed(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    window = backups(household)
    assert window.browsing.page is Page.BACKUPS
    assert window.focusWidget() is button(window, "Make one now")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any("1 memory" in each and "made by hand" in each for each in said(window.panes.backups)))
    household.settle()


def test_the_second_folder_takes_the_newest_at_once(qtbot: QtBot, household: Household, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    household.library.capture("Oat milk")
    household.library.backup()
    window = backups(household)
    page = window.panes.backups
    assert said(page)[0].startswith("No second folder")
    window.care_pages.backing_up.set_second(str(usb))
    qtbot.waitUntil(lambda: "also in the second folder" in " ".join(said(page)))
    assert len(list(usb.iterdir())) == 1
    qtbot.waitUntil(lambda: said(page)[0].startswith(f"{usb}, The last copy outside this folder is from "))
    button(window, f"Copy no more backups to {usb}").click()
    qtbot.waitUntil(lambda: said(page)[0].startswith("No second folder"))
    household.settle()


def test_a_second_folder_that_is_away_is_said_and_tried_again(
    qtbot: QtBot, household: Household, tmp_path: Path
) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    household.library.capture("Oat milk")
    household.library.set_setting("backup.second_folder", str(usb))
    usb.rmdir()
    household.library.backup()
    window = backups(household)
    qtbot.waitUntil(lambda: f"There is no folder {usb}." in said(window.panes.backups)[0])
    usb.mkdir()
    button(window, "Copy now").click()
    qtbot.waitUntil(lambda: "The last copy outside" in said(window.panes.backups)[0])
    assert "no folder" not in said(window.panes.backups)[0]
    household.settle()


def test_what_bringing_back_does_is_said_first_and_can_be_left(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    household.library.backup()
    household.library.capture("Rye bread")
    window = backups(household)
    (name,) = (b.accessibleName() for b in window.findChildren(QPushButton) if b.text() == "Bring back…")
    button(window, name).click()
    box = window.panes.restore
    qtbot.waitUntil(box.isVisible)
    (facts,) = box.findChildren(FactsCard)
    assert "1 memory" in facts.accessibleName()
    assert "What is here now is put aside, not destroyed 2 memories" in facts.accessibleName()
    assert str(household.folder / "aside") in facts.accessibleName()
    assert window.focusWidget() is button(window, "Leave it as it is")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert household.library.counts().counts[Place.EVERYTHING] == 2
    household.settle()


def test_the_day_says_that_there_is_no_copy_elsewhere_and_leads_to_the_page(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    window = household.open().window
    window.deeds.run("page_today")
    household.settle()
    sentence = "There is no copy of this library outside its folder."
    assert not any(b.text() == sentence for b in window.panes.today.findChildren(QPushButton) if not b.isHidden())
    household.clock.advance(31 * DAY)
    window.own_pages.refresh()
    household.settle()
    button(window, sentence).click()
    assert window.browsing.page is Page.BACKUPS
    household.settle()


def toasts(window: Window) -> str:
    return " ".join(toast.accessibleName() for toast in window.findChildren(Toast))


def test_a_backup_is_brought_back_from_the_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a service of its own process, which makes way, and the command that does it."""
    folder = tmp_path / "real"
    monkeypatch.setenv("MNEMOTECA_MODELS", str(tmp_path / "models"))
    with connect(folder, start=start_service, role="test") as client:
        client.library.capture("Oat milk")
        made = client.library.backup()
        client.library.capture("Rye bread")
    desk = Desk(qapp, folder, start_service, SystemClock())
    try:
        desk.show()
        qtbot.waitUntil(lambda: desk.link.state is Connection.HERE, timeout=20_000)
        window = desk.window
        window.care_pages.restoring.ask(made, 2)
        button(window, "Back up first, then bring it back").click()
        qtbot.waitUntil(lambda: desk.link.state is Connection.AWAY, timeout=30_000)
        qtbot.waitUntil(lambda: desk.link.state is Connection.HERE, timeout=60_000)
        assert not window.panes.restore.isVisible()
        answers: list[int] = []
        desk.link.call("counts").then(lambda counts: answers.append(counts.counts[Place.EVERYTHING]))
        qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        assert answers == [1]
        assert len(list((folder / "backups").glob("hand-*.duckdb"))) == 2
        assert (folder / "aside" / "001" / "library.duckdb").exists()
        os.replace(made.path, made.path + ".gone")
        window.care_pages.restoring.ask(made, 1)
        button(window, "Bring it back").click()
        qtbot.waitUntil(lambda: desk.link.state is Connection.AWAY, timeout=30_000)
        qtbot.waitUntil(lambda: desk.link.state is Connection.HERE, timeout=60_000)
        assert "There is no file" in toasts(window)
    finally:
        desk.window.close()
        desk.close()
        for part in (desk, desk.window):
            part.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        with connect(folder, start=start_service, role="test") as client:
            client.finish()


def test_a_window_that_is_closed_while_a_backup_is_brought_back_sees_it_through(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "real"
    monkeypatch.setenv("MNEMOTECA_MODELS", str(tmp_path / "models"))
    with connect(folder, start=start_service, role="test") as client:
        client.library.capture("Oat milk")
        made = client.library.backup()
        client.library.capture("Rye bread")
    desk = Desk(qapp, folder, start_service, SystemClock())
    desk.show()
    qtbot.waitUntil(lambda: desk.link.state is Connection.HERE, timeout=20_000)
    desk.window.care_pages.restoring.ask(made, 2)
    button(desk.window, "Bring it back").click()
    assert desk.link.state is Connection.AWAY
    desk.window.close()
    desk.close()
    for part in (desk, desk.window):
        part.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    with connect(folder, start=start_service, role="test") as client:
        assert client.library.counts().counts[Place.EVERYTHING] == 1
        client.finish()
