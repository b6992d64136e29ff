"""The graph of who is spoken of with whom: held in memory, made anew when what is known changed."""

from __future__ import annotations

import threading
from datetime import datetime
from itertools import pairwise

from mnemoteca.core.changes import Happened
from mnemoteca.core.knowledge.clauses import sentences
from mnemoteca.core.knowledge.graph import Graph
from mnemoteca.core.knowledge.values import Entity, Evidence, EvidencePath, Neighbour, Neighbourhood, Step
from mnemoteca.core.views import MAX_ROWS
from mnemoteca.library.knowledge.knowing import Knowing
from mnemoteca.store.engine import Reader, Store
from mnemoteca.store.tables import known

_TOUCHING = (
    Happened.TRASHED, Happened.RESTORED, Happened.EDITED, Happened.PURGED, Happened.KNOWN, Happened.SPACE_PURGED,
)  # fmt: skip
_KINDS = ", ".join(f"'{kind.value}'" for kind in _TOUCHING)
_LONG = 320  # characters of a quote, beyond which only the sentence of one of both is told
_LOOKED_AT = 20  # memories among which the best evidence of a step is looked for


class HeldGraph:
    """The graph as of some change; whoever asks for a stale one makes it anew, one at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._turn = threading.Lock()
        self._graph: Graph | None = None
        self._change = 0
        self._stale = False

    def moved(self) -> None:
        """What is known has changed."""
        self._stale = True

    def get(self, reader: Reader) -> Graph:
        """The graph of what is known now."""
        with self._turn:
            last = self._store.last_change
            if self._graph is None or self._stale or (last > self._change and self._touched(reader)):
                self._stale = False
                self._graph = known.graph(reader)
            self._change = last
            return self._graph

    def _touched(self, reader: Reader) -> bool:
        sql = f"SELECT 1 FROM changes WHERE number > ? AND kind IN ({_KINDS}) LIMIT 1"
        return reader.one(sql, (self._change,)) is not None


class Graphing(Knowing):
    """The part of the library that tells how things are linked."""

    held_graph: HeldGraph

    def neighbourhood(self, entity: int, limit: int = 30, as_of: datetime | None = None) -> Neighbourhood:
        with self.store.read() as reader:
            middle = self.one_entity(reader, entity)
            found = self.held_graph.get(reader).neighbours(entity, min(max(0, limit), MAX_ROWS), _seconds(as_of))
            others = known.entities_by_ids(reader, [id for id, _, _ in found])
        return Neighbourhood(middle, tuple(Neighbour(others[id], round(w, 6), n) for id, w, n in found if id in others))

    def related(self, entity: int, limit: int = 10) -> Neighbourhood:
        with self.store.read() as reader:
            middle = self.one_entity(reader, entity)
            graph = self.held_graph.get(reader)
            found = graph.pagerank([entity], min(max(0, limit), MAX_ROWS))
            others = known.entities_by_ids(reader, [id for id, _ in found])
            shared = {id: len(graph.shared(entity, id)) for id, _ in found}
        return Neighbourhood(
            middle, tuple(Neighbour(others[i], round(r, 6), shared[i]) for i, r in found if i in others)
        )

    def evidence_path(self, start: int, end: int, as_of: datetime | None = None) -> EvidencePath:
        with self.store.read() as reader:
            first, last = self.one_entity(reader, start), self.one_entity(reader, end)
            graph, until = self.held_graph.get(reader), _seconds(as_of)
            way = graph.path(start, end, until)
            named = known.entities_by_ids(reader, way)
            steps = [
                _step(reader, named[one], named[other], graph.shared(one, other, until)[:_LOOKED_AT])
                for one, other in pairwise(way)
            ]
        return EvidencePath(first, last, tuple(steps))


def _step(reader: Reader, one: Entity, other: Entity, memories: list[int]) -> Step:
    """The step with its evidence: a fact that links both, else the sentence that names both."""
    if (id := known.fact_between(reader, memories, one.id, other.id)) is not None:
        (fact,) = known.facts_by_ids(reader, [id])
        return Step(one, other, fact.evidence, fact)
    return Step(one, other, _quoted(reader, memories[0], one.id, other.id))


def _quoted(reader: Reader, memory: int, one: int, other: int) -> Evidence:
    """The sentence that names both; where they stand far apart, the one that names the second."""
    text, speaker, said_at = known.said(reader, memory)
    here, there = known.spans(reader, memory, one), known.spans(reader, memory, other)
    pairs = [(min(a[0], b[0]), max(a[1], b[1])) for a in here for b in there]
    start, end = min(pairs, key=lambda pair: pair[1] - pair[0], default=(there or here or [(0, 0)])[0])
    if end - start > _LONG:
        start, end = there[0]
    within = [each for each in sentences(text) if each.start < end and start < each.end]
    if within and within[-1].end - within[0].start <= _LONG:
        start, end = within[0].start, within[-1].end
    end = min(max(end, start + 1), len(text))
    return Evidence(memory, start, end, text[start:end], speaker, said_at)


def _seconds(moment: datetime | None) -> float | None:
    return None if moment is None else moment.timestamp()
