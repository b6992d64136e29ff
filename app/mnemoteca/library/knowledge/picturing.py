"""Pictures of the graph: who stands in them, what links them, and where each is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import zip_longest
from typing import TypeAlias

from mnemoteca.core.knowledge.drawing import placed
from mnemoteca.core.knowledge.values import Entity, EvidencePath, GraphPicture, Link, Spot
from mnemoteca.core.memory import DEFAULT_SPACE, ROW_TEXT, Memory
from mnemoteca.core.views import MAX_ROWS
from mnemoteca.library.knowledge.graphing import Graphing, Held, seconds
from mnemoteca.library.looking import page
from mnemoteca.store.tables import details, known, memories

LINKS_EACH = 3  # links drawn for each part, the closest first; the closest of each part is always drawn
_LOOKED_AT = 2_000  # neighbours of each in the middle, among which those of the wanted kinds are chosen
RawLink: TypeAlias = tuple[int, int, float, int]


class Picturing(Graphing):
    """The part of the library that draws the graph, and tells what speaks of an entity."""

    def graph(
        self,
        entity: int = 0,
        other: int = 0,
        space: str = DEFAULT_SPACE,
        limit: int = 40,
        kinds: tuple[str, ...] = (),
        as_of: datetime | None = None,
    ) -> GraphPicture:
        most, until = min(max(1, limit), MAX_ROWS), seconds(as_of)
        path = self.evidence_path(entity, other, as_of) if entity and other and entity != other else None
        with self.store.read() as reader:
            held = self.held_graph.get(reader)
            if path is not None:
                middle = _on_the_way(path)
            else:
                middle = [held.entities.get(entity) or self.one_entity(reader, entity)] if entity else []
            told = {each.id: each for each in middle}
            if middle:
                rest = _around(held, list(told), kinds, until)
            else:
                chosen = known.entity_ids(reader, self.space_id(reader, space), "", "", MAX_ROWS)
                rest = [id for id in chosen if _fits(held, id, kinds) and held.graph.count(id, until)]
        shown = [*told, *rest][: max(most, len(told))]
        told.update({id: held.entities[id] for id in shown if id not in told})
        links = _kept(held.graph.links(shown, until), set(shown[: len(middle)]), LINKS_EACH * len(shown))
        at = {id: n for n, id in enumerate(shown)}
        points = placed(len(shown), [(at[a], at[b], weight) for a, b, weight, _ in links], len(middle))
        spots = (Spot(told[id], round(x, 4), round(y, 4)) for id, (x, y) in zip(shown, points.tolist(), strict=True))
        return GraphPicture(tuple(spots), tuple(Link(a, b, round(w, 6), n) for a, b, w, n in links), path)

    def speaking_of(self, entity: int, start: int = 0, limit: int = 50) -> tuple[Memory, ...]:
        rows = page(start, limit)
        with self.store.read() as reader:
            self.one_entity(reader, entity)
            ids = known.memories_naming(reader, entity, rows.stop)[rows]
            return tuple(details.told(reader, memories.by_ids(reader, ids, ROW_TEXT, self.lives(reader))))


def _on_the_way(path: EvidencePath) -> list[Entity]:
    """Both ends and what stands between them; where nothing leads from one to the other, the ends."""
    return [path.start, *(step.end for step in path.steps)] if path.steps else [path.start, path.end]


def _around(held: Held, middle: Sequence[int], kinds: tuple[str, ...], until: float | None) -> list[int]:
    """The neighbours of all in the middle, in turn, the closest of each first."""
    each = ([id for id, _, _ in held.graph.neighbours(one, _LOOKED_AT, until)] for one in middle)
    in_turn = (id for rank in zip_longest(*each) for id in rank if id is not None)
    return [id for id in dict.fromkeys(in_turn) if id not in middle and _fits(held, id, kinds)]


def _fits(held: Held, id: int, kinds: tuple[str, ...]) -> bool:
    return id in held.entities and (not kinds or held.entities[id].kind in kinds)


def _kept(links: list[RawLink], way: set[int], most: int) -> list[RawLink]:
    """The closest links, with those of the way and the closest one of each part among them."""
    reached: set[int] = set()
    kept: list[RawLink] = []
    for n, link in enumerate(links):
        is_first = not {link[0], link[1]} <= reached
        if n < most or is_first or {link[0], link[1]} <= way:
            kept.append(link)
        reached.update(link[:2])
    return kept
