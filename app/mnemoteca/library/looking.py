"""Looking: one memory, its versions, sessions and their turns, counts and tags."""

from __future__ import annotations

from mnemoteca.core.branches import Stretch
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.memory import DEFAULT_SPACE, ROW_TEXT, Memory, Session, Version
from mnemoteca.core.recall import Filters
from mnemoteca.core.views import MAX_ROWS, Counts, Place
from mnemoteca.library.body import Body
from mnemoteca.store.tables import changes, details, lists, memories, sessions
from mnemoteca.store.tables.codes import ACTIVE

TURN_TEXT = 64_000  # characters of a text that a turn in the reader carries
WHOLE_TEXT = 64_000_000  # a longer one can't be kept
REPLY_TEXT = 1_500_000  # characters of whole texts that one reply carries, unless a single one is longer


def page(start: int, limit: int, most: int = MAX_ROWS) -> slice:
    """The rows asked for, at most `most`; raises `BadInput`."""
    if start < 0 or limit < 0:
        raise BadInput("number_range", name="start or limit", value=min(start, limit), low=0, high=most)
    return slice(start, start + min(limit, most))


class Looking(Body):
    """The part of the library that shows single things."""

    def memory(self, id: int) -> Memory:
        with self.store.read() as reader:
            return details.told(reader, [self.one(reader, id)])[0]

    def versions(self, id: int) -> tuple[Version, ...]:
        with self.store.read() as reader:
            found = memories.versions(reader, id)
        if not found:
            raise NotFound("no_memory", id=id)
        return tuple(found)

    def memories(self, ids: tuple[int, ...]) -> tuple[Memory, ...]:
        with self.store.read() as reader:
            return tuple(memories.by_ids(reader, ids[:MAX_ROWS], ROW_TEXT, self.lives(reader)))

    def whole(self, ids: tuple[int, ...]) -> tuple[Memory, ...]:
        with self.store.read() as reader:
            lives = self.lives(reader)
            room, asked = REPLY_TEXT, list[int]()
            for each in memories.by_ids(reader, ids[:MAX_ROWS], 0, lives):
                room -= each.length
                if asked and room < 0:
                    break
                asked.append(each.id)
            return tuple(memories.by_ids(reader, asked, WHOLE_TEXT, lives))

    def session(self, id: int) -> Session:
        with self.store.read() as reader:
            found = sessions.by_ids(reader, [id], self.lives(reader))
        if not found:
            raise NotFound("no_session", id=id)
        return found[0]

    def sessions(self, space: str = DEFAULT_SPACE, start: int = 0, limit: int = 500) -> tuple[Session, ...]:
        with self.store.read() as reader:
            where, params = lists.condition(Place.SESSIONS, self.space_id(reader, space), Filters(), self.clock.now())
            ids, _, _ = lists.ordered(reader, Place.SESSIONS, where, params)
            return tuple(sessions.by_ids(reader, ids[page(start, limit)].tolist(), self.lives(reader)))

    def turns(self, session: int, start: int = 0, limit: int = 200) -> tuple[Memory, ...]:
        with self.store.read() as reader:
            rows = reader.all(
                f"SELECT id FROM memories WHERE session = ? AND state = {ACTIVE} ORDER BY position, id", (session,)
            )
            ids = [row[0] for row in rows][page(start, limit)]
            return tuple(details.told(reader, memories.by_ids(reader, ids, TURN_TEXT, self.lives(reader))))

    def path(self, session: int, through: int = 0, start: int = -1, limit: int = 200) -> Stretch:
        with self.store.read() as reader:
            found = details.path_through(reader, session, through)
            if start < 0:
                start = max(0, found.ids.index(through) - limit // 3) if through in found.ids else 0
            ids = found.ids[page(start, limit)]
            turns = details.told(reader, memories.by_ids(reader, ids, TURN_TEXT, self.lives(reader)))
        forks = tuple(found.beside[id] for id in ids if id in found.beside)
        return Stretch(session, start, len(found.ids), tuple(turns), forks)

    def counts(self, space: str = DEFAULT_SPACE) -> Counts:
        with self.store.read() as reader:
            found = lists.counts(reader, self.space_id(reader, space))
            return Counts(found, changes.last_number(reader))

    def speakers(self, space: str = DEFAULT_SPACE) -> dict[str, int]:
        with self.store.read() as reader:
            rows = reader.all(
                f"SELECT speaker, count(*) FROM memories WHERE space = ? AND state = {ACTIVE} AND speaker <> '' "
                f"GROUP BY speaker ORDER BY count(*) DESC, speaker LIMIT {MAX_ROWS}",
                (self.space_id(reader, space),),
            )
        return dict(rows)

    def tags(self, space: str = DEFAULT_SPACE) -> dict[str, int]:
        with self.store.read() as reader:
            rows = reader.all(
                f"SELECT t.tag, count(*) FROM tags t JOIN memories m ON m.id = t.memory WHERE m.space = ? "
                f"AND m.state = {ACTIVE} GROUP BY t.tag ORDER BY count(*) DESC, t.tag LIMIT {MAX_ROWS}",
                (self.space_id(reader, space),),
            )
        return dict(rows)
