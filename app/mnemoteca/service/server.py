"""The server: lets this user's clients in, and gives each its answers and its news."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from mnemoteca import __version__
from mnemoteca.core.clock import stopwatch
from mnemoteca.core.door import Lane
from mnemoteca.core.errors import Problem, Unavailable
from mnemoteca.core.library import Library
from mnemoteca.core.pushes import Changed, Push, Wanted
from mnemoteca.core.views import ViewChanged
from mnemoteca.service.connection import Connection
from mnemoteca.service.lanes import Body, Lanes
from mnemoteca.service.listening import Listening, listen
from mnemoteca.wire.messages import MAJOR, MINOR, Welcome
from mnemoteca.wire.peer import is_this_user

MAX_CONNECTIONS = 256
MAX_BYTES_IN_FLIGHT = 96 << 20
CATCH_UP_S = 1.0  # what the first clients wait for what was due at the start
DRAIN_S = 10.0  # what is under way has so long to end when the service finishes
HUNG_UP_S = 0.02  # until the others have seen that it ended
T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class About:
    """What the service says of itself in its welcome."""

    data_format: int
    change: int
    log: str


class Server:
    """Lives on the event loop; `post` and `hear` may be called from any thread."""

    def __init__(self, library: Library, about: About, guard: Callable[[], None] = lambda: None) -> None:
        self.app = __version__
        self.change = about.change
        self.lanes = Lanes()
        self.body = Body(library, about.log, guard)
        self.bytes_in_flight = 0
        self.finishing = asyncio.Event()
        self.empty_since = stopwatch()
        self._library = library
        self._about = about
        self._connections: set[Connection] = set()
        self._askers: set[Connection] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._views: dict[int, Connection] = {}
        self._early: deque[ViewChanged] = deque(maxlen=1000)  # of views whose opening is not answered yet
        self._loop = asyncio.get_running_loop()
        self._catching_up: asyncio.Future[Any] | None = None
        self._listening: Listening | None = None

    # -- beginning and end
    async def listen(self, address: str) -> None:
        """Let clients in at `address`."""
        self._listening = await listen(address, self._connected)

    def catch_up(self) -> None:
        """Have what is due done; the first clients wait for it, for a moment."""
        self._catching_up = asyncio.ensure_future(self.do("run_due", Lane.ACT, self._library.run_due))

    async def caught_up(self) -> None:
        """Return when what was due at the start is done, or takes too long."""
        if self._catching_up is not None and not self._catching_up.done():
            await asyncio.wait({self._catching_up}, timeout=CATCH_UP_S)

    def finish(self, who: str, asker: Connection | None = None) -> None:
        """Take nothing more on, and end; `asker` is told when all others have been."""
        if asker is not None:
            self._askers.add(asker)
        if not self.finishing.is_set():
            log.info("asked to finish by %s", who)
            self.finishing.set()

    def stop_listening(self) -> None:
        """Let nobody in any more, and take the address away."""
        if self._listening is not None:
            self._listening.close()

    async def drain(self) -> None:
        """Let nobody in any more, and wait for what is under way."""
        self.finishing.set()
        self.stop_listening()
        for connection in self._connections:
            connection.stop_waiting()
        until = stopwatch() + DRAIN_S
        while stopwatch() < until and any(connection.calls for connection in self._connections):
            await asyncio.sleep(0.01)

    async def hang_up(self) -> None:
        """End all connections: this tells those who asked for it that the service has finished."""
        for connection in self._connections - self._askers:
            connection.hang_up()
        await asyncio.sleep(HUNG_UP_S)
        for connection in tuple(self._connections):
            connection.hang_up()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=1.0)
        self.lanes.close()

    # -- for connections
    def why_not(self) -> Problem | None:
        """Why nothing is taken on right now."""
        if self.finishing.is_set():
            return Unavailable("service_stopping")
        return Unavailable("service_busy") if len(self._connections) > MAX_CONNECTIONS else None

    def welcome(self) -> Welcome:
        """What a client is told that is let in."""
        return Welcome(
            major=MAJOR,
            minor=MINOR,
            app=self.app,
            data_format=self._about.data_format,
            change=self.change,
            pid=os.getpid(),
            log=self._about.log,
        )

    def has_room(self, size: int) -> bool:
        """Whether the arguments of one more call may be held in memory."""
        return self.bytes_in_flight == 0 or self.bytes_in_flight + size <= MAX_BYTES_IN_FLIGHT

    def post(self, act: Callable[..., None], *args: Any) -> None:
        """Have something done on the event loop, from any thread; nothing after its end."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(act, *args)

    async def do(self, what: str, lane: Lane, work: Callable[[], T]) -> T | None:
        """Something of our own, on the threads of a lane; None where it could not be done, which is written down."""
        return await asyncio.wrap_future(self.lanes.submit(lane, partial(self.body.quietly, what, work)))

    @property
    def clients(self) -> int:
        """How many connections there are."""
        return len(self._connections)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if sys.platform != "win32" and not is_this_user(writer.get_extra_info("socket")):
            log.warning("another user was turned away")
            writer.transport.abort()
            return
        connection = Connection(self, reader, writer)
        self._connections.add(connection)
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        try:
            await connection.run()
        finally:
            self._connections.discard(connection)
            self.empty_since = stopwatch()

    # -- news
    def hear(self, push: Push) -> None:
        """The library's news, on any thread."""
        self.post(self._tell, push)

    def _tell(self, push: Push) -> None:
        if isinstance(push, Changed):
            self.change = max(self.change, push.last)
        if not isinstance(push, ViewChanged):
            for connection in self._connections:
                connection.tell(push)
        elif owner := self._views.get(push.view):
            owner.tell(push)
        elif any(connection.opening for connection in self._connections):
            self._early.append(push)

    def want(self, wanted: Wanted) -> bool:
        """Tell the window that is open what is wanted of it; False where there is none."""
        window = next((connection for connection in self._connections if connection.is_window), None)
        if window is not None:
            window.tell(wanted)
        return window is not None

    def claim(self, view: int, connection: Connection) -> None:
        """This connection opened that view: its changes go there, those that came before it was known, too."""
        self._views[view] = connection
        for push in self._early:
            if push.view == view:
                connection.tell(push)
        if not any(other.opening for other in self._connections):
            self._early.clear()

    def disclaim(self, views: set[int]) -> None:
        """Nobody looks at these views any more."""
        for view in tuple(views):
            self._views.pop(view, None)
            if not self.finishing.is_set():
                close = partial(self._library.close_view, view)
                self.lanes.submit(Lane.READ, partial(self.body.quietly, "close_view", close))
