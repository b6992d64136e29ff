"""What each windowing system has: something that holds one key."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mnemoteca.gui.hotkeys.chord import Chord, Holding


class Holder(QObject):
    """Holds one key at a time, and tells when it is pressed, in whatever program."""

    pressed = Signal()
    settled = Signal(Holding)  # what became of a key that was asked for

    def hold(self, chord: Chord) -> Holding:
        """Hold this key from now on, in place of any former one."""
        raise NotImplementedError  # for each system to tell

    def release(self) -> None:
        """Let go of the key."""
        raise NotImplementedError  # for each system to tell
