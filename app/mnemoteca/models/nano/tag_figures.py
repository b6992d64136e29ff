"""How good tags are: for texts with one tag the macro F1 of the best one, for those with more the F1 of the set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mnemoteca.models.nano.keywords import TAGS

Judged = tuple[Sequence[str], Sequence[str]]  # the right tags, those that were found; `general` alone: none fits


@dataclass(frozen=True, slots=True)
class TagFigures:
    """F1 of each tag over texts with one; of the sets; and how much of what is general stayed so."""

    by_tag: dict[str, float]
    sets: float
    general: float

    @property
    def macro(self) -> float:
        return sum(self.by_tag.values()) / len(self.by_tag) if self.by_tag else 0.0

    def table(self) -> str:
        rows = [(tag, value) for tag, value in self.by_tag.items()]
        rows += [("macro", self.macro), ("sets", self.sets), ("general", self.general)]
        return "".join(f"{name:10}{value:.3f}\n" for name, value in rows)


def figures(judged: Sequence[Judged]) -> TagFigures:
    """The figures of texts with their right tags and those that were found, best first."""
    work = [(right, found) for right, found in judged if set(right) <= set(TAGS)]
    one = [(right[0], found[0]) for right, found in work if len(right) == 1]
    more = [_f1(len(set(right) & set(found)), len(right), len(found)) for right, found in work if len(right) > 1]
    rest = [found[0] not in TAGS for right, found in judged if not set(right) <= set(TAGS)]
    by_tag = {tag: _of_tag(tag, one) for tag in TAGS if any(right == tag for right, _ in one)}
    return TagFigures(by_tag, _mean(more), _mean(rest))


def _of_tag(tag: str, pairs: Sequence[tuple[str, str]]) -> float:
    both = sum(right == found == tag for right, found in pairs)
    return _f1(both, sum(right == tag for right, _ in pairs), sum(found == tag for _, found in pairs))


def _f1(both: int, right: int, found: int) -> float:
    return 2 * both / (right + found) if right + found else 0.0


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
