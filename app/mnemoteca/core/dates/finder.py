"""The dates, times and intervals that a text speaks of, each with its place and its value in ISO 8601.

Pure: when the text was said is passed in; where that isn't known, only what the text alone tells has a value.
What leaves its year, month or week open (“on 15”, “Friday”) is the last one before the text was said; the ends of
intervals are as in decisions/81-dates.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache

from mnemoteca.core.dates.grammar import Said, apply
from mnemoteca.core.dates.lexicon import Lexicon, lexicon_of
from mnemoteca.core.dates.order import DAY_RULES, RULES
from mnemoteca.core.dates.reading import Atom, Reader
from mnemoteca.core.dates.reckoning import day_meant
from mnemoteca.core.dates.values import Clock, Day, Hours, Moment, Span, Stretch, Unvalued
from mnemoteca.core.dates.words_en import ENGLISH
from mnemoteca.core.dates.words_pt import PORTUGUESE
from mnemoteca.core.text import language

# Two moments that have nothing in common: a value that is the same at both doesn't hang on when the text was said.
_SOME_DAY = datetime.fromisoformat("2001-03-07T09:10:11")
_ANOTHER_DAY = datetime.fromisoformat("2015-10-24T17:48:52")
_PARAGRAPHS = re.compile(r"(?<=\n\n)(?!\n)")
# Kinds of atoms that say nothing of a date alone, and those that do so without a value.
_SILENT = frozenset(["one", "few", "turn", "past"])
_SPEAKING = frozenset(["now", "season", "seasonq"])


class DateKind(StrEnum):
    """What was said: a day, a time, both, or an interval of them."""

    DATE = "date"
    TIME = "time"
    MOMENT = "date-time"
    DAYS = "date-interval"
    HOURS = "time-interval"
    STRETCH = "date-time-interval"


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in a text: from where to where (characters), what it is, and its value where it has one.

    The value: `2016-11-07`, `2016-11-07T22:00:00`, `22:00:00`, or two of one kind with `/` between them, `..` for
    an open end.
    """

    start: int
    end: int
    value: str | None
    kind: DateKind


def find_dates(text: str, said_at: datetime | None, *, day_first: bool | None = None) -> tuple[DateFound, ...]:
    """The dates in their order. `said_at` by the clock on the wall; `day_first` reads 4/12/2026 (None: as the
    language has it)."""
    if said_at is not None:
        return _found(text, said_at.replace(tzinfo=None, microsecond=0), day_first)
    other = {(each.start, each.end): each.value for each in _found(text, _ANOTHER_DAY, day_first)}
    return tuple(
        each if other.get((each.start, each.end)) == each.value else replace(each, value=None)
        for each in _found(text, _SOME_DAY, day_first)
    )


def _found(text: str, said_at: datetime, day_first: bool | None) -> tuple[DateFound, ...]:
    """Paragraph by paragraph, as a text may go from one language to the other."""
    said, found, start = Said(said_at), list[DateFound](), 0
    for piece in _PARAGRAPHS.split(text):
        lexicons = _lexicons(piece, text)
        readings = [_read(piece, lexicon, said, day_first) for lexicon in lexicons]
        best, _ = max(readings, key=lambda reading: (sum(each.end - each.start for each in reading[0]), reading[1]))
        found += (replace(each, start=each.start + start, end=each.end + start) for each in best)
        start += len(piece)
    return tuple(found)


def _read(text: str, lexicon: Lexicon, said: Said, day_first: bool | None) -> tuple[list[DateFound], int]:
    """What is found by one lexicon, and how many words of the text it has."""
    atoms = Reader(text, lexicon, lexicon.day_first if day_first is None else day_first).atoms()
    if all(atom.kind in _SILENT or (atom.value is None and atom.kind not in _SPEAKING) for atom in atoms):
        return [], 0
    known = sum(atom.kind != "other" for atom in atoms)
    told = (_told(atom, said) for atom in apply(RULES, atoms, text, said))
    return [each for each in told if each is not None], known


def days_said(text: str, today: date, *, day_first: bool) -> tuple[tuple[int, int, Day], ...]:
    """The single days of a text as they are said: from where to where, and what of the day is told.

    For what is to come: “next Friday” is the next one to come, “Christmas” the coming one. The times of a day are left
    aside, so are stretches of days.
    """
    said, found, start = Said(datetime.combine(today, time()), coming=True), list[tuple[int, int, Day]](), 0
    for piece in _PARAGRAPHS.split(text):
        readings = []
        for lexicon in _lexicons(piece, text):
            atoms = apply(DAY_RULES, Reader(piece, lexicon, day_first).atoms(), piece, said)
            readings.append([(atom.start, atom.end, atom.value) for atom in atoms if isinstance(atom.value, Day)])
        best = max(readings, key=lambda reading: sum(end - begin for begin, end, _ in reading))
        found += ((begin + start, end + start, day) for begin, end, day in best)
        start += len(piece)
    return tuple(found)


@cache
def _english() -> Lexicon:
    return lexicon_of(ENGLISH)


@cache
def _portuguese() -> Lexicon:
    return lexicon_of(PORTUGUESE)


def _lexicons(piece: str, text: str) -> tuple[Lexicon, ...]:
    """That of the language of the piece, else of the text; both where it can't be told."""
    told = language(piece) or language(text)
    if told == "en":
        return (_english(),)
    return (_portuguese(),) if told == "pt" else (_english(), _portuguese())


def _told(atom: Atom, said: Said) -> DateFound | None:
    """What an atom is when all rules are done; None where it is no date."""
    match atom.value:
        case Day() if atom.kind == "day":
            try:
                day = day_meant(atom.value, said.now)
            except (ValueError, OverflowError):  # past the ends of the calendar
                day = None
            return DateFound(atom.start, atom.end, None if day is None else day.isoformat(), DateKind.DATE)
        case Clock() if atom.kind == "clock":
            return DateFound(atom.start, atom.end, _iso(atom.value), DateKind.TIME)
        case Moment():
            return DateFound(atom.start, atom.end, _iso(atom.value.at), DateKind.MOMENT)
        case Span(start, end):
            return DateFound(atom.start, atom.end, _interval(start, end), DateKind.DAYS)
        case Hours(start, end):
            return DateFound(atom.start, atom.end, _interval(start, end), DateKind.HOURS)
        case Stretch(start, end):
            return DateFound(atom.start, atom.end, _interval(start, end), DateKind.STRETCH)
        case Unvalued(kind):
            return DateFound(atom.start, atom.end, None, DateKind.DATE if kind == "date" else DateKind.DAYS)
    return None


def _interval(start: date | Clock | None, end: date | Clock | None) -> str:
    return f"{_iso(start)}/{_iso(end)}"


def _iso(value: date | Clock | None) -> str:
    if value is None:
        return ".."
    if isinstance(value, Clock):
        return time(value.hour, value.minute, value.second).isoformat("seconds")
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value.isoformat()
