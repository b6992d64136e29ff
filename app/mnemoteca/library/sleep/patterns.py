"""Patterns: sentences worth knowing by themselves, ways of doing something that were told again, names that recur."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mnemoteca.core.sleep.cues import kind_of
from mnemoteca.core.sleep.values import PatternKind
from mnemoteca.core.text import fold
from mnemoteca.library.sleep.reading import Said
from mnemoteca.library.sleep.subjects import Subject, mark
from mnemoteca.models.nano.sentences import sentences_of
from mnemoteca.models.nano.storyline import telling
from mnemoteca.store.tables.learned import NewPattern, Span

MOST = 400  # patterns of one run
MOST_SPANS = 12  # of the evidence of one
_ALIKE = 0.5  # of the telling words of two ways of doing the same
_GROWN = 1.5  # times as many memories, from which on a name that recurs is told anew
_SPOKEN = frozenset({"user", "note", "document"})


@dataclass(frozen=True, slots=True)
class _Told:
    kind: PatternKind
    said: Said
    span: Span
    text: str
    words: frozenset[str]


def patterns(
    said: Iterable[Said], known: Mapping[tuple[PatternKind, int], int], names: Sequence[tuple[Subject, list[Said]]]
) -> list[NewPattern]:
    """What is new among these; `known` are patterns that there are, with how many memories each was seen in."""
    told = [each for one in said if one.role in _SPOKEN for each in _sentences(one)]
    found: dict[tuple[PatternKind, int], NewPattern] = {}
    for group in _grouped(told):
        new = _pattern(group)
        found.setdefault((new.kind, new.about), new)
    for subject, memories in names:
        recurring = _recurring(subject, memories)
        if recurring is not None:
            found[(recurring.kind, recurring.about)] = recurring
    fresh = [new for key, new in found.items() if new.sources >= max(1, _GROWN * known.get(key, 0))]
    return sorted(fresh, key=lambda new: -new.sources)[:MOST]


def _sentences(said: Said) -> Iterable[_Told]:
    for start, end in sentences_of(said.text):
        text = said.text[start:end]
        kind = kind_of(text)
        if kind is not None and not (kind is PatternKind.PREFERENCE and not said.own):
            yield _Told(kind, said, (said.id, start, end), text, telling(text, said.lang))


def _grouped(told: Iterable[_Told]) -> list[list[_Told]]:
    """What says the same of one kind together; how something is done may be worded in many ways."""
    groups: list[list[_Told]] = []
    same: dict[tuple[PatternKind, str], list[_Told]] = {}
    ways: dict[str, list[list[_Told]]] = {}  # by each telling word
    for each in told:
        if each.kind is PatternKind.HOW_TO:
            near = {id(group): group for word in each.words for group in ways.get(word, ())}.values()
            group = next((g for g in near if _alike(each.words, g[0].words)), None)
            if group is None:
                group = []
                groups.append(group)
                for word in each.words:
                    ways.setdefault(word, []).append(group)
        else:
            key = (each.kind, fold(each.text))
            if (group := same.get(key)) is None:
                group = same[key] = []
                groups.append(group)
        group.append(each)
    return groups


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= max(2, _ALIKE * max(len(one), len(other)))


def _pattern(group: Sequence[_Told]) -> NewPattern:
    first = group[0]
    repeats = len({each.said.session for each in group}) >= 2
    kind = PatternKind.PROCEDURE if first.kind is PatternKind.HOW_TO and repeats else first.kind
    spans = tuple(dict.fromkeys(each.span for each in group[1:]))[:MOST_SPANS]
    return NewPattern(kind, mark(first.text), len({each.said.id for each in group}), first.span, spans)


def _recurring(subject: Subject, memories: Sequence[Said]) -> NewPattern | None:
    """A name or a tag where it is written out."""
    spans = []
    name = subject.name.casefold()
    for said in memories:
        at = said.text.casefold().find(name)
        if at >= 0 and said.text[at : at + len(name)].casefold() == name:
            spans.append((said.id, at, at + len(name)))
    if not spans:
        return None
    return NewPattern(PatternKind.PATTERN, subject.about, subject.count, spans[-1], tuple(spans[-MOST_SPANS - 1 : -1]))
