"""The key of quick capture: which ones may be held, and what is said where one can't be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from mnemoteca.core.settings import SETTINGS
from mnemoteca.gui.hotkeys.chord import Chord, Holding, read_chord
from mnemoteca.gui.hotkeys.global_key import GlobalKey, why_not


@pytest.mark.parametrize(
    ("text", "chord"),
    [
        ("Ctrl+Alt+Space", Chord(frozenset({"ctrl", "alt"}), "space")),
        ("Meta+N", Chord(frozenset({"meta"}), "n")),
        ("F9", Chord(frozenset(), "f9")),
        ("Shift+F12", Chord(frozenset({"shift"}), "f12")),
        ("a", None),
        ("f", None),
        ("Shift+F", None),
        ("Space", None),
        ("F25", None),
        ("Ctrl+", None),
        ("Hyper+A", None),
        ("Ctrl+ç", None),
    ],
)
def test_only_a_key_that_no_program_needs_for_typing_may_be_held(text: str, chord: Chord | None) -> None:
    assert read_chord(text) == chord


def test_the_suggested_key_may_be_held() -> None:
    assert read_chord(str(SETTINGS["window.capture_key"].default)) is not None


def test_where_the_desktop_lets_no_program_hold_a_key_the_command_is_named(qapp: QApplication) -> None:
    key = GlobalKey(qapp)
    assert key.use("Ctrl+Alt+Space") is Holding.ABSENT
    assert "mnemoteca capture" in why_not(key.holding, "Ctrl+Alt+Space")
    assert key.use("") is Holding.OFF
    assert why_not(key.holding, "") == ""
    assert key.use("x") is Holding.UNKNOWN
    assert isinstance(key, QObject)


def test_a_key_of_another_program_is_named_in_the_sentence() -> None:
    assert "Ctrl+Alt+Space" in why_not(Holding.TAKEN, "Ctrl+Alt+Space")
