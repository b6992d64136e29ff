"""What was, is and will be: how present a memory is over the days, and what of a space will be there in a year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mnemoteca.core import fsrs
from mnemoteca.core.changes import By
from mnemoteca.core.forgetting import retention
from mnemoteca.core.fsrs import Rating

_DAY_S = 86_400.0
Recall = tuple[datetime, By]
Curve = Callable[[datetime, Sequence[Recall], datetime], float]  # since when, recalls in order, at which moment
RATINGS = {By.PERSON: Rating.GOOD, By.ASSISTANT: Rating.HARD}


@dataclass(frozen=True, slots=True)
class Course:
    """How present a memory was on each day since it came, is today (the last of `was`), and will be.

    `will` goes on day by day as it stands, `if_recalled` if a person recalled it now. A pinned one stays in its tier
    whatever the curve; `curve` names the rule.
    """

    id: int
    curve: str
    begins: datetime
    was: tuple[float, ...]
    will: tuple[float, ...]
    if_recalled: tuple[float, ...]
    pinned: bool


@dataclass(frozen=True, slots=True)
class Outlook:
    """Of so many memories of a space that stand in a tier, how many will in a year, at the present rules."""

    in_tiers: int
    in_a_year: int

    @property
    def percent(self) -> int:
        """In whole percent; 100 of nothing."""
        return round(100 * self.in_a_year / self.in_tiers) if self.in_tiers else 100


def half_way(before: datetime | None, now: datetime) -> datetime:
    """Since when the curve counts after an assistant recalled it: half of the way from the last recall to now."""
    return now if before is None or before > now else before + (now - before) / 2


def ebbinghaus(begun: datetime, recalls: Sequence[Recall], moment: datetime) -> float:
    """exp(−age/10) from the last recall; an assistant's counts half."""
    since = begun
    for at, by in recalls:
        if since <= at <= moment:
            since = half_way(since, at) if by is By.ASSISTANT else at
    return retention((moment - since).total_seconds() / _DAY_S)


def by_fsrs(begun: datetime, recalls: Sequence[Recall], moment: datetime) -> float:
    """FSRS over the history; an assistant's recall is rated hard."""
    rated = [(at, RATINGS.get(by, Rating.HARD)) for at, by in recalls if at <= moment]
    return fsrs.retrievability(fsrs.strength(begun, rated), moment)


CURVES: dict[str, Curve] = {"ebbinghaus": ebbinghaus, "fsrs": by_fsrs}


def course(
    id: int, curve: str, begun: datetime, recalls: Iterable[Recall], now: datetime, days: int, *, pinned: bool
) -> Course:
    """The course of a memory: at most so many days back and as many ahead."""
    history, present = sorted(recalls), CURVES[curve]
    passed = min(days, max(0, (now - begun).days))
    was = tuple(present(begun, history, now - timedelta(days=n)) for n in range(passed, -1, -1))
    ahead = [now + timedelta(days=n) for n in range(1, days + 1)]
    recalled = [*history, (now, By.PERSON)]
    return Course(
        id, curve, now - timedelta(days=passed), was, tuple(present(begun, history, at) for at in ahead),
        tuple(present(begun, recalled, at) for at in ahead), pinned,
    )  # fmt: skip
