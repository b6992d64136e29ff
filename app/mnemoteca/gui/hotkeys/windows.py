"""Holding a key on Windows: RegisterHotKey, whose messages Qt hands to a filter. Never run so far."""

from __future__ import annotations

import ctypes
import ctypes.wintypes
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject

from mnemoteca.gui.hotkeys.chord import Chord, Holding
from mnemoteca.gui.hotkeys.holder import Holder

_MODIFIERS = {"alt": 0x1, "ctrl": 0x2, "shift": 0x4, "meta": 0x8}
_NO_REPEAT, _WM_HOTKEY, _OURS = 0x4000, 0x0312, 1
_KEYS = {"space": 0x20, "return": 0x0D, "tab": 0x09, "insert": 0x2D, "home": 0x24, "end": 0x23, "pgup": 0x21,
         "pgdown": 0x22, "pause": 0x13}  # fmt: skip


class _Filter(QAbstractNativeEventFilter):
    """Picks the messages of our key out of all."""

    def __init__(self, key: HeldKey) -> None:
        super().__init__()
        self._key = key

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> Any:
        if _bytes(kind) in (b"windows_generic_MSG", b"windows_dispatcher_MSG"):
            told = ctypes.wintypes.MSG.from_address(int(message))
            if told.message == _WM_HOTKEY and told.wParam == _OURS:
                self._key.pressed.emit()
                return True, 0
        return False, 0


class HeldKey(Holder):
    """A key of this system."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._user32: Any = getattr(ctypes, "windll").user32  # noqa: B009  (not there on other systems)
        self._filter = _Filter(self)
        self._held = False

    def hold(self, chord: Chord) -> Holding:
        """Hold this key from now on, in place of any former one."""
        self.release()
        modifiers = sum(_MODIFIERS[modifier] for modifier in chord.modifiers) | _NO_REPEAT
        self._held = bool(self._user32.RegisterHotKey(None, _OURS, modifiers, _code(chord.key)))
        application = QCoreApplication.instance()
        if self._held and application is not None:
            application.installNativeEventFilter(self._filter)
        return Holding.HELD if self._held else Holding.TAKEN

    def release(self) -> None:
        """Let go of the key."""
        if self._held:
            self._held = False
            self._user32.UnregisterHotKey(None, _OURS)
            application = QCoreApplication.instance()
            if application is not None:
                application.removeNativeEventFilter(self._filter)


def _bytes(kind: QByteArray | bytes | bytearray | memoryview) -> bytes:
    return bytes(kind.data()) if isinstance(kind, QByteArray) else bytes(kind)


def _code(key: str) -> int:
    """The virtual key code."""
    if key in _KEYS:
        return _KEYS[key]
    return 0x70 + int(key[1:]) - 1 if len(key) > 1 else ord(key.upper())
