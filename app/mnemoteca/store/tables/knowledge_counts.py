"""How many facts and mentions rest on memories: what forgetting these takes along."""

from __future__ import annotations

from collections.abc import Sequence

from mnemoteca.store.engine import Reader
from mnemoteca.store.tables.codes import among


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
