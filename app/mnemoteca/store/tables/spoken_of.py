"""The SQL of all that speaks of an entity: what purging everything about it takes, and what it shares with others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mnemoteca.core.purging import SharedMemory
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import knowledge
from mnemoteca.store.tables.codes import FORMER, among

MOST_SHARED = 100  # memories that are told one by one, and titles
_BEGINNING = 120  # characters of each that are told
_AT_ONCE = 2_000
_NO_LETTER = r"[^\pL\pN]"


@dataclass(frozen=True, slots=True)
class Names:
    """The space of an entity and its names; `own`: those that nobody else has. All folded, as the tables hold them."""

    space: int
    every: tuple[str, ...]
    own: tuple[str, ...]


def names_of(reader: Reader, entity: int) -> Names | None:
    """None where there is no such entity. Whoever the notes are of has no name that a text could hold."""
    rows = reader.all("SELECT space, folded FROM aliases WHERE entity = ? AND kind <> 'self'", (entity,))
    if not rows:
        of = reader.one("SELECT space FROM aliases WHERE entity = ? LIMIT 1", (entity,))
        return None if of is None else Names(int(of[0]), (), ())
    space, every = int(rows[0][0]), tuple(sorted({str(row[1]) for row in rows}))
    others = {
        row[0]
        for row in reader.all(
            "SELECT folded FROM aliases WHERE space = ? AND entity <> ? AND folded IN (SELECT unnest(?::VARCHAR[]))",
            (space, entity, list(every)),
        )
    }
    return Names(space, every, tuple(name for name in every if name not in others))


def speaking_of(reader: Reader, entity: int, names: Names) -> set[int]:
    """The memories, in any state, that are known to speak of it or hold a name of several words that is its alone.

    Of what was not read yet, also those that hold a name of one word that is its alone: “Will” may be a verb elsewhere.
    """
    found = {
        int(row[0])
        for row in reader.all(
            "SELECT DISTINCT t.memory FROM mentions t JOIN aliases a ON a.id = t.alias WHERE a.entity = ?", (entity,)
        )
    }
    long = [name for name in names.own if " " in name]
    late = _holding(reader, names.space, names.own, knowledge.not_read(reader))
    return found | _holding(reader, names.space, long) | late


def naming(reader: Reader, entity: int, names: Names) -> set[int]:
    """The memories in which one of its names stands or that it said; where that is known to be another's, it isn't."""
    found = _holding(reader, names.space, names.every)
    others = reader.all(
        "SELECT DISTINCT t.memory FROM mentions t JOIN aliases a ON a.id = t.alias "
        "WHERE a.space = ? AND a.entity <> ? AND a.folded IN (SELECT unnest(?::VARCHAR[]))",
        (names.space, entity, list(names.every)),
    )
    return found - {int(row[0]) for row in others}


def titles_naming(reader: Reader, names: Names, gone: Sequence[int]) -> tuple[str, ...]:
    """The titles in which one of its names stands, of sessions that stay (`gone` don't)."""
    if not names.every:
        return ()
    rows = reader.all(
        "SELECT id, title FROM sessions WHERE space = ? AND regexp_matches(strip_accents(lower(title)), ?) "
        "ORDER BY id DESC",
        (names.space, _pattern(names.every)),
    )
    going = set(gone)
    return tuple(str(title) for id, title in rows if id not in going)[:MOST_SHARED]


def shared(reader: Reader, entity: int, ids: Sequence[int]) -> tuple[int, tuple[SharedMemory, ...]]:
    """How many of the memories name others, too, and which, the newest first; former versions are left out."""
    rows: list[tuple[int, list[str]]] = []
    for part in _parts(ids):
        rows += reader.all(
            f"""SELECT t.memory, list(DISTINCT a.shown ORDER BY a.shown) FROM mentions t
            JOIN aliases a ON a.id = t.alias JOIN memories m ON m.id = t.memory
            WHERE {among("t.memory", list(part))} AND a.entity <> ? AND t."start" >= 0 AND m.state <> {FORMER}
            GROUP BY t.memory""",
            (entity,),
        )
    told = dict(sorted(rows, reverse=True)[:MOST_SHARED])
    texts = reader.all(f"SELECT id, substr(text, 1, {_BEGINNING}) FROM memories WHERE {among('id', list(told))}")
    begun = {int(id): " ".join(str(text).split()) for id, text in texts}
    return len(rows), tuple(SharedMemory(id, begun[id], tuple(others)) for id, others in told.items())


def _holding(reader: Reader, space: int, names: Sequence[str], ids: Sequence[int] | None = None) -> set[int]:
    """Those of the memories of a space (of `ids`, where given) that hold or were said by one of the folded names."""
    if not names or (ids is not None and not ids):
        return set()
    found: set[int] = set()
    for among_these in (f" AND {among('id', list(part))}" for part in _parts(ids)) if ids is not None else ("",):
        rows = reader.all(
            "SELECT id FROM memories WHERE space = ? AND (regexp_matches(strip_accents(lower(text)), ?) "
            f"OR regexp_matches(strip_accents(lower(speaker)), ?)){among_these}",
            (space, _pattern(names), _pattern(names)),
        )
        found |= {int(row[0]) for row in rows}
    return found


def _pattern(names: Sequence[str]) -> str:
    """One of the names as whole words, however they are parted."""
    written = (rf"{_NO_LETTER}+".join(re.escape(word) for word in name.split()) for name in names if name)
    return rf"(^|{_NO_LETTER})({'|'.join(written)})($|{_NO_LETTER})"


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
