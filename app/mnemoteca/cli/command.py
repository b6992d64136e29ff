"""What a command is: declared once with its help, its example and its arguments."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from mnemoteca.cli.terminal import Terminal
from mnemoteca.core.clock import Clock
from mnemoteca.core.library import Library
from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.core.preparation import Preparation
from mnemoteca.core.pushes import Push
from mnemoteca.wire.messages import Welcome


class Connection(Protocol):
    """A connection to the service of a data folder."""

    library: Library

    @property
    def welcome(self) -> Welcome: ...
    def finish(self) -> bool: ...
    def close(self) -> None: ...
    def on_push(self, listener: Callable[[Push], None], what: tuple[str, ...] = ()) -> None:
        """Have `listener` called with each news of these kinds, on another thread."""
        ...


# A text, and when it was said, to the fields of the answer.
NanoTask = Callable[[str, datetime | None], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Outside:
    """What lies beyond the command line; `main` knows it all and gives it in."""

    connect: Callable[[Path, bool], Connection]  # whether a service that doesn't run is to be started
    serve: Callable[[Path], int]
    window: Callable[[Path, Sequence[str]], int]  # a data folder, files to bring in
    restore: Callable[[Path, Path], None]  # a data folder, a backup; with no service running
    preparation: Callable[[], Preparation]
    clock: Clock
    embedder: Callable[[], Preparation] = Preparation
    prepare_embedder: Callable[[Callable[[str], None]], bool] = lambda say: (
        False
    )  # tells its steps; whether it is there
    capture: Callable[[Path], int] = lambda folder: 0  # the box to write a note in
    tray: Callable[[Path], int] = lambda folder: 0  # the window's process without its window
    nano: Callable[[str], NanoTask] = lambda task: lambda text, said_at: {}  # a small model, by its task
    has_token: Callable[[str], bool] = lambda host: False  # for a hub of models
    keep_token: Callable[[str, str], None] = lambda host, token: None


class Call:
    """One run of a command: what was given, where to write, and the library, connected to when first used."""

    def __init__(self, given: argparse.Namespace, folder: Path, terminal: Terminal, outside: Outside) -> None:
        self.given: Any = given
        self.folder = folder
        self.terminal = terminal
        self.outside = outside
        self._connection: Connection | None = None

    @property
    def as_json(self) -> bool:
        return bool(getattr(self.given, "json", False))

    @property
    def library(self) -> Library:
        return self.connection().library

    def connection(self, *, start: bool = True) -> Connection:
        """The connection to the service, which is started where it doesn't run (and `start` says so)."""
        if self._connection is None:
            self._connection = self.outside.connect(self.folder, start)
        return self._connection

    def text(self, words: list[str]) -> str:
        """What was given as words, or on standard input where that is “-”."""
        return self.terminal.read() if words == ["-"] else " ".join(words)

    def answer(self, value: object, sentence: str) -> None:
        """The answer: the value as JSON, or the sentence."""
        if self.as_json:
            self.terminal.json(value)
        else:
            self.terminal.say(sentence)

    def answers(self, values: Iterable[object], sentence: str) -> None:
        """The answer: each value as JSON in a line of its own, or the sentence."""
        if not self.as_json:
            self.terminal.say(sentence)
            return
        for value in values:
            self.terminal.json(value)

    def close(self) -> None:
        """End the connection; the next use makes another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument, as argparse takes it."""

    names: tuple[str, ...]
    options: dict[str, Any] = field(default_factory=dict)


Act = Callable[[Call], int | None]


@dataclass(frozen=True, slots=True)
class Command:
    """One command; `parts` are those of a command that has some, of which `act` is the one meant without."""

    name: str
    help: str
    example: str
    act: Act
    arguments: tuple[Argument, ...] = ()
    parts: tuple[Command, ...] = ()


def argument(*names: str, **options: Any) -> Argument:
    return Argument(names, options)


SPACE = argument("--space", metavar="NAME", default=DEFAULT_SPACE, help=f"which space ({DEFAULT_SPACE})")
IDS = argument("ids", metavar="ID", nargs="+", type=int, help="the number of a memory")
