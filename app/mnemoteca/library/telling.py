"""Telling: the life of one memory, and what one session holds."""

from __future__ import annotations

from mnemoteca.core.errors import NotFound
from mnemoteca.core.life import MemoryLife, SessionFacts
from mnemoteca.library.body import Body
from mnemoteca.store.tables import lived, suggestions


class Telling(Body):
    """The part of the library that tells why something is remembered and where it came from."""

    def life(self, id: int) -> MemoryLife:
        with self.store.read() as reader:
            memory = self.one(reader, id, 1)
            ids = lived.versions_of(reader, id)
            origin = lived.origin(reader, memory.session)
            suggested = suggestions.of(reader, [id]).get(id, ())
            return MemoryLife(id, tuple(lived.events(reader, ids)), lived.recalled(reader, ids), origin, suggested)

    def session_facts(self, session: int) -> SessionFacts:
        with self.store.read() as reader:
            origin = lived.origin(reader, session)
            if not origin.source:
                raise NotFound("no_session", id=session)
            tiers, pinned = lived.tiers_of(reader, session)
            tags, speakers = lived.tags_of(reader, session), lived.speakers_of(reader, session)
        return SessionFacts(session, tiers, tags, speakers, origin, pinned)
