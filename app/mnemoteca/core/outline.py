"""The outline of a session: the days it went over, what the person asked, the headings of its texts; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mnemoteca.core.memory import Role
from mnemoteca.core.when import local_day

MOST_ENTRIES = 5_000
LONGEST = 120  # characters of an entry
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(\S.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(?:```|~~~).*?(?:^ {0,3}(?:```|~~~)[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_MARKS = re.compile(r"[*_`]+|!?\[([^\]\n]*)\]\([^)\n]*\)")


class Sort(StrEnum):
    """What an entry of the outline is."""

    DAY = "day"
    QUESTION = "question"  # what the person said to somebody who answers, or noted down
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Turn:
    """What of a turn the outline is made of, and its place on the path that is read."""

    id: int
    at: int
    role: Role
    text: str
    said_at: datetime | None = None
    offset_min: int = 0


@dataclass(frozen=True, slots=True)
class Point:
    """An entry: the turn it stands in, the characters of its text, and how deep it stands; a day has no text."""

    id: int
    at: int
    sort: Sort
    text: str = ""
    depth: int = 0
    span: tuple[int, int] = (0, 0)
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """The entries of a session in its order; `more`: there are more than are told."""

    session: int
    points: tuple[Point, ...] = ()
    more: bool = False


def points_of(turns: Iterable[Turn]) -> Iterator[Point]:
    """The entries of these turns. Where nobody answers (people among themselves), what each says is no question."""
    told = tuple(turns)
    answered = any(turn.role is Role.ASSISTANT for turn in told)
    days = {_day(turn) for turn in told} - {None}
    last: date | None = None
    depth = 1 if len(days) > 1 else 0
    for turn in told:
        day = _day(turn)
        if len(days) > 1 and day is not None and day != last:
            yield Point(turn.id, turn.at, Sort.DAY, day=day)
            last = day
        if turn.role is Role.NOTE or (turn.role is Role.USER and answered):
            if first := _first_line(turn.text):
                yield Point(turn.id, turn.at, Sort.QUESTION, first, depth)
        elif turn.role is not Role.TOOL:
            under = depth + (1 if answered and turn.role is Role.ASSISTANT else 0)
            yield from _headings(turn, under)


def _day(turn: Turn) -> date | None:
    return None if turn.said_at is None else local_day(turn.said_at, turn.offset_min)


def _first_line(text: str) -> str:
    """The first line that says something."""
    return next((told for line in text.splitlines() if (told := _bare(line.lstrip("#>-+ \t")))), "")


def _headings(turn: Turn, under: int) -> Iterator[Point]:
    if "#" not in turn.text:
        return
    text = _FENCE.sub(lambda code: " " * len(code[0]), turn.text)
    found = [(match, len(match[1])) for match in _HEADING.finditer(text)]
    highest = min((level for _, level in found), default=1)
    for match, level in found:
        if told := _bare(match[2]):
            yield Point(turn.id, turn.at, Sort.HEADING, told, under + level - highest, match.span(2))


def _bare(line: str) -> str:
    told = " ".join(_MARKS.sub(lambda mark: mark[1] or "", line).split())
    return told if len(told) <= LONGEST else told[: LONGEST - 1].rstrip() + "…"
