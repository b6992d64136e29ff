"""What the window says by itself: the set-up behind it, and what the library wants to be known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mnemoteca.core.preparation import Preparation, PreparationState
from mnemoteca.gui.app import Desk
from mnemoteca.gui.components.tip import tip_of
from mnemoteca.gui.preparing import Preparing, Told, told_of
from mnemoteca.library.library import LocalLibrary
from mnemoteca.store.places import Places
from tests.driven import DrivenClock
from tests.gui.desk import Household, household
from tests.gui.test_link import Starts

__all__ = ["household"]
pytestmark = pytest.mark.gui
ON_ITS_WAY = (PreparationState.WAITING, PreparationState.BUILDING)


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    """A window whose service never comes, beside a set-up that goes on."""
    made = Desk(qapp, tmp_path, Starts(), DrivenClock(), state_of)
    yield made
    made.window.close()
    made.close()
    made.deleteLater()
    made.window.deleteLater()


def state_of() -> Preparation:
    return Preparation(PreparationState.BUILDING, DrivenClock().now() - timedelta(minutes=3))


def test_a_set_up_that_goes_on_is_told_with_its_minutes_and_the_rest_on_asking(qtbot: QtBot, desk: Desk) -> None:
    desk.show()
    line = desk.window.panes.status
    said = "The engine for language models is being built · 3 min"
    qtbot.waitUntil(lambda: said in words(line))
    desk.use_language("pt_BR")
    assert "O motor de modelos de linguagem está sendo montado · 3 min" in words(line)
    desk.use_language("en")
    assert said in words(line)
    assert any(tip_of(part) == "All else works without it." for part in line.findChildren(QWidget))


@pytest.mark.parametrize("state", list(PreparationState))
def test_the_set_up_is_looked_at_again_only_while_it_goes_on(qtbot: QtBot, state: PreparationState) -> None:
    clock = DrivenClock()
    owner = QWidget()
    qtbot.addWidget(owner)
    preparing = Preparing(lambda: Preparation(state, clock.now()), clock, owner)
    preparing.look()
    assert [timer.isActive() for timer in preparing.findChildren(QTimer)] == [state in ON_ITS_WAY]


def test_what_is_ready_or_was_never_asked_for_is_not_told() -> None:
    now = DrivenClock().now()
    assert told_of(Preparation(PreparationState.READY), now) == told_of(Preparation(), now) == Told()


def test_a_set_up_that_failed_says_why(qapp: QApplication) -> None:
    told = told_of(Preparation(PreparationState.FAILED, reason="cmake missing."), DrivenClock().now())
    assert told.trouble
    assert told.more == "cmake missing. All else works without it."


def test_a_set_up_that_was_interrupted_says_how_it_goes_on(qapp: QApplication) -> None:
    now = DrivenClock().now()
    told = told_of(Preparation(PreparationState.BUILDING, now - timedelta(hours=4)), now)
    assert told.trouble
    assert "./run" in told.more


def test_what_the_library_wants_known_is_said_until_a_person_has_read_it(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    lose_changes(household)
    window = household.open().window
    said = window.panes.notice
    qtbot.waitUntil(said.isVisible)
    assert "The last 5 changes" in " ".join(words(said))
    household.shut()
    window = household.open().window
    said = window.panes.notice
    qtbot.waitUntil(said.isVisible)
    next(b for b in said.findChildren(QAbstractButton) if b.text() == "Don’t say it again").click()
    qtbot.waitUntil(lambda: not said.isVisible())
    assert household.library.status().notices == ()
    household.settle()


def lose_changes(household: Household) -> None:
    """As after a crash with a lost log: five acknowledged changes are no longer there."""
    last = household.library.status().change
    household.library.close()
    Places(household.folder).last_change.write_bytes(b"%020d %020d\n" % (last + 5, 0))
    household.library = LocalLibrary.open(household.folder, household.clock)
    household.library.follow()
    household.service.library = household.library
