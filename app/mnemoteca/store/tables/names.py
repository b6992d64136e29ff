"""The SQL of names as a person and the graph have them: what the finder of names learns."""

from __future__ import annotations

from collections.abc import Collection

from mnemoteca.store.engine import Reader, Tx

MOST = 5_000  # names of the graph, those first that are spoken of most
_TWICE = 2  # memories that speak of a name before it is taken for known


def lesson(reader: Reader, memory: int, span: tuple[int, int]) -> str | None:
    """What a person said of a name there: its kind, "" that it is none; None where nothing was said."""
    row = reader.one('SELECT kind FROM name_lessons WHERE memory = ? AND "start" = ? AND "end" = ?', (memory, *span))
    return None if row is None else str(row[0])


def set_lesson(tx: Tx, memory: int, span: tuple[int, int], kind: str | None) -> None:
    """A person says so of it; None takes back what was said."""
    tx.run('DELETE FROM name_lessons WHERE memory = ? AND "start" = ? AND "end" = ?', (memory, *span))
    if kind is not None:
        tx.run("INSERT INTO name_lessons VALUES (?, ?, ?, ?, ?)", (memory, tx.last_change + 1, *span, kind))


def said_of(reader: Reader, memory: int) -> frozenset[tuple[int, int, str]]:
    """Where a person said of words in a memory what kind of name they are: start, end and kind."""
    rows = reader.all('SELECT "start", "end", kind FROM name_lessons WHERE memory = ?', (memory,))
    return frozenset((int(start), int(end), str(kind)) for start, end, kind in rows)


def bearers(reader: Reader, memory: int) -> dict[str, int]:
    """By folded name: the entity that a memory speaks of by it."""
    rows = reader.all(
        "SELECT a.folded, a.entity FROM mentions t JOIN aliases a ON a.id = t.alias WHERE t.memory = ? "
        "ORDER BY a.id DESC",
        (memory,),
    )
    return {str(name): int(entity) for name, entity in rows}


def lessons(reader: Reader, space: int) -> list[tuple[str, str]]:
    """Names of a space with the kinds that a person gave them, in the order in which they did."""
    return [
        (str(name), str(kind))
        for name, kind in reader.all(
            'SELECT substr(m.text, l."start" + 1, l."end" - l."start"), l.kind FROM name_lessons l '
            "JOIN memories m ON m.id = l.memory WHERE m.space = ? ORDER BY l.number",
            (space,),
        )
    ]


def of_graph(reader: Reader, space: int, kinds: Collection[str]) -> list[tuple[str, str]]:
    """The names of a space's graph with their kinds, that a person joined or that several memories speak of."""
    return [
        (str(name), str(kind))
        for name, kind in reader.all(
            "SELECT a.shown, a.kind FROM aliases a JOIN mentions t ON t.alias = a.id WHERE a.space = ? "
            "AND a.kind IN (SELECT unnest(?::VARCHAR[])) GROUP BY a.id, a.shown, a.kind, a.by_hand "
            f"HAVING a.by_hand OR count(DISTINCT t.memory) >= {_TWICE} "
            f"ORDER BY count(DISTINCT t.memory) DESC, a.id LIMIT {MOST}",
            (space, sorted(kinds)),
        )
    ]


def state(reader: Reader) -> tuple[int, ...]:
    """Another one says that lessons or names of the graph came or went."""
    row = reader.all(
        "SELECT (SELECT count(*) FROM name_lessons), (SELECT coalesce(max(number), 0) FROM name_lessons), "
        "(SELECT count(*) FROM aliases), (SELECT coalesce(max(id), 0) FROM aliases), "
        "(SELECT count(*) FROM aliases WHERE by_hand), (SELECT count(*) FROM mentions)"
    )[0]
    return tuple(int(each) for each in row)
