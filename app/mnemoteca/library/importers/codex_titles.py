"""The titles of sessions, which Codex keeps in a SQLite file of its own; it is read and never written to."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from mnemoteca.core.importing import Unread
from mnemoteca.core.text import storable
from mnemoteca.library.importers.origin import FolderOrigin, Origin

_FILE = re.compile(r"(?:.*/)?(?:state|thread_history)_[^/]*\.sqlite")
_LONGEST = 1_000  # characters of a title that are looked at
_MOST = 1_000_000  # titles


def titles(origin: Origin) -> tuple[dict[str, str], list[Unread]]:
    """The titles by the ids of their sessions, and the files that can't be read."""
    found: dict[str, str] = {}
    unread: list[Unread] = []
    for name in origin.names() if isinstance(origin, FolderOrigin) else ():
        if _FILE.fullmatch(name):
            try:
                found |= _of_file(origin.path / name)
            except (sqlite3.Error, OSError, UnicodeDecodeError, OverflowError) as error:
                unread.append(Unread(storable(name), f"the titles in it can't be read: {error}"))
    return found, unread


def _of_file(path: Path) -> dict[str, str]:
    """What the file says, without what Codex hasn't put from its log into it yet: so nothing is locked or written."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as tables:
        tables.execute("PRAGMA trusted_schema = OFF")
        columns = {row[1] for row in tables.execute("PRAGMA table_info(threads)")}
        if not {"id", "title"} <= columns:
            return {}
        told = "COALESCE(NULLIF(name, ''), title)" if "name" in columns else "title"
        rows = tables.execute(f"SELECT id, substr({told}, 1, {_LONGEST}) FROM threads LIMIT {_MOST}")
        return {
            storable(id): storable(title)
            for id, title in rows
            if isinstance(id, str) and isinstance(title, str) and title.strip()
        }
