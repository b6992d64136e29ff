"""Holding a key on X11: a passive grab on the root windows, over a connection of our own to the X server."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier
from Xlib import XK, X, ext
from Xlib.display import Display
from Xlib.error import BadAccess, CatchError, ConnectionClosedError, DisplayError

from mnemoteca.gui.hotkeys.chord import Chord, Holding
from mnemoteca.gui.hotkeys.holder import Holder

for _name, _module in ext.__extensions__:  # a connection loads them one by one, in the thread that opens it
    import_module(f"Xlib.ext.{_module}")

_MASKS = {"ctrl": X.ControlMask, "alt": X.Mod1Mask, "shift": X.ShiftMask, "meta": X.Mod4Mask}
_LOCKS = (0, X.LockMask, X.Mod2Mask, X.LockMask | X.Mod2Mask)  # Caps Lock and Num Lock change nothing
_SYMBOLS = {"return": "Return", "tab": "Tab", "insert": "Insert", "home": "Home", "end": "End", "pause": "Pause",
            "pgup": "Prior", "pgdown": "Next"}  # fmt: skip


class HeldKey(Holder):
    """A key of this system."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._display: Display | None = None
        self._notifier: QSocketNotifier | None = None

    def hold(self, chord: Chord) -> Holding:
        """Hold this key from now on, in place of any former one."""
        self.release()
        if not _is_local(os.environ.get("DISPLAY", "")):
            return Holding.ABSENT
        try:
            self._display = display = Display()
        except (DisplayError, OSError):
            return Holding.ABSENT
        code = display.keysym_to_keycode(XK.string_to_keysym(_symbol(chord.key)))
        mask = sum(_MASKS[modifier] for modifier in chord.modifiers)
        taken = CatchError(BadAccess)
        for screen in range(display.screen_count()):
            for lock in _LOCKS:
                root = display.screen(screen).root
                root.grab_key(code, mask | lock, True, X.GrabModeAsync, X.GrabModeAsync, onerror=taken)
        display.sync()
        if not code or taken.get_error() is not None:
            self.release()
            return Holding.TAKEN if code else Holding.UNKNOWN
        self._notifier = QSocketNotifier(display.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        return Holding.HELD

    def release(self) -> None:
        """Let go of the key."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._display is not None:
            display, self._display = self._display, None
            display.close()

    def _read(self) -> None:
        display = self._display
        if display is None:
            return
        try:
            while display.pending_events():
                if display.next_event().type == X.KeyPress:
                    display.ungrab_keyboard(X.CurrentTime)  # so that the box gets the keyboard while the key is down
                    display.flush()
                    self.pressed.emit()
        except (ConnectionClosedError, OSError):  # the X server went away, and with it the whole window
            self.release()


def _is_local(display: str) -> bool:
    """Whether the X server is reached by a socket of this machine: over a network nothing is ever opened."""
    number = display.removeprefix("unix").removeprefix(":").partition(".")[0]
    local = display.startswith((":", "unix:")) and number.isdigit()
    return local and Path(f"/tmp/.X11-unix/X{number}").exists()


def _symbol(key: str) -> str:
    """The name of a key at X11."""
    return _SYMBOLS.get(key) or (key.upper() if key[0] == "f" and len(key) > 1 else key)
