"""A lexicon: what words and phrases of a language stand for as parts of a date; made from plain tables.

A phrase is written with `_` for its blanks. Words are folded (lower case, without accents).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mnemoteca.core.dates.values import MonthName, Number, Ordinal, Weekday

TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|\S")
Entry = tuple[str, object]  # the name of a kind of atom, its value


@dataclass(frozen=True, slots=True)
class Tables:
    """What a language has: words by kind; values by word; days of the week and months in their order.

    `doubtful` are words that mean a day or month only next to something that says so (“may”, “sun”, “segunda”).
    """

    plain: Mapping[str, str]
    valued: Mapping[str, Mapping[str, object]]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    doubtful: frozenset[str]
    cardinals: Mapping[int, str]
    ordinals: Mapping[int, str]
    number_and: str
    day_first: bool


@dataclass(slots=True)
class Lexicon:
    """Single words, and phrases by their first word, the longest first."""

    day_first: bool
    number_and: str
    words: dict[str, Entry] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=dict)
    numbers_too: dict[str, Entry] = field(default_factory=dict)  # months that are numbers, too: “dez”


def lexicon_of(tables: Tables) -> Lexicon:
    made = Lexicon(tables.day_first, tables.number_and)
    for kind, words in sorted(tables.plain.items(), key=lambda each: each[0] != "fn"):  # the others overrule it
        for word in words.split():
            _put(made, word, (kind, None))
    for number, words in tables.cardinals.items():
        for word in words.split():
            _put(made, word, ("num", Number(number)))
    for number, words in tables.ordinals.items():
        for word in words.split():
            _put(made, word, ("ord", Ordinal(number)))
    for kind, values in tables.valued.items():
        for words, value in values.items():
            for word in words.split():
                _put(made, word, (kind, value))
    for kind, rows, value_of in (("wd", tables.weekdays, Weekday), ("mon", tables.months, MonthName)):
        for n, row in enumerate(rows):
            for word in row.split():
                value = value_of(n if kind == "wd" else n + 1)
                if kind == "mon" and word in made.words and made.words[word][0] == "num":
                    made.numbers_too[word] = ("monq", value)
                else:
                    _put(made, word, (kind + "q" if word in tables.doubtful else kind, value))
    for n, row in enumerate(tables.weekdays):
        for word in row.split():
            if len(word) > 5 and "-" not in word and "_" not in word:  # “Fridays”, “segundas”
                made.words.setdefault(word + "s", ("wdplural", Weekday(n)))
    for each in made.phrases.values():
        each.sort(key=lambda phrase: -len(phrase[0]))
    return made


def _put(lexicon: Lexicon, phrase: str, entry: Entry) -> None:
    words = tuple(TOKEN.findall(phrase.replace("_", " ")))
    if len(words) == 1:
        lexicon.words[words[0]] = entry
    else:
        lexicon.phrases.setdefault(words[0], []).append((words, entry))
