"""The SQL of what the small models suggest, of what a person taught them, and of how far they came."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mnemoteca.core.changes import By, Happened
from mnemoteca.core.memory import Role
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables.codes import ACTIVE, FORMER, TO_WEIGH, WEIGHED, among

READ = 2_000  # characters of a memory that are looked at: so that no long one takes more than a few ms
_NEWS = f"kind IN ('{Happened.ADDED.value}', '{Happened.EDITED.value}')"
_TEACHING = (Happened.PINNED, Happened.ACCESSED, Happened.TRASHED, Happened.PURGED)
_KINDS = ", ".join(f"'{each.value}'" for each in _TEACHING)
_TEACHES = f"kind IN ({_KINDS}) AND \"by\" = '{By.PERSON.value}'"
_FEW = 20  # memories of one act
_BY_HAND = f"\"by\" <> '{By.IMPORT.value}'"


@dataclass(frozen=True, slots=True)
class Reached:
    """How far the small models came: up to which change, by which of their versions, in the light of which lesson."""

    upto: int
    rules: int
    lessons: int


@dataclass(frozen=True, slots=True)
class Seen:
    """An active memory as the small models see it; `to_weigh`: nobody gave its importance."""

    id: int
    space: int
    tier: int
    role: Role
    kind: str
    text: str
    importance: float
    to_weigh: bool


def reached(reader: Reader) -> Reached:
    """How far they came."""
    return Reached(*reader.all("SELECT upto, rules, lessons FROM suggesting_state")[0])


def set_reached(tx: Tx, at: Reached) -> None:
    """So far they came."""
    tx.run("UPDATE suggesting_state SET upto = ?, rules = ?, lessons = ?", (at.upto, at.rules, at.lessons))


def news(reader: Reader, after: int, upto: int, *, by_hand: bool = False) -> list[int]:
    """The memories that came, or got a new text, with the changes above `after`, up to `upto`."""
    rows = reader.all(
        f"SELECT DISTINCT id FROM changes WHERE number > {int(after)} AND number <= {int(upto)} AND {_NEWS}"
        + (f" AND {_BY_HAND}" if by_hand else "")
    )
    return sorted(row[0] for row in rows)


def seen(reader: Reader, ids: Sequence[int]) -> list[Seen]:
    """Those of the memories that are active."""
    rows = reader.all(
        f"SELECT id, space, tier, role, kind, left(text, {READ}), importance, step = {TO_WEIGH} FROM memories "
        f"WHERE state = {ACTIVE} AND {among('id', list(ids))}"
    )
    return [Seen(id, space, tier, Role(role), *rest) for id, space, tier, role, *rest in rows]


def newest(reader: Reader, limit: int) -> list[int]:
    """The newest active memories."""
    return [
        row[0] for row in reader.all(f"SELECT id FROM memories WHERE state = {ACTIVE} ORDER BY id DESC LIMIT {limit}")
    ]


def put(tx: Tx, suggested: Mapping[int, Sequence[str]]) -> None:
    """These are suggested for these memories now, and nothing else."""
    if not suggested:
        return
    tx.run(f"DELETE FROM suggested_tags WHERE {among('memory', list(suggested))}")
    rows = [(memory, tag, place) for memory, tags in suggested.items() for place, tag in enumerate(tags)]
    if rows:
        tx.append("suggested_tags", ("memory", "tag", "place"), rows)


def of(reader: Reader, ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """What is suggested for memories, the best first; what the person put on them is left out."""
    rows = reader.all(
        f"SELECT s.memory, s.tag FROM suggested_tags s WHERE {among('s.memory', list(ids))} "
        "AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.memory = s.memory AND t.tag = s.tag) ORDER BY s.memory, s.place"
    )
    found: dict[int, tuple[str, ...]] = {}
    for memory, tag in rows:
        found[memory] = (*found.get(memory, ()), tag)
    return found


def offer(tx: Tx, memory: int, tag: str, *, offered: bool) -> None:
    """Suggest one tag for a memory behind the others, or no longer."""
    tx.run("DELETE FROM suggested_tags WHERE memory = ? AND tag = ?", (memory, tag))
    if offered:
        tx.run(
            "INSERT INTO suggested_tags SELECT ?, ?, coalesce(max(place) + 1, 0) FROM suggested_tags WHERE memory = ?",
            (memory, tag, memory),
        )


def weigh(tx: Tx, importance: Mapping[int, float]) -> None:
    """The importance of memories as the model weighs it; what was given meanwhile stays."""
    if importance:
        tx.run(
            f"UPDATE memories SET importance = given.value, step = {WEIGHED} FROM (SELECT unnest(?::BIGINT[]) AS id, "
            f"unnest(?::DOUBLE[]) AS value) AS given WHERE memories.id = given.id AND memories.step = {TO_WEIGH}",
            (list(importance), list(importance.values())),
        )


# -- lessons


def lessons_of(reader: Reader, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """What a person said the tags of memories are, where anything was said."""
    rows = reader.all(f"SELECT memory, tags FROM lessons WHERE {among('memory', list(ids))}")
    return {memory: tuple(json.loads(tags)) for memory, tags in rows}


def set_lesson(tx: Tx, memory: int, tags: Sequence[str]) -> None:
    """A person says that these are the tags of a memory."""
    tx.run("DELETE FROM lessons WHERE memory = ?", (memory,))
    tx.run("INSERT INTO lessons VALUES (?, ?, ?)", (memory, tx.last_change + 1, json.dumps(list(tags))))


def lessons_state(reader: Reader) -> tuple[int, int]:
    """How many lessons there are, and the number of the last: another pair says that something was learned or went."""
    row = reader.all("SELECT count(*), coalesce(max(number), 0) FROM lessons")[0]
    return int(row[0]), int(row[1])


def last_lessons(reader: Reader, limit: int) -> list[tuple[str, tuple[str, ...]]]:
    """The texts of the last lessons with their tags, in the order in which they were given."""
    rows = reader.all(
        f"SELECT left(m.text, {READ}), l.tags FROM lessons l JOIN memories m ON m.id = l.memory "
        f"ORDER BY l.number DESC, l.memory DESC LIMIT {limit}"
    )
    return [(text, tuple(json.loads(tags))) for text, tags in reversed(rows)]


def last_act(reader: Reader, after: int) -> int:
    """The number of the last change above `after` that teaches what is important, or unteaches it; else `after`."""
    row = reader.all(f"SELECT coalesce(max(number), 0) FROM changes WHERE number > {int(after)} AND {_TEACHES}")[0]
    return max(after, int(row[0]))


def last_acts(reader: Reader, limit: int) -> list[tuple[Happened, str, Role]]:
    """What a person last pinned, opened or forgot, with the texts, the oldest first.

    What was done to many at once says nothing of each.
    """
    rows = reader.all(
        f"SELECT c.kind, left(m.text, {READ}), m.role FROM (SELECT number, kind, id FROM changes WHERE {_TEACHES} "
        f'QUALIFY count(*) OVER (PARTITION BY kind, "at") <= {_FEW} ORDER BY number DESC LIMIT {limit}) c '
        f"JOIN memories m ON m.id = c.id WHERE m.state <> {FORMER} ORDER BY c.number"
    )
    return [(Happened(kind), text, Role(role)) for kind, text, role in rows]
