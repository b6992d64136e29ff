"""From the tables to the words index: what the changes touched, as documents and as ids that are gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from mnemoteca.core.changes import By, Happened
from mnemoteca.store.reader import Reader
from mnemoteca.store.tables.codes import ACTIVE, among
from mnemoteca.store.wording import Document, Ids

_FOLLOWED = (
    Happened.ADDED, Happened.EDITED, Happened.TRASHED, Happened.RESTORED, Happened.PURGED, Happened.SESSION_RENAMED,
)  # fmt: skip
_KINDS = "kind IN (" + ", ".join(f"'{kind.value}'" for kind in _FOLLOWED) + ")"
_BY_HAND = f" AND \"by\" <> '{By.IMPORT.value}'"
_VOICE = "CASE WHEN role IN ('note', 'document') THEN -1 ELSE (hash(speaker) >> 1)::BIGINT END"
_PART = "CASE role WHEN 'user' THEN 1 WHEN 'assistant' THEN 2 ELSE 0 END"
_DOCUMENT = f"""SELECT m.id, m.space, m.session, m.position, coalesce(epoch(m.occurred_at), 'nan'::DOUBLE),
    {_VOICE}, m.speaker, coalesce(s.title, ''), m.lang, m.occurred_at, m.offset_min, m."precision", m.text, {_PART}
    FROM memories m LEFT JOIN sessions s ON s.id = m.session WHERE m.state = {ACTIVE} AND """
_AT_ONCE = 4_000_000  # characters of text in memory at once


@dataclass(frozen=True, slots=True)
class Touched:
    """The memories that some changes speak of: those that are to be found, and all of them; up to which change."""

    active: Ids
    every: Ids
    upto: int


def touched(reader: Reader, after: int, upto: int, *, by_hand: bool = False) -> Touched:
    """What the changes above `after`, up to `upto`, mean for the words; `by_hand`: those of imports left out."""
    window = f"number > {int(after)} AND number <= {int(upto)} AND {_KINDS}" + (_BY_HAND if by_hand else "")
    spoken: dict[str, set[int]] = {}
    for kind, id in reader.all(f"SELECT kind, id FROM changes WHERE {window}"):
        spoken.setdefault(kind, set()).add(id)
    renamed = spoken.pop(Happened.SESSION_RENAMED.value, set())
    purged = np.array(sorted(spoken.pop(Happened.PURGED.value, set())), np.int64)  # they have no row any more
    named = sorted(set().union(*spoken.values()))
    where = [among("id", named)] if named else []
    if edited := spoken.get(Happened.EDITED.value):  # the former versions go
        roots = f"SELECT coalesce(version_of, id) FROM memories WHERE {among('id', sorted(edited))}"
        where += [f"id IN ({roots})", f"version_of IN ({roots})"]
    if renamed:
        where.append(among("session", sorted(renamed)))
    if not where:
        return Touched(_NO_IDS, purged, upto)
    rows = reader.arrays(f"SELECT id, state = {ACTIVE} AS active FROM memories WHERE {' OR '.join(where)}")
    order = np.argsort(_plain(rows["id"]))
    ids = _plain(rows["id"])[order]
    return Touched(ids[_plain(rows["active"]).astype(bool)[order]], np.union1d(ids, purged), upto)


def wanted_first(reader: Reader, ids: Ids, after: int, limit: int) -> Ids:
    """The `limit` most wanted of the ids touched above change `after`: by hand before imports, then the newest."""
    if len(ids) <= limit:
        return ids
    by_hand = reader.arrays(f"SELECT DISTINCT id FROM changes WHERE number > {int(after)} AND {_KINDS}{_BY_HAND}")
    first = np.intersect1d(ids, _plain(by_hand["id"]))
    return np.concatenate([first[::-1], np.setdiff1d(ids, first)[::-1]])[:limit]


def brought_in(reader: Reader, after: int) -> int:
    """How many memories imports have brought in above change `after`."""
    window = f"number > {int(after)} AND kind = '{Happened.ADDED.value}' AND \"by\" = '{By.IMPORT.value}'"
    row = reader.one(f"SELECT count(*) FROM changes WHERE {window}")
    return 0 if row is None else int(row[0])


def groups(reader: Reader, ids: Ids) -> list[list[int]]:
    """The ids in groups whose texts fit into memory together."""
    lengths = reader.all(f"SELECT id, length(text) FROM memories WHERE {among('id', ids.tolist())} ORDER BY id")
    found: list[list[int]] = []
    size = _AT_ONCE
    for id, length in lengths:
        if size + length > _AT_ONCE:
            found.append([])
            size = 0
        found[-1].append(id)
        size += length
    return found


def documents(reader: Reader, ids: Sequence[int]) -> list[Document]:
    """The documents of those of the memories that are active."""
    return list(map(Document._make, reader.all(_DOCUMENT + among("m.id", list(ids))))) if ids else []


def active_count(reader: Reader) -> int:
    """How many memories are to be found in all."""
    row = reader.one(f"SELECT count(*) FROM memories WHERE state = {ACTIVE}")
    return 0 if row is None else int(row[0])


def places(reader: Reader) -> dict[str, np.ndarray[Any, Any]]:
    """Where each active memory stands, as arrays: id, session, position, at, voice (-1: nobody speaks), part."""
    sql = (
        "SELECT id, session, position, coalesce(epoch(occurred_at), 'nan'::DOUBLE) AS at, "
        f"{_VOICE} AS voice, {_PART} AS part FROM memories WHERE state = {ACTIVE}"
    )
    return {name: _plain(array) for name, array in reader.arrays(sql).items()}


def voices(reader: Reader) -> dict[int, str]:
    """The speakers by their voice."""
    return dict(reader.all(f"SELECT DISTINCT {_VOICE}, speaker FROM memories WHERE speaker <> ''"))


def _plain(array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    return np.asarray(array)


_NO_IDS: Ids = np.empty(0, np.int64)
