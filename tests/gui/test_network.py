"""The promise at the bottom of the window is what the record of connections says, and leads to all of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mnemoteca.core.clock import SystemClock
from mnemoteca.core.connections import Connection, Outcome, Purpose, Record
from mnemoteca.gui.components.entries import Entry
from mnemoteca.gui.page import Page
from mnemoteca.gui.window import Window
from mnemoteca.models.connecting import read_record, recorded
from mnemoteca.models.places import EmbedderPlaces
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui
AT = datetime(2026, 11, 20, 12, 40, tzinfo=UTC)
MODEL = Connection("a", AT, Purpose.EMBEDDER, "pip", ("pypi.org", "x.example"), Outcome.DONE, 83_000_000)


def promise(window: Window) -> QPushButton:
    (found,) = (b for b in window.panes.status.findChildren(QPushButton) if b.text().startswith("Offline."))
    return found


def opened(household: Household, record: Record) -> Window:
    window = household.open().window
    window.care_pages.networking.read_by(lambda: record)
    return window


def said(window: Window) -> list[str]:
    return [entry.spoken() for entry in window.panes.network.findChildren(Entry) if not entry.isHidden()]


def labels(window: Window) -> set[str]:
    return {label.text() for label in window.panes.network.findChildren(QLabel) if label.isVisible()}


def test_where_none_was_made_the_line_and_the_page_say_so(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    window = opened(household, Record())
    assert promise(window).text() == "Offline. No connection has ever been made."
    promise(window).click()
    assert window.browsing.page is Page.NETWORK
    assert "No connection has ever been made." in labels(window)
    assert said(window) == []
    household.settle()


def test_every_connection_is_listed_with_its_tool_its_hosts_and_its_end(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    begun = Connection("b", AT, Purpose.ENGINE, "pip", ("pypi.org",))
    window = opened(household, Record((begun, MODEL)))
    assert promise(window).text() == "Offline. No connection but for the set-up."
    window.deeds.run("page_network")
    household.settle()
    assert "2 connections were made" in labels(window)
    first, second = said(window)
    assert first.startswith("The engine for language models, Fetched by pip from pypi.org · under way, or interrupted")
    assert "Fetched by pip from pypi.org, x.example · 83.0 MB · done" in second


def test_what_a_person_asked_for_is_told_with_its_day(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    asked = Connection("c", AT, Purpose.MODEL, "huggingface_hub", ("hub.example",), Outcome.DONE, 9)
    window = opened(household, Record((MODEL, asked)))
    assert promise(window).text() == "Offline. A model was last fetched on 20 Nov."
    household.settle()


def test_what_was_fetched_before_there_was_a_record_is_not_denied(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    window = opened(household, Record(whole=False))
    assert promise(window).text() == "Offline. No connection is on record."
    household.settle()


def test_a_connection_that_is_made_meanwhile_takes_the_promise_back(
    qtbot: QtBot, household: Household, tmp_path: Path
) -> None:
    path, places = tmp_path / "connections.jsonl", EmbedderPlaces(tmp_path / "models")
    window = household.open().window
    window.care_pages.networking.read_by(lambda: read_record(path, places))
    assert promise(window).text() == "Offline. No connection has ever been made."
    with recorded(path, SystemClock(), Purpose.EMBEDDER, "pip", ("pypi.org",)):
        window.care_pages.networking.look()
        assert promise(window).text() == "Offline. No connection but for the set-up."
    household.settle()
