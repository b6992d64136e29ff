"""Which facts hold, which were superseded, which contradict each other: weighed by subject and relation alone.

A relation that has one object at a time is superseded by a later one of the same subject, by world time and nothing
else; one that has many never is. What no time settles is disputed, and goes to the person. The outcome depends on the
facts, not on the order they came in, so that it is the same after a restore, an undo or a merge of names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mnemoteca.core.dates.finder import find_dates
from mnemoteca.core.knowledge.relations import RELATIONS, Cardinality
from mnemoteca.core.knowledge.values import Standing, Taint, Verdict
from mnemoteca.core.text import words

_DIGITS = re.compile(r"\d[\d.,]*")
_UNIT = {"month": 7, "year": 4}  # how much of an ISO date counts where no more is known
_LOOSE = frozenset(
    ("a", "an", "the", "my", "our", "o", "os", "as", "um", "uma", "uns", "umas", "meu", "minha", "nosso", "nossa", "to")
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What is weighed of a fact; times are naive UTC, `key` is what its object is compared by."""

    id: int
    subject: int
    relation: str
    key: str
    polarity: bool
    ends: bool
    taint: Taint
    since: datetime | None
    precision: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """How a fact stands: since another fact ended it, until when it was so and by which."""

    standing: Standing = Standing.HOLDS
    valid_to: datetime | None = None
    ended_by: int | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """How each fact stands, by its id; which pairs nothing settles, the lower id first."""

    weighed: dict[int, Weighed]
    disputed: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """What the person decided of two facts."""

    one: Claim
    other: Claim
    verdict: Verdict


def object_key(relation: str, text: str, said_at: datetime | None) -> str:
    """What an object is compared by: a date by its value, a sum by its number, all else by its folded words."""
    told = RELATIONS[relation].value if relation in RELATIONS else ""
    if told == "date":
        for each in find_dates(text, said_at):
            if each.value:
                return each.value[:10]
    if told == "number" and (number := _DIGITS.search(text)):
        return re.sub(r"[.,](?=\d{3}\b)", "", number[0]).rstrip(".,")
    found = words(text)
    return " ".join([word for word in found if word not in _LOOSE] or found)


def settle(claims: Iterable[Claim], decided: Sequence[Decided] = ()) -> Settled:
    """Weigh the facts; what an assistant said is weighed against nothing, and ends nothing."""
    groups: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    weighed: dict[int, Weighed] = {}
    for claim in claims:
        weighed[claim.id] = Weighed()
        if claim.taint is not Taint.ASSISTANT:
            groups[claim.subject, claim.relation].append(claim)
    choices = _Choices(decided)
    pairs: set[tuple[int, int]] = set()
    left = {at: _end(choices.without_set_aside(group, weighed), weighed) for at, group in groups.items()}
    for (subject, name), group in left.items():
        relation = RELATIONS.get(name)
        if relation is not None and relation.cardinality is Cardinality.SINGLE:
            pairs |= _supersede(group, weighed, choices)
        elif relation is not None and relation.cardinality is Cardinality.FIXED:
            pairs |= _differing(group, choices)
        pairs |= _denied(group, choices)
        if relation is not None and name < relation.opposite:
            pairs |= _opposed(group, left.get((subject, relation.opposite), ()), choices)
    for pair in pairs:
        for id in pair:
            weighed[id] = replace(weighed[id], standing=Standing.DISPUTED)
    return Settled(weighed, tuple(sorted(pairs)))


def held(weighed: Mapping[int, Weighed], claim: Claim, at: datetime) -> bool:
    """Whether a fact was so at a moment: it had begun, and nothing had ended it or set it aside."""
    state = weighed[claim.id]
    if state.standing is Standing.SET_ASIDE or (claim.since is not None and claim.since > at):
        return False
    return state.valid_to is None or state.valid_to > at


# -- the person's choices


class _Choices:
    """What the person decided, by what the facts say: it also counts for the same said elsewhere, up to then."""

    def __init__(self, decided: Sequence[Decided]) -> None:
        self._apart: set[frozenset[tuple[str, str, bool]]] = set()
        self._aside: dict[tuple[int, tuple[str, str, bool]], datetime | None] = {}
        for each in decided:
            if each.verdict is Verdict.OPEN:
                continue
            self._apart.add(frozenset((_said(each.one), _said(each.other))))
            if each.verdict is not Verdict.BOTH:
                lost = each.other if each.verdict is Verdict.ONE else each.one
                times = [claim.since for claim in (each.one, each.other) if claim.since is not None]
                self._aside[lost.subject, _said(lost)] = max(times, default=None)

    def settled(self, one: Claim, other: Claim) -> bool:
        """Whether the person decided between what these say."""
        return frozenset((_said(one), _said(other))) in self._apart

    def without_set_aside(self, group: Sequence[Claim], weighed: dict[int, Weighed]) -> list[Claim]:
        """The facts that the person did not set aside; the others are marked."""
        kept = []
        for claim in group:
            key = (claim.subject, _said(claim))
            until = self._aside.get(key)
            if key in self._aside and (until is None or claim.since is None or claim.since <= until):
                weighed[claim.id] = Weighed(Standing.SET_ASIDE)
            else:
                kept.append(claim)
        return kept


def _said(claim: Claim) -> tuple[str, str, bool]:
    return claim.relation, claim.key, claim.polarity


# -- what time settles


def _end(group: Sequence[Claim], weighed: dict[int, Weighed]) -> list[Claim]:
    """“Not any more” ends what was so before; what is left to be weighed."""
    endings = [each for each in group if each.ends]
    left = []
    for claim in group:
        if claim.ends:
            continue
        ending = next((e for e in endings if e.key == claim.key and claim.polarity and _before(claim, e)), None)
        if ending is None:
            left.append(claim)
        else:
            weighed[claim.id] = Weighed(Standing.ENDED, ending.since, ending.id)
    return left


def _supersede(group: Sequence[Claim], weighed: dict[int, Weighed], choices: _Choices) -> set[tuple[int, int]]:
    """A later one ends an earlier one; what has no time, or the same, is disputed."""
    claims = [each for each in group if each.polarity]
    pairs: set[tuple[int, int]] = set()
    for claim in claims:
        others = [each for each in claims if each.key != claim.key]
        later = [each for each in others if _before(claim, each)]
        if later:
            first = min(later, key=lambda each: (str(each.since), each.id))
            weighed[claim.id] = Weighed(Standing.ENDED, first.since, first.id)
            continue
        for other in others:
            if not _before(other, claim) and not choices.settled(claim, other):
                pairs.add(_representatives(claim, other, claims))
    return pairs


def _differing(group: Sequence[Claim], choices: _Choices) -> set[tuple[int, int]]:
    """What can only be one for good: each two that differ."""
    claims = [each for each in group if each.polarity]
    return {
        _representatives(one, other, claims)
        for one in claims
        for other in claims
        if one.id < other.id and one.key != other.key and not choices.settled(one, other)
    }


def _denied(group: Sequence[Claim], choices: _Choices) -> set[tuple[int, int]]:
    """What is said and denied of the same; a negation is never one with its opposite."""
    found: set[tuple[int, int]] = set()
    yes, no = _by_key(each for each in group if each.polarity), _by_key(each for each in group if not each.polarity)
    for key in yes.keys() & no.keys():
        one, other = yes[key][0], no[key][0]
        if not choices.settled(one, other):
            found.add((min(one.id, other.id), max(one.id, other.id)))
    return found


def _opposed(group: Sequence[Claim], opposite: Sequence[Claim], choices: _Choices) -> set[tuple[int, int]]:
    here, there = _by_key(each for each in group if each.polarity), _by_key(each for each in opposite if each.polarity)
    found: set[tuple[int, int]] = set()
    for key in here.keys() & there.keys():
        one, other = here[key][0], there[key][0]
        if not choices.settled(one, other):
            found.add((min(one.id, other.id), max(one.id, other.id)))
    return found


def _by_key(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda each: each.id):
        found[claim.key].append(claim)
    return found


def _representatives(one: Claim, other: Claim, claims: Sequence[Claim]) -> tuple[int, int]:
    """The first facts that say the same as these and are disputed alike: a dispute is told once."""
    first = min(each.id for each in claims if each.key == one.key and not _apart(each, one))
    second = min(each.id for each in claims if each.key == other.key and not _apart(each, other))
    return min(first, second), max(first, second)


def _apart(one: Claim, other: Claim) -> bool:
    return _before(one, other) or _before(other, one)


def _before(one: Claim, other: Claim) -> bool:
    """Whether one is surely earlier in the world: by a whole day, month or year, as exactly as both are known."""
    if one.since is None or other.since is None:
        return False
    exactly = min(_UNIT.get(one.precision, 10), _UNIT.get(other.precision, 10))
    return one.since.isoformat()[:exactly] < other.since.isoformat()[:exactly]
