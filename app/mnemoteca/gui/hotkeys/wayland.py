"""Holding a key on Wayland: the desktop's portal (org.freedesktop.portal.GlobalShortcuts, version 1) asks the person.

The session bus is a socket of this machine. Run against a portal of the tests only, so far, not against a desktop's.
"""

from __future__ import annotations

import os
from itertools import count

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QObject, QSocketNotifier

from mnemoteca.gui.hotkeys.chord import Chord, Holding
from mnemoteca.gui.hotkeys.holder import Holder

PORTAL, DESKTOP = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
SESSION, REQUEST = "org.freedesktop.portal.Session", "org.freedesktop.portal.Request"
OURS = "capture"
GIVEN, REFUSED = 0, 1  # what a portal's answer begins with; 2 is any other end
_MODIFIERS = {"ctrl": "CTRL", "alt": "ALT", "shift": "SHIFT", "meta": "LOGO"}
_NAMES = {"return": "Return", "tab": "Tab", "insert": "Insert", "home": "Home", "end": "End", "pause": "Pause",
          "pgup": "Prior", "pgdown": "Next"}  # fmt: skip


class HeldKey(Holder):
    """A key that the portal gives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bus: DBusConnection | None = None
        self._notifier: QSocketNotifier | None = None
        self._session = self._trigger = ""
        self._numbers = count(1)
        self._awaited = ""  # the request whose answer is to come

    def hold(self, chord: Chord) -> Holding:
        """Ask for this key, in place of any former one; `settled` tells what became of it."""
        self.release()
        address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
        if not address.startswith("unix:"):
            return Holding.ABSENT
        try:
            self._bus = bus = open_dbus_connection(address)
        except (OSError, RuntimeError):
            return Holding.ABSENT
        self._trigger = _trigger(chord)
        bus.send(message_bus.AddMatch(MatchRule(type="signal", sender=PORTAL)))
        self._ask("CreateSession", "a{sv}", {"session_handle_token": ("s", "mnemoteca")})
        self._notifier = QSocketNotifier(bus.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        return Holding.ASKED

    def release(self) -> None:
        """Let go of the key: the portal does so when the connection ends."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._bus is not None:
            bus, self._bus = self._bus, None
            bus.close()
        self._session = self._awaited = ""

    def _ask(self, method: str, signature: str, options: dict[str, tuple[str, str]], *before: object) -> None:
        """Call the portal; what it says comes later, as a signal of the request that our token names."""
        bus = self._bus
        assert bus is not None
        token = f"mnemoteca{next(self._numbers)}"
        sender = bus.unique_name.removeprefix(":").replace(".", "_")
        self._awaited = f"{DESKTOP}/request/{sender}/{token}"
        asked = (*before, {**options, "handle_token": ("s", token)})
        bus.send(new_method_call(DBusAddress(DESKTOP, PORTAL, SHORTCUTS), method, signature, asked))

    def _read(self) -> None:
        while self._bus is not None:
            try:
                message = self._bus.receive(timeout=0)
            except TimeoutError:
                return
            except (OSError, ConnectionError):  # the bus went away, and with it every key
                self._end(Holding.ABSENT)
                return
            self._hear(message)

    def _hear(self, message: Message) -> None:
        fields, body = message.header.fields, message.body
        kind, path = message.header.message_type, fields.get(HeaderFields.path, "")
        if kind is MessageType.error and self._awaited:
            self._end(Holding.ABSENT)  # no portal, or one without such keys
        elif kind is not MessageType.signal:
            return
        elif fields.get(HeaderFields.interface) == REQUEST and path == self._awaited:
            self._answered(*body)
        elif fields.get(HeaderFields.member) == "Activated" and body[:2] == (self._session, OURS):
            self.pressed.emit()
        elif fields.get(HeaderFields.interface) == SESSION and path == self._session:
            self._end(Holding.ABSENT)  # the desktop has ended it

    def _answered(self, how: int, told: dict[str, tuple[str, object]]) -> None:
        self._awaited = ""
        if how != GIVEN:
            self._end(Holding.REFUSED if how == REFUSED else Holding.ABSENT)
        elif not self._session:
            self._session = str(told["session_handle"][1])
            wanted = {"description": ("s", self.tr("Quick capture")), "preferred_trigger": ("s", self._trigger)}
            self._ask("BindShortcuts", "oa(sa{sv})sa{sv}", {}, self._session, [(OURS, wanted)], "")
        else:
            self.settled.emit(Holding.HELD)

    def _end(self, holding: Holding) -> None:
        self.release()
        self.settled.emit(holding)


def _trigger(chord: Chord) -> str:
    """The chord as the portal writes it: `CTRL+ALT+space`."""
    held = [word for name, word in _MODIFIERS.items() if name in chord.modifiers]
    function = len(chord.key) > 1 and chord.key[1:].isdigit()
    return "+".join([*held, chord.key.upper() if function else _NAMES.get(chord.key, chord.key)])
