"""The first words on a connection: who is there, and which of two programs of different age makes way."""

from __future__ import annotations

import os
import re
from enum import Enum

from mnemoteca import __version__
from mnemoteca.core.data_format import DATA_FORMAT
from mnemoteca.core.errors import Problem, Unavailable
from mnemoteca.wire.codec import Frames, ProtocolError, pack
from mnemoteca.wire.messages import MAJOR, Finish, Hello, Message, Refuse, Welcome, problem_in
from mnemoteca.wire.sockets import Stream

HELLO_S = 5.0


class Verdict(Enum):
    """What a client does after the first words."""

    STAY = "stay"
    REPLACE = "replace"  # the service is older: ask it to finish, start our own
    WAIT = "wait"  # it is just stopping


def hello(role: str) -> Hello:
    """What this program says first."""
    return Hello(app=__version__, data_format=DATA_FORMAT, role=role, pid=os.getpid())


def judge(ours: Hello, theirs: Welcome | Refuse) -> Verdict:
    """Pure: stay with an equal or newer service of our major version; an older one is to make way.

    Raises the problem of a refusal, `service_newer` where the service is of a newer major version.
    """
    if isinstance(theirs, Refuse) and theirs.key == "service_stopping":
        return Verdict.WAIT
    if theirs.major > ours.major:
        raise Unavailable("service_newer", service=theirs.app or theirs.major, client=ours.app)
    if theirs.major < ours.major:
        return Verdict.REPLACE
    if isinstance(theirs, Refuse):
        raise problem_in(theirs)
    older_format = 0 < theirs.data_format < ours.data_format
    if older_format or (theirs.minor, release(theirs.app)) < (ours.minor, release(ours.app)):
        return Verdict.REPLACE
    return Verdict.STAY


def release(app: str) -> tuple[int, ...]:
    """A version as numbers, to be compared: what follows the first three is left out."""
    return tuple(int(number) for number in re.findall(r"\d+", app)[:3])


def answer_to(hello: Hello, app: str) -> Problem | None:
    """Pure: why a service of this program can't serve that client; None where it can."""
    if hello.major < MAJOR:
        return Unavailable("service_newer", service=app, client=hello.app or hello.major)
    if hello.major > MAJOR:
        return Unavailable("service_older")
    return None


def greet(stream: Stream, ours: Hello, frames: Frames) -> Welcome | Refuse | None:
    """Say hello and hear the answer; None when the service went away instead. Raises `Unavailable`."""
    try:
        stream.settimeout(HELLO_S)
        stream.sendall(pack(ours))
        answer = _first(stream, frames)
        stream.settimeout(None)
    except TimeoutError as e:
        raise Unavailable("service_busy") from e
    except OSError:
        return None
    except ProtocolError as e:
        raise Unavailable("bad_frame") from e
    if answer is not None and not isinstance(answer, (Welcome, Refuse)):
        raise Unavailable("bad_frame")
    return answer


def _first(stream: Stream, frames: Frames) -> Message | None:
    while data := stream.recv(65536):
        if messages := frames.feed(data):
            return messages[0]
    return None


def ask_to_finish(stream: Stream, patience_s: float) -> bool:
    """Ask the service to finish; whether it did within so long. The end of the connection says so."""
    try:
        stream.settimeout(patience_s)
        stream.sendall(pack(Finish()))
        while stream.recv(65536):
            pass
    except TimeoutError:
        return False
    except OSError:
        return True
    return True
