"""Where nothing rises by itself, the page of the tiers says so, and promises nothing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui


def said(window: Window) -> str:
    return " ".join(label.text() for label in window.panes.tiers.findChildren(QLabel) if not label.isHidden())


def test_the_captions_follow_the_setting_of_the_space(qtbot: QtBot, household: Household) -> None:
    library = household.library
    library.add_short_term("It matters", "personal", 0.9)
    window = household.open().window
    window.deeds.run("place_short")
    household.settle()
    qtbot.waitUntil(lambda: "rises within half a minute" in said(window))
    (memory,) = library.short_entries("personal")
    assert memory.promotes_at is not None
    library.set_setting("tiers.promote", False, "personal")
    window.deeds.run("place_notes")
    window.deeds.run("place_short")
    household.settle()
    qtbot.waitUntil(lambda: "what you do not promote fades" in said(window))
    assert "rises within" not in said(window)
    assert "next sleep" not in said(window)
    (memory,) = library.short_entries("personal")
    assert memory.promotes_at is None


def test_another_space_goes_by_its_own(qtbot: QtBot, household: Household) -> None:
    library = household.library
    library.make_space("quiet")
    library.set_setting("tiers.promote", False, "quiet")
    (memory,) = (library.add_short_term("It matters", "personal", 0.9),)
    still = library.add_short_term("It matters", "quiet", 0.9)
    assert (memory.promotes_at is None, still.promotes_at is None) == (False, True)
