"""What could stand after an operator in the search field: values that fit what is typed so far. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mnemoteca.core.operators import NAMES, Operator
from mnemoteca.core.text import fold

MOST = 8
MONTHS, YEARS = 12, 5  # so far back are months and years offered
_OPEN = re.compile(r"(?:^|(?<=\s))(?P<name>[^\W\d_]+):(?P<value>\"[^\"]*|“[^”]*|[^\s\"“]*)$")
_TIERS = {False: ("short", "medium", "long", "faded", "archive"),
          True: ("curta", "média", "longa", "esmaecida", "arquivo")}  # fmt: skip
_DAYS = {False: ("today", "yesterday"), True: ("hoje", "ontem")}
_PINNED = {False: ("pinned",), True: ("fixada",)}
_ENGLISH = frozenset(str(each) for each in Operator)


@dataclass(frozen=True, slots=True)
class Known:
    """What there is in a space: who speaks, tags, where things came from; what is there most comes first."""

    speakers: Sequence[str] = ()
    tags: Sequence[str] = ()
    sources: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value, and the characters from `start` to `end` of what is typed that it takes the place of."""

    value: str
    start: int
    end: int

    def taken(self, text: str) -> tuple[str, int]:
        """The text with the value in it, and where one goes on to type."""
        quoted = f'"{self.value}"' if re.search(r"\s", self.value) else self.value
        rest = text[self.end :].lstrip()
        head = text[: self.start] + quoted + " "
        return head + rest, len(head)


def suggested(text: str, cursor: int, known: Known, today: date) -> tuple[Suggestion, ...]:
    """The values that fit the operator at the cursor, at most eight; none where nothing is left to be completed."""
    found = _OPEN.search(text[:cursor])
    operator = NAMES.get(fold(found["name"])) if found is not None else None
    if found is None or operator is None:
        return ()
    portuguese = fold(found["name"]) not in _ENGLISH
    typed = fold(found["value"].lstrip('"“#'))
    rest = re.match(r"[^\s\"”]*[\"”]?", text[cursor:])  # what stands of the value behind the cursor
    end = cursor + (rest.end() if rest is not None else 0)
    fits = [value for value in _values(operator, known, today, portuguese=portuguese) if _begins(typed, value)]
    if [fold(value) for value in fits] == [typed]:
        return ()
    return tuple(Suggestion(value, found.start("value"), end) for value in fits[:MOST])


def _begins(typed: str, value: str) -> bool:
    """Whether the value, or a word of it, begins so."""
    folded = fold(value)
    return folded.startswith(typed) or any(word.startswith(typed) for word in re.split(r"[\s/_-]+", folded))


def _values(operator: Operator, known: Known, today: date, *, portuguese: bool) -> Sequence[str]:
    match operator:
        case Operator.FROM | Operator.WITH:
            return known.speakers
        case Operator.TAG:
            return known.tags
        case Operator.IN:
            return known.sources
        case Operator.TIER:
            return _TIERS[portuguese]
        case Operator.IS:
            return _PINNED[portuguese]
        case Operator.BEFORE | Operator.AFTER:
            return (*_DAYS[portuguese], *_months(today), *(str(today.year - n) for n in range(YEARS)))
        case _:
            return ()


def _months(today: date) -> Iterator[str]:
    """This month and those before it: 2026-11."""
    for n in range(MONTHS):
        year, month = divmod(today.year * 12 + today.month - 1 - n, 12)
        yield f"{year}-{month + 1:02}"
