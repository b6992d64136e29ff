"""The window's line to the service: the only place where Qt touches a socket.

Calls go out with a number and come back as events; news arrive as signals. The link keeps itself alive: it
starts the service where none answers, and after a break it comes back by itself and says so, upon which the
lists are opened anew. Nothing here waits.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalSocket

from mnemoteca import __version__
from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import Problem, Unavailable
from mnemoteca.core.pushes import Changed, Indexed, JobMoved, Push, Resync
from mnemoteca.core.views import ViewChanged
from mnemoteca.gui.calls import Call
from mnemoteca.wire import calls, messages
from mnemoteca.wire.codec import Frames, ProtocolError, pack

SOON_MS = 40  # between two tries to connect while the service starts
LATER_MS = 2000  # between two tries once it did not start in time
PATIENCE_S = 5.0
START_AGAIN_S = 20.0


class Connection(StrEnum):
    """How the link stands: the service is starting, it is there, or it can't be had (a problem says why)."""

    STARTING = "starting"
    HERE = "here"
    AWAY = "away"


class Link(QObject):
    """A connection to the service of one data folder.

    `address()` names the socket, None where no service has been yet; `start()` starts one and returns at once;
    `check(descriptor)` raises a `Problem` where the other end is not this user's.
    """

    state_changed = Signal(object)  # Connection
    changed = Signal(object)
    view_changed = Signal(object)
    job_moved = Signal(object)
    indexed = Signal(object)
    resync = Signal(object)
    problem = Signal(object)  # one that no caller handled

    def __init__(
        self,
        address: Callable[[], str | None],
        start: Callable[[], None],
        check: Callable[[int, str], None],
        log: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._address, self._start, self._check, self._log = address, start, check, log
        self.state = Connection.STARTING
        self.why: Problem | None = None
        self._open: dict[int, Call[Any]] = {}
        self._last = 0
        self._frames = Frames()
        self._since = self._started = float("-inf")
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(self._greet)
        self._socket.readyRead.connect(self._read)
        self._socket.disconnected.connect(self._lost)
        self._socket.errorOccurred.connect(self._unreachable)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._connect)
        self._closing = False
        self._signals: dict[type[Push], Any] = {
            Changed: self.changed,
            ViewChanged: self.view_changed,
            JobMoved: self.job_moved,
            Indexed: self.indexed,
            Resync: self.resync,
        }

    def open(self) -> None:
        """Connect, starting the service if need be; `state_changed` tells the rest."""
        self._since = stopwatch()
        self._connect()

    def close(self) -> None:
        """End the connection for good; open calls are dropped without a word."""
        self._closing = True
        self._again.stop()
        self._open.clear()
        self._socket.abort()

    def call(self, name: str, /, **named: object) -> Call[Any]:
        """Call a method of the library; it fails at once (through the event loop) while the service is away."""
        self._last += 1
        number = self._last
        call: Call[Any] = Call(name, lambda: self._cancel(number), self.problem.emit)
        try:
            frame = pack(calls.call(number, name, (), named)) if self.state is Connection.HERE else b""
        except Problem as problem:
            self._fail_soon(call, problem)
            return call
        if not frame:
            self._fail_soon(call, self.why or Unavailable("service_gone"))
            return call
        self._open[number] = call
        self._socket.write(frame)
        return call

    def _fail_soon(self, call: Call[Any], problem: Problem) -> None:
        QTimer.singleShot(0, self, lambda: call.fail(problem))

    def _cancel(self, number: int) -> None:
        if self._open.pop(number, None) is not None and self.state is Connection.HERE:
            self._socket.write(pack(messages.Cancel(id=number)))

    # -- connecting
    def _connect(self) -> None:
        address = self._address()
        if address is None:
            self._unreachable()
        elif self._socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
            self._socket.connectToServer(address)

    def _greet(self) -> None:
        try:
            self._check(int(self._socket.socketDescriptor()), self._socket.fullServerName())
        except Problem as problem:
            self.why = problem
            self._socket.abort()
            return
        self._frames = Frames()
        self._socket.write(pack(messages.Hello(app=__version__, role="window")))

    def _welcome(self, message: messages.Message) -> None:
        if isinstance(message, messages.Welcome):
            self.why = None
            self._socket.write(pack(messages.Subscribe()))
            self._set(Connection.HERE)
        elif isinstance(message, messages.Refuse):
            self.why = messages.problem_in(message)
            older = (message.major, message.minor) < (messages.MAJOR, messages.MINOR)
            if older:
                self._socket.write(pack(messages.Finish()))
            else:
                self._socket.abort()

    def _unreachable(self, _: object = None) -> None:
        """Nothing answers: start the service, and try again soon; say so when that lasts."""
        if self._closing or self._socket.state() != QLocalSocket.LocalSocketState.UnconnectedState:
            return
        now = stopwatch()
        if now - self._started > START_AGAIN_S:
            self._started = now
            try:
                self._start()
            except Problem as problem:
                self.why = problem
        late = now - self._since > PATIENCE_S
        if late:
            self.why = self.why or Unavailable("service_silent", seconds=int(PATIENCE_S), log=self._log)
            self._set(Connection.AWAY)
        self._again.start(LATER_MS if late else SOON_MS)

    def _lost(self) -> None:
        if self._closing:
            return
        was_here = self.state is Connection.HERE
        waiting, self._open = list(self._open.values()), {}
        if was_here:
            self._since, self._started = stopwatch(), float("-inf")
            self._set(Connection.STARTING)
        for call in waiting:
            call.fail(Unavailable("service_gone"))
        late = stopwatch() - self._since > PATIENCE_S
        if late and self.why is not None:
            self._set(Connection.AWAY)
        self._again.start(LATER_MS if late else SOON_MS)

    def _set(self, state: Connection) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    # -- reading
    def _read(self) -> None:
        try:
            for message in self._frames.feed(bytes(self._socket.readAll().data())):
                self._take(message)
        except ProtocolError:
            self._socket.abort()

    def _take(self, message: messages.Message) -> None:
        if self.state is not Connection.HERE:
            self._welcome(message)
        elif isinstance(message, messages.Pushed):
            if (push := messages.push_in(message)) is not None:
                self._signals[type(push)].emit(push)
        elif isinstance(message, (messages.Reply, messages.Failure)):
            if (call := self._open.pop(message.id, None)) is not None:
                self._answer(call, message)

    def _answer(self, call: Call[Any], message: messages.Reply | messages.Failure) -> None:
        try:
            value = calls.answer(call.name, message)
        except Problem as problem:
            call.fail(problem)
            return
        call.reply(value)
