"""What is known, as values: entities with their names, facts with their evidence, contradictions, places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from mnemoteca.core.knowledge.graph import Floats, Graph, Ints
from mnemoteca.core.knowledge.naming import shown_name
from mnemoteca.core.knowledge.settling import Weighed
from mnemoteca.core.knowledge.values import (
    STANDINGS,
    Contradiction,
    Entity,
    EntityName,
    Evidence,
    Fact,
    KnowledgeState,
    PlaceKnown,
    Standing,
    Taint,
    Verdict,
)
from mnemoteca.store.engine import Reader
from mnemoteca.store.reader import Row
from mnemoteca.store.tables.codes import ACTIVE, among, aware

_HELD = f"({STANDINGS.index(Standing.HOLDS)}, {STANDINGS.index(Standing.DISPUTED)})"
_PER_NAME = f"""SELECT a.id, a.entity, a.shown, count(DISTINCT t.memory) AS n FROM aliases a
    JOIN mentions t ON t.alias = a.id JOIN memories m ON m.id = t.memory AND m.state = {ACTIVE} WHERE """
_FACT = """SELECT f.id, a.entity, f.relation, f.object, o.entity, f.polarity, f.ends, f.taint, f.confidence, f.run,
    f.world_from, f.valid_to, f."precision", f.recorded_from, f.recorded_to, f.standing, f.ended_by, f.memory,
    f."start", f."end", substr(m.text, f."start" + 1, f."end" - f."start"), m.speaker, m.occurred_at
    FROM facts f JOIN aliases a ON a.id = f.subject LEFT JOIN aliases o ON o.id = f.object_alias
    JOIN memories m ON m.id = f.memory WHERE """


def counts(reader: Reader, space: int, behind: int) -> KnowledgeState:
    """How much is known in a space."""
    of_space = "FROM aliases a JOIN mentions t ON t.alias = a.id JOIN memories m ON m.id = t.memory"
    ((entities,),) = reader.all(
        f"SELECT count(DISTINCT a.entity) {of_space} WHERE a.space = ? AND m.state = {ACTIVE}", (space,)
    )
    ((facts,),) = reader.all(
        f"SELECT count(*) FROM facts f JOIN memories m ON m.id = f.memory WHERE f.space = ? AND m.state = {ACTIVE} "
        f"AND f.standing IN {_HELD}",
        (space,),
    )
    return KnowledgeState(behind, entities, facts, len(_open(reader, space)))


# -- entities


def entities_by_ids(reader: Reader, ids: Iterable[int]) -> dict[int, Entity]:
    """These entities, by id; what no active memory speaks of has the names that it had, in none."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    kinds: dict[int, str] = dict(reader.all(f"SELECT id, kind FROM entities WHERE {among('id', wanted)}"))
    found: dict[int, list[EntityName]] = defaultdict(list)
    for id, entity, shown, count in reader.all(
        f"{_PER_NAME}{among('a.entity', wanted)} GROUP BY ALL ORDER BY n DESC, a.id"
    ):
        found[entity].append(EntityName(id, shown, count))
    missing = sorted(set(wanted) - set(found))
    for id, entity, shown in reader.all(
        f"SELECT id, entity, shown FROM aliases WHERE {among('entity', missing)} ORDER BY id"
    ):
        found[entity].append(EntityName(id, shown, 0))
    return {id: _entity(id, kinds.get(id, "other"), names) for id, names in found.items()}


def entity_ids(reader: Reader, space: int, text: str, kind: str, most: int) -> list[int]:
    """Those of a space whose name holds the folded text, most spoken of first."""
    named = " AND a.entity IN (SELECT entity FROM aliases WHERE space = ? AND contains(folded, ?))" if text else ""
    of_kind = " AND a.kind = ?" if kind else ""
    params: list[object] = [space, *([space, text] if text else []), *([kind] if kind else [])]
    rows = reader.all(
        f"WITH per AS ({_PER_NAME} a.space = ?{named}{of_kind} GROUP BY ALL) "
        "SELECT entity, sum(n) AS n FROM per GROUP BY entity ORDER BY n DESC, entity LIMIT ?",
        (*params, most),
    )
    return [row[0] for row in rows]


def named_so(reader: Reader, space: int, folded: str) -> list[int]:
    """The entities that have this name, the one most spoken of first."""
    rows = reader.all(
        f"WITH per AS ({_PER_NAME} a.space = ? AND a.folded = ? GROUP BY ALL) "
        "SELECT entity FROM per ORDER BY n DESC, entity",
        (space, folded),
    )
    return list(dict.fromkeys(row[0] for row in rows))


def _entity(id: int, kind: str, names: Sequence[EntityName]) -> Entity:
    called = shown_name({each.name: each.memories for each in names})
    return Entity(id, called, kind, sum(each.memories for each in names), tuple(names))


# -- facts


def current_ids(reader: Reader, space: int, entity: int, relation: str, *, ended: bool, most: int) -> list[int]:
    """The facts of a space that hold, the newest first; of one entity as subject or object; with `ended`, all."""
    of = f" AND (a.entity = {int(entity)} OR o.entity = {int(entity)})" if entity else ""
    held = "" if ended else f" AND f.standing IN {_HELD}"
    named = " AND f.relation = ?" if relation else ""
    rows = reader.all(
        f"""SELECT f.id FROM facts f JOIN aliases a ON a.id = f.subject LEFT JOIN aliases o ON o.id = f.object_alias
        JOIN memories m ON m.id = f.memory WHERE f.space = ? AND m.state = {ACTIVE}{of}{held}{named}
        ORDER BY coalesce(f.world_from, f.recorded_from) DESC, f.id DESC LIMIT ?""",
        (space, *([relation] if relation else []), most),
    )
    return [row[0] for row in rows]


def facts_by_ids(reader: Reader, ids: Sequence[int], weighed: dict[int, Weighed] | None = None) -> list[Fact]:
    """These facts, in the order asked for; `weighed` tells how they stood at another time."""
    if not ids:
        return []
    rows = {row[0]: row for row in reader.all(_FACT + among("f.id", list(ids)))}
    wanted = {id for row in rows.values() for id in (row[1], row[4]) if id is not None}
    entities = entities_by_ids(reader, wanted)
    told = weighed or {}
    return [_fact(rows[id], entities, told.get(id)) for id in ids if id in rows]


def _fact(row: Row, entities: dict[int, Entity], weighed: Weighed | None) -> Fact:
    (
        id, subject, relation, text, thing, polarity, ends, taint, confidence, run, since, until, precision, known_from,
        known_to, standing, ended_by, memory, start, end, quote, speaker, said_at,
    ) = row  # fmt: skip
    now = weighed or Weighed(STANDINGS[standing], until, ended_by)
    recorded = aware(known_from)
    assert recorded is not None
    return Fact(
        id, entities[subject], relation, text, None if thing is None else entities[thing], polarity, ends, Taint(taint),
        confidence, run, aware(since), aware(now.valid_to), precision, recorded, aware(known_to), now.standing,
        now.ended_by,
        Evidence(memory, start, end, quote, speaker, aware(said_at)),
    )  # fmt: skip


def contradictions(reader: Reader, space: int, *, settled: bool) -> list[Contradiction]:
    """What is disputed in a space, the newest first; with `settled`, also what the person decided."""
    rows = _open(reader, space, settled=settled)
    facts = {each.id: each for each in facts_by_ids(reader, sorted({id for row in rows for id in row[1:3]}))}
    return [Contradiction(id, facts[one], facts[other], Verdict(verdict)) for id, one, other, verdict in rows]


def contradiction(reader: Reader, id: int) -> tuple[int, int, int, str] | None:
    """Space, both facts and verdict of a contradiction."""
    row = reader.one("SELECT space, one, other, verdict FROM contradictions WHERE id = ?", (id,))
    return None if row is None else (row[0], row[1], row[2], row[3])


def _open(reader: Reader, space: int, *, settled: bool = False) -> list[tuple[int, int, int, str]]:
    which = "" if settled else "AND c.verdict = '' "
    there = f"SELECT f.id FROM facts f JOIN memories m ON m.id = f.memory WHERE m.state = {ACTIVE}"
    return list(
        reader.all(
            f"SELECT c.id, c.one, c.other, c.verdict FROM contradictions c WHERE c.space = ? {which}"
            f"AND c.one IN ({there}) AND c.other IN ({there}) ORDER BY c.id DESC",
            (space,),
        )
    )


# -- the graph and its evidence


def graph(reader: Reader) -> Graph:
    """Everything that active memories speak of."""
    rows = reader.arrays(
        f"""SELECT t.memory AS memory, a.entity AS entity, coalesce(epoch(m.occurred_at), 'nan'::DOUBLE) AS at
        FROM mentions t JOIN aliases a ON a.id = t.alias JOIN memories m ON m.id = t.memory WHERE m.state = {ACTIVE}"""
    )
    memories: Ints = rows["memory"].astype("int64")
    at: Floats = rows["at"].astype("float64")
    return Graph(memories, rows["entity"].astype("int64"), at)


def roster(reader: Reader) -> dict[int, Entity]:
    """Everybody and everything that active memories speak of, by id."""
    rows = reader.all(
        f"""SELECT a.entity, e.kind, a.id, a.shown, n.n FROM aliases a JOIN entities e ON e.id = a.entity JOIN
        (SELECT t.alias, count(DISTINCT t.memory) AS n FROM mentions t JOIN memories m ON m.id = t.memory
        WHERE m.state = {ACTIVE} GROUP BY t.alias) n ON n.alias = a.id ORDER BY n.n DESC, a.id"""
    )
    kinds: dict[int, str] = {}
    found: dict[int, list[EntityName]] = defaultdict(list)
    for entity, kind, id, shown, count in rows:
        kinds[entity] = kind
        found[entity].append(EntityName(id, shown, count))
    return {id: _entity(id, kinds[id], names) for id, names in found.items()}


def spans(reader: Reader, memory: int) -> list[tuple[int, int, int]]:
    """Where a memory names what: the name (its id), from where to where, in their order."""
    rows = reader.all(
        'SELECT alias, "start", "end" FROM mentions WHERE memory = ? AND "start" >= 0 ORDER BY "start"', (memory,)
    )
    return [(row[0], row[1], row[2]) for row in rows]


def fact_between(reader: Reader, memories: Sequence[int], one: int, other: int) -> int | None:
    """A fact of these memories that says how two entities are linked; one that holds comes first."""
    if not memories:
        return None
    row = reader.one(
        f"""SELECT f.id FROM facts f JOIN aliases a ON a.id = f.subject JOIN aliases o ON o.id = f.object_alias
        WHERE {among("f.memory", list(memories))}
        AND ((a.entity = ? AND o.entity = ?) OR (a.entity = ? AND o.entity = ?))
        ORDER BY f.standing, f.confidence DESC, f.id LIMIT 1""",
        (one, other, other, one),
    )
    return None if row is None else int(row[0])


def said(reader: Reader, memory: int) -> tuple[str, str, datetime | None]:
    """The text of a memory, who said it and when."""
    ((text, speaker, at),) = reader.all("SELECT text, speaker, occurred_at FROM memories WHERE id = ?", (memory,))
    return text, speaker, aware(at)


def memories_naming(reader: Reader, entity: int, most: int) -> list[int]:
    """The active memories that name an entity, the newest first."""
    rows = reader.all(
        f"""SELECT m.id FROM memories m WHERE m.state = {ACTIVE} AND m.id IN
        (SELECT t.memory FROM mentions t JOIN aliases a ON a.id = t.alias WHERE a.entity = ?)
        ORDER BY coalesce(m.occurred_at, m.recorded_at) DESC, m.id DESC LIMIT ?""",
        (entity, most),
    )
    return [row[0] for row in rows]


# -- places


def memories_at(reader: Reader, space: int, kind: str, key: str, most: int) -> list[int]:
    """The memories that speak of a place or stand at it, the newest first; a file also by the end of its path."""
    of_kind = " AND p.kind = ?" if kind else ""
    tail = "/" + key
    folded = "lower(replace(p.value, '\\', '/'))"
    named = (
        f"SELECT p.memory FROM memory_places p WHERE (p.folded = ? OR ends_with(p.folded, ?) "
        f"OR ends_with(?, '/' || p.folded)){of_kind}"
    )
    kept = (
        f"SELECT p.memory FROM places p WHERE ({folded} = ? OR ends_with({folded}, ?) "
        f"OR ends_with({folded}, '://' || ?)){of_kind}"
    )
    extra = [kind] if kind else []
    rows = reader.all(
        f"""SELECT m.id FROM memories m WHERE m.space = ? AND m.state = {ACTIVE} AND m.id IN ({named} UNION {kept})
        ORDER BY coalesce(m.occurred_at, m.recorded_at) DESC, m.id DESC LIMIT ?""",
        (space, key, tail, key, *extra, key, tail, key, *extra, most),
    )
    return [row[0] for row in rows]


def known_places(reader: Reader, space: int, text: str, kind: str, most: int) -> list[PlaceKnown]:
    """The places that memories of a space speak of, most spoken of first."""
    holds = " AND contains(p.folded, ?)" if text else ""
    of_kind = " AND p.kind = ?" if kind else ""
    rows = reader.all(
        f"""SELECT p.kind, min(p.value), count(DISTINCT p.memory) AS n
        FROM memory_places p JOIN memories m ON m.id = p.memory WHERE m.space = ? AND m.state = {ACTIVE}{holds}{of_kind}
        GROUP BY p.kind, p.folded ORDER BY n DESC, 2 LIMIT ?""",
        (space, *([text] if text else []), *([kind] if kind else []), most),
    )
    return [PlaceKnown(*row) for row in rows]
