"""A service in the test's own process: the real wire over a real socket, any object as its library."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from mnemoteca import __version__
from mnemoteca.core.data_format import DATA_FORMAT
from mnemoteca.core.errors import Problem
from mnemoteca.core.pushes import Push
from mnemoteca.wire import calls, messages
from mnemoteca.wire.codec import Frames, pack
from mnemoteca.wire.folder import new_address, write_address


class Service(QObject):
    """Answers each call by the method of `library` of that name; `hold` keeps answers back until `release`."""

    def __init__(self, folder: Path, library: object) -> None:
        super().__init__()
        self.folder, self.library = folder, library
        self.asked: list[str] = []
        self.hold = False
        self._held: list[tuple[QLocalSocket, bytes]] = []
        self._sockets: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._accept)
        self.listen()

    def listen(self) -> None:
        address = new_address(self.folder)
        QLocalServer.removeServer(address)
        assert self._server.listen(address), self._server.errorString()
        write_address(self.folder, address)

    def stop(self, leave: bool = False) -> None:
        """Go away; with `leave` as a killed process does, whose socket stays behind and answers nobody."""
        self._server.close()
        if leave:
            with socket.socket(socket.AF_UNIX) as left:
                left.bind(new_address(self.folder))
        for each in self._sockets:
            each.abort()
        self._sockets.clear()
        self._held.clear()

    def release(self) -> None:
        """Send what was held back."""
        self.hold, held = False, self._held
        self._held = []
        for each, frame in held:
            each.write(frame)

    def push(self, push: Push) -> None:
        for each in self._sockets:
            each.write(pack(messages.pushed(push)))

    def _accept(self) -> None:
        made = self._server.nextPendingConnection()
        frames = Frames()
        self._sockets.append(made)
        made.readyRead.connect(lambda: self._read(made, frames))

    def _read(self, end: QLocalSocket, frames: Frames) -> None:
        for message in frames.feed(bytes(end.readAll().data())):
            if isinstance(message, messages.Hello):
                self._send(end, welcome())
            elif isinstance(message, messages.Call):
                self.asked.append(message.method)
                self._send(end, self._answer(message))

    def _send(self, end: QLocalSocket, message: messages.Message) -> None:
        if self.hold:
            self._held.append((end, pack(message)))
        elif end.isOpen():
            end.write(pack(message))

    def _answer(self, message: messages.Call) -> messages.Message:
        request = calls.request(message)
        named: dict[str, Any] = {name: getattr(request, name) for name in request.__struct_fields__}
        try:
            value = getattr(self.library, message.method)(**named)
        except Problem as problem:
            return messages.failure(message.id, problem)
        return messages.Reply(id=message.id, result=msgspec.Raw(msgspec.msgpack.encode(value)))


def welcome() -> messages.Welcome:
    return messages.Welcome(
        major=messages.MAJOR, minor=messages.MINOR, app=__version__, data_format=DATA_FORMAT, change=0, pid=1, log=""
    )
