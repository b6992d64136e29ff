"""Facts and mentions as what rests on memories: why they are there, and what forgetting takes along."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mnemoteca.core.sleep.values import Quote
from mnemoteca.core.sleep.why import Ref
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables.codes import ACTIVE, among, aware


def resting_on(reader: Reader, memories: Sequence[int]) -> tuple[int, int]:
    """Facts that hold and stand in these memories, and pairs of entities that nothing else names together."""
    if not memories:
        return 0, 0
    of = among("memory", list(memories))
    (facts,) = reader.all(f"SELECT count(*) FROM facts WHERE {of} AND standing = 0 AND recorded_to IS NULL")
    pairs = (
        "SELECT DISTINCT least(a.entity, b.entity) AS one, greatest(a.entity, b.entity) AS other, m.memory "
        "FROM mentions m JOIN mentions n ON n.memory = m.memory JOIN aliases a ON a.id = m.alias "
        "JOIN aliases b ON b.id = n.alias JOIN memories k ON k.id = m.memory AND k.state = 0 "
        f"WHERE a.entity < b.entity AND a.entity IN (SELECT entity FROM aliases JOIN mentions ON alias = id WHERE {of})"
    )
    (links,) = reader.all(
        f"SELECT count(*) FROM (SELECT one, other FROM ({pairs}) GROUP BY one, other "
        f"HAVING count(*) = count(*) FILTER ({of}))"
    )
    return int(facts[0]), int(links[0])


def facts_in(reader: Reader, memory: int) -> list[Ref]:
    """The facts that stand in a memory, those that were ended or set aside left out."""
    rows = reader.all(
        """SELECT id, relation, object FROM facts WHERE memory = ? AND standing IN (0, 2) AND recorded_to IS NULL
        ORDER BY id""",
        (memory,),
    )
    return [Ref("fact", id, f"{relation.replace('_', ' ')} {object}") for id, relation, object in rows]


def fact_quoted(reader: Reader, id: int) -> tuple[Quote, int, datetime] | None:
    """The words that a fact rests on, the run that proposed it (0: the rules), and since when it is known."""
    row = reader.one(
        f"""SELECT f.memory, f.start, f."end", substring(m.text, f.start + 1, f."end" - f.start), f.run,
        f.recorded_from FROM facts f JOIN memories m ON m.id = f.memory AND m.state = {ACTIVE} WHERE f.id = ?""",
        (id,),
    )
    if row is None:
        return None
    memory, start, end, text, run, since = row
    known = aware(since)
    assert known is not None
    return Quote(memory, start, end, text), run, known
