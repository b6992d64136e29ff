"""What is found in the sentences of an ordinary day, in both languages and in every case."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnemoteca.core.resources import resource
from mnemoteca.models.nano.entities.entity import LAW, NAMES, OTHER
from mnemoteca.models.nano.entities.finder import entities_of
from mnemoteca.models.nano.entities.lessons import Lesson, read_marked

EVERYDAY = Path(__file__).parent / "everyday.txt"
LATER = Path(__file__).parent / "everyday_later.txt"


def found_in(text: str) -> set[tuple[int, int, str]]:
    """The names of a text; what is finer than `other` is that, and titles in front are left to either side."""
    kinds = {kind: kind for kind in ("person", "organisation", "place", LAW)}
    return {(e.start, e.end, kinds.get(e.kind, OTHER)) for e in entities_of(text) if e.kind in NAMES}


def figures(lessons: list[Lesson]) -> tuple[float, float]:
    """Precision and recall by boundaries and kind."""
    right = found = there = 0
    for lesson in lessons:
        told = found_in(lesson.text)
        right += len(told & set(lesson.spans))
        found, there = found + len(told), there + len(lesson.spans)
    return right / found, right / there


@pytest.mark.slow
@pytest.mark.parametrize("sentences", [EVERYDAY, LATER], ids=["everyday", "later"])
def test_most_names_of_every_day_are_found_and_most_that_is_found_is_right(sentences: Path) -> None:
    precision, recall = figures(read_marked(sentences))
    assert precision >= 0.65
    assert recall >= 0.55


def test_nothing_of_every_day_was_learned_from() -> None:
    learned = {lesson.text for lesson in read_marked(resource("nano/lessons.txt"))}
    assert not learned & {lesson.text for lesson in [*read_marked(EVERYDAY), *read_marked(LATER)]}
