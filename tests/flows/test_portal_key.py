"""A key on Wayland: asked for at the desktop's portal, here one of our own on a bus of our own."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from shutil import which

import pytest
from jeepney import DBusAddress, HeaderFields, Message, MessageType, message_bus, new_method_return, new_signal
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mnemoteca.gui.hotkeys import global_key, wayland
from mnemoteca.gui.hotkeys.chord import Holding, read_chord
from mnemoteca.gui.hotkeys.global_key import GlobalKey, why_not
from mnemoteca.gui.hotkeys.wayland import HeldKey

pytestmark = [
    pytest.mark.gui,
    pytest.mark.skipif(not which("dbus-daemon"), reason="needs dbus-daemon"),
]
KEY = "Ctrl+Alt+Space"


class Portal:
    """Gives a session to everybody, and keys as the person says."""

    def __init__(self, address: str) -> None:
        self.says = wayland.GIVEN
        self.triggers: list[str] = []
        self._bus = open_dbus_connection(address)
        self._bus.send_and_get_reply(message_bus.RequestName(wayland.PORTAL))
        self._session = ""
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def press(self) -> None:
        """The person presses the key."""
        self._tell(wayland.DESKTOP, wayland.SHORTCUTS, "Activated", "osta{sv}", (self._session, wayland.OURS, 1, {}))

    def end_session(self) -> None:
        """The desktop takes the key back."""
        self._tell(self._session, wayland.SESSION, "Closed", "", ())

    def close(self) -> None:
        self._over.set()
        self._thread.join()
        self._bus.close()

    def _serve(self) -> None:
        while not self._over.is_set():
            try:
                message = self._bus.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._answer(message)

    def _answer(self, message: Message) -> None:
        fields = message.header.fields
        sender = str(fields[HeaderFields.sender]).removeprefix(":").replace(".", "_")
        options = message.body[-1]
        request = f"{wayland.DESKTOP}/request/{sender}/{options['handle_token'][1]}"
        self._bus.send(new_method_return(message, "o", (request,)))
        if fields[HeaderFields.member] == "CreateSession":
            self._session = f"{wayland.DESKTOP}/session/{sender}/{options['session_handle_token'][1]}"
            self._respond(request, wayland.GIVEN, {"session_handle": ("s", self._session)})
        else:
            _, shortcuts, _, _ = message.body
            self.triggers += [wanted["preferred_trigger"][1] for _, wanted in shortcuts]
            self._respond(request, self.says, {})

    def _respond(self, request: str, how: int, told: dict[str, tuple[str, str]]) -> None:
        self._tell(request, wayland.REQUEST, "Response", "ua{sv}", (how, told))

    def _tell(self, path: str, interface: str, name: str, signature: str, body: tuple[object, ...]) -> None:
        address = DBusAddress(path, wayland.PORTAL, interface)
        self._bus.send(new_signal(address, name, signature or None, body))


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address
        daemon.terminate()


@pytest.fixture
def portal(bus: str) -> Iterator[Portal]:
    made = Portal(bus)
    yield made
    made.close()


def asked(key: HeldKey) -> Holding:
    chord = read_chord(KEY)
    assert chord is not None
    return key.hold(chord)


def test_the_portal_is_asked_for_the_key_and_tells_when_it_is_pressed(
    portal: Portal, qtbot: QtBot, qapp: QApplication
) -> None:
    key = HeldKey(qapp)
    with qtbot.waitSignal(key.settled) as told:
        assert asked(key) is Holding.ASKED
    assert told.args == [Holding.HELD]
    assert portal.triggers == ["CTRL+ALT+space"]
    with qtbot.waitSignal(key.pressed):
        portal.press()
    key.release()


def test_what_the_person_refuses_to_the_portal_is_not_held_and_is_said(
    portal: Portal, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(global_key.MODULES, "offscreen", wayland.__name__)
    portal.says = wayland.REFUSED
    key = GlobalKey(qapp)
    with qtbot.waitSignal(key.settled) as told:
        assert key.use(KEY) is Holding.ASKED
    assert told.args == [Holding.REFUSED]
    assert key.holding is Holding.REFUSED
    assert KEY in why_not(key.holding, KEY)


def test_a_key_that_the_desktop_takes_back_is_told(portal: Portal, qtbot: QtBot, qapp: QApplication) -> None:
    key = HeldKey(qapp)
    with qtbot.waitSignal(key.settled):
        asked(key)
    with qtbot.waitSignal(key.settled) as told:
        portal.end_session()
    assert told.args == [Holding.ABSENT]


def test_a_desktop_without_such_a_portal_gives_no_key(bus: str, qtbot: QtBot, qapp: QApplication) -> None:
    key = HeldKey(qapp)
    with qtbot.waitSignal(key.settled) as told:
        assert asked(key) is Holding.ASKED
    assert told.args == [Holding.ABSENT]


def test_a_bus_that_is_not_of_this_machine_is_never_opened(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "tcp:host=127.0.0.1,port=9")
    assert asked(HeldKey(qapp)) is Holding.ABSENT
