"""Reranking: who reads the best hits against the question, and the order that comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

DEPTH = 50  # hits that are read against the question


@dataclass(frozen=True, slots=True)
class Reread:
    """How well each text answers, in their order; where there is none, `late` says that it took too long."""

    scores: tuple[float, ...] | None = None
    late: bool = False
    reason: str = ""


class Reranker(Protocol):
    """Who reads texts against a question; any thread may ask, and gives up with the call that it works for."""

    def is_chosen(self) -> bool:
        """Whether there is a model for it, at once."""
        ...

    def read(self, question: str, texts: Sequence[str], at_most_s: float) -> Reread:
        """How well each of the texts answers; within that time, or not at all."""
        ...

    def stop(self) -> None:
        """End its process."""
        ...


class NoReranker:
    """In the place of a reranker where there is none."""

    def is_chosen(self) -> bool:
        return False

    def read(self, question: str, texts: Sequence[str], at_most_s: float) -> Reread:
        return Reread()

    def stop(self) -> None:
        """Nothing runs."""


def new_order(ranks: Sequence[int], scores: Sequence[float]) -> list[int]:
    """The places in their new order: the best score first, but what holds the phrase stays before what doesn't.

    `ranks` are those of `Parts`; where two scores are equal, the order stays.
    """
    return sorted(range(len(scores)), key=lambda n: (min(ranks[n], 1), -scores[n], n))
