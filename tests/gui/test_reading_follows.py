"""While a key is held, the reader waits for the memory on which it stops; acts are upon the one at hand at once."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from mnemoteca.core.memory import Memory
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household

pytestmark = pytest.mark.gui
__all__ = ["household"]
COUNT = 8


def test_the_last_of_many_is_shown_and_is_at_hand_before(qtbot: QtBot, household: Household) -> None:
    for n in range(COUNT):
        household.library.capture(f"note {n}")
    window = household.open().window
    qtbot.waitUntil(lambda: window.browsing.entries.entry(COUNT) is not None)
    for item in range(1, COUNT + 1):
        window.panes.list.choose(item)
    wanted = window.browsing.entries.entry(COUNT)
    assert isinstance(wanted, Memory)
    assert at_hand(window) == wanted.id
    assert window.reading.behind
    household.settle()
    assert not window.reading.behind
    assert at_hand(window) == wanted.id


def at_hand(window: Window) -> int | None:
    """The memory that the reader has; its tags may be suggested meanwhile."""
    return window.reading.memory.id if window.reading.memory is not None else None


def test_what_is_closed_meanwhile_is_not_shown_again(qtbot: QtBot, household: Household) -> None:
    for n in range(3):
        household.library.capture(f"note {n}")
    window = household.open().window
    qtbot.waitUntil(lambda: window.browsing.entries.entry(3) is not None)
    for item in (1, 2, 3):
        window.panes.list.choose(item)
    window.reading.close()
    household.settle()
    assert window.reading.memory is None
