"""The best hits read against the question once more, and put in the order that comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mnemoteca.core.ranking import copies_last
from mnemoteca.core.recall import Hit, Reason
from mnemoteca.core.reranking import Reranker, new_order
from mnemoteca.core.text import words
from mnemoteca.library.recall.placing import Ranked


@dataclass(frozen=True, slots=True)
class Rereading:
    """Who reads, and how long at most."""

    reranker: Reranker
    at_most_s: float


@dataclass(frozen=True, slots=True)
class Reordered:
    """The best in their new order, and what is to be said of each; `moved` tells whether there is a new one."""

    best: list[Ranked]
    said: tuple[Reason, ...]
    moved: bool


def reordered(best: Sequence[Ranked], question: str, rereading: Rereading, limit: int) -> Reordered:
    """The first `limit` of the best as the reranker has them; their order stays where it doesn't come to an end."""
    read = rereading.reranker.read(question, [each.memory.text for each in best], rereading.at_most_s)
    if read.scores is None:
        why = "its time was up: the order stays" if read.late else f"the order stays: {read.reason}"
        return Reordered(list(best[:limit]), (Reason("rerank", why, 0.0),) * min(limit, len(best)), False)
    order = new_order([each.rank for each in best], read.scores)
    kept = copies_last((words(best[n].memory.text) for n in order), limit)
    places = [order[n] for n in kept]
    said = [
        Reason("rerank", f"number {place + 1} before, {now} now", round(read.scores[place], 4))
        for now, place in enumerate(places, 1)
    ]
    return Reordered([best[place] for place in places], tuple(said), True)


def with_reasons(hits: Sequence[Hit], said: Sequence[Reason]) -> tuple[Hit, ...]:
    """The hits with what the reranker did on their paths."""
    return tuple(replace(hit, path=(*hit.path, reason)) for hit, reason in zip(hits, said, strict=True))
