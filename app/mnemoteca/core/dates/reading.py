"""From a text to its atoms: the words and figures that may be part of a date, each with its kind and value.

What can be no part of a date is one atom of the kind “other”, however long. Code, addresses and links are “other”, so
are amounts of money, decimals, percents and numbers that are glued to letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from mnemoteca.core.dates.lexicon import Entry, Lexicon
from mnemoteca.core.dates.reckoning import full_year, made
from mnemoteca.core.dates.values import Clock, Day, Moment, Months, Number, Ordinal, Pair, Unvalued, Year
from mnemoteca.core.text import fold

YEARS = range(1500, 2200)
_MASKED = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`|https?://\S+|www\.\S+|\[\[[^\[\]\n]*\]\]|\S+@\w+\.\w\S*", re.DOTALL)
_TOKEN = re.compile(
    r"""
    (?P<iso>(?<!\d)\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:[Zz]|[+-]\d\d:?\d\d)?(?!\d))
    |(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?!\d))
    |(?P<full>\d{1,4}(?P<mark1>[-/.])\d{1,2}(?P=mark1)\d{1,4}(?!\d))
    |(?P<chain>(?<![\w-])\d+(?:-\d+){2,})
    |(?P<month>(?<![\w/-])(?:\d{4}[-/]\d{1,2}|\d{1,2}[-/]\d{4})(?!\d|[/-]\w))
    |(?P<short>(?<![\d/])\d{1,2}/\d{1,2}(?!\d|/\d))
    |(?P<hm>(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?!\d|:\d))
    |(?P<dec>\d+[.,]\d+(?:[.,]\d+)*)
    |(?P<num>\d+)
    |(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)
    |(?P<break>\s*\n\s*\n\s*|\s*\n\s*[-*#>|]\s)
    |(?P<sign>\S)
    """,
    re.VERBOSE,
)
_SIGNS = {
    ",": "comma", "-": "dash", "–": "dash", "—": "dash", "~": "dash", "/": "slash", ".": "dot", ":": "colon",
    "'": "apos", "’": "apos", "‘": "apos", ")": "paren", "!": "stop", "?": "stop", ";": "stop",
}  # fmt: skip
_FRACTIONS = frozenset({"1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "24/7", "9/10", "10/10", "9/11", "7/7", "50/50"})
_SUFFIXES = frozenset(["st", "nd", "rd", "th", "o", "a", "os", "as", "º", "ª"])
_GLUED = frozenset(["mon", "monq", "mer", "unit", "hh", "eh", "s", "ish", "q", "frac"])
_MONEY = re.compile(r"(?:[$€£¥#§]|R\$|\bn[º°]|\bn\.\s?[º°])\s?$", re.IGNORECASE)
_MEASURE = re.compile(r"\s?[%‰°$€£¥]|º\s?[CF]\b")
_ASSIGNED = re.compile(r"\w\s?=\s?$")
_ENDED = re.compile(r"[\d.,/:-]*\d")


class Atom(NamedTuple):
    """A part of a text: its kind, its value, and from where to where it stands."""

    kind: str
    value: object
    start: int
    end: int


class Token(NamedTuple):
    kind: str
    text: str  # folded
    start: int
    end: int


@dataclass(slots=True)
class Reader:
    """Reads one text by one lexicon."""

    text: str
    lexicon: Lexicon
    day_first: bool

    def atoms(self) -> list[Atom]:
        tokens = tokens_of(self.text)
        found: list[Atom] = []
        at = 0
        while at < len(tokens):
            atom, at = self._next(tokens, at)
            if atom.kind == "other" and found and found[-1].kind == "other":
                atom = Atom("other", None, found.pop().start, atom.end)
            found.append(atom)
        return found

    def _next(self, tokens: list[Token], at: int) -> tuple[Atom, int]:
        token = tokens[at]
        if token.kind in ("word", "sign"):
            entry, after = self._entry(tokens, at)
            if entry is None and token.text.endswith("'s"):  # “Friday's”
                entry = self.lexicon.words.get(token.text[:-2])
                if entry is not None and entry[0] in ("unit", "offs", "parted", "wd", "mon"):
                    return Atom(entry[0], entry[1], token.start, token.end - 2), after
                entry = None
            if entry is None:
                kind = _SIGNS.get(token.text, "other") if token.kind == "sign" else "other"
                return Atom(kind, None, token.start, token.end), at + 1
            if token.text in self.lexicon.numbers_too and self._after_day(tokens, at):
                entry = self.lexicon.numbers_too[token.text]
            if entry[0] in ("num", "ord") and after == at + 1:
                return self._worded(tokens, at)
            if entry[0] in ("mon", "monq", "wdq") and token.end > token.start:
                entry = self._surely(entry, tokens, at)
            return Atom(entry[0], entry[1], token.start, tokens[after - 1].end), after
        if token.kind == "break":
            return Atom("other", None, token.start, token.end), at + 1
        return self._figure(tokens, at)

    def _after_day(self, tokens: list[Token], at: int) -> bool:
        """Whether the word is a month here: “25 de dez”, “25/dez”, “Dez/2020”."""
        before, after = tokens[max(0, at - 2) : at], tokens[at + 1 : at + 2]
        joined = len(before) == 2 and before[1].text in ("de", "/", "-") and before[0].text.isdigit()
        joined = joined or (bool(before) and before[-1].text.isdigit())
        return joined or (bool(after) and after[0].text == "/")

    def _surely(self, entry: Entry, tokens: list[Token], at: int) -> Entry:
        """A short name of a day or month that is written as a name is less doubtful."""
        token, after = tokens[at], tokens[at + 1 : at + 2]
        written = self.text[token.start : token.end]
        if self.lexicon.day_first and entry[0] == "monq":  # Portuguese writes months small; “marco” is no month
            return ("mon", entry[1]) if "ç" in written.lower() else entry
        sure = written[0].isupper() or (entry[0] == "monq" and bool(after) and after[0].kind == "num")
        return (entry[0] + "cap", entry[1]) if entry[0][-1] == "q" and sure else entry

    def _entry(self, tokens: list[Token], at: int) -> tuple[Entry | None, int]:
        for phrase, entry in self.lexicon.phrases.get(tokens[at].text, ()):
            if tuple(token.text for token in tokens[at : at + len(phrase)]) == phrase:
                return entry, at + len(phrase)
        return self.lexicon.words.get(tokens[at].text), at + 1

    # -- numbers in words

    def _worded(self, tokens: list[Token], at: int) -> tuple[Atom, int]:
        """The longest number in words from here on: “twenty-first”, “dois mil e dezoito”."""
        first, total, last, end, ordinal = tokens[at], 0, 0, at, False
        current = 0
        while end < len(tokens) and not ordinal:
            step = end
            if end > at and self._joins(tokens, end, last):
                step = end + 1
            number = self._number_word(tokens, step)
            if number is None or (end > at and not _fits(last, number)):
                break
            ordinal = isinstance(number, Ordinal)
            n = number.n
            if n == 1000:
                total, current, last = total + (current or 1) * 1000, 0, 1000
            elif n == 100 and current:
                current, last = current * 100, 100
            else:
                current, last = current + n, n
            if ordinal and n >= 10:
                ordinal = not isinstance(self._number_word(tokens, step + 1), Ordinal)
            end = step + 1
        return _worded_atom(total + current, ordinal, first.start, tokens[end - 1].end), end

    def _joins(self, tokens: list[Token], at: int, last: int) -> bool:
        """Whether an “and” or a hyphen stands here inside a number in words."""
        if tokens[at].text == "-":
            return 20 <= last < 100 and tokens[at].start == tokens[at - 1].end
        return tokens[at].text == self.lexicon.number_and and (last >= 100 or self.lexicon.number_and == "e")

    def _number_word(self, tokens: list[Token], at: int) -> Number | Ordinal | None:
        if at >= len(tokens) or tokens[at].kind != "word":
            return None
        value = self.lexicon.words.get(tokens[at].text, ("", None))[1]
        return value if isinstance(value, Number | Ordinal) and tokens[at].text not in ("a", "an", "another") else None

    # -- numbers in figures

    def _figure(self, tokens: list[Token], at: int) -> tuple[Atom, int]:
        token = tokens[at]
        if token.kind in ("figure", "chain") or not self._stands_alone(tokens, at):
            return self._nothing(tokens, at)
        written = self.text[token.start : token.end]
        if token.kind == "num" and at + 1 < len(tokens):
            after = tokens[at + 1]
            if after.start == token.end and after.text in _SUFFIXES and len(written) < 3:
                return Atom("ord", Ordinal(int(written), written), token.start, after.end), at + 2
        if token.kind in ("num", "hm") and at + 1 < len(tokens):
            after = tokens[at + 1]
            if after.start == token.end and after.text in ("a", "p") and self.text[after.end : after.end + 2] != ".m":
                self._meridiem(tokens, at + 1)
        kind, value = self._value(token.kind, written)
        if kind == "other":
            return self._nothing(tokens, at)
        return Atom(kind, value, token.start, token.end), at + 1

    def _meridiem(self, tokens: list[Token], at: int) -> None:
        tokens[at] = tokens[at]._replace(text=tokens[at].text + "m")

    def _value(self, kind: str, written: str) -> Entry:
        if kind == "iso":
            return _iso(written)
        if kind == "full":
            return self._full(written)
        if kind == "month":
            return _month(written)
        if kind == "short":
            first, second = map(int, written.split("/"))
            day = self._ordered(first, second)
            return ("mdq" if written in _FRACTIONS else "md", day) if day else ("other", None)
        if kind == "hm":
            hour, minute, second = (*map(int, written.split(":")), 0)[:3]
            if hour > 24 or minute > 59 or second > 59:
                return "other", None
            return "hm", Clock(hour % 24, minute, second, hour > 12 or written.startswith("00"))
        if kind == "dec":
            parts = re.split(r"[.,]", written)
            if len(parts) == 2 and len(parts[0]) < 3 and len(parts[1]) == 1:
                return "decimal", Pair(int(parts[0]), int(parts[1]))
            fits = len(parts) == 2 and len(parts[0]) < 3 and len(parts[1]) == 2 and "." in written
            return ("dec", Pair(int(parts[0]), int(parts[1]))) if fits else ("other", None)
        return _number(written)

    def _stands_alone(self, tokens: list[Token], at: int) -> bool:
        """Whether the figure is no part of a name, an amount of money or a measure."""
        token, text = tokens[at], self.text
        if _MONEY.search(text[max(0, token.start - 4) : token.start]) or _MEASURE.match(text, token.end):
            return False
        if token.start and (
            text[token.start - 1].isalpha()
            or text[token.start - 1] in "_\\@+/"
            or _ASSIGNED.search(text[: token.start][-4:])
        ):
            if tokens[at - 1].end != token.start or not self._may_glue(tokens, at - 1):
                return False
        if at + 1 < len(tokens) and tokens[at + 1].start == token.end:
            after = tokens[at + 1]
            if after.kind == "word" and after.text not in _SUFFIXES | {"a", "p", "t"}:
                return self._may_glue(tokens, at + 1)
            if after.text in ("_", "\\", "@", "=") or (after.text == "/" and token.kind != "num"):
                return False
        return self._hyphens_fit(tokens, at)

    def _hyphens_fit(self, tokens: list[Token], at: int) -> bool:
        """“q1-2019” and “3-day” may be part of a date, “ABC-12345” and “GPT-4” aren't."""
        for step in (-1, 1):
            if at + 2 * step not in range(len(tokens)) or tokens[at + step].text != "-":
                continue
            word = tokens[at + 2 * step]
            tight = tokens[at + step].start == tokens[at].end if step > 0 else tokens[at + step].end == tokens[at].start
            glued = word.start == tokens[at + step].end if step > 0 else word.end == tokens[at + step].start
            if tight and glued and word.kind == "word" and self._entry(tokens, at + 2 * step)[0] is None:
                return False
        return True

    def _may_glue(self, tokens: list[Token], at: int) -> bool:
        if tokens[at].text == "/":  # a path, or “2019/aug/01”
            before = tokens[at - 1] if at else tokens[at]
            tight = before.end == tokens[at].start
            return before.kind == "num" or (tight and before.kind == "word" and self._may_glue(tokens, at - 1))
        entry, _ = self._entry(tokens, at)
        return (entry is not None and (entry[0] in _GLUED)) or tokens[at].text in ("h", "t", "q")

    def _nothing(self, tokens: list[Token], at: int) -> tuple[Atom, int]:
        """The figure and all that hangs on it is no part of a date."""
        ended = _ENDED.match(self.text, tokens[at].start)
        end = max(tokens[at].end, ended.end() if ended else 0)
        after = at
        while after < len(tokens) and tokens[after].start < end:
            after += 1
        return Atom("other", None, tokens[at].start, max(end, tokens[after - 1].end)), after

    def _full(self, written: str) -> Entry:
        """“2016-11-07”, “21.4.2016”, “9-18-15”."""
        mark = next(each for each in written if not each.isdigit())
        first, second, third = written.split(mark)
        if len(first) == 4:
            return _dated(int(first), int(second), int(third)) if len(third) < 3 else ("other", None)
        if len(first) > 2 or len(third) not in (2, 4) or (mark == "." and len(third) == 2):
            return "other", None
        day = self._ordered(int(first), int(second), day_first=self.day_first or mark == ".")
        return _dated(full_year(int(third)), day.month or 0, day.day or 0) if day else ("other", None)

    def _ordered(self, first: int, second: int, day_first: bool | None = None) -> Day | None:
        """Day and month in the usual order of the language; in the other one where only that can be."""
        months_first = not (self.day_first if day_first is None else day_first)
        pair = (first, second) if months_first else (second, first)
        for month, day in (pair, pair[::-1]):
            if 1 <= month <= 12 and 1 <= day <= 31:
                return Day(None, month, day)
        return None


def tokens_of(text: str) -> list[Token]:
    bare = _MASKED.sub(lambda masked: "\0" * len(masked[0]), text)
    return [
        Token(each.lastgroup or "", fold(each[0]).replace("’", "'") if each.lastgroup == "word" else each[0],
              each.start(), each.end())
        for each in _TOKEN.finditer(bare)
    ]  # fmt: skip


def _fits(last: int, number: Number | Ordinal) -> bool:
    """Whether a number word can follow another one inside one number."""
    n = number.n
    if n in (100, 1000):
        return isinstance(number, Number) and 0 < last < 100
    if last == 1000:
        return n < 1000
    if last >= 100:
        return n < 100
    return (last >= 20 or (last == 10 and isinstance(number, Ordinal))) and 0 < n < 10


def _worded_atom(n: int, ordinal: bool, start: int, end: int) -> Atom:
    if ordinal:
        return Atom("ord", Ordinal(n), start, end)
    if n in YEARS:
        return Atom("year", Year(n), start, end)
    return Atom("num", Number(n), start, end)


def _number(written: str) -> Entry:
    if len(written) == 8 and int(written[:4]) in YEARS:  # “20161016”
        return _dated(int(written[:4]), int(written[4:6]), int(written[6:]))
    if len(written) > 4:
        return "other", None
    if len(written) == 4 and int(written) in YEARS:
        return "year", Year(int(written))
    return "num", Number(int(written), written)


def _iso(written: str) -> Entry:
    try:
        at = datetime.fromisoformat(written.upper().replace(",", "."))
    except ValueError:
        return "other", None
    return "moment", Moment(at.replace(tzinfo=None, microsecond=0))


def _dated(year: int, month: int, day: int) -> Entry:
    if not (1 <= month <= 12 and 1 <= day <= 31 and year >= 1000):
        return "other", None
    return ("day", Day(year, month, day)) if made(year, month, day) else ("unvalued", Unvalued("date"))


def _month(written: str) -> Entry:
    first, second = map(int, re.split(r"[-/]", written))
    year, month = (first, second) if first > 31 else (second, first)
    return ("months", Months(month, year)) if 1 <= month <= 12 and year in YEARS else ("other", None)
