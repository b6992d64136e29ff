"""Commits among the memories: found by their hash, and by the folder and time of a session."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from mnemoteca.core.commits import AROUND
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables.codes import ACTIVE, aware, naive

_IN_FOLDER = "(c.folder = s.folder OR starts_with(s.folder, rtrim(c.folder, '/\\') || c.sign))"
# Folders as they are compared: the sign between their names is the one that they have.
_FOLDERS = "SELECT session, folder, CASE WHEN contains(folder, '/') THEN '/' ELSE '\\' END AS sign FROM session_details"


def folders(reader: Reader, space: int) -> list[str]:
    """Where the repositories lie whose commits are here."""
    sql = (
        "SELECT DISTINCT d.folder FROM session_details d JOIN sessions s ON s.id = d.session "
        "WHERE s.space = ? AND s.format = 'git' ORDER BY d.folder"
    )
    return [row[0] for row in reader.all(sql, (space,))]


def active(reader: Reader, keys: Sequence[UUID]) -> list[int]:
    """The newest versions of the memories with these import keys, where they are active, in their order."""
    sql = (
        f"SELECT m.id FROM memories m LEFT JOIN memories f ON f.id = m.version_of WHERE m.state = {ACTIVE} "
        "AND coalesce(m.import_key, f.import_key) IN (SELECT unnest(?::UUID[])) ORDER BY m.position, m.id"
    )
    return [row[0] for row in reader.all(sql, (list(keys),))]


def made_in(reader: Reader, session: int) -> list[int]:
    """The commits that were made in the folder of a session, from its first turn to a while after its last."""
    span = reader.one(
        f"SELECT min(occurred_at), max(occurred_at) FROM memories WHERE session = ? AND state = {ACTIVE}", (session,)
    )
    if span is None or span[0] is None:
        return []
    first, last = (aware(each) for each in span)
    assert first is not None
    assert last is not None
    sql = (
        f"SELECT m.id FROM ({_FOLDERS}) s JOIN ({_FOLDERS}) c ON {_IN_FOLDER} JOIN sessions day ON day.id = c.session "
        "JOIN sessions here ON here.id = s.session AND here.space = day.space JOIN memories m ON m.session = day.id "
        f"WHERE s.session = ? AND day.kind = 'commits' AND here.kind <> 'commits' AND m.kind = 'commit' "
        f"AND m.state = {ACTIVE} AND m.occurred_at BETWEEN ? AND ? ORDER BY m.occurred_at, m.id LIMIT 500"
    )
    return [row[0] for row in reader.all(sql, (session, naive(first - AROUND), naive(last + AROUND)))]


def sessions_around(reader: Reader, commit: int, at: datetime) -> list[int]:
    """The sessions in whose folder and time a commit was made, the latest first."""
    sql = (
        f"SELECT s.session FROM memories k JOIN ({_FOLDERS}) c ON c.session = k.session "
        f"JOIN ({_FOLDERS}) s ON {_IN_FOLDER} JOIN sessions here ON here.id = s.session AND here.space = k.space "
        "JOIN memories m ON m.session = here.id "
        f"WHERE k.id = ? AND here.kind <> 'commits' AND m.state = {ACTIVE} GROUP BY s.session "
        "HAVING min(m.occurred_at) <= ? AND max(m.occurred_at) >= ? ORDER BY max(m.occurred_at) DESC LIMIT 100"
    )
    return [row[0] for row in reader.all(sql, (commit, naive(at + AROUND), naive(at - AROUND)))]
