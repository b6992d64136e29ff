"""Reading: what stands where in a session, be it of 20,000 turns, without giving out the turns themselves."""

from __future__ import annotations

from datetime import date
from itertools import islice

from mnemoteca.core.cancel import current
from mnemoteca.core.found_in import MOST_PLACES, FoundIn, FoundTurn, spans_of
from mnemoteca.core.memory import Role
from mnemoteca.core.outline import MOST_ENTRIES, Outline, Point, Sort, Turn, points_of
from mnemoteca.core.when import local_day
from mnemoteca.library.body import Body
from mnemoteca.library.looking import TURN_TEXT
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import details
from mnemoteca.store.tables.codes import ACTIVE, aware

_QUESTION = 2_000  # characters of what a person said that its first line is looked for in
_FROM = f"FROM memories WHERE session = ? AND state = {ACTIVE}"


class Reading(Body):
    """The part of the library that helps to read."""

    def find_in_session(self, session: int, text: str, through: int = 0) -> FoundIn:
        wanted = text.strip("\r\n")
        if not wanted:
            return FoundIn(session, text)
        sql = (
            f"SELECT id, left(text, {TURN_TEXT}) {_FROM} "
            f"AND contains(strip_accents(lower(left(text, {TURN_TEXT}))), strip_accents(lower(?)))"
        )
        with self.store.read() as reader:
            texts: dict[int, str] = dict(reader.all(sql, (session, wanted)))
            ids = self._path(reader, session, through)
        return _found(session, text, wanted, ids, texts)

    def outline(self, session: int, through: int = 0) -> Outline:
        sql = (
            f"SELECT id, role, CASE WHEN role IN ('{Role.USER}', '{Role.NOTE}') THEN left(text, {_QUESTION}) "
            f"WHEN contains(text, '#') THEN left(text, {TURN_TEXT}) ELSE '' END, occurred_at, offset_min {_FROM}"
        )
        with self.store.read() as reader:
            rows = {row[0]: row for row in reader.all(sql, (session,))}
            ids = self._path(reader, session, through)
        turns = (Turn(id, at, Role(rows[id][1]), rows[id][2], aware(rows[id][3]), rows[id][4])
                 for at, id in enumerate(ids) if id in rows)  # fmt: skip
        points = tuple(islice(points_of(turns), MOST_ENTRIES + 1))
        return Outline(session, points[:MOST_ENTRIES], len(points) > MOST_ENTRIES)

    def place_of_day(self, session: int, day: date, through: int = 0) -> Point | None:
        with self.store.read() as reader:
            rows = reader.all(f"SELECT id, occurred_at, offset_min {_FROM} AND occurred_at IS NOT NULL", (session,))
            ids = self._path(reader, session, through)
        days = {id: local_day(at, offset) for id, moment, offset in rows if (at := aware(moment)) is not None}
        told = [Point(id, at, Sort.DAY, day=days[id]) for at, id in enumerate(ids) if id in days]
        return next((point for point in told if point.day is not None and point.day >= day), told[-1] if told else None)

    def _path(self, reader: Reader, session: int, through: int) -> tuple[int, ...]:
        return details.path_through(reader, session, through).ids


def _found(session: int, text: str, wanted: str, ids: tuple[int, ...], texts: dict[int, str]) -> FoundIn:
    """The places in the order of the path, at most so many."""
    token = current()
    turns, left = [], MOST_PLACES
    for at, id in enumerate(ids):
        if id in texts:
            token.raise_if_cancelled()
            spans = spans_of(texts[id], wanted, left + 1)
            if spans:
                turns.append(FoundTurn(id, at, spans[:left]))
            left -= len(spans)
            if left < 0:
                break
    return FoundIn(session, text, tuple(turn for turn in turns if turn.spans), left < 0)
