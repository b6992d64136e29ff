"""Makes the weights from lessons, and tells how good they are on lessons that they did not see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from mnemoteca.models.nano.entities.entity import LABELS, LEARNED
from mnemoteca.models.nano.entities.finder import Finder
from mnemoteca.models.nano.entities.known import Known
from mnemoteca.models.nano.entities.lessons import Lesson
from mnemoteca.models.nano.entities.path import forbidden
from mnemoteca.models.nano.entities.perceptron import Course, Example, learn, reduced
from mnemoteca.models.nano.entities.schooling import examples_of, usual_case
from mnemoteca.models.nano.entities.traits import Hashes, Traits
from mnemoteca.models.nano.entities.varying import names_to_tell, varied
from mnemoteca.models.nano.entities.weights import Rows, Weights, usually

OWN = "own lessons"
WORTHY = 0.75  # the chance from which a name may enter the graph; why: decisions/80-entities.md
MAIN = LEARNED[:3]  # the kinds that count in the typed figure


@dataclass(frozen=True, slots=True)
class Schooling:
    """What there is to learn from, and how: lessons by set (ours is `OWN`), known words, texts for the usual case."""

    sets: Mapping[str, Sequence[Lesson]]
    classes: Mapping[str, Sequence[str]]
    texts: Sequence[str]
    course: Course = field(default_factory=Course)
    told_again: int = 8
    keep: int = 60_000
    parts: int = 3  # into which lessons are cut to learn from two and look at the third
    scale: int = 100


@dataclass(slots=True)
class Figures:
    """Names that are right, found and there, by boundaries, and by boundaries and kind."""

    span: list[int] = field(default_factory=lambda: [0, 0, 0])
    typed: list[int] = field(default_factory=lambda: [0, 0, 0])

    def count(self, lesson: Lesson, found: Sequence[tuple[int, int, str]]) -> None:
        """Add what was found in a lesson."""
        gold = {(start, end): kind for start, end, kind in lesson.spans}
        told = {(start, end): kind for start, end, kind in found}
        both = gold.keys() & told.keys()
        for each, value in enumerate((len(both), len(told), len(gold))):
            self.span[each] += value
        self.typed[0] += sum(gold[at] == told[at] and gold[at] in MAIN for at in both)
        self.typed[1] += sum(kind in MAIN for kind in told.values())
        self.typed[2] += sum(kind in MAIN for kind in gold.values())

    def f1(self, which: str) -> float:
        """The harmonic mean of precision and recall of `span` or `typed`."""
        right, found, there = self.typed if which == "typed" else self.span
        return 2 * right / (found + there) if found + there else 0.0


@dataclass(frozen=True, slots=True)
class Trained:
    """The weights, and the figures on lessons that were not learned from, by set."""

    weights: Weights
    figures: Mapping[str, Figures]


def train(school: Schooling) -> Trained:
    """Learn in parts for the chances and the figures, then from everything."""
    usual = usual_case(school.texts)
    figures, seen = _cross_validated(school, usual)
    weights = _learned(school, school.sets, usual)
    return Trained(replace(weights, chances=chances(seen), worthy=WORTHY), figures)


def _cross_validated(
    school: Schooling, usual: tuple[Hashes, NDArray[np.uint8]]
) -> tuple[dict[str, Figures], list[tuple[int, bool]]]:
    figures = {name: Figures() for name in school.sets}
    seen: list[tuple[int, bool]] = []
    for part in range(school.parts):
        rest = {name: [x for at, x in enumerate(all) if at % school.parts != part] for name, all in school.sets.items()}
        finder = Finder(_learned(school, rest, usual), Known(school.classes))
        for name, lessons in school.sets.items():
            for lesson in lessons[part :: school.parts]:
                found = finder.margins(lesson.text)
                figures[name].count(lesson, [(start, end, kind) for start, end, kind, _ in found])
                gold = set(lesson.spans)
                seen += [(margin, (start, end, kind) in gold) for start, end, kind, margin in found]
    return figures, seen


def _learned(
    school: Schooling, sets: Mapping[str, Sequence[Lesson]], usual: tuple[Hashes, NDArray[np.uint8]]
) -> Weights:
    words, codes = usual
    traits = Traits(Known(school.classes), lambda word: usually(words, codes, word))
    public = [lesson for name, lessons in sets.items() if name != OWN for lesson in lessons]
    own = sets.get(OWN, ())
    names = names_to_tell(school.classes, [*public, *own], school.course.seed)
    lessons = [*public, *varied(own, names, school.told_again, school.course.seed)]
    examples: list[Example] = [example for lesson in lessons for example in examples_of(lesson, traits)]
    hashes, scores, steps = reduced(learn(examples, school.course), school.keep, school.scale)
    rows = np.zeros((len(hashes) + 1, LABELS), dtype=np.int8)
    rows[:-1] = scores
    return Weights(hashes, Rows(hashes), rows, steps + forbidden(), words, codes, (), 1.0)


def chances(seen: Sequence[tuple[int, bool]], groups: int = 20) -> tuple[tuple[float, float], ...]:
    """Margins and how often names with such a margin were right: equal groups, made to rise by pooling neighbours."""
    ordered = sorted(seen)
    size = max(1, len(ordered) // groups)
    pools: list[list[int]] = []  # sum of margins, right, count
    for start in range(0, len(ordered), size):
        some = ordered[start : start + size]
        pools.append([sum(margin for margin, _ in some), sum(right for _, right in some), len(some)])
        while len(pools) > 1 and pools[-2][1] * pools[-1][2] >= pools[-1][1] * pools[-2][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    return tuple((round(total / count, 1), round(right / count, 4)) for total, right, count in pools)
