"""What changed since it was last told: sessions, days, weeks and topics whose memories are others than those of their
digest. Told by signatures of rows, so that it needs no memory of its own and goes on after any stop."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from mnemoteca.core.sleep.values import DigestKind
from mnemoteca.core.text import fold
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import learned
from mnemoteca.store.tables.codes import ACTIVE, among

MOST_READ = 10_000  # memories of one run; what has no room waits for the next
LEAST_OF_TOPIC = 5  # memories, in two sessions at least
MOST_TOPICS = 40
_OF_TOPIC = 80  # memories of it that are read, the newest
_SIGNATURE = "((count(*) * 1000003 + sum(id) * 31 + bit_xor(id)) % 2305843009213693951)::BIGINT"
OWN = f"state = {ACTIVE} AND kind <> 'answer' AND id NOT IN (SELECT memory FROM echoes)"
_DAY = "date_diff('day', DATE '1970-01-01', (occurred_at + to_minutes(offset_min))::DATE)"
_WEEK = f"({_DAY} - ({_DAY} + 3) % 7)"  # its Monday


@dataclass(frozen=True, slots=True)
class Subject:
    """What a digest is to be made of; `name` of a topic only."""

    kind: DigestKind
    about: int
    signature: int
    count: int
    name: str = ""


def mark(name: str) -> int:
    """By which a topic or a quote is known again."""
    return int.from_bytes(hashlib.sha256(fold(name).encode("utf-8", "surrogatepass")).digest()[:8], "big") >> 1


def sessions(reader: Reader, space: int, only: int = 0) -> tuple[list[Subject], int]:
    """Sessions to be told, the newest first, as many as a run has room for; and how many memories of others wait."""
    known = learned.signatures(reader, space, DigestKind.SESSION)
    where, params = (" AND session = ?", (space, only)) if only else ("", (space,))
    rows = reader.all(
        f"SELECT session, {_SIGNATURE}, count(*) FROM memories WHERE space = ? AND {OWN}{where} "
        "GROUP BY session ORDER BY max(id) DESC",
        params,
    )
    changed = [Subject(DigestKind.SESSION, about, sign, n) for about, sign, n in rows if known.get(about) != sign]
    return _within(changed)


def _within(changed: list[Subject]) -> tuple[list[Subject], int]:
    taken, room = list[Subject](), MOST_READ
    for subject in changed:
        if taken and subject.count > room:
            break
        taken.append(subject)
        room -= subject.count
    return taken, sum(subject.count for subject in changed[len(taken) :])


def days(reader: Reader, space: int, memories: list[int]) -> list[Subject]:
    """Days and weeks of these memories that are to be told: with two sessions in a day, two days in a week."""
    if not memories:
        return []
    found: list[Subject] = []
    for kind, unit, parts in ((DigestKind.DAY, _DAY, "session"), (DigestKind.WEEK, _WEEK, _DAY)):
        known = learned.signatures(reader, space, kind)
        rows = reader.all(
            f"SELECT {unit} AS unit, {_SIGNATURE}, count(*) FROM memories WHERE space = ? AND {OWN} "
            f"AND occurred_at IS NOT NULL GROUP BY unit HAVING count(DISTINCT {parts}) >= 2 "
            f"AND count(*) FILTER ({among('id', memories)}) > 0 ORDER BY unit DESC",
            (space,),
        )
        found += [Subject(kind, about, sign, n) for about, sign, n in rows if known.get(about) != sign]
    return found


def topics(reader: Reader, space: int) -> list[Subject]:
    """Tags and names that come again and again, the most frequent first, where their memories changed."""
    known = learned.signatures(reader, space, DigestKind.TOPIC)
    having = f"HAVING count(*) >= {LEAST_OF_TOPIC} AND count(DISTINCT session) >= 2"
    tagged = reader.all(
        f"SELECT t.tag, {_SIGNATURE}, count(*) FROM memories JOIN tags t ON t.memory = id "
        f"WHERE space = ? AND {OWN} GROUP BY t.tag {having} ORDER BY count(*) DESC LIMIT {MOST_TOPICS}",
        (space,),
    )
    named = reader.all(
        f"""SELECT any_value(shown), {_SIGNATURE}, count(*) FROM (SELECT DISTINCT a.entity, m.memory
        FROM mentions m JOIN aliases a ON a.id = m.alias JOIN entities e ON e.id = a.entity
        WHERE a.space = ? AND m.start >= 0 AND e.kind NOT IN ('self', 'amount', 'date')) x
        JOIN (SELECT entity, any_value(shown ORDER BY id) AS shown FROM aliases GROUP BY entity) n USING (entity)
        JOIN memories ON id = x.memory WHERE {OWN} GROUP BY entity {having}
        ORDER BY count(*) DESC LIMIT {MOST_TOPICS}""",
        (space,),
    )
    found: dict[int, Subject] = {}
    for name, sign, count in [*tagged, *named]:
        about = mark(name)
        if known.get(about) != sign:
            found.setdefault(about, Subject(DigestKind.TOPIC, about, sign, count, name))
    return list(found.values())


def memories_of(reader: Reader, space: int, subjects: Sequence[Subject]) -> dict[Subject, list[int]]:
    """The memories of each subject, in the order in which they were said."""
    said = "coalesce(occurred_at, recorded_at), session, position, id"
    found: dict[Subject, list[int]] = {subject: [] for subject in subjects}
    for kind, unit, order in (
        (DigestKind.SESSION, "session", "position, id"), (DigestKind.DAY, _DAY, said), (DigestKind.WEEK, _WEEK, said),
    ):  # fmt: skip
        own = {subject.about: subject for subject in subjects if subject.kind is kind}
        dated = "" if kind is DigestKind.SESSION else "occurred_at IS NOT NULL AND "
        if own:
            rows = reader.all(
                f"SELECT {unit} AS unit, id FROM memories WHERE space = ? AND {dated}{OWN} "
                f"AND {among(unit, list(own))} ORDER BY {order}",
                (space,),
            )
            for about, id in rows:
                found[own[about]].append(id)
    for subject in subjects:
        if subject.kind is DigestKind.TOPIC:
            found[subject] = _of_topic(reader, space, subject.name)
    return found


def _of_topic(reader: Reader, space: int, name: str) -> list[int]:
    rows = reader.all(
        f"""SELECT id FROM (SELECT id, coalesce(occurred_at, recorded_at) AS moment FROM memories WHERE space = ?
        AND {OWN} AND (id IN (SELECT memory FROM tags WHERE tag = ?) OR id IN (SELECT m.memory FROM mentions m
        JOIN aliases a ON a.id = m.alias WHERE a.entity IN (SELECT entity FROM aliases WHERE space = ? AND shown = ?)))
        ORDER BY moment DESC, id DESC LIMIT {_OF_TOPIC}) ORDER BY moment, id""",
        (space, name.lower(), space, name),
    )
    return [row[0] for row in rows]
