"""The table of memories: verbatim rows, inserted once; only their state columns are ever updated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from mnemoteca.core import tiers
from mnemoteca.core.memory import ROW_TEXT, Memory, Precision, Role, Tier, Version
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables.codes import FORMER, GIVEN, STATES, TIERS, TO_WEIGH, among, aware, naive

COLUMNS = (
    "id", "uuid", "space", "session", "position", "role", "speaker", "kind", "category", "text", "lang", "occurred_at",
    "offset_min", "precision", "recorded_at", "source", "source_id", "import_key", "content_hash", "version_of", "born",
    "extra", "tier", "state", "pinned", "importance", "access_count", "last_access", "since", "step",
)  # fmt: skip
STATE_COLUMNS = frozenset({"tier", "state", "pinned", "importance", "access_count", "last_access", "since", "step"})
_ROW = """SELECT id, uuid, space, session, position, role, speaker, kind, left(text, {limit}), length(text), lang,
    occurred_at, offset_min, "precision", recorded_at, source, source_id, tier, state, pinned, importance,
    access_count, last_access, since, version_of, category FROM memories WHERE """
_NAMED = """SELECT 0, id, title FROM sessions WHERE {sessions} UNION ALL SELECT 1, id, name FROM spaces WHERE {spaces}
    UNION ALL SELECT 2, memory, tag FROM tags WHERE {tags}"""
_NAMES = ", ".join(f'"{name}"' for name in COLUMNS)
_INSERT = f"INSERT INTO memories ({_NAMES}) VALUES ({', '.join('?' * len(COLUMNS))})"
# No joins: with inner ones DuckDB scans the table instead of looking the ids up, 17 ms instead of 3 at 100,000, and
# planning them takes longer than asking for titles, spaces and tags together afterwards (app/decisions/72).


@dataclass(frozen=True, slots=True)
class NewMemory:
    """A row to be inserted; times are aware, UTC; `tier` and `state` are codes."""

    id: int
    uuid: UUID
    space: int
    session: int
    position: int
    role: Role
    speaker: str
    kind: str
    category: str
    text: str
    lang: str
    occurred_at: datetime | None
    offset_min: int
    precision: Precision
    recorded_at: datetime
    source: str
    source_id: str
    import_key: UUID | None
    content_hash: UUID
    version_of: int | None
    born: int
    extra: str | None
    tier: int
    state: int
    pinned: bool
    importance: float
    access_count: int = 0
    last_access: datetime | None = None
    since: datetime | None = None
    step: int = GIVEN

    def row(self) -> tuple[Any, ...]:
        """The values in the order of `COLUMNS`."""
        return (
            self.id, self.uuid, self.space, self.session, self.position, self.role.value, self.speaker, self.kind,
            self.category, self.text, self.lang, naive(self.occurred_at), self.offset_min, self.precision.value,
            naive(self.recorded_at), self.source, self.source_id, self.import_key, self.content_hash, self.version_of,
            self.born, self.extra, self.tier, self.state, self.pinned, self.importance, self.access_count,
            naive(self.last_access), naive(self.since), self.step,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lives:
    """How long the tiers live, in seconds; `still` are the names of the spaces in which nothing rises by itself."""

    short_s: float = tiers.SHORT_TTL_S
    medium_s: float = tiers.MEDIUM_TTL_S
    still: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of one memory, as the rules of the tiers need it."""

    id: int
    space: int
    tier: int
    state: int
    pinned: bool
    importance: float
    access_count: int
    last_access: datetime | None
    since: datetime
    occurred_at: datetime | None


def insert(tx: Tx, rows: Iterable[NewMemory]) -> None:
    """Append the rows."""
    tx.append("memories", COLUMNS, [row.row() for row in rows])


def insert_one(tx: Tx, row: NewMemory) -> None:
    """Insert one row; quicker than `insert` for a single one."""
    tx.run(_INSERT, row.row())


def set_state(tx: Tx, ids: Sequence[int], **values: object) -> None:
    """Update state columns of the memories; any other column is a bug."""
    if unknown := set(values) - STATE_COLUMNS:
        raise ValueError(f"not state columns: {sorted(unknown)}")
    if ids:
        sets = ", ".join(f"{name} = ?" for name in values)
        given = [naive(v) if isinstance(v, datetime) else v for v in values.values()]
        alone = len(ids) == 1  # the same text each time: it is parsed once
        which = "id = ?" if alone else among("id", list(ids))
        tx.run(f"UPDATE memories SET {sets} WHERE {which}", (*given, ids[0]) if alone else given)


def set_since(tx: Tx, since: Mapping[int, datetime]) -> None:
    """Set when the time in its tier began, for each memory its own moment."""
    if since:
        tx.run(
            "UPDATE memories SET since = given.moment FROM (SELECT unnest(?::BIGINT[]) AS id, "
            "unnest(?::TIMESTAMP[]) AS moment) AS given WHERE memories.id = given.id",
            (list(since), [naive(moment) for moment in since.values()]),
        )


def by_ids(reader: Reader, ids: Sequence[int], text_limit: int = ROW_TEXT, lives: Lives = Lives()) -> list[Memory]:
    """The memories in the order asked for, texts cut to `text_limit` characters; what isn't there is left out."""
    if not ids:
        return []
    rows = reader.all(_ROW.format(limit=int(text_limit)) + among("id", list(ids)))
    names = _names(reader, rows)
    found = {row[0]: _memory(row, names, lives) for row in rows}
    return [found[i] for i in ids if i in found]


@dataclass(frozen=True, slots=True)
class _Names:
    """What stands beside the rows: titles by session, names by space, tags by memory in their order."""

    titles: Mapping[int, str]
    spaces: Mapping[int, str]
    tags: Mapping[int, Sequence[str]]


def _names(reader: Reader, rows: Sequence[tuple[Any, ...]]) -> _Names:
    if not rows:
        return _Names({}, {}, {})
    ids, _, spaces, sessions, *_ = zip(*rows, strict=True)
    named = reader.all(
        _NAMED.format(
            sessions=among("id", sorted(set(sessions))),
            spaces=among("id", sorted(set(spaces))),
            tags=among("memory", list(ids)),
        )
    )
    tags: dict[int, list[str]] = {}
    for _, memory, tag in sorted(row for row in named if row[0] == 2):
        tags.setdefault(memory, []).append(tag)
    titles, names = ({id: name for kind, id, name in named if kind == which} for which in (0, 1))
    return _Names(titles, names, tags)


def _memory(row: tuple[Any, ...], names: _Names, lives: Lives) -> Memory:
    (id_, uuid, space_id, session, position, role, speaker, kind, text, length, lang, occurred_at, offset_min,
     precision, recorded_at, source, source_id, tier, state, pinned, importance, access_count, last_access, since,
     version_of, category) = row  # fmt: skip
    space = names.spaces.get(space_id, "")
    recorded = aware(recorded_at)
    assert recorded is not None
    accessed, began = aware(last_access), aware(since)
    return Memory(
        id=id_, uuid=str(uuid), space=space, session=session, session_title=names.titles.get(session) or "",
        position=position, role=Role(role),
        speaker=speaker, kind=kind, text=text, length=length, lang=lang, occurred_at=aware(occurred_at),
        offset_min=offset_min, precision=Precision(precision), recorded_at=recorded, source=source, source_id=source_id,
        tier=TIERS[tier], state=STATES[state], pinned=pinned, importance=importance, access_count=access_count,
        last_access=accessed, tier_until=_until(TIERS[tier], pinned, began, lives),
        promotes_at=None if space in lives.still else _rises(
            TIERS[tier], importance, access_count, accessed, began, lives
        ),
        version_of=version_of, tags=tuple(names.tags.get(id_, ())), category=category,
    )  # fmt: skip


def as_inserted(row: NewMemory, space: str, title: str, tags: tuple[str, ...], lives: Lives) -> Memory:
    """The memory that a row is, without asking the tables for it."""
    values = (
        row.id, row.uuid, row.space, row.session, row.position, row.role, row.speaker, row.kind, row.text,
        len(row.text), row.lang, naive(row.occurred_at), row.offset_min, row.precision, naive(row.recorded_at),
        row.source, row.source_id, row.tier, row.state, row.pinned, row.importance, row.access_count,
        naive(row.last_access), naive(row.since), row.version_of, row.category,
    )  # fmt: skip
    return _memory(values, _Names({row.session: title}, {row.space: space}, {row.id: sorted(tags)}), lives)


def _until(tier: Tier, pinned: bool, since: datetime | None, lives: Lives) -> datetime | None:
    ttl = {Tier.SHORT: lives.short_s, Tier.MEDIUM: lives.medium_s}.get(tier)
    return None if ttl is None or since is None or pinned else since + timedelta(seconds=ttl)


def _rises(
    tier: Tier, importance: float, access_count: int, accessed: datetime | None, since: datetime | None, lives: Lives
) -> datetime | None:
    if tier is not Tier.SHORT or since is None:
        return None
    return tiers.promotes_at(importance, access_count, since, accessed, lives.short_s)


def standing(reader: Reader, where: str, params: Sequence[object] = ()) -> list[Standing]:
    """The states of the memories for which the SQL condition holds, oldest first."""
    rows = reader.all(
        "SELECT id, space, tier, state, pinned, importance, access_count, last_access, coalesce(since, recorded_at), "
        f"occurred_at FROM memories WHERE {where} ORDER BY coalesce(since, recorded_at), id",
        params,
    )
    return [
        Standing(i, sp, t, st, pin, imp, n, aware(last), _sure(since), aware(occurred))
        for i, sp, t, st, pin, imp, n, last, since, occurred in rows
    ]


def standing_as_inserted(row: NewMemory) -> Standing:
    """The state that a row has, without asking the tables for it."""
    return Standing(
        row.id, row.space, row.tier, row.state, row.pinned, row.importance, row.access_count, row.last_access,
        row.since or row.recorded_at, row.occurred_at,
    )  # fmt: skip


def standing_of(reader: Reader, ids: Sequence[int]) -> list[Standing]:
    """The states of these memories."""
    return standing(reader, among("id", list(ids)))


def current_of(reader: Reader, ids: Sequence[int]) -> list[int]:
    """The current versions in front of these former ones."""
    roots = f"SELECT coalesce(version_of, id) FROM memories WHERE {among('id', list(ids))}"
    return ids_of(reader, f"state <> {FORMER} AND (id IN ({roots}) OR version_of IN ({roots}))")


def _sure(moment: datetime) -> datetime:
    found = aware(moment)
    assert found is not None
    return found


def copy_as_version(tx: Tx, former: int, new: NewMemory) -> None:
    """Put a newer version in front of a memory: the former goes behind it, its tags stand on both."""
    insert_one(tx, new)
    tx.run("INSERT INTO tags SELECT ?, tag FROM tags WHERE memory = ?", (new.id, former))
    set_state(tx, [former], state=FORMER)


def new_version(tx: Tx, former: int, text: str, **changed: object) -> NewMemory:
    """The row of a newer version of `former`: its origin and state, another id and text."""
    row = tx.one(f"SELECT {_NAMES} FROM memories WHERE id = ?", (former,))
    assert row is not None
    values = dict(zip(COLUMNS, row, strict=True))
    values |= {
        "role": Role(values["role"]), "precision": Precision(values["precision"]), "import_key": None,
        "version_of": values["version_of"] or values["id"], "text": text, "recorded_at": tx.now,
        "step": GIVEN if values["step"] == GIVEN else TO_WEIGH,
        **{name: aware(values[name]) for name in ("occurred_at", "last_access", "since")},
    }  # fmt: skip
    return replace(NewMemory(**values), **changed)  # type: ignore[arg-type]  # the columns are the fields


def versions(reader: Reader, id: int) -> list[Version]:
    """All texts of a memory, the oldest first."""
    root = reader.one("SELECT coalesce(version_of, id) FROM memories WHERE id = ?", (id,))
    if root is None:
        return []
    rows = reader.all(
        "SELECT id, text, recorded_at, state FROM memories WHERE id = ? OR version_of = ? ORDER BY id",
        (root[0], root[0]),
    )
    return [Version(i, text, _sure(at), state != FORMER) for i, text, at, state in rows]


def ids_of(reader: Reader, where: str, params: Sequence[object] = ()) -> list[int]:
    """The ids of the memories for which the SQL condition holds, in order of id."""
    return [row[0] for row in reader.all(f"SELECT id FROM memories WHERE {where} ORDER BY id", params)]
