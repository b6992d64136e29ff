"""Memories as text to be given away: with their source for a person, or as context for a model, in Markdown. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from mnemoteca.core.memory import Memory, Precision

SIGNS_PER_TOKEN = 4  # an estimate: it is another number for each model and language
_FORMATS = {Precision.DAY: "%Y-%m-%d", Precision.MONTH: "%Y-%m", Precision.YEAR: "%Y"}
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Wording:
    """How speaker and source are called where the text is made, and what is said where there is no date."""

    speaker: Callable[[Memory], str]
    source: Callable[[str], str]
    undated: str


@dataclass(frozen=True, slots=True)
class Context:
    """The text, how many memories it holds and how many had no room; `tokens` is an estimate."""

    text: str
    taken: int
    left_out: int
    tokens: int


def tokens_of(length: int) -> int:
    """How many tokens so many characters are, estimated."""
    return -(-length // SIGNS_PER_TOKEN)


def dated(memory: Memory, undated: str) -> str:
    """When it was said, by the clock there, as exactly as it is known: 2026-11-20 18:31."""
    if memory.occurred_at is None or memory.precision is Precision.UNKNOWN:
        return undated
    try:
        local = memory.occurred_at.astimezone(timezone(timedelta(minutes=memory.offset_min)))
    except OverflowError:
        local = memory.occurred_at
    return local.strftime(_FORMATS.get(memory.precision, "%Y-%m-%d %H:%M"))


def with_source(memories: Sequence[Memory], wording: Wording) -> str:
    """Each text with a line below it: who said it, when, in which session, where it came from."""
    return "\n\n".join(f"{each.text.strip()}\n— {', '.join(_parts(each, wording))}" for each in memories)


def as_context(memories: Sequence[Memory], most_tokens: int, wording: Wording) -> Context:
    """Markdown of what fits into so many tokens, in the order of time.

    Room is given in the order of `memories`, so the best come first; one that has no room is left out whole.
    """
    room, taken = most_tokens * SIGNS_PER_TOKEN, list[tuple[Memory, str]]()
    for memory in memories:
        block = _block(memory, wording)
        needed = len(block) + (2 if taken else 0)
        if needed <= room:
            room -= needed
            taken.append((memory, block))
    taken.sort(key=lambda each: (each[0].occurred_at or _LAST, each[0].session, each[0].position, each[0].id))
    text = "\n\n".join(block for _, block in taken)
    return Context(text, len(taken), len(memories) - len(taken), tokens_of(len(text)))


def _block(memory: Memory, wording: Wording) -> str:
    """One memory: who, when and from where in a line, and its text quoted, so that it can't be taken for another."""
    who, *rest = _parts(memory, wording)
    quoted = "\n".join(f"> {line}".rstrip() for line in memory.text.strip().splitlines())
    return f"{' · '.join((f'**{who}**', *rest))}\n\n{quoted}"


def _parts(memory: Memory, wording: Wording) -> tuple[str, ...]:
    parts = (
        wording.speaker(memory),
        dated(memory, wording.undated),
        " ".join(memory.session_title.split()),
        wording.source(memory.source),
    )
    return tuple(part for part in parts if part)
