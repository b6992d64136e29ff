"""Rules that put neighbouring atoms together, and how they are applied.

A rule is a pattern over kinds of atoms and a function that makes a value of what it matched; the value takes the place
of the atoms. Rules come one after the other, each over the whole text, so a later one builds on what earlier ones made.
A pattern is written with the names of kinds in place of letters: `month comma? year`. It is matched against a text in
which each atom is one sign, by the engine for regular expressions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import TypeVar

from mnemoteca.core.dates import values
from mnemoteca.core.dates.reading import Atom

T = TypeVar("T")
_KIND_OF: dict[type, str] = {
    values.Clock: "clock", values.Day: "day", values.Months: "months", values.Span: "span", values.Hours: "hours",
    values.Moment: "moment", values.Stretch: "stretch", values.Unvalued: "unvalued", values.Amount: "amount",
    values.Turned: "turned", values.Year: "year", values.Weekday: "wd", values.Ordinal: "ord", values.Number: "num",
    values.Part: "part",
}  # fmt: skip
CLASSES = {  # names in patterns that stand for one of several kinds
    "in": "em na",
    "weekday": "wd wdq wdqcap",
    "monthname": "mon monq monqcap",
    "named": "mon monqcap",
    "turning": "turn past",
    "number": "num ord",
    "period": "unit dia",
    "mark": "dot dash slash comma",
    "until": "to till dash a as aos",
    "origin": "from between of since at as",
    "anchor": "day span months",
    "yearly": "year turned",
    "hourly": "hh eh",
    "seasonal": "season seasonq",
    "bound": "day months year span turned moment stretch unvalued",
    "edge": "day moment months year span stretch hours clock turned",
}
PHRASES = {  # names in patterns that stand for a pattern
    "headed": "(?: turning? weekday (?: comma|dash)? dia?)?",
    "upto": "(?: until|until as|until the)",
    "andthe": "(?: and|and as|and the)",
    "free": "(?! unit|other|dia)",
    "noyear": "(?! mer|unit|clock|to|dash|colon|hourly)",
    "lone": "(?! other|unit|dia|hourly|amount|turned|part|clock|dash num|to num|num|ord|dot num|slash|s|mer|colon|of)",
}
_FIRST_SIGN = 0xE000  # of the area that is left to everybody's own use


@dataclass(frozen=True, slots=True)
class Said:
    """When the text was said: what its dates are reckoned from. `coming`: what is left open is to come, not past."""

    now: datetime
    coming: bool = False

    @property
    def today(self) -> date:
        return self.now.date()


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule matched: its atoms, the text, and the time it was said."""

    atoms: Sequence[Atom]
    text: str
    said: Said

    @property
    def today(self) -> date:
        return self.said.today

    def has(self, *kinds: str) -> bool:
        return any(atom.kind in kinds for atom in self.atoms)

    def all(self, of: type[T]) -> list[T]:
        """The values of that type, in their order."""
        return [atom.value for atom in self.atoms if isinstance(atom.value, of)]

    def one(self, of: type[T]) -> T:
        """The first value of that type; there must be one."""
        return self.all(of)[0]

    def any(self, of: type[T]) -> T | None:
        """The first value of that type, where there is one."""
        return next(iter(self.all(of)), None)

    def written(self, at: int) -> str:
        atom = self.atoms[at]
        return self.text[atom.start : atom.end]

    def tight(self, at: int) -> bool:
        """Whether nothing stands between this atom and the next one."""
        return self.atoms[at].end == self.atoms[at + 1].start


Make = Callable[[Match], object]  # the value, or None where the rule doesn't hold after all


@dataclass(frozen=True, slots=True)
class Rule:
    """What to look for, and what it makes."""

    pattern: str
    make: Make
    kind: str = ""  # of the atom that is made; else that of its value


@cache
def sign(kind: str) -> str:
    """The sign of a kind; each kind has its own."""
    _signs.setdefault(kind, chr(_FIRST_SIGN + len(_signs)))
    return _signs[kind]


_signs: dict[str, str] = {}
_ready: set[str] = set()  # patterns that are compiled


def _class(name: str) -> str:
    """The sign of a kind, or what a name stands for."""
    if name in PHRASES:
        return _expanded(PHRASES[name])
    kinds = CLASSES.get(name)
    return sign(name) if kinds is None else "[" + "".join(map(sign, kinds.split())) + "]"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    _ready.add(pattern)
    return re.compile(_expanded(pattern))


def _expanded(pattern: str) -> str:
    return re.sub(r"[a-z]+", lambda name: _class(name[0]), pattern).replace(" ", "")


@cache
def needed(pattern: str) -> tuple[frozenset[str], ...]:
    """The signs without which the pattern finds nothing: of each of these sets one must be there.

    So a rule is compiled only when a text needs it; once it is, the search itself is quicker than this look.
    """
    found, depth = [], 0
    for part in _PARTS.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(part[0][0], 0)
        if part["name"] and depth == 0 and not part["maybe"] and part["name"] not in PHRASES:
            found.append(frozenset(map(sign, CLASSES.get(part["name"], part["name"]).split())))
    return tuple(found)


_PARTS = re.compile(r"(?P<name>[a-z]+)(?P<maybe>[?*]?)|[()]")


def apply(rules: Sequence[Rule], atoms: list[Atom], text: str, said: Said) -> list[Atom]:
    """The atoms after all rules have been tried, one after the other."""
    signs = "".join(sign(atom.kind) for atom in atoms)
    for rule in rules:
        if rule.pattern not in _ready and any(need.isdisjoint(signs) for need in needed(rule.pattern)):
            continue
        pattern, at = compiled(rule.pattern), 0
        while found := pattern.search(signs, at):
            start, end = found.span()
            at = start + 1
            value = _made(rule, Match(atoms[start:end], text, said)) if start < end else None
            if value is None:
                continue
            kind = rule.kind or _KIND_OF[type(value)]
            atoms[start:end] = [Atom(kind, value, atoms[start].start, atoms[end - 1].end)]
            signs = signs[:start] + sign(kind) + signs[end:]
    return atoms


def _made(rule: Rule, match: Match) -> object:
    """What the rule makes; None past the ends of the calendar."""
    try:
        return rule.make(match)
    except (ValueError, OverflowError):
        return None


def constant(value: object) -> Make:
    """Makes always the same."""
    return lambda match: value
