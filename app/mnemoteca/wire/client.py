"""The blocking client: command line, Python API and assistants reach the library through it.

It starts the service if none runs, comes to terms with one of another age, and connects again after a restart.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, cast

from mnemoteca.core.door import Lane
from mnemoteca.core.errors import Stopped, Unavailable
from mnemoteca.core.library import Library, methods
from mnemoteca.core.pushes import Changed, Push, Resync
from mnemoteca.wire import calls
from mnemoteca.wire.codec import ProtocolError
from mnemoteca.wire.connecting import FINISH_S, Opener
from mnemoteca.wire.link import Link, LinkLost
from mnemoteca.wire.messages import Failure, Finish, Reply, Subscribe, Welcome
from mnemoteca.wire.start import Starter

GRACE_S = 5.0  # the service gives a call up at its deadline; so much later we stop waiting for it to say so
ATTEMPTS = 3
# What changes nothing is asked again when the service went away in the middle of it.
REPEATABLE = frozenset({"wait", "wait_job", "recall_batch"})


def connect(folder: Path, *, start: Starter | None, role: str, patience_s: float | None = None) -> Client:
    """A client of the service of `folder`, which is started by `start` where it doesn't run.

    Raises the problem that kept the service from starting, `service_silent` after `patience_s` (5),
    and `service_off` where there is none and `start` is None.
    """
    client = Client(Opener(folder, start, role, patience_s))
    client.link()
    return client


class Client:
    """Thread-safe; one connection, made anew when the service was restarted."""

    def __init__(self, opener: Opener) -> None:
        self._opener = opener
        self._linking = threading.Lock()
        self._link: Link | None = None
        self._closed = False
        self._listeners: list[Callable[[Push], None]] = []
        self._wants: tuple[str, ...] = ()
        self._change = 0
        self.library = cast(Library, _Door(self))

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    @property
    def welcome(self) -> Welcome:
        """What the service said of itself when the connection was made."""
        return self.link().welcome

    def call(self, name: str, *args: Any, deadline_s: float | None = None, **kwargs: Any) -> Any:
        """Call method `name` of the door and wait for its reply; raises the `Problem` that it raised.

        A call that the service never got is sent again after a restart; one that it may have got only
        where it changes nothing; else `service_gone` is raised.
        """
        method = methods()[name]
        again = method.lane is Lane.READ or name in REPEATABLE
        patience_s = deadline_s or method.deadline_s
        for _ in range(ATTEMPTS):
            link = self.link()
            message = calls.call(link.new_id(), name, args, kwargs, deadline_s)
            try:
                return self._answer(name, link.call(message, patience_s + GRACE_S))
            except Unavailable as refused:  # nothing was done by a service that is stopping: the next one does it
                if refused.key != "service_stopping" or not link.closed.wait(FINISH_S):
                    raise
            except TimeoutError as e:
                raise Stopped("deadline", seconds=f"{patience_s:g}") from e
            except LinkLost as lost:
                if lost.sent and not again:
                    raise Unavailable("service_gone") from lost
        raise Unavailable("service_gone")

    def _answer(self, name: str, message: Reply | Failure) -> Any:
        try:
            return calls.answer(name, message)
        except ProtocolError as e:
            raise Unavailable("bad_frame") from e

    def on_push(self, listener: Callable[[Push], None], what: tuple[str, ...] = Subscribe().what) -> None:
        """Have `listener` called with each push, on a thread of ours: it must be quick and call nothing here.

        `what` are the kinds that this client wants from now on.
        """
        with self._linking:
            self._listeners.append(listener)
            news = what if len(self._listeners) == 1 else tuple(dict.fromkeys((*self._wants, *what)))
            changed, self._wants = news != self._wants, news
        link = self.link()
        if changed:
            with suppress(LinkLost):  # the next one is told, too
                link.send(Subscribe(what=news))

    def link(self) -> Link:
        """The connection, made anew where it was lost."""
        with self._linking:
            if self._closed:
                raise Unavailable("service_gone")
            if self._link is None or self._link.closed.is_set():
                self._link = self._opener.open(self._hear, again=self._link is not None)
                if self._listeners:
                    with suppress(LinkLost):
                        self._link.send(Subscribe(what=self._wants))
                    self._hear(Resync(self._change))
                self._change = max(self._change, self._link.welcome.change)
            return self._link

    def finish(self) -> bool:
        """Ask the service to finish; whether it did within half a minute."""
        link = self.link()
        try:
            link.send(Finish())
        except LinkLost:
            return True
        return link.closed.wait(FINISH_S)

    def close(self) -> None:
        """End the connection; the service stays, for others."""
        self._closed = True
        if self._link is not None:
            self._link.close()

    def _hear(self, push: Push) -> None:
        if isinstance(push, Changed):
            self._change = max(self._change, push.last)
        for listener in tuple(self._listeners):
            listener(push)


class _Door:
    """`Library` over a client: each declared method is a call."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name not in methods():
            raise AttributeError(f"the library has no {name!r}")
        return partial(self._client.call, name)
