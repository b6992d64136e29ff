"""Holding a key on macOS: a Carbon hot key, which asks for no permission. Never run so far."""

from __future__ import annotations

import ctypes
from typing import Any

from PySide6.QtCore import QObject

from mnemoteca.gui.hotkeys.chord import Chord, Holding
from mnemoteca.gui.hotkeys.holder import Holder

_CARBON = "/System/Library/Frameworks/Carbon.framework/Carbon"
_MODIFIERS = {"ctrl": 0x100, "shift": 0x200, "alt": 0x800, "meta": 0x1000}  # Qt's Ctrl is ⌘, its Meta is ⌃
_LETTERS = {
    "a": 0, "s": 1, "d": 2, "f": 3, "h": 4, "g": 5, "z": 6, "x": 7, "c": 8, "v": 9, "b": 11, "q": 12, "w": 13,
    "e": 14, "r": 15, "y": 16, "t": 17, "1": 18, "2": 19, "3": 20, "4": 21, "6": 22, "5": 23, "9": 25, "7": 26,
    "8": 28, "0": 29, "o": 31, "u": 32, "i": 34, "p": 35, "l": 37, "j": 38, "k": 40, "n": 45, "m": 46,
}  # fmt: skip
_NAMED = {"return": 36, "tab": 48, "space": 49, "home": 115, "pgup": 116, "end": 119, "pgdown": 121}
_FUNCTION = (122, 120, 99, 118, 96, 97, 98, 100, 101, 109, 103, 111, 105, 107, 113, 106, 64, 79, 80, 90)
_KEYBOARD, _PRESSED, _EXISTS = 0x6B657962, 5, -9878  # 'keyb', kEventHotKeyPressed, eventHotKeyExistsErr


class _Id(ctypes.Structure):
    _fields_ = [("signature", ctypes.c_uint32), ("id", ctypes.c_uint32)]


class _Kind(ctypes.Structure):
    _fields_ = [("of", ctypes.c_uint32), ("kind", ctypes.c_uint32)]


_Handler = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


class HeldKey(Holder):
    """A key of this system."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._carbon: Any = ctypes.CDLL(_CARBON)
        self._carbon.GetApplicationEventTarget.restype = ctypes.c_void_p
        self._carbon.RegisterEventHotKey.argtypes = [
            ctypes.c_uint32, ctypes.c_uint32, _Id, ctypes.c_void_p, ctypes.c_uint32, ctypes.POINTER(ctypes.c_void_p),
        ]  # fmt: skip
        self._carbon.InstallEventHandler.argtypes = [
            ctypes.c_void_p, _Handler, ctypes.c_ulong, ctypes.POINTER(_Kind), ctypes.c_void_p, ctypes.c_void_p,
        ]  # fmt: skip
        self._carbon.UnregisterEventHotKey.argtypes = [ctypes.c_void_p]
        self._target = self._carbon.GetApplicationEventTarget()
        self._handler = _Handler(self._hear)  # lives as long as the system may call it
        kind = _Kind(_KEYBOARD, _PRESSED)
        self._carbon.InstallEventHandler(self._target, self._handler, 1, ctypes.byref(kind), None, None)
        self._held: ctypes.c_void_p | None = None

    def hold(self, chord: Chord) -> Holding:
        """Hold this key from now on, in place of any former one."""
        self.release()
        code = _code(chord.key)
        if code is None:
            return Holding.UNKNOWN
        modifiers, made = sum(_MODIFIERS[modifier] for modifier in chord.modifiers), ctypes.c_void_p()
        ours = _Id(0x6D6E656D, 1)
        if error := self._carbon.RegisterEventHotKey(code, modifiers, ours, self._target, 0, ctypes.byref(made)):
            return Holding.TAKEN if error == _EXISTS else Holding.ABSENT
        self._held = made
        return Holding.HELD

    def release(self) -> None:
        """Let go of the key."""
        if self._held is not None:
            self._carbon.UnregisterEventHotKey(self._held)
            self._held = None

    def _hear(self, *_: object) -> int:
        self.pressed.emit()
        return 0


def _code(key: str) -> int | None:
    """The key's place on the keyboard; None for one that the keyboards of this system don't have."""
    if key in _LETTERS or key in _NAMED:
        return _LETTERS.get(key, _NAMED.get(key))
    number = int(key[1:]) if key[:1] == "f" and key[1:].isdigit() else 0
    return _FUNCTION[number - 1] if 1 <= number <= len(_FUNCTION) else None
