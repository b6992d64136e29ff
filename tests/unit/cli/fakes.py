"""A library that answers from a list, and a terminal in memory; every call must fit the door's declaration."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import msgspec

from mnemoteca.cli.app import run
from mnemoteca.cli.bugs import BugReport
from mnemoteca.cli.command import NanoTask, Outside
from mnemoteca.cli.terminal import Terminal
from mnemoteca.core.data_format import DATA_FORMAT
from mnemoteca.core.errors import Unavailable
from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.library import Library, bind
from mnemoteca.core.memory import Memory, Precision, Role, State, Tier
from mnemoteca.core.preparation import Preparation, PreparationState
from mnemoteca.core.pushes import Push
from mnemoteca.core.reports import Status
from mnemoteca.wire.messages import Welcome
from tests.driven import DrivenClock

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
MEMORY = Memory(
    id=1, uuid="u", space="personal", session=3, session_title="Saturday", position=1024, role=Role.USER,
    speaker="Anna", kind="turn", text="I like my coffee black", length=22, lang="en", occurred_at=NOON, offset_min=60,
    precision=Precision.MINUTE, recorded_at=NOON, source="chats", source_id="D1:3", tier=Tier.SHORT,
    state=State.ACTIVE, pinned=False, importance=0.7, access_count=0, last_access=None, tier_until=None,
    promotes_at=None,
)  # fmt: skip
STATUS = Status("0.1.0", 1, "/data", 42, 7, 9, 9, 0)


def a_job(state: JobState, message: str = "", id: int = 5) -> Job:
    return Job(
        id,
        "import",
        "chats.jsonl",
        state,
        3000,
        10_000,
        "byte",
        100.0,
        2.0,
        message,
        NOON,
        None,
        "s",
        {"memories_new": 12},
    )


Answer = object | Callable[..., object]


@dataclass
class FakeLibrary:
    """Answers a method with what stands under its name: a value, a problem to raise, or a function."""

    answers: dict[str, Answer]
    calls: list[tuple[str, msgspec.Struct]] = field(default_factory=list)

    def __getattr__(self, name: str) -> Callable[..., object]:
        def method(*args: object, **kwargs: object) -> object:
            self.calls.append((name, bind(name, args, kwargs)))
            answer = self.answers[name]
            if isinstance(answer, BaseException):
                raise answer
            return answer(*args, **kwargs) if callable(answer) else answer

        return method

    def named(self, name: str) -> list[Any]:
        """The requests that a method got, in order."""
        return [request for called, request in self.calls if called == name]


class FakeConnection:
    def __init__(self, library: FakeLibrary) -> None:
        self.library = cast(Library, library)
        self.welcome = Welcome(
            major=1, minor=0, app="0.1.0", data_format=DATA_FORMAT, change=9, pid=42, log="/data/service.log"
        )
        self.finished = False

    def finish(self) -> bool:
        self.finished = True
        return True

    def close(self) -> None:
        pass

    def on_push(self, listener: Callable[[Push], None], what: tuple[str, ...] = ()) -> None:
        """News come with the answer that is given under `news`."""
        for push in cast(list[Push], self.library.answers.get("news", [])):  # type: ignore[attr-defined]
            listener(push)


class Person(io.StringIO):
    """An error stream that is a terminal."""

    def isatty(self) -> bool:
        return True


@dataclass
class Ran:
    """One run of the command line: its exit code, what it wrote, what it asked of the library."""

    code: int
    out: str
    err: str
    library: FakeLibrary
    restored: list[tuple[Path, Path]]
    folder: Path | None

    def json(self) -> list[Any]:
        return [msgspec.json.decode(line) for line in self.out.split("\n") if line]


@dataclass
class FakePreparation:
    """The set-up of the embedder: how it stands, the steps that preparing tells, and how it stands afterwards."""

    state: Preparation = field(default_factory=Preparation)
    steps: tuple[str, ...] = ()
    then: Preparation = field(default_factory=Preparation)

    def prepare(self, say: Callable[[str], None]) -> bool:
        for step in self.steps:
            say(step)
        self.state = self.then
        return self.state.state is PreparationState.READY


def command(
    *arguments: str,
    stdin: bytes = b"",
    running: bool = True,
    tty: bool = False,
    engine: Preparation = Preparation(),
    embedder: FakePreparation | None = None,
    nano: Callable[[str], NanoTask] = lambda task: lambda text, said_at: {},
    **answers: Any,
) -> Ran:
    """Run one command against a library with these answers."""
    preparing = embedder or FakePreparation()
    library = FakeLibrary(answers)
    connection = FakeConnection(library)
    restored: list[tuple[Path, Path]] = []

    def connect(folder: Path, start: bool) -> FakeConnection:
        if not start and (not running or connection.finished):
            raise Unavailable("service_off", folder=folder)
        return connection

    def restore(folder: Path, backup: Path) -> None:
        restored.append((folder, backup))

    tokens: dict[str, str] = {}

    def keep_token(host: str, token: str) -> None:
        tokens.update({host: token})

    out, err, bugs = io.StringIO(), Person() if tty else io.StringIO(), BugReport()
    outside = Outside(
        connect, lambda folder: 0, lambda folder, files: 0, restore, lambda: engine, DrivenClock(),
        lambda: preparing.state, preparing.prepare, nano=nano,
        has_token=lambda host: bool(tokens.get(host)), keep_token=keep_token,
    )  # fmt: skip
    code = run(arguments, Terminal(io.BytesIO(stdin), out, err), outside, bugs)
    return Ran(code, out.getvalue(), err.getvalue(), library, restored, bugs.folder)
