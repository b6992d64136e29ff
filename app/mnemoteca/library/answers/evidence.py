"""What an answer may rest on: of each good hit the part that says most about the question, numbered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mnemoteca.core.answers import Passage
from mnemoteca.core.memory import ROW_TEXT, Memory, State
from mnemoteca.core.quoting import asked_for, best_part, widened
from mnemoteca.core.recall import Hit
from mnemoteca.library.capture import INFERRED

LOOKED_THROUGH = 64_000  # characters of a memory in which the part is looked for


def sound(hits: Sequence[Hit]) -> list[Hit]:
    """Those of the hits that an answer may rest on."""
    return [hit for hit in hits if not hit.weak and hit.memory.kind != INFERRED]


def passages(question: str, found: Sequence[Memory], at_most: int, around: bool = False) -> tuple[Passage, ...]:
    """The part of each memory that holds most of the question's words, at most so many characters; numbered from 1.

    With what stands `around` it, the part is as long as may be.
    """
    asked = asked_for(question)
    made: list[Passage] = []
    for memory in found:
        start, end = best_part(memory.text, asked, at_most)
        if around:
            start, end = widened(memory.text, start, end, at_most)
        if end > start and memory.state is State.ACTIVE:  # it may have been forgotten just now
            row = replace(memory, text=memory.text[:ROW_TEXT])
            made.append(Passage(len(made) + 1, row, memory.text[start:end], start, end))
    return tuple(made)
