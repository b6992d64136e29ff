"""One client: its first words, its calls, its news. A malformed frame ends it and nothing else."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from typing import Any, Protocol

from msgspec import Raw
from msgspec.msgpack import encode

from mnemoteca.core.changes import By
from mnemoteca.core.doer import doer_of
from mnemoteca.core.door import Lane
from mnemoteca.core.errors import Problem, Stopped, Unavailable
from mnemoteca.core.library import methods
from mnemoteca.core.pushes import Push, Wanted
from mnemoteca.core.views import View
from mnemoteca.service.lanes import Body, Flight, Lanes
from mnemoteca.service.outbox import Outbox
from mnemoteca.wire.codec import Frames, ProtocolError, pack
from mnemoteca.wire.handshake import HELLO_S, answer_to
from mnemoteca.wire.messages import (
    Call,
    Cancel,
    Finish,
    Hello,
    Message,
    Reply,
    Subscribe,
    Want,
    Welcome,
    failure,
    kind_of,
    refusal,
)

MAX_CALLS = 256
log = logging.getLogger(__name__)


class Host(Protocol):
    """What a connection needs of the server that it belongs to."""

    app: str
    change: int
    lanes: Lanes
    body: Body
    bytes_in_flight: int

    def why_not(self) -> Problem | None:
        """Why nothing is taken on right now."""
        ...

    def welcome(self) -> Welcome: ...
    async def caught_up(self) -> None:
        """Return when what was due at the start is done, or takes too long to wait for it."""
        ...

    def finish(self, who: str, asker: Connection | None = None) -> None: ...
    def has_room(self, size: int) -> bool: ...
    def post(self, act: Callable[..., None], *args: Any) -> None:
        """Have something done on the event loop, from any thread."""
        ...

    def want(self, wanted: Wanted) -> bool:
        """Tell the window that is open; False where there is none."""
        ...

    def claim(self, view: int, connection: Connection) -> None:
        """This connection opened that view: its changes go there, those that came before it was known, too."""
        ...

    def disclaim(self, views: set[int]) -> None:
        """Nobody looks at these views any more."""
        ...


class Connection:
    """Lives on the event loop; only the bodies of calls run elsewhere."""

    def __init__(self, server: Host, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.views: set[int] = set()
        self.opening = 0  # calls of open_view under way
        self.who = "?"
        self._by = By.PERSON
        self._server = server
        self._reader = reader
        self._writer = writer
        self._frames = Frames()
        self._flights: dict[int, Flight] = {}
        self._outbox = Outbox(server.change)
        self._something = asyncio.Event()
        self._wants: frozenset[str] = frozenset()
        self._inbox: deque[Message] = deque()
        self._ended = False

    @property
    def calls(self) -> int:
        """How many calls are under way."""
        return len(self._flights)

    async def run(self) -> None:
        """From the first words to the end of the connection."""
        writing: asyncio.Task[None] | None = None
        try:
            if await self._first_words():
                writing = asyncio.create_task(self._write())
                while (message := await self._next()) is not None:
                    self._take(message)
        except ProtocolError as e:
            log.warning("%s: malformed: %s", self.who, e)
        except OSError:
            pass
        finally:
            self._ended = True
            if writing is not None:
                writing.cancel()
            self._give_up_all()
            self._writer.transport.abort()

    async def _next(self) -> Message | None:
        while not self._inbox:
            if not (data := await self._reader.read(1 << 18)):
                return None
            self._inbox += self._frames.feed(data)
        return self._inbox.popleft()

    # -- first words
    async def _first_words(self) -> bool:
        try:
            async with asyncio.timeout(HELLO_S):
                hello = await self._next()
                if not isinstance(hello, Hello):
                    raise ProtocolError("no hello")
                self.who = f"{hello.role[:16]!r} {hello.pid}"
                self._by = doer_of(hello.role)
                problem = await self._why_not(hello)
                answer = self._server.welcome() if problem is None else refusal(problem, self._server.app)
                self._writer.write(pack(answer))
                finishing = problem is not None and isinstance(await self._next(), Finish)
        except TimeoutError:
            log.warning("%s: said nothing for %g s", self.who, HELLO_S)
            return False
        if finishing:
            self._server.finish(self.who, self)
            await self._reader.read(1)  # until we hang up, having finished
        return problem is None

    async def _why_not(self, hello: Hello) -> Problem | None:
        if problem := answer_to(hello, self._server.app) or self._server.why_not():
            return problem
        await self._server.caught_up()
        return self._server.why_not()

    # -- messages
    def _take(self, message: Message) -> None:
        if isinstance(message, Call):
            self._call(message)
        elif isinstance(message, Cancel):
            if flight := self._flights.get(message.id):
                self._give_up(flight, Stopped("cancelled"))
        elif isinstance(message, Subscribe):
            self._wants = frozenset(message.what)
        elif isinstance(message, Want):
            taken = self._server.want(Wanted(message.wish, message.files))
            self._send(pack(Reply(id=message.id, result=Raw(encode(taken)))))
        elif isinstance(message, Finish):
            self._server.finish(self.who, self)
        else:
            raise ProtocolError(f"a {type(message).__name__} from a client")

    def _call(self, call: Call) -> None:
        if call.id in self._flights:
            raise ProtocolError("a number used twice")
        method = methods().get(call.method)
        if method is None:
            self._send(pack(failure(call.id, Unavailable("no_method", name=call.method[:80]))))
            return
        flight = Flight(call, method, self._by)
        if problem := self._why_not_now(flight):
            self._send(pack(failure(call.id, problem)))
            return
        self._flights[call.id] = flight
        self._server.bytes_in_flight += flight.size
        self.opening += call.method == "open_view"
        late = Stopped("deadline", seconds=f"{flight.deadline_s:g}")
        timer = asyncio.get_running_loop().call_later(flight.deadline_s, self._give_up, flight, late)
        flight.future = self._server.lanes.submit(method.lane, partial(self._server.body.work, call, flight))
        flight.future.add_done_callback(partial(self._server.post, self._landed, flight, timer))

    def _why_not_now(self, flight: Flight) -> Problem | None:
        if len(self._flights) >= MAX_CALLS or not self._server.has_room(flight.size):
            return Unavailable("service_busy")
        return self._server.why_not()

    def _give_up(self, flight: Flight, why: Stopped) -> None:
        if not flight.answered and (answer := flight.give_up(why)) is not None:
            flight.answered = True
            self._send(pack(answer))

    def _landed(self, flight: Flight, timer: asyncio.TimerHandle, future: Future[tuple[bytes, Any]]) -> None:
        timer.cancel()
        self._flights.pop(flight.id, None)
        self._server.bytes_in_flight -= flight.size
        self.opening -= flight.method.name == "open_view"
        if future.cancelled():
            if not flight.answered:
                self._send(pack(failure(flight.id, Stopped("cancelled"))))
            return
        data, result = future.result()
        if not flight.answered:
            self._send(data)
        if isinstance(result, View):
            self._opened(result.view)

    def _opened(self, view: int) -> None:
        if self._ended:
            self._server.disclaim({view})
        else:
            self.views.add(view)
            self._server.claim(view, self)

    def _give_up_all(self) -> None:
        for flight in tuple(self._flights.values()):
            flight.answered = True
            flight.give_up(Stopped("cancelled"))
        self._server.disclaim(self.views)

    # -- what goes out
    @property
    def is_window(self) -> bool:
        """Whether it takes what is wanted of a window."""
        return "wanted" in self._wants

    def tell(self, push: Push) -> None:
        """Queue news, if this client asked for such."""
        kind = kind_of(push)
        if kind == "view" or kind in self._wants:
            self._outbox.push(push)
            self._something.set()

    def _send(self, data: bytes) -> None:
        if self._writer.is_closing():
            return
        if not self._outbox and not self._writer.transport.get_write_buffer_size():
            self._writer.write(data)  # nothing is before it: two turns of the loop sooner
            return
        if not self._outbox.reply(data):
            log.warning("%s: does not read its replies", self.who)
            self._writer.transport.abort()
        self._something.set()

    async def _write(self) -> None:
        with suppress(OSError):
            while True:
                while (taken := self._outbox.take()) is not None:
                    self._writer.write(taken)
                    await self._writer.drain()
                self._something.clear()
                await self._something.wait()

    def stop_waiting(self) -> None:
        """The service finishes: what merely waits is cancelled, what writes goes on to its end."""
        for flight in tuple(self._flights.values()):
            if flight.method.lane is not Lane.ACT:
                self._give_up(flight, Stopped("cancelled"))

    def hang_up(self) -> None:
        """End the connection once what is written is out."""
        self._writer.close()
