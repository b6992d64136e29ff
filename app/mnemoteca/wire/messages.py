"""What travels between a client and the service, as plain structs.

`Hello`, `Welcome`, `Refuse` and `Finish` never change their meaning, whatever the major version: with them
two programs of different age come to terms. Within a major version fields may be added, unknown ones are
ignored, none is used again for something else.
"""

from __future__ import annotations

from contextlib import suppress

import msgspec

from mnemoteca.core.errors import Problem, restore_problem
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
    Wish,
)
from mnemoteca.core.sentences import SENTENCES
from mnemoteca.core.views import ViewChanged

MAJOR, MINOR = 1, 0

Values = dict[str, str]


class Struct(msgspec.Struct, frozen=True, kw_only=True, tag_field="is", tag=str.lower):
    """A message; its tag is the name of its class in lower case."""


class Hello(Struct, frozen=True, kw_only=True):
    """The first word of a client, within 5 s."""

    major: int = MAJOR
    minor: int = MINOR
    app: str = ""
    data_format: int = 0  # the newest data format that the client's program knows, 0: not said
    role: str = "test"  # window, cli, api, mcp
    pid: int = 0


class Welcome(Struct, frozen=True, kw_only=True):
    """The service takes the client in; `change` is the number of the last change."""

    major: int
    minor: int
    app: str
    data_format: int
    change: int
    pid: int
    log: str


class Refuse(Struct, frozen=True, kw_only=True):
    """The service does not take the client in; only `Finish` may follow. Also how a failed start is told."""

    family: str
    key: str
    values: Values = {}
    sentence: str = ""
    major: int = 0
    minor: int = 0
    app: str = ""


class Finish(Struct, frozen=True, kw_only=True):
    """Asks the service to finish; the connection ends when it has."""


class Call(Struct, frozen=True, kw_only=True):
    """A call of a method of the door; `id` is the client's, not used twice at once; `params` its request struct."""

    id: int
    method: str
    params: msgspec.Raw
    deadline_s: float | None = None  # None: the method's own


class Cancel(Struct, frozen=True, kw_only=True):
    """The client no longer wants the answer of a call; it still gets one."""

    id: int


class Reply(Struct, frozen=True, kw_only=True):
    """The answer of a call, to be read as the reply type of its method."""

    id: int
    result: msgspec.Raw


class Failure(Struct, frozen=True, kw_only=True):
    """A call that could not be done, and why."""

    id: int
    family: str
    key: str
    values: Values = {}
    sentence: str = ""  # in full, for a client that doesn't know the key


class Want(Struct, frozen=True, kw_only=True):
    """Asks the window that the person has open for something; the reply says whether there is one to do it."""

    id: int
    wish: Wish
    files: tuple[str, ...] = ()


class Subscribe(Struct, frozen=True, kw_only=True):
    """Which kinds of `Pushed` the client wants; changes of its own open views come anyway."""

    what: tuple[str, ...] = ("changed", "job", "indexed")


class Pushed(Struct, frozen=True, kw_only=True):
    """News; a kind that the client doesn't know is to be ignored."""

    kind: str
    push: msgspec.Raw


Message = Hello | Welcome | Refuse | Finish | Call | Cancel | Reply | Failure | Want | Subscribe | Pushed

PUSHES: dict[str, type[Push]] = {
    "changed": Changed,
    "view": ViewChanged,
    "job": JobMoved,
    "indexed": Indexed,
    "meaning": MeaningMoved,
    "resync": Resync,
    "wanted": Wanted,
    "answer": AnswerGrew,
    "suggested": Suggested,
    "knowledge": KnowledgeMoved,
}
_KINDS = {push: kind for kind, push in PUSHES.items()}


def pushed(push: Push) -> Pushed:
    """The message that carries a push."""
    return Pushed(kind=kind_of(push), push=msgspec.Raw(msgspec.msgpack.encode(push)))


def kind_of(push: Push) -> str:
    """The name that a push travels under."""
    return _KINDS[type(push)]


def push_in(message: Pushed) -> Push | None:
    """The push that a message carries; None for a kind of a newer service."""
    kind = PUSHES.get(message.kind)
    return None if kind is None else msgspec.msgpack.decode(message.push, type=kind)


def failure(id: int, problem: Problem) -> Failure:
    """The message that tells a problem as the outcome of a call."""
    return Failure(id=id, family=problem.family, key=problem.key, values=problem.values, sentence=str(problem))


def refusal(problem: Problem, app: str = "") -> Refuse:
    """The message that tells a problem instead of a welcome."""
    return Refuse(
        family=problem.family,
        key=problem.key,
        values=problem.values,
        sentence=str(problem),
        major=MAJOR,
        minor=MINOR,
        app=app,
    )


def problem_in(message: Failure | Refuse) -> Problem:
    """The problem that a message tells; one whose key or values aren't known here keeps its words."""
    if message.key in SENTENCES:
        with suppress(KeyError, IndexError):  # a newer service fills in more
            return restore_problem(message.family, message.key, message.values)
    return restore_problem(message.family, "unknown", {"sentence": message.sentence})
