"""Taking what is known from some memories out of the tables: facts, mentions, names that nothing speaks of any more.

What an erased fact had ended holds again, until the facts of its subject are weighed anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from mnemoteca.store.reader import Reader
from mnemoteca.store.tables.codes import among

_AT_ONCE = 2_000  # ids of one statement
_OF_MEMORY = ("mentions", "facts", "evidence", "memory_places")
_SPOKEN_OF = (
    "SELECT alias FROM mentions UNION SELECT subject FROM facts "
    "UNION SELECT object_alias FROM facts WHERE object_alias IS NOT NULL"
)


def erase_known(reader: Reader, ids: Sequence[int]) -> None:
    """Erase what rests on these memories, whose rows are gone; a name goes with its last mention."""
    aliases: set[int] = set()
    for start in range(0, len(ids), _AT_ONCE):
        where = among("memory", list(ids[start : start + _AT_ONCE]))
        aliases |= {row[0] for row in reader.all(f"SELECT DISTINCT alias FROM mentions WHERE {where}")}
        for table in _OF_MEMORY:
            reader.all(f"DELETE FROM {table} WHERE {where}")
    if not aliases:
        return
    _write_names_anew(reader, sorted(aliases))
    _sweep(reader)


def erase_known_of_space(reader: Reader, space: int) -> None:
    """Erase what is left of a space whose memories are gone."""
    for table in ("facts", "aliases", "entities", "contradictions"):
        reader.all(f"DELETE FROM {table} WHERE space = {int(space)}")


def _write_names_anew(reader: Reader, aliases: Sequence[int]) -> None:
    """A name is shown as a memory that is left writes it, not as one that went did."""
    for start in range(0, len(aliases), _AT_ONCE):
        part = list(aliases[start : start + _AT_ONCE])
        rows = reader.all(
            f"""SELECT t.alias, arg_min(substr(m.text, t."start" + 1, t."end" - t."start"), m.id)
            FROM mentions t JOIN memories m ON m.id = t.memory
            WHERE {among("t.alias", part)} AND t."start" >= 0 GROUP BY t.alias"""
        )
        for alias, shown in rows:
            reader.all("UPDATE aliases SET shown = ? WHERE id = ? AND shown <> ?", (shown, alias, shown))


def _sweep(reader: Reader) -> None:
    """What points at nothing goes."""
    reader.all(f"DELETE FROM aliases WHERE id NOT IN ({_SPOKEN_OF})")
    reader.all("DELETE FROM entities WHERE id NOT IN (SELECT entity FROM aliases)")
    gone = "NOT IN (SELECT id FROM facts)"
    reader.all(f"DELETE FROM contradictions WHERE one {gone} OR other {gone}")
    reader.all(f"UPDATE facts SET standing = 0, valid_to = NULL, ended_by = NULL WHERE ended_by {gone}")
