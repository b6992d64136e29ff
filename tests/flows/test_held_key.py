"""A key that is held on X11: once, by one program, until it lets go."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mnemoteca.gui.hotkeys.chord import Holding, read_chord
from mnemoteca.gui.hotkeys.x11 import HeldKey
from tests.flows.screen import Screen, missing, screen

pytestmark = [
    pytest.mark.gui,
    pytest.mark.skipif(bool(missing()), reason=f"needs {', '.join(missing())}"),
]


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    with screen() as made:
        monkeypatch.setenv("DISPLAY", made.display)
        yield made


def test_a_key_of_another_program_is_told_as_taken_until_it_lets_go(
    desk: Screen, qtbot: QtBot, qapp: QApplication
) -> None:
    chord = read_chord("Ctrl+Alt+Space")
    other = read_chord("Ctrl+Alt+F9")
    assert chord is not None
    assert other is not None
    first, second = HeldKey(qapp), HeldKey(qapp)
    assert first.hold(chord) is Holding.HELD
    assert second.hold(chord) is Holding.TAKEN
    with qtbot.waitSignal(first.pressed):
        desk.keys("ctrl+alt+space")
    assert first.hold(other) is Holding.HELD
    assert second.hold(chord) is Holding.HELD
    with qtbot.waitSignal(second.pressed):
        desk.keys("ctrl+alt+space")
    first.release()
    second.release()


def test_without_an_x_server_there_is_no_key_to_hold(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":9999")
    chord = read_chord("Ctrl+Alt+Space")
    assert chord is not None
    assert HeldKey(qapp).hold(chord) is Holding.ABSENT
