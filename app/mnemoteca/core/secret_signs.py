"""Whether a secret may stand in a text at all: asked of many texts at once, most of which nobody has to look at again.

The texts are put together and gone through as one row of bytes, a byte a character; what is found there is looked at
in its own text. A sign may be seen where there is no secret, and none is missed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

import numpy as np

from mnemoteca.core.needles import FOREIGN, Needles
from mnemoteca.core.secret_rules import NAME_END, NAMED, RULES, SIGN

LONG = 16  # characters of a word that may be a secret
_CARD_DIGITS = 13
_CARD_SPAN = 22  # characters that so many digits of a card take at most, with what stands between them
_APART = tuple(sorted({needle for rule in RULES for needle in rule.needles if rule.apart}))
_INSIDE = tuple(sorted({needle for rule in RULES for needle in rule.needles if not rule.apart}))
_APART_WRITTEN, _INSIDE_WRITTEN = (tuple(map(str.encode, needles)) for needles in (_APART, _INSIDE))
_LONGEST_NAMED = max(map(len, NAMED))
_IN_TEXTS, _IN_WORDS = Needles(_APART, any_case=NAMED), Needles(_INSIDE)


@dataclass(slots=True)
class Signs:
    """What was seen in a text: needles of rules, a name that has a value, as many digits as a card has."""

    needles: set[str] = field(default_factory=set)
    named: bool = False
    cards: bool = False


def signs_of(text: str) -> Signs:
    """Of one text, of which names and cards are not looked for: that takes as long as finding them."""
    here = {needle for needle in _APART if needle in text}
    if long := "\n".join([word for word in text.split() if len(word) >= LONG]):
        here |= {needle for needle in _INSIDE if needle in long}
    return Signs(here, named=True, cards=True)


def signs_in(texts: Sequence[str]) -> Mapping[int, Signs]:
    """Of those of these texts in which there are any, by their numbers."""
    found: defaultdict[int, Signs] = defaultdict(Signs)
    joined = "\n".join(texts)
    row = joined.encode("latin-1", "replace")
    starts = list(accumulate((len(text) + 1 for text in texts[:-1]), initial=0))

    def text_at(at: int) -> int:
        return bisect_right(starts, at) - 1

    for at in _IN_TEXTS.places(row):
        if row.startswith(_APART_WRITTEN, at):
            found[text_at(at)].needles |= {needle for needle in _APART if joined.startswith(needle, at)}
        if joined[at : at + _LONGEST_NAMED].lower().startswith(NAMED) and _has_value(joined, at):
            found[text_at(at)].named = True
    for at, needle in _in_long_words(row):
        found[text_at(at)].needles.add(needle)
    for at in _card_beginnings(row):
        found[text_at(at)].cards = True
    return found


def _has_value(text: str, at: int) -> bool:
    """Whether the name in the midst of which a word stands is given a value."""
    ended = NAME_END.match(text, at)
    return ended is not None and SIGN.match(text, ended.end()) is not None


def _in_long_words(row: bytes) -> Iterator[tuple[int, str]]:
    """The needles that stand in long words, and where these begin; a blank that is none of ASCII belongs to a word."""
    codes = np.frombuffer(row, np.uint8)
    run = (codes != 32) & (codes - 9 > 4)
    length = 1
    while length < LONG:
        run, length = run[: max(0, len(run) - length)] & run[length:], 2 * length
    inside = np.flatnonzero(run)
    if not len(inside):
        return
    breaks = np.flatnonzero(np.diff(inside, prepend=-2) != 1)
    begins = inside[breaks].tolist()
    ends = (inside[np.append(breaks[1:], len(inside)) - 1] + LONG).tolist()
    words = b"\n".join([row[begin:end] for begin, end in zip(begins, ends, strict=True)])
    at = list(accumulate((end - begin + 1 for begin, end in zip(begins, ends, strict=True)), initial=0))
    for place in _IN_WORDS.places(words):
        if words.startswith(_INSIDE_WRITTEN, place):
            begin = begins[bisect_right(at, place) - 1]
            yield from ((begin, needle) for needle in _INSIDE if words.startswith(needle.encode(), place))


def _card_beginnings(row: bytes) -> list[int]:
    """Where as many digits as a card has begin."""
    codes = np.frombuffer(row, np.uint8)
    at = np.flatnonzero((codes - 48 <= 9) | (codes == ord(FOREIGN)))
    if len(at) < _CARD_DIGITS:
        return []
    firsts, lasts = at[: 1 - _CARD_DIGITS], at[_CARD_DIGITS - 1 :]
    begins: list[int] = firsts[(lasts - firsts < _CARD_SPAN) & (codes[firsts] - 50 <= 4)].tolist()
    return begins
