"""The page of a new library: what may be settled first, and the demo library that comes and goes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from mnemoteca.core.resources import resource
from mnemoteca.core.views import Place
from mnemoteca.gui.demo import SPACE
from mnemoteca.gui.page import Page
from mnemoteca.gui.panes.first_steps import FirstSteps
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.translations import LANGUAGES
from tests.gui.desk import Household, household

pytestmark = pytest.mark.gui
__all__ = ["household"]


def texts(steps: FirstSteps) -> str:
    return " | ".join(label.text() for label in steps.findChildren(type(steps._where)))


def press(household: Household, text: str) -> None:
    assert household.desk is not None
    pane = household.desk.window.panes
    (button,) = [each for each in pane.findChildren(QAbstractButton) if each.text() == text and each.isVisible()]
    button.click()


def test_the_first_page_tells_where_the_data_lives_and_what_was_found(qtbot: QtBot, household: Household) -> None:
    window = household.open().window
    steps = window.panes.welcome.steps
    assert steps.isVisible()
    assert str(household.folder) in texts(steps)
    qtbot.waitUntil(lambda: "not looked yet" not in texts(steps))


def test_the_language_is_chosen_on_the_first_page_and_changes_at_once(qtbot: QtBot, household: Household) -> None:
    desk = household.open()
    steps = desk.window.panes.welcome.steps
    press(household, "Português (Brasil)")
    assert desk.state.language == "pt_BR"
    qtbot.waitUntil(lambda: "Suas lembranças ficam em" in texts(steps))
    press(household, "English")
    qtbot.waitUntil(lambda: "Your memories live in" in texts(steps))
    household.settle()


def test_what_was_found_is_named_and_what_is_too_much_is_counted(qtbot: QtBot, household: Household) -> None:
    steps = FirstSteps(Theme(household.app, "dark"))
    qtbot.addWidget(steps)
    steps.set_found(("Claude Code", "Obsidian"))
    assert "Claude Code, Obsidian" in texts(steps)
    steps.set_found(("a", "b", "c", "d", "e"))
    assert "a, b, c and 2 more" in texts(steps)
    steps.set_found(())
    assert "nothing" in texts(steps)


def test_the_demo_library_comes_into_a_space_of_its_own_and_goes_again(qtbot: QtBot, household: Household) -> None:
    desk = household.open()
    window = desk.window
    press(household, "Look around first, with invented conversations")
    qtbot.waitUntil(lambda: window.spacing.space == SPACE, timeout=20_000)
    qtbot.waitUntil(lambda: window.browsing.page is not Page.WELCOME, timeout=20_000)
    assert window.panes.demo.isVisible()
    assert household.library.counts("personal").counts.get(Place.EVERYTHING, 0) == 0
    assert household.library.counts(SPACE).counts[Place.SESSIONS] > 3
    household.settle()
    assert not [source for source in household.library.sources() if source.yes_at is not None]
    press(household, "Remove them")
    qtbot.waitUntil(lambda: window.spacing.space == "personal")
    assert [space.name for space in household.library.spaces()] == ["personal"]
    assert not window.panes.demo.isVisible()
    desk.greeting.demo.add("en")  # once more: back from the trash
    qtbot.waitUntil(lambda: window.spacing.space == SPACE, timeout=20_000)
    assert household.library.counts(SPACE).counts[Place.SESSIONS] > 3
    household.settle()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_demo_library_is_there_in_each_language_and_invented(language: str) -> None:
    file: Path = resource("demo") / f"{language}.jsonl"
    (line,) = file.read_text(encoding="utf-8").splitlines()
    told = json.loads(line)
    assert told["licence"] == "CC0-1.0"
    assert len(told["sessions"]) > 3
