"""How statements of a language are read: what may stand before one, who speaks, what a verb takes as its object.

A rule is a relation, the verb with what belongs to it, and the kind of object that follows. It counts only where it
begins a clause, right behind its subject: “I live in Lisbon” is a statement, “she thinks I live in Lisbon” none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class Obj(StrEnum):
    """What stands behind the verb."""

    PROPER = "proper"  # a name, with its capital
    PHRASE = "phrase"  # what is meant, up to where the clause goes on
    DATE = "date"
    AMOUNT = "amount"
    LISTED = "listed"  # what the verb's pattern has named itself, as its group `o`


class Tense(StrEnum):
    """Whether the statement is of a state that goes on, of something that happened, or of what is to come."""

    STATE = "state"
    EVENT = "event"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Rule:
    """`first`: only of whoever speaks; `third`: only of somebody else."""

    relation: str
    verb: str
    obj: Obj = Obj.PHRASE
    tense: Tense = Tense.STATE
    first: bool = True
    third: bool = True
    confidence: float = 0.8


@dataclass(frozen=True, slots=True)
class Grammar:
    """The patterns of one language; each is compiled where it is first needed."""

    code: str
    lead: str  # what may stand before the subject
    speaker: str  # “I”, “we”; in Portuguese it may be left out
    article: str  # before a name or a thing
    auxiliary: str
    adverb: str
    negation: str  # its group `neg`
    gone: str  # in a negation or behind the object: not any more
    thing: str  # nouns that a sum or a date is told of
    rules: tuple[Rule, ...]
    near: tuple[Rule, ...]  # found anywhere in a clause: “my sister Julia”
    doubt: str  # a sentence with one of these says nothing that is so
    stop: str  # where the phrase behind a verb ends
    unfit: str  # a phrase that begins so means nothing by itself
    since: str
    verbs: str  # what a sentence has that is worth a closer look
    others: str = "(?!)"  # forms of verbs that are never those of whoever speaks


@dataclass(frozen=True, slots=True)
class Compiled:
    """The patterns of a grammar, ready."""

    grammar: Grammar
    lead: re.Pattern[str]
    speaker: re.Pattern[str]
    article: re.Pattern[str]
    thing: re.Pattern[str]
    predicates: tuple[tuple[Rule, re.Pattern[str]], ...]
    near: tuple[tuple[Rule, re.Pattern[str]], ...]
    doubt: re.Pattern[str]
    gone: re.Pattern[str]
    stop: re.Pattern[str]
    unfit: re.Pattern[str]
    since: re.Pattern[str]
    worth: re.Pattern[str]
    others: re.Pattern[str]


@cache
def compiled(grammar: Grammar) -> Compiled:
    """The patterns of a grammar, made once."""
    g = grammar
    before = f"(?:{g.auxiliary})?(?:{g.adverb})*(?:{g.negation})?(?:{g.adverb})*"
    return Compiled(
        g,
        _pattern(f"(?:{g.lead})*"),
        _pattern(g.speaker),
        _pattern(g.article),
        _pattern(g.thing),
        tuple((rule, _pattern(f"{before}(?:{rule.verb})")) for rule in g.rules),
        tuple((rule, _pattern(rule.verb)) for rule in g.near),
        _pattern(g.doubt),
        _pattern(g.gone),
        _pattern(g.stop),
        _pattern(g.unfit),
        _pattern(g.since),
        _pattern(g.verbs),
        _pattern(g.others),
    )


def words(*groups: str) -> str:
    """A pattern of any of the words, separated by blanks in the groups; `_` stands for a blank within one."""
    found: Sequence[str] = [word.replace("_", " ") for group in groups for word in group.split()]
    return "(?:" + "|".join(sorted(found, key=len, reverse=True)) + ")"


def _pattern(source: str) -> re.Pattern[str]:
    """Blanks stand for any blanks, apostrophes for both forms; case counts only where `(?-i:…)` says so."""
    return re.compile(_PARTS.sub(_widened, source), re.IGNORECASE)


_PARTS = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]| (?P<times>[*+?{])?|'")


def _widened(part: re.Match[str]) -> str:
    if part[0] == "'":
        return "['’]"
    if part[0].startswith(" "):
        return "[ \\t]" + (part["times"] or "+")
    return part[0].replace("'", "'’")
