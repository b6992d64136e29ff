"""A question that goes on from the one before it: what is to be searched for, and what is kept in mind. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from mnemoteca.core.answers import Asking
from mnemoteca.core.stems import STOP_WORDS
from mnemoteca.core.text import fold, words, words_at

MOST_KEPT = 6  # questions of a conversation that are kept in mind
_POINTING_WORDS = """it its he him his she her hers they them their theirs this these those there then ones same
ele ela eles elas dele dela deles delas nele nela isso isto aquilo disso disto esse essa este esta desse dessa la ali
mesmo mesma"""
_POINTING = frozenset(_POINTING_WORDS.split())
_GOING_ON = ("and", "but", "so", "what about", "how about", "e", "mas", "e quanto", "entao")


def searched_for(question: str, before: Sequence[Asking]) -> str:
    """The question itself; where it only goes on from the one before, with the telling words of that one."""
    if not before or not _goes_on(question):
        return question
    own = set(words(question))
    told = before[-1].searched
    more = [told[word.start : word.end] for word in words_at(told) if word.text not in STOP_WORDS | own]
    return " ".join([question, *dict.fromkeys(more)])


def _goes_on(question: str) -> bool:
    """Whether it says too little by itself, or points at something said before."""
    said = words(question)
    telling = [word for word in said if word not in STOP_WORDS]
    begins = fold(question).lstrip()
    return (
        len(telling) <= 1
        or not _POINTING.isdisjoint(said)
        or any(begins.startswith(f"{start} ") for start in _GOING_ON)
    )


def kept_in_mind(before: Sequence[Asking], new: Asking) -> tuple[Asking, ...]:
    """The last of a conversation, the newest at the end."""
    return (*before, new)[-MOST_KEPT:]
