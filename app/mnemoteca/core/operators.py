"""What a person types into the search field: words, and operators that narrow them, in English and Portuguese.

from:Ana with:Claude tag:move tier:long in:notes before:2026-03 after:yesterday is:pinned "word for word" -x
de:Ana com:Claude etiqueta:mudança camada:longa em:notas antes:2026-03 depois:ontem é:fixada
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from mnemoteca.core.memory import Tier
from mnemoteca.core.recall import Filters
from mnemoteca.core.text import fold, words


class Operator(StrEnum):
    """What stands before the colon, and its two special kinds."""

    FROM = "from"
    WITH = "with"
    TAG = "tag"
    TIER = "tier"
    BEFORE = "before"
    AFTER = "after"
    IN = "in"
    IS = "is"
    WITHOUT = "without"  # written -x


NAMES: dict[str, Operator] = {  # folded
    **{each.value: each for each in Operator if each is not Operator.WITHOUT},
    "de": Operator.FROM, "com": Operator.WITH, "etiqueta": Operator.TAG, "camada": Operator.TIER,
    "antes": Operator.BEFORE, "depois": Operator.AFTER, "em": Operator.IN, "e": Operator.IS,
}  # fmt: skip
TIERS: dict[str, Tier] = {  # folded
    **{tier.value: tier for tier in Tier},
    "curta": Tier.SHORT, "media": Tier.MEDIUM, "longa": Tier.LONG, "esmaecida": Tier.FADED, "arquivo": Tier.ARCHIVE,
}  # fmt: skip
PINNED = frozenset({"pinned", "fixada", "fixado"})
DAYS_AGO = {"today": 0, "hoje": 0, "yesterday": 1, "ontem": 1}
_VALUE = r'"[^"]*"|“[^”]*”|[^\s"]+'
_PART = re.compile(rf"(?<!\S)(?:(?P<name>[^\W\d_]+):(?P<value>{_VALUE})|-(?P<without>[^\W_][^\s\"]*))(?!\S)")
ANYTHING = Filters()
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Part:
    """One operator as it stands in the text, from `start` to `end`; `value` without its quotes."""

    operator: Operator
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Typed:
    """A question as it was typed: the words that are left, the filters, and the parts that became them."""

    words: str
    filters: Filters = ANYTHING
    parts: tuple[Part, ...] = ()


def read_typed(text: str, now: datetime) -> Typed:
    """Read what was typed; `now` is aware, in the person's zone, and gives days their bounds.

    What looks like an operator and can't be read as one stays among the words.
    """
    filters, parts, left, at = ANYTHING, [], [], 0
    for found in _PART.finditer(text):
        part = _part(found)
        narrowed = None if part is None else _narrowed(filters, part, now)
        if part is None or narrowed is None:
            continue
        filters = narrowed
        parts.append(part)
        left.append(text[at : found.start()])
        at = found.end()
    left.append(text[at:])
    return Typed(" ".join("".join(left).split()), filters, tuple(parts))


def without_part(text: str, part: Part) -> str:
    """The text as it reads without one of its operators."""
    return " ".join((text[: part.start] + " " + text[part.end :]).split())


def _part(found: re.Match[str]) -> Part | None:
    if found["without"] is not None:
        return Part(Operator.WITHOUT, found["without"], *found.span())
    operator = NAMES.get(fold(found["name"]))
    value = found["value"].strip('"“”').strip()
    return Part(operator, value, *found.span()) if operator is not None and value else None


def _narrowed(filters: Filters, part: Part, now: datetime) -> Filters | None:
    """The filters with this part among them; None where its value can't be read."""
    return _READ[part.operator](filters, part.value, now)


def _tier(filters: Filters, value: str, _: datetime) -> Filters | None:
    tier = TIERS.get(fold(value))
    return None if tier is None else replace(filters, tiers=(*filters.tiers, tier))


def _tag(filters: Filters, value: str, _: datetime) -> Filters | None:
    tag = value.removeprefix("#").lower()
    return replace(filters, tags=(*filters.tags, tag)) if re.fullmatch(r"\w[\w/-]{0,99}", tag) else None


def _is(filters: Filters, value: str, _: datetime) -> Filters | None:
    return replace(filters, pinned=True) if fold(value) in PINNED else None


def _before(filters: Filters, value: str, now: datetime) -> Filters | None:
    day = _day(value, now)
    return None if day is None else replace(filters, before=day)


def _after(filters: Filters, value: str, now: datetime) -> Filters | None:
    """From the beginning of the day, month or year on."""
    day = _day(value, now)
    return None if day is None else replace(filters, after=day)


def _without(filters: Filters, value: str, _: datetime) -> Filters | None:
    found = words(value)
    return replace(filters, without=(*filters.without, *found)) if found else None


def _day(value: str, now: datetime) -> datetime | None:
    """The first moment, in UTC, of a day, month or year in the person's zone."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if (ago := DAYS_AGO.get(fold(value))) is not None:
        return (midnight - timedelta(days=ago)).astimezone(UTC)
    found = _DATE.fullmatch(value)
    if found is None:
        return None
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        return midnight.replace(year=year, month=month, day=day).astimezone(UTC)
    except (ValueError, OverflowError):  # no such day, or at the edge of what there is
        return None


_READ: dict[Operator, Callable[[Filters, str, datetime], Filters | None]] = {
    Operator.FROM: lambda filters, value, _: replace(filters, speaker=value),
    Operator.WITH: lambda filters, value, _: replace(filters, beside=value),
    Operator.IN: lambda filters, value, _: replace(filters, source=value),
    Operator.TAG: _tag,
    Operator.TIER: _tier,
    Operator.IS: _is,
    Operator.BEFORE: _before,
    Operator.AFTER: _after,
    Operator.WITHOUT: _without,
}
