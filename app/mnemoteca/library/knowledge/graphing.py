"""The graph of who is spoken of with whom: held in memory, made anew when what is known changed."""

from __future__ import annotations

import threading
from dataclasses import dataclass
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
LARGE = 50_000  # mentions from which on making the graph is not waited for
_LONG = 320  # characters of a quote, beyond which only the sentence of one of both is told
_LOOKED_AT = 20  # memories among which the best evidence of a step is looked for


@dataclass(frozen=True, slots=True)
class Held:
    """The graph, and whoever is in it, by id."""

    graph: Graph
    entities: dict[int, Entity]


class HeldGraph:
    """The graph as of some change; whoever asks for a stale one makes it anew, one at a time.

    A large one may lack for a moment what came in last; what a person took away or corrected is never in it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._turn = threading.Lock()
        self._held: Held | None = None
        self._change = 0
        self._stale = False

    def moved(self, behind: int) -> None:
        """More is known; a large graph is made anew here, where nobody waits, once nothing is left to be read."""
        self._stale = True
        if behind == 0 and self._is_large():
            change = self._store.last_change
            with self._store.read() as reader:
                made = Held(known.graph(reader), known.roster(reader))
            with self._turn:
                if self._change <= change:  # else somebody had it made anew meanwhile
                    self._held, self._change, self._stale = made, change, False

    def _is_large(self) -> bool:
        return self._held is not None and len(self._held.graph) > LARGE

    def get(self, reader: Reader) -> Held:
        """The graph of what is known now."""
        with self._turn:
            last = self._store.last_change
            stale = self._stale and not self._is_large()
            if self._held is None or stale or (last > self._change and self._touched(reader)):
                self._stale = False
                self._held = Held(known.graph(reader), known.roster(reader))
            self._change = last
            return self._held

    def _touched(self, reader: Reader) -> bool:
        sql = f"SELECT 1 FROM changes WHERE number > ? AND kind IN ({_KINDS}) LIMIT 1"
        return reader.one(sql, (self._change,)) is not None


class Graphing(Knowing):
    """The part of the library that tells how things are linked."""

    held_graph: HeldGraph

    def neighbourhood(self, entity: int, limit: int = 30, as_of: datetime | None = None) -> Neighbourhood:
        with self.store.read() as reader:
            held = self.held_graph.get(reader)
            middle = held.entities.get(entity) or self.one_entity(reader, entity)
        found = held.graph.neighbours(entity, min(max(0, limit), MAX_ROWS), seconds(as_of))
        return Neighbourhood(middle, tuple(Neighbour(held.entities[id], round(w, 6), n) for id, w, n in found))

    def related(self, entity: int, limit: int = 10) -> Neighbourhood:
        with self.store.read() as reader:
            held = self.held_graph.get(reader)
            middle = held.entities.get(entity) or self.one_entity(reader, entity)
        found = held.graph.pagerank([entity], min(max(0, limit), MAX_ROWS))
        shared = {id: len(held.graph.shared(entity, id)) for id, _ in found}
        return Neighbourhood(middle, tuple(Neighbour(held.entities[id], round(r, 6), shared[id]) for id, r in found))

    def evidence_path(self, start: int, end: int, as_of: datetime | None = None) -> EvidencePath:
        with self.store.read() as reader:
            held, until = self.held_graph.get(reader), seconds(as_of)
            first, last = (held.entities.get(id) or self.one_entity(reader, id) for id in (start, end))
            way = held.graph.path(start, end, until)
            steps = [
                _step(
                    reader, held.entities[one], held.entities[other], held.graph.shared(one, other, until)[:_LOOKED_AT]
                )
                for one, other in pairwise(way)
            ]
        return EvidencePath(first, last, tuple(steps))


def _step(reader: Reader, one: Entity, other: Entity, memories: list[int]) -> Step:
    """The step with its evidence: a fact that links both, else the sentence that names both."""
    if (id := known.fact_between(reader, memories, one.id, other.id)) is not None:
        (fact,) = known.facts_by_ids(reader, [id])
        return Step(one, other, fact.evidence, fact)
    return Step(one, other, _quoted(reader, memories[0], one, other))


def _quoted(reader: Reader, memory: int, one: Entity, other: Entity) -> Evidence:
    """The sentence that names both; where they stand far apart, the one that names the second."""
    text, speaker, said_at = known.said(reader, memory)
    spans = known.spans(reader, memory)
    here, there = (
        [span for alias, *span in spans if alias in {name.id for name in entity.names}] for entity in (one, other)
    )
    pairs = [(min(a[0], b[0]), max(a[1], b[1])) for a in here for b in there]
    start, end = min(pairs, key=lambda pair: pair[1] - pair[0], default=(there or here or [[0, 0]])[0])
    if end - start > _LONG and there:
        start, end = there[0]
    within = [each for each in sentences(text) if each.start < end and start < each.end]
    if within and within[-1].end - within[0].start <= _LONG:
        start, end = within[0].start, within[-1].end
    end = min(max(end, start + 1), len(text))
    return Evidence(memory, start, end, text[start:end], speaker, said_at)


def seconds(moment: datetime | None) -> float | None:
    """The moment as the graph counts."""
    return None if moment is None else moment.timestamp()
