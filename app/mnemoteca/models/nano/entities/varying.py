"""Lessons told again with other names, so that what is learned is the sentence, not the name."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from mnemoteca.models.nano.entities.entity import ORGANISATION, OTHER, PERSON, PLACE
from mnemoteca.models.nano.entities.lessons import Lesson, Span

WHOLE_NAMES = 800
LOWER, UPPER = 0.12, 0.03  # of 1: how many lessons are told in small letters, and in capitals
OPEN = 0.4  # how many lose the point at their end


def names_of(lessons: Sequence[Lesson]) -> dict[str, tuple[str, ...]]:
    """The names of each kind in lessons, sorted, without those that are longer than five words or hold a bracket."""
    found: dict[str, set[str]] = {}
    for lesson in lessons:
        for start, end, kind in lesson.spans:
            name = lesson.text[start:end]
            if name[0].isupper() and len(name.split()) <= 5 and not any(mark in name for mark in "()[]:/,'\n"):
                found.setdefault(kind, set()).add(name)
    return {kind: tuple(sorted(names)) for kind, names in found.items()}


def names_to_tell(classes: Mapping[str, Sequence[str]], lessons: Sequence[Lesson], seed: int) -> dict[str, list[str]]:
    """The names that are put into lessons: the known ones, first names with surnames, and those of the lessons."""
    dice = random.Random(seed)
    first, last = classes["first"], classes["sur"]
    whole = [f"{dice.choice(first)} {dice.choice(last)}" for _ in range(WHOLE_NAMES)]
    met = names_of(lessons)
    return {
        PERSON: [*first, *whole, *met.get(PERSON, ())],
        PLACE: [name for kind in ("city", "country", "region") for name in classes[kind]] + [*met.get(PLACE, ())],
        ORGANISATION: [*classes["org"], *met.get(ORGANISATION, ())],
        OTHER: [name for kind in ("product", "work", "event") for name in classes[kind]] + [*met.get(OTHER, ())],
    }


def told_anew(lesson: Lesson, names: Mapping[str, Sequence[str]], dice: random.Random) -> Lesson:
    """The lesson with about two of three names exchanged for others of their kind, now and then in one case."""
    text, spans, last = "", [], 0
    for start, end, kind in lesson.spans:
        text += lesson.text[last:start]
        name = lesson.text[start:end]
        if names.get(kind) and dice.random() < 2 / 3:
            name = dice.choice(names[kind])
        spans.append((len(text), len(text) + len(name), kind))
        text, last = text + name, end
    rest = lesson.text[last:]
    if rest.endswith(".") and dice.random() < OPEN:
        rest = rest[:-1]
    return _in_case(text + rest, tuple(spans), dice.random())


def _in_case(text: str, spans: tuple[Span, ...], chance: float) -> Lesson:
    told = text.lower() if chance < LOWER else text.upper() if chance < LOWER + UPPER else text
    return Lesson(told if len(told) == len(text) else text, spans)


def varied(lessons: Sequence[Lesson], names: Mapping[str, Sequence[str]], times: int, seed: int) -> list[Lesson]:
    """The lessons as they are, and each `times` more with other names."""
    dice = random.Random(seed)
    return [*lessons, *(told_anew(lesson, names, dice) for _ in range(times) for lesson in lessons)]
