"""Asking what is known."""

from __future__ import annotations

from datetime import datetime

from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.knowledge.naming import folded
from mnemoteca.core.knowledge.relations import RELATIONS
from mnemoteca.core.knowledge.settling import held, settle
from mnemoteca.core.knowledge.values import Contradiction, Entity, Fact, KnowledgeState, PlaceKnown
from mnemoteca.core.memory import DEFAULT_SPACE, ROW_TEXT, Memory
from mnemoteca.core.views import MAX_ROWS
from mnemoteca.library.body import Body
from mnemoteca.library.knowledge.following import Knowledge
from mnemoteca.library.knowledge.taking_in import place_key
from mnemoteca.library.looking import page
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import details, known, memories, weighing
from mnemoteca.store.tables.codes import naive

_KINDS_OF_PLACE = ("file", "symbol", "commit", "url", "page")


class Knowing(Body):
    """The part of the library that tells what is known."""

    known: Knowledge

    def knowledge(self, space: str = DEFAULT_SPACE) -> KnowledgeState:
        with self.store.read() as reader:
            return known.counts(reader, self.space_id(reader, space), self.known.behind)

    def wait_knowledge(self, space: str = DEFAULT_SPACE) -> KnowledgeState:
        self.known.wait()
        return self.knowledge(space)

    def entities(
        self, space: str = DEFAULT_SPACE, text: str = "", kind: str = "", start: int = 0, limit: int = 100
    ) -> tuple[Entity, ...]:
        rows = page(start, limit)
        with self.store.read() as reader:
            ids = known.entity_ids(reader, self.space_id(reader, space), folded(text), kind, rows.stop)[rows]
            found = known.entities_by_ids(reader, ids)
        return tuple(found[id] for id in ids)

    def entity(self, id: int) -> Entity:
        with self.store.read() as reader:
            return self.one_entity(reader, id)

    def find_entity(self, name: str, space: str = DEFAULT_SPACE) -> Entity:
        with self.store.read() as reader:
            of = self.space_id(reader, space)
            ids = known.named_so(reader, of, folded(name)) or known.entity_ids(reader, of, folded(name), "", 1)
            if not ids or not folded(name):
                raise NotFound("no_entity", name=name)
            return self.one_entity(reader, ids[0])

    def facts(
        self,
        space: str = DEFAULT_SPACE,
        entity: int = 0,
        relation: str = "",
        as_of: datetime | None = None,
        known_at: datetime | None = None,
        ended: bool = False,
        start: int = 0,
        limit: int = 100,
    ) -> tuple[Fact, ...]:
        if relation and relation not in RELATIONS:
            raise BadInput("no_relation", name=relation, names=", ".join(RELATIONS))
        rows = page(start, limit)
        with self.store.read() as reader:
            of = self.space_id(reader, space)
            if as_of is not None or known_at is not None:
                return tuple(self._as_of(reader, of, entity, relation, as_of, known_at)[rows])
            ids = known.current_ids(reader, of, entity, relation, ended=ended, most=rows.stop)
            return tuple(known.facts_by_ids(reader, ids[rows]))

    def contradictions(self, space: str = DEFAULT_SPACE, settled: bool = False) -> tuple[Contradiction, ...]:
        with self.store.read() as reader:
            return tuple(known.contradictions(reader, self.space_id(reader, space), settled=settled)[:MAX_ROWS])

    def about_place(
        self, place: str, space: str = DEFAULT_SPACE, kind: str = "", limit: int = 50
    ) -> tuple[Memory, ...]:
        if kind and kind not in _KINDS_OF_PLACE:
            raise BadInput("no_place_kind", name=kind, names=", ".join(_KINDS_OF_PLACE))
        key = place_key(kind or _kind_of(place), place)
        with self.store.read() as reader:
            of = self.space_id(reader, space)
            ids = known.memories_at(reader, of, kind, key, min(max(0, limit), MAX_ROWS)) if key else []
            return tuple(details.told(reader, memories.by_ids(reader, ids, ROW_TEXT, self.lives(reader))))

    def known_places(
        self, space: str = DEFAULT_SPACE, text: str = "", kind: str = "", limit: int = 100
    ) -> tuple[PlaceKnown, ...]:
        with self.store.read() as reader:
            of = self.space_id(reader, space)
            return tuple(known.known_places(reader, of, text.lower(), kind, min(max(0, limit), MAX_ROWS)))

    def one_entity(self, reader: Reader, id: int) -> Entity:
        """An entity; raises `NotFound`."""
        found = known.entities_by_ids(reader, [id]).get(id)
        if found is None:
            raise NotFound("no_entity", name=id)
        return found

    def _as_of(
        self, reader: Reader, space: int, entity: int, relation: str, as_of: datetime | None, known_at: datetime | None
    ) -> list[Fact]:
        """What was so at a moment, as it was known at a moment: weighed again from what was known then."""
        knew, at = naive(known_at or self.clock.now()), naive(as_of or known_at)
        assert knew is not None
        assert at is not None
        claims = weighing.claims_known_at(reader, space, knew, entity)
        groups = {(claim.subject, claim.relation) for claim in claims}
        settled = settle(claims, weighing.decisions(reader, groups))
        held_then = [c for c in claims if held(settled.weighed, c, at) and relation in ("", c.relation)]
        ids = [c.id for c in sorted(held_then, key=lambda c: (c.since or at, c.id), reverse=True)]
        return known.facts_by_ids(reader, ids[:MAX_ROWS], settled.weighed)


def _kind_of(place: str) -> str:
    return "url" if "://" in place or place.startswith("www.") else "file"
