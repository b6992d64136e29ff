"""From the tables to the vectors: which memories are to have some, and which texts must be read again."""

from __future__ import annotations

import numpy as np

from mnemoteca.core.changes import Happened
from mnemoteca.store.reader import Reader
from mnemoteca.store.tables.codes import ACTIVE, FORMER, among
from mnemoteca.store.wording import Ids


def active_ids(reader: Reader) -> Ids:
    """The memories that are to be found; sorted."""
    return np.sort(_ids(reader, f"SELECT id FROM memories WHERE state = {ACTIVE}"))


def kept_ids(reader: Reader) -> Ids:
    """The memories that are to be found or may come back from the trash."""
    return _ids(reader, f"SELECT id FROM memories WHERE state <> {FORMER}")


def renamed(reader: Reader, after: int, upto: int) -> list[tuple[int, Ids]]:
    """The renamings among the changes above `after`: the number of each, and the active memories under that title."""
    sessions = reader.all(
        f"SELECT id, max(number) FROM changes WHERE number > {int(after)} AND number <= {int(upto)} "
        f"AND kind = '{Happened.SESSION_RENAMED.value}' GROUP BY id"
    )
    return [
        (number, _ids(reader, f"SELECT id FROM memories WHERE state = {ACTIVE} AND {among('session', [session])}"))
        for session, number in sessions
    ]


def _ids(reader: Reader, sql: str) -> Ids:
    return np.asarray(reader.arrays(sql)["id"], np.int64)
