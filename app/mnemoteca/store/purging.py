"""Taking memories out of the tables: of the library, and of any copy of it that a purge rewrites.

Ids are those of the tables at hand; a copy of another time is asked by uuid. Texts that stand elsewhere in the tables
(a title made of the first question, a saved search) go by the rule of `core.purging.sharing`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from mnemoteca.core.purging import sharing
from mnemoteca.core.saved_searches import SETTING, read_saved, written
from mnemoteca.store.purging_knowledge import erase_known, erase_known_of_space
from mnemoteca.store.reader import Reader
from mnemoteca.store.tables.codes import FORMER, among

_AT_ONCE = 2_000  # ids or texts of one statement
_OF_MEMORY = (
    "tags", "turn_details", "places", "act_items", "suggested_tags", "lessons", "name_lessons", "proposals", "merges",
    "given", "shingles", "echoes",
)  # fmt: skip
_ENDED = "('done', 'failed', 'cancelled')"


@dataclass(frozen=True, slots=True)
class Erased:
    """What went with some memories: sessions that are gone, and that lost their title, each with its space.

    `titles` are those that shared text with them, of both.
    """

    sessions: tuple[tuple[int, int], ...]
    untitled: tuple[tuple[int, int], ...]
    titles: tuple[str, ...]


def ids_of_uuids(reader: Reader, uuids: Sequence[UUID]) -> list[int]:
    """The ids that these memories have in the tables at hand; those that aren't there are left out."""
    found: list[int] = []
    for part in _parts(uuids):
        rows = reader.all("SELECT id FROM memories WHERE uuid IN (SELECT unnest(?::UUID[]))", (list(part),))
        found += [row[0] for row in rows]
    return sorted(found)


def texts_of(reader: Reader, ids: Sequence[int]) -> Iterator[str]:
    """The texts of memories, and what else of theirs a title may be made of."""
    for part in _parts(ids):
        for (text,) in reader.all(f"SELECT text FROM memories WHERE {among('id', list(part))}"):
            yield text


def current(reader: Reader, ids: Sequence[int]) -> list[int]:
    """Those of these that are no former versions."""
    found: list[int] = []
    for part in _parts(ids):
        rows = reader.all(f"SELECT id FROM memories WHERE state <> {FORMER} AND {among('id', list(part))} ORDER BY id")
        found += [row[0] for row in rows]
    return found


def erase(reader: Reader, ids: Sequence[int]) -> Erased:
    """Take memories out of the tables with all that hangs on them; sessions that are empty then go with them."""
    tables = {row[0] for row in reader.all("SELECT table_name FROM duckdb_tables() WHERE NOT internal")}
    sessions = _sessions_of(reader, ids)
    untitled = _scrub(reader, tables, sessions, ids)
    if "proposals" in tables:
        _shorten_accounts(reader, ids)
    for part in _parts(ids):
        for table in _OF_MEMORY:
            if table in tables:
                reader.all(f"DELETE FROM {table} WHERE {among('memory', list(part))}")
        reader.all(f"DELETE FROM memories WHERE {among('id', list(part))}")
    if "facts" in tables:
        erase_known(reader, ids)
    for table in ("cache", "set_apart") if "cache" in tables else ():  # nobody knows what of it came of these texts
        reader.all(f"DELETE FROM {table}")
    if "digests" in tables:
        _erase_derived(reader, ids)
    emptied = _emptied(reader, sessions)
    spaces = {
        id: space
        for part in _parts(sessions)
        for id, space in reader.all(f"SELECT id, space FROM sessions WHERE {among('id', list(part))}")
    }
    for part in _parts(emptied):
        if "session_details" in tables:
            reader.all(f"DELETE FROM session_details WHERE {among('session', list(part))}")
        reader.all(f"DELETE FROM sessions WHERE {among('id', list(part))}")
    left = [id for id in untitled if id not in set(emptied)]
    titles = tuple(untitled.values())
    return Erased(tuple((id, spaces[id]) for id in emptied), tuple((id, spaces[id]) for id in left), titles)


def _shorten_accounts(reader: Reader, ids: Sequence[int]) -> None:
    """A run that is proposed has not taken in what is gone by now."""
    for part in _parts(ids):
        reader.all(
            f"""UPDATE runs SET taken = runs.taken - gone.n, promoted = runs.promoted - gone.promoted,
            faded = runs.faded - gone.faded, "left" = runs."left" - gone.untouched, kept = runs.kept - gone.kept
            FROM (SELECT run, count(*) AS n, count(*) FILTER (kind = 'promote') AS promoted,
            count(*) FILTER (kind IN ('fade', 'merge')) AS faded, count(*) FILTER (kind = 'left') AS untouched,
            count(*) FILTER (kind = 'kept') AS kept FROM proposals
            WHERE {among("memory", list(part))} GROUP BY run) AS gone
            WHERE runs.id = gone.run AND runs.state = 'proposed'"""
        )


def _erase_derived(reader: Reader, ids: Sequence[int]) -> None:
    """Digests and patterns that rest on nothing else go; so do those whose name or quote stood there."""
    for part in _parts(ids):
        reader.all(f"DELETE FROM digests WHERE {among('name_memory', list(part))}")
        reader.all(f"DELETE FROM patterns WHERE {among('memory', list(part))}")
    for kind, table in (("digest", "digests"), ("pattern", "patterns")):
        reader.all(
            f"DELETE FROM {table} WHERE state <> 4 AND id NOT IN (SELECT thing FROM evidence WHERE kind = '{kind}')"
        )
        reader.all(f"DELETE FROM evidence WHERE kind = '{kind}' AND thing NOT IN (SELECT id FROM {table})")


def erase_space(reader: Reader, space: int) -> None:
    """Take out what else belongs to a space whose memories are gone, and the space itself."""
    tables = {row[0] for row in reader.all("SELECT table_name FROM duckdb_tables() WHERE NOT internal")}
    sessions = f"SELECT id FROM sessions WHERE space = {int(space)}"
    if "session_details" in tables:
        reader.all(f"DELETE FROM session_details WHERE session IN ({sessions})")
    reader.all(f"DELETE FROM act_items WHERE act IN (SELECT id FROM acts WHERE space = {int(space)})")
    reader.all(f"DELETE FROM skipped WHERE job IN (SELECT id FROM jobs WHERE space = {int(space)})")
    reader.all(f"DELETE FROM jobs WHERE space = {int(space)} AND state IN {_ENDED}")
    if "facts" in tables:
        erase_known_of_space(reader, space)
    runs = f"SELECT id FROM runs WHERE space = {int(space)}"
    if "proposals" in tables:
        reader.all(f"DELETE FROM proposals WHERE run IN ({runs})")
    of_space = ("sources", "digests", "patterns")
    for table in ("sessions", "acts", "settings", "runs", *(name for name in of_space if name in tables)):
        reader.all(f"DELETE FROM {table} WHERE space = {int(space)}")
    reader.all(f"DELETE FROM spaces WHERE id = {int(space)}")


def emptied_without(reader: Reader, ids: Sequence[int]) -> list[int]:
    """The sessions that would hold nothing without these memories; a day of notes is none of them."""
    found: dict[int, int] = {}
    for part in _parts(ids):
        for session, count in reader.all(
            f"SELECT session, count(*) FROM memories WHERE {among('id', list(part))} GROUP BY session"
        ):
            found[session] = found.get(session, 0) + count
    emptied: list[int] = []
    for part in _parts(sorted(found)):
        rows = reader.all(
            f"SELECT m.session, count(*) FROM memories m JOIN sessions s ON s.id = m.session "
            f"WHERE {among('m.session', list(part))} AND s.kind <> 'notes' GROUP BY m.session"
        )
        emptied += [session for session, count in rows if count == found[session]]
    return emptied


def saved_searches_sharing(reader: Reader, texts: Iterable[str]) -> int:
    """How many saved searches hold a part of the texts."""
    kept = [each for _, value in _settings(reader) for each in read_saved(value)]
    return len({n // 2 for n in sharing([part for each in kept for part in (each.name, each.query)], texts)})


# -- what shares text with them


@dataclass(frozen=True, slots=True)
class _Held:
    """A text that stands somewhere else, and how it goes from there."""

    text: str
    drop: Callable[[], None]


def _scrub(reader: Reader, tables: set[str], sessions: Sequence[int], ids: Sequence[int]) -> dict[int, str]:
    untitled: dict[int, str] = {}
    held = [*_titles(reader, sessions, untitled), *_acts(reader), *_searches(reader), *_jobs(reader)]
    for n in sorted(sharing([each.text for each in held], texts_of(reader, ids))):
        held[n].drop()
    return untitled


def _titles(reader: Reader, sessions: Sequence[int], untitled: dict[int, str]) -> Iterator[_Held]:
    for part in _parts(sessions):
        where = among("id", list(part))
        for id, title, extra in reader.all(f"SELECT id, title, coalesce(extra, '') FROM sessions WHERE {where}"):

            def drop(id: int = id, title: str = title) -> None:
                untitled[id] = title
                reader.all("UPDATE sessions SET title = '' WHERE id = ?", (id,))

            def drop_extra(id: int = id) -> None:
                reader.all("UPDATE sessions SET extra = NULL WHERE id = ?", (id,))

            yield _Held(title, drop)
            yield _Held(_unescaped(extra), drop_extra)


def _acts(reader: Reader) -> Iterator[_Held]:
    sql = "SELECT act, field, coalesce(old, ''), coalesce(new, '') FROM act_items WHERE field LIKE 'title %'"
    for act, field, old, new in reader.all(sql):

        def drop(act: int = act, field: str = field) -> None:
            reader.all("DELETE FROM act_items WHERE act = ? AND field = ?", (act, field))

        yield from (_Held(text, drop) for text in (old, new) if text)


def _searches(reader: Reader) -> Iterator[_Held]:
    for space, value in _settings(reader):
        for each in read_saved(value):

            def drop(space: int = space, each: Any = each) -> None:
                now = reader.all("SELECT value FROM settings WHERE name = ? AND space = ?", (SETTING, space))
                rest = [one for one in read_saved(str(json.loads(now[0][0]))) if one != each] if now else []
                reader.all(
                    "UPDATE settings SET value = ? WHERE name = ? AND space = ?",
                    (json.dumps(written(rest)), SETTING, space),
                )

            yield from (_Held(text, drop) for text in (each.name, each.query))


def _settings(reader: Reader) -> list[tuple[int, str]]:
    rows = reader.all("SELECT space, value FROM settings WHERE name = ?", (SETTING,))
    return [(space, str(json.loads(value))) for space, value in rows]


def _jobs(reader: Reader) -> Iterator[_Held]:
    """Ended jobs (a preview keeps titles, an import what it passed over); one that goes on keeps its place."""
    sql = f'SELECT id, title, args, message, result, "cursor" FROM jobs WHERE state IN {_ENDED}'
    for id, *told in reader.all(sql):

        def drop(id: int = id) -> None:
            reader.all("DELETE FROM jobs WHERE id = ?", (id,))
            reader.all("DELETE FROM skipped WHERE job = ?", (id,))

        yield from (_Held(_unescaped(text), drop) for text in told)
    for job, number, place, reason in reader.all("SELECT job, number, place, reason FROM skipped"):

        def drop_line(job: int = job, number: int = number) -> None:
            reader.all("DELETE FROM skipped WHERE job = ? AND number = ?", (job, number))

        yield from (_Held(text, drop_line) for text in (place, reason))


def _unescaped(text: str) -> str:
    """The strings in a piece of JSON, or the text itself."""
    if text[:1] not in ("{", "["):
        return text
    try:
        return "\n".join(_strings(json.loads(text)))
    except ValueError:
        return text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield str(name)
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


# -- sessions


def _sessions_of(reader: Reader, ids: Sequence[int]) -> list[int]:
    found: set[int] = set()
    for part in _parts(ids):
        found |= {
            row[0] for row in reader.all(f"SELECT DISTINCT session FROM memories WHERE {among('id', list(part))}")
        }
    return sorted(found)


def _emptied(reader: Reader, sessions: Sequence[int]) -> list[int]:
    """Those of the sessions that hold nothing any more; a day of notes goes on."""
    found: list[int] = []
    for part in _parts(sessions):
        rows = reader.all(
            f"SELECT id FROM sessions WHERE {among('id', list(part))} AND kind <> 'notes' "
            f"AND id NOT IN (SELECT session FROM memories WHERE {among('session', list(part))})"
        )
        found += [row[0] for row in rows]
    return sorted(found)


def _parts(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE))
