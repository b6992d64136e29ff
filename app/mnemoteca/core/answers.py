"""An answer: what it says, sentence by sentence, and the memories that each sentence rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mnemoteca.core.memory import Memory


class AnswerKind(StrEnum):
    """Who worded an answer.

    WRITTEN: a model, from passages that were found. QUOTED: nobody, it is the passages themselves, word for word.
    NOTHING: nothing was found, and no model was asked.
    """

    WRITTEN = "written"
    QUOTED = "quoted"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a memory, word for word: characters `start` to `end` of its whole text; `number` counts from 1."""

    number: int
    memory: Memory
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stated:
    """One sentence of an answer, or one quote, with the numbers of the passages that it rests on; never none."""

    text: str
    rests_on: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question.

    `searched` is what was searched for, which is more than the question where that one only goes on from another.
    `without_model` tells why no model worded it: “absent”, or how its writing ended (`core.writing.Ending`) with
    `reason` in words; "" where one did, or nothing was found. `dropped` counts sentences that rested on nothing.
    `ms` is all of the time, `first_ms` until the first word; `tokens` are those written by the model.
    """

    question: str
    kind: AnswerKind
    stated: tuple[Stated, ...] = ()
    passages: tuple[Passage, ...] = ()
    searched: str = ""
    model: str = ""
    without_model: str = ""
    reason: str = ""
    dropped: int = 0
    ms: float = 0.0
    first_ms: float = 0.0
    tokens: int = 0
    partial: bool = False
    missing: int = 0
    without_meaning: str = ""

    @property
    def text(self) -> str:
        """The sentences in their order."""
        return " ".join(each.text for each in self.stated)


@dataclass(frozen=True, slots=True)
class Asking:
    """A question and the answer that came: what a question that follows is read against."""

    question: str
    searched: str
    answer: str
