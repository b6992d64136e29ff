"""The window's line to the service: the only place where Qt touches a socket.

Calls go out with a number and come back as events; news arrive as signals. The link keeps itself alive: it
starts the service where none answers, and after a break it comes back by itself and says so, upon which the
lists are opened anew. Nothing here waits.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalSocket

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import DiskTrouble, Problem, Unavailable
from mnemoteca.core.pushes import (
    AnswerGrew,
    Changed,
    Indexed,
    JobMoved,
    KnowledgeMoved,
    MeaningMoved,
    Push,
    Resync,
    Suggested,
    Wanted,
)
from mnemoteca.core.views import ViewChanged
from mnemoteca.gui.calls import Call
from mnemoteca.wire import calls, messages
from mnemoteca.wire.codec import Frames, ProtocolError, pack
from mnemoteca.wire.connecting import start_s
from mnemoteca.wire.folder import find_address
from mnemoteca.wire.handshake import Verdict, hello, judge
from mnemoteca.wire.sockets import check_descriptor
from mnemoteca.wire.start import Started, Starter, log_file
from mnemoteca.wire.turn import Turn

SOON_MS = 40  # between two tries to connect while the service starts
LATER_MS = 2000  # between two tries once there is a reason why it can't be had
NEWS = ("changed", "job", "indexed", "meaning", "wanted", "answer", "suggested")
NEXT_START_S = 1.0  # after a start that came to nothing


class Connection(StrEnum):
    """How the link stands: the service is starting, it is there, or it can't be had (a problem says why)."""

    STARTING = "starting"
    HERE = "here"
    AWAY = "away"


class Link(QObject):
    """A connection to the service of one data folder, which `start` starts where it doesn't run."""

    state_changed = Signal(object)  # Connection
    changed = Signal(object)
    view_changed = Signal(object)
    job_moved = Signal(object)
    indexed = Signal(object)
    meaning_moved = Signal(object)
    answer_grew = Signal(object)
    suggested = Signal(object)  # Suggested
    knowledge_moved = Signal(object)  # KnowledgeMoved
    resync = Signal(object)
    wanted = Signal(object)  # Wanted
    problem = Signal(object)  # one that no caller handled

    def __init__(self, folder: Path, start: Starter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = self._folder = folder
        self._start = start
        self.state = Connection.STARTING
        self.why: Problem | None = None
        self._open: dict[int, Call[Any]] = {}
        self._last = 0
        self._frames = Frames()
        self._hello = hello("window")
        self._since = self._started_at = stopwatch()
        self._started: Started | None = None
        self._been_here = False
        self._turn, self._mine = Turn(folder), False  # whose turn it is to start a service
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(self._greet)
        self._socket.readyRead.connect(self._read)
        self._socket.disconnected.connect(self._lost)
        self._socket.errorOccurred.connect(self._refused)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._connect)
        self._closing = self._resting = False
        self._signals: dict[type[Push], Any] = {
            Changed: self.changed,
            ViewChanged: self.view_changed,
            JobMoved: self.job_moved,
            Indexed: self.indexed,
            MeaningMoved: self.meaning_moved,
            AnswerGrew: self.answer_grew,
            Suggested: self.suggested,
            KnowledgeMoved: self.knowledge_moved,
            Resync: self.resync,
            Wanted: self.wanted,
        }

    def open(self) -> None:
        """Connect, starting the service if need be; `state_changed` tells the rest."""
        if self._resting:
            self._resting, self.why = False, None
            self._set(Connection.STARTING)
        if self._socket.state() == QLocalSocket.LocalSocketState.UnconnectedState and not self._again.isActive():
            self._since = stopwatch()
            self._connect()

    def rest(self, why: Problem) -> None:
        """Let go of the service and leave it alone until `open`: something else has the library for a while."""
        self._resting, self.why = True, why
        waiting, self._open = list(self._open.values()), {}
        self._leave_turn()
        self._again.stop()
        self._socket.abort()
        self._set(Connection.AWAY)
        for call in waiting:
            call.fail(why)

    def close(self) -> None:
        """End the connection for good; open calls are dropped without a word."""
        self._closing = True
        self.state = Connection.AWAY
        self._leave_turn()
        self._again.stop()
        self._open.clear()
        self._socket.abort()

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._open)

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
        address = find_address(self._folder)
        if address is None:
            self._unreachable()
        else:
            self._socket.connectToServer(address)

    def _refused(self, error: QLocalSocket.LocalSocketError) -> None:
        """The socket could not connect; that a connection ended is told by another signal."""
        quiet = self._closing or self._resting
        if error is not QLocalSocket.LocalSocketError.PeerClosedError and not quiet:
            self._unreachable()

    def _greet(self) -> None:
        try:
            check_descriptor(int(self._socket.socketDescriptor()), self._socket.fullServerName())
        except Problem as problem:
            self._give_up(problem)
            return
        self._frames = Frames()
        self._socket.write(pack(self._hello))

    def _hear_answer(self, answer: messages.Message) -> None:
        """The first words of the service: stay with it, have it make way, or know why there can be no service."""
        if not isinstance(answer, (messages.Welcome, messages.Refuse)):
            return
        try:
            verdict = judge(self._hello, answer)
        except Problem as problem:
            self._give_up(problem)
            return
        if verdict is Verdict.STAY and isinstance(answer, messages.Welcome):
            if self._started is not None:
                self._started.settle(answer.pid)
            self._leave_turn()
            self.why, self._started, self._been_here = None, None, True
            self._socket.write(pack(messages.Subscribe(what=NEWS)))
            self._set(Connection.HERE)
        elif verdict is Verdict.REPLACE:
            self._socket.write(pack(messages.Finish()))  # the end of the connection says that it did
        else:
            self._socket.abort()

    def _give_up(self, problem: Problem) -> None:
        """There is a reason why the service can't be had: say so, and look again later."""
        self.why = problem
        self._leave_turn()
        self._socket.abort()
        self._set(Connection.AWAY)
        self._again.start(LATER_MS)

    def _unreachable(self) -> None:
        """Nothing answers: start the service, and look again soon; say so when that lasts."""
        late = stopwatch() - self._since > start_s()
        try:
            self._start_if_due(late)
        except Problem as problem:
            self._give_up(problem)
            return
        if late:
            self._give_up(Unavailable("service_silent", seconds=f"{start_s():g}", log=log_file(self._folder)))
        else:
            self._again.start(SOON_MS)

    def _start_if_due(self, late: bool) -> None:
        """Start the service if it is our turn, having looked once more since it became ours."""
        if self._been_here and not self._folder.is_dir():
            raise DiskTrouble("folder_gone", folder=self._folder)
        now, problem = stopwatch(), self._started.problem() if self._started else None
        had_turn, self._mine = self._mine, self._turn.take()
        over = self._started is None or (self._started.over() and now - self._started_at > NEXT_START_S)
        if over and self._mine and (had_turn or late):
            self._started_at = now
            self._started = self._start(self._folder)
        if problem is not None and problem.key != "folder_in_use":
            raise problem

    def _leave_turn(self) -> None:
        self._mine = False
        self._turn.release()

    def _lost(self) -> None:
        """The connection ended: what was asked fails, and the way back begins."""
        if self._closing or self._resting or self._again.isActive():
            return
        waiting, self._open = list(self._open.values()), {}
        if self.state is Connection.HERE:
            self._since, self._started = stopwatch(), None
            self._set(Connection.STARTING)
        for call in waiting:
            call.fail(Unavailable("service_gone"))
        self._again.start(SOON_MS)

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
            self._hear_answer(message)
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
