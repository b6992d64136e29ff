"""The part of the door by which what is known is asked: entities, facts, paths, contradictions, places."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from mnemoteca.core.changes import Done
from mnemoteca.core.door import Lane, door
from mnemoteca.core.knowledge.values import (
    Contradiction,
    Entity,
    EvidencePath,
    Fact,
    GraphPicture,
    KnowledgeState,
    Neighbourhood,
    PlaceKnown,
    Verdict,
)
from mnemoteca.core.memory import DEFAULT_SPACE, Memory


class KnowledgeDoor(Protocol):
    """Knowledge: derived from memories and gone with them; each answer names the sentence that it rests on."""

    @door()
    def knowledge(self, space: str = DEFAULT_SPACE) -> KnowledgeState: ...
    @door(Lane.WAIT, cancel=True, deadline_s=24 * 3600.0)
    def wait_knowledge(self, space: str = DEFAULT_SPACE) -> KnowledgeState:
        """Return when everything that is kept was read; raise `Stopped` where that can't be."""
        ...

    @door()
    def entities(
        self, space: str = DEFAULT_SPACE, text: str = "", kind: str = "", start: int = 0, limit: int = 100
    ) -> tuple[Entity, ...]:
        """Who and what is spoken of, most spoken of first; whose name holds `text`, where it is given."""
        ...

    @door()
    def entity(self, id: int) -> Entity: ...
    @door()
    def find_entity(self, name: str, space: str = DEFAULT_SPACE) -> Entity:
        """Whoever has this name; of several, the one most spoken of."""
        ...

    @door()
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
        """What is so, the newest first; of one entity, where it is given (its id).

        `as_of`: what was so then. `known_at`: as the library knew it then. `ended`: also what was superseded.
        """
        ...

    @door(Lane.ACT)
    def merge_entities(self, keep: int, others: tuple[int, ...]) -> Done:
        """They are one: every name of the others is a name of `keep`. It can be undone."""
        ...

    @door(Lane.ACT)
    def split_entity(self, names: tuple[int, ...], memories: tuple[int, ...] = ()) -> Done:
        """These names (ids) are somebody else's; with `memories`, only where these speak of them. It can be undone."""
        ...

    @door()
    def contradictions(self, space: str = DEFAULT_SPACE, settled: bool = False) -> tuple[Contradiction, ...]:
        """What nothing settles, the newest first; with `settled`, also what the person decided."""
        ...

    @door(Lane.ACT)
    def settle_contradiction(self, id: int, keep: Verdict) -> Done:
        """Keep one, the other or both; it can be undone."""
        ...

    @door()
    def neighbourhood(self, entity: int, limit: int = 30, as_of: datetime | None = None) -> Neighbourhood:
        """Who and what it is spoken of together with, the closest first."""
        ...

    @door()
    def related(self, entity: int, limit: int = 10) -> Neighbourhood:
        """What belongs to it most, also over several steps (personalised PageRank)."""
        ...

    @door()
    def evidence_path(self, start: int, end: int, as_of: datetime | None = None) -> EvidencePath:
        """The shortest way from one to the other, each step with the sentence that it rests on."""
        ...

    @door()
    def graph(
        self,
        entity: int = 0,
        other: int = 0,
        space: str = DEFAULT_SPACE,
        limit: int = 40,
        kinds: tuple[str, ...] = (),
        as_of: datetime | None = None,
    ) -> GraphPicture:
        """A picture of at most `limit` (up to 500): around one, around the way between two, or of all in a space.

        With `kinds` only such stand around; the way itself is always whole. The same graph gives the same picture.
        """
        ...

    @door()
    def speaking_of(self, entity: int, start: int = 0, limit: int = 50) -> tuple[Memory, ...]:
        """The memories that name an entity, the newest first."""
        ...

    @door()
    def about_place(
        self, place: str, space: str = DEFAULT_SPACE, kind: str = "", limit: int = 50
    ) -> tuple[Memory, ...]:
        """The memories that speak of a file, symbol, commit or link, the newest first."""
        ...

    @door()
    def known_places(
        self, space: str = DEFAULT_SPACE, text: str = "", kind: str = "", limit: int = 100
    ) -> tuple[PlaceKnown, ...]: ...
