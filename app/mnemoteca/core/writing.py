"""Writing: what a language model is asked for, how it ended, and who asks it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from mnemoteca.core.model_roles import Role


class Ending(StrEnum):
    """How a piece of writing ended; only `WHOLE` is an answer.

    Of the model: WHOLE; CUT: it had not come to its end when it had to stop; EMPTY: there was nothing in it; LATE: out
    of time; CANCELLED: nobody wanted it any more; TOO_LONG: the text does not fit; CRASHED: its process died;
    SET_APART: this piece of work ended two processes and is not tried again; UNFIT: its file can't be run; NONSENSE:
    its numbers were none; ABSENT: there is no model.
    Of the checks: MALFORMED: not in the form that was asked for; UNFOUNDED: it says what the source does not; ECHO: it
    repeats what it was told to do; OTHER_LANGUAGE: not in the language of the source.
    """

    WHOLE = "whole"
    CUT = "cut"
    EMPTY = "empty"
    LATE = "late"
    CANCELLED = "cancelled"
    TOO_LONG = "too_long"
    CRASHED = "crashed"
    SET_APART = "set_apart"
    UNFIT = "unfit"
    NONSENSE = "nonsense"
    ABSENT = "absent"
    MALFORMED = "malformed"
    UNFOUNDED = "unfounded"
    ECHO = "echo"
    OTHER_LANGUAGE = "other_language"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a model is to write: `system` says how, `user` what about, `grammar` (GBNF) in which form.

    At most `most` tokens in at most `seconds`; what is `urgent` goes before what is not.
    """

    system: str
    user: str
    grammar: str
    most: int
    temperature: float = 0.2
    seed: int = 1
    seconds: float = 300.0
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What a model wrote; `text` is all of it, of an answer or of what came before it ended otherwise."""

    text: str
    ending: Ending
    reason: str = ""
    model: str = ""
    read: int = 0
    reused: int = 0
    tokens: int = 0
    first_s: float = 0.0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Room:
    """How much a model reads and writes at once: `context` in tokens, `overhead` of them for the marks of a chat."""

    context: int
    overhead: int


@dataclass(frozen=True, slots=True)
class Options:
    """How models are run: `model` is the id or path of the one for everything ("": as chosen for each role).

    `quantize` is the precision that is wanted of its copies: auto, int4, int8, fp16 or fp32. `device` is cpu or gpu,
    `memory_mb` what all models together may hold (0: half of the machine's).
    """

    model: str = ""
    quantize: str = "auto"
    device: str = "cpu"
    memory_mb: int = 0


@dataclass(frozen=True, slots=True)
class HeldModel:
    """A model whose process runs: `memory` in bytes, how often it was asked and what it wrote, `idle_s` since then."""

    name: str
    memory: int
    uses: int
    tokens: int
    idle_s: float
    loaded_s: float
    at_work: bool = False


@dataclass(frozen=True, slots=True)
class SetApart:
    """A piece of work (a hash of it) that ended two processes of a model, and how they ended."""

    work: str
    model: str
    reason: str


@dataclass(frozen=True, slots=True)
class WriterStatus:
    """How the writing stands: what is loaded, the most recently used first; what all may hold, in bytes.

    `set_apart` is work that is not tried again, `unfit` says why models can't be run, by name.
    """

    models: tuple[HeldModel, ...] = ()
    budget: int = 0
    loads: int = 0
    evictions: int = 0
    set_apart: tuple[SetApart, ...] = ()
    unfit: tuple[tuple[str, str], ...] = ()


class Unwritten(Exception):
    """A model can't be asked at all: how that ended, and why."""

    def __init__(self, ending: Ending, reason: str = "") -> None:
        super().__init__(f"{ending}: {reason}" if reason else str(ending))
        self.ending = ending
        self.reason = reason


class Writer(Protocol):
    """Who asks language models; any thread may call it, and gives up with the call that it works for."""

    def model(self, role: Role) -> str:
        """The name of the model that this role has; "" where there is none."""
        ...

    def absence(self, role: Role) -> Unwritten:
        """Why there is none: “absent”, or “unfit” where its file can't be run."""
        ...

    def room(self, role: Role) -> Room:
        """How much the model of this role holds; loads it. Raises `Unwritten`."""
        ...

    def measure(self, role: Role, texts: Sequence[str]) -> list[int]:
        """How many tokens each text has for the model of this role; raises `Unwritten`."""
        ...

    def write(self, role: Role, wish: Wish, heard: Callable[[str], None] = lambda text: None) -> Written:
        """Have the model of this role write; `heard` gets all that it wrote so far, again and again.

        Never raises `Unwritten`. What is tried again begins anew: then `heard` gets less than before.
        """
        ...

    def configure(self, options: Options) -> None:
        """Run models so from the next one on that is loaded."""
        ...

    def by(self, options: Options) -> Writer:
        """The same, with the same processes, asked with other options than it is configured with."""
        ...

    def status(self) -> WriterStatus:
        """How it stands, at once."""
        ...

    def know(self, before: Sequence[SetApart], heard: Callable[[SetApart], None]) -> None:
        """What was set apart before this process; `heard` is told what is from now on, on the thread that asked."""
        ...

    def try_again(self) -> int:
        """Let everything be tried again that was set apart, and every file that could not be run; how many."""
        ...

    def stop(self) -> None:
        """End its processes."""
        ...


class NoWriter:
    """In the place of a writer where there is none."""

    def model(self, role: Role) -> str:
        return ""

    def absence(self, role: Role) -> Unwritten:
        return Unwritten(Ending.ABSENT)

    def room(self, role: Role) -> Room:
        raise Unwritten(Ending.ABSENT)

    def measure(self, role: Role, texts: Sequence[str]) -> list[int]:
        raise Unwritten(Ending.ABSENT)

    def write(self, role: Role, wish: Wish, heard: Callable[[str], None] = lambda text: None) -> Written:
        return Written("", Ending.ABSENT)

    def configure(self, options: Options) -> None:
        """There is nothing to be run."""

    def by(self, options: Options) -> Writer:
        return self

    def status(self) -> WriterStatus:
        return WriterStatus()

    def know(self, before: Sequence[SetApart], heard: Callable[[SetApart], None]) -> None:
        """Nothing is asked that could be set apart."""

    def try_again(self) -> int:
        return 0

    def stop(self) -> None:
        """Nothing runs."""
