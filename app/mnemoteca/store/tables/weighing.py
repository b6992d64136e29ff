"""Facts as they are weighed against each other, and how they stand then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from mnemoteca.core.knowledge.relations import RELATIONS
from mnemoteca.core.knowledge.settling import Claim, Decided, Weighed, object_key, settle
from mnemoteca.core.knowledge.values import STANDINGS, Taint, Verdict
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.reader import Row
from mnemoteca.store.tables.codes import ACTIVE, FORMER, among

Group = tuple[int, str]  # an entity and a relation
_CLAIM = """SELECT f.id, a.entity, f.relation, f.object, f.polarity, f.ends, f.taint, f.world_from, f."precision",
    f.said_at, f.standing, f.valid_to, f.ended_by, f.space, n.called
    FROM facts f JOIN aliases a ON a.id = f.subject LEFT JOIN aliases o ON o.id = f.object_alias
    LEFT JOIN (SELECT entity, min(folded) AS called FROM aliases GROUP BY entity) n ON n.entity = o.entity
    JOIN memories m ON m.id = f.memory WHERE """


def groups_of(reader: Reader, memories: Sequence[int]) -> set[Group]:
    """Of whom and in which relation the facts of these memories speak."""
    if not memories:
        return set()
    where = among("f.memory", list(memories))
    return set(
        reader.all(
            f"SELECT DISTINCT a.entity, f.relation FROM facts f JOIN aliases a ON a.id = f.subject WHERE {where}"
        )
    )


def groups_of_entities(reader: Reader, entities: Iterable[int]) -> set[Group]:
    """All relations that facts of these entities are in."""
    where = among("a.entity", sorted(set(entities)))
    return set(
        reader.all(
            f"SELECT DISTINCT a.entity, f.relation FROM facts f JOIN aliases a ON a.id = f.subject WHERE {where}"
        )
    )


def claims(reader: Reader, groups: Iterable[Group]) -> list[Claim]:
    """What is weighed in these groups: the facts of what is kept now."""
    return [_claim(row) for row in _rows(reader, groups, f"m.state = {ACTIVE}")]


def claims_known_at(reader: Reader, space: int, moment: datetime, entity: int = 0) -> list[Claim]:
    """What was known of a space (or of one entity) at a moment, naive UTC; what is in the trash is left out."""
    of = f" AND a.entity = {int(entity)}" if entity else ""
    rows = reader.all(
        f"{_CLAIM} f.space = ? AND m.state IN ({ACTIVE}, {FORMER}) AND f.recorded_from <= ? "
        f"AND (f.recorded_to IS NULL OR f.recorded_to > ?){of}",
        (space, moment, moment),
    )
    return [_claim(row) for row in rows]


def decisions(reader: Reader, groups: Iterable[Group]) -> list[Decided]:
    """What the person decided between facts of these groups, also where one of them is in the trash."""
    rows = reader.all("SELECT one, other, verdict FROM contradictions WHERE verdict <> ''")
    if not rows:
        return []
    wanted = sorted({id for one, other, _ in rows for id in (one, other)})
    found = {row[0]: _claim(row) for row in reader.all(_CLAIM + among("f.id", wanted))}
    around = set(groups)
    return [
        Decided(found[one], found[other], Verdict(verdict))
        for one, other, verdict in rows
        if one in found and other in found and (found[one].subject, found[one].relation) in around
    ]


def weigh(tx: Tx, groups: Iterable[Group]) -> None:
    """Weigh these groups anew: how each fact stands, and which contradict each other."""
    wanted = _with_opposites(groups)
    rows = _rows(tx, wanted, f"m.state = {ACTIVE}")
    if not rows:
        return
    settled = settle(map(_claim, rows), decisions(tx, wanted))
    for row in rows:
        before = Weighed(STANDINGS[row[10]], row[11], row[12])
        now = settled.weighed[row[0]]
        if now != before:
            tx.run(
                "UPDATE facts SET standing = ?, valid_to = ?, ended_by = ? WHERE id = ?",
                (STANDINGS.index(now.standing), now.valid_to, now.ended_by, row[0]),
            )
    _keep_disputes(tx, {row[0]: row[13] for row in rows}, settled.disputed)


def _keep_disputes(tx: Tx, spaces: dict[int, int], disputed: Sequence[tuple[int, int]]) -> None:
    where = among("one", sorted(spaces))
    there = {
        (one, other): id
        for id, one, other in tx.all(f"SELECT id, one, other FROM contradictions WHERE verdict = '' AND {where}")
    }
    over = [id for pair, id in there.items() if pair not in disputed and pair[1] in spaces]
    if over:
        tx.run(f"DELETE FROM contradictions WHERE {among('id', over)}")
    for one, other in disputed:
        if (one, other) not in there:
            id = tx.next_id("contradictions")
            tx.run("INSERT INTO contradictions VALUES (?, ?, ?, ?, ?, '')", (id, spaces[one], one, other, tx.now))


def _with_opposites(groups: Iterable[Group]) -> set[Group]:
    found = set(groups)
    for entity, name in tuple(found):
        relation = RELATIONS.get(name)
        if relation is not None and relation.opposite:
            found.add((entity, relation.opposite))
    return found


def _rows(reader: Reader, groups: Iterable[Group], where: str) -> list[Row]:
    wanted = set(groups)
    if not wanted:
        return []
    entities = among("a.entity", sorted({entity for entity, _ in wanted}))
    named = sorted({relation for _, relation in wanted})
    sql = f"{_CLAIM} {where} AND {entities} AND f.relation IN (SELECT unnest(?::VARCHAR[])) ORDER BY f.id"
    return [row for row in reader.all(sql, (named,)) if (row[1], row[2]) in wanted]


def _claim(row: Row) -> Claim:
    """A fact as it is weighed; an object that is an entity is compared by whose name it is."""
    id, entity, name, text, polarity, ends, taint, since, precision, said_at, *_, called = row
    relation = RELATIONS.get(name)
    by_name = called is not None and relation is not None and relation.kind
    key = called if by_name else object_key(name, text, said_at)
    return Claim(id, entity, name, key, polarity, ends, Taint(taint), since, precision)
