"""One connection to the service: calls go out, a thread of its own hands replies and pushes round."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import suppress

from mnemoteca.core.pushes import Push
from mnemoteca.wire.codec import Frames, ProtocolError, pack
from mnemoteca.wire.messages import Call, Cancel, Failure, Message, Pushed, Reply, Want, Welcome, push_in
from mnemoteca.wire.sockets import Stream, hang_up

# Windows can't interrupt a waiting thread: look up now and then, so that Ctrl+C is heard.
_LOOK_UP_S = 0.2 if sys.platform == "win32" else None


class LinkLost(Exception):
    """The connection ended; `sent` says whether the call may have reached the service."""

    def __init__(self, sent: bool) -> None:
        super().__init__("the connection to the service ended")
        self.sent = sent


class _Waiting:
    """A call that is under way."""

    __slots__ = ("answer", "done")

    def __init__(self) -> None:
        self.done = threading.Event()
        self.answer: Reply | Failure | None = None


class Link:
    """Thread-safe. `hear` gets each push, `lost` the end of the connection, both on the link's own thread."""

    def __init__(
        self,
        stream: Stream,
        frames: Frames,
        welcome: Welcome,
        hear: Callable[[Push], None],
        lost: Callable[[Link], None] = lambda link: None,
    ) -> None:
        self.welcome = welcome
        self.closed = threading.Event()
        self._stream = stream
        self._frames = frames
        self._hear = hear
        self._lost = lost
        self._sending = threading.Lock()
        self._waiting: dict[int, _Waiting] = {}
        self._last_id = 0
        threading.Thread(target=self._read, name="wire", daemon=True).start()

    def new_id(self) -> int:
        """A number for the next call."""
        with self._sending:
            self._last_id += 1
            return self._last_id

    def send(self, message: Message) -> None:
        """Send one message; raises `LinkLost`, `sent` false: half a message is none."""
        data = pack(message)
        with self._sending:
            if self.closed.is_set():
                raise LinkLost(sent=False)
            try:
                self._stream.sendall(data)
            except OSError as e:
                self.closed.set()
                hang_up(self._stream)
                raise LinkLost(sent=False) from e

    def call(self, message: Call | Want, patience_s: float) -> Reply | Failure:
        """Send a call and wait for its answer; raises `LinkLost`, or `TimeoutError` after `patience_s`.

        Whoever is interrupted here (Ctrl+C) has the call cancelled.
        """
        waiting = self._waiting[message.id] = _Waiting()
        try:
            self.send(message)
            if not self._wait(waiting.done, patience_s):
                raise TimeoutError
        except (TimeoutError, KeyboardInterrupt):
            self._waiting.pop(message.id, None)
            with suppress(LinkLost):
                self.send(Cancel(id=message.id))
            raise
        except BaseException:
            self._waiting.pop(message.id, None)
            raise
        if waiting.answer is None:
            raise LinkLost(sent=True)
        return waiting.answer

    def _wait(self, done: threading.Event, patience_s: float) -> bool:
        if _LOOK_UP_S is None:
            return done.wait(patience_s)
        while not done.wait(min(_LOOK_UP_S, patience_s)):
            patience_s -= _LOOK_UP_S
            if patience_s <= 0:
                return False
        return True

    def close(self) -> None:
        """End the connection; what is under way raises `LinkLost`."""
        hang_up(self._stream)

    def _read(self) -> None:
        try:
            with suppress(OSError, ProtocolError):
                while data := self._stream.recv(1 << 18):
                    for message in self._frames.feed(data):
                        self._take(message)
        finally:
            self.closed.set()
            hang_up(self._stream)
            with self._sending:
                left, self._waiting = self._waiting, {}
            for waiting in left.values():
                waiting.done.set()
            self._lost(self)

    def _take(self, message: Message) -> None:
        if isinstance(message, (Reply, Failure)):
            if waiting := self._waiting.pop(message.id, None):
                waiting.answer = message
                waiting.done.set()
        elif isinstance(message, Pushed) and (push := push_in(message)):
            self._hear(push)
