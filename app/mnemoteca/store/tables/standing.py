"""What stands in a space in a few bytes a memory, so that thousands that come again are compared at once.

Of a key or a content its lower 64 bits are held: that two memories agree in both by chance is out of the question.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np

from mnemoteca.store.engine import Reader
from mnemoteca.store.tables.codes import ACTIVE

Numbers: TypeAlias = np.ndarray[Any, np.dtype[np.uint64]]
LOW = (1 << 64) - 1
WITHOUT_DETAILS, IS_OTHER = -1, -2  # of `active`: no details, or in the trash or with a newer version


def _low(column: str) -> str:
    return f"({column}::UHUGEINT & {LOW}::UHUGEINT)::UBIGINT"


class Column:
    """Numbers in their order, with what belongs to each."""

    def __init__(self, arrays: dict[str, np.ndarray[Any, Any]]) -> None:
        order = np.argsort(arrays["key"])
        self.arrays = {name: np.asarray(array)[order] for name, array in arrays.items()}
        self.keys: Numbers = self.arrays["key"]

    def rows_of(self, asked: Numbers) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
        """Where each number asked for stands, and which of them are here at all."""
        if not len(self.keys):
            return np.zeros(len(asked), np.int64), np.zeros(len(asked), bool)
        rows = np.minimum(np.searchsorted(self.keys, asked), len(self.keys) - 1)
        return rows, self.keys[rows] == asked


def sessions(reader: Reader) -> Column:
    """The import keys of the sessions (`key`) and the lower half of the MD5 of each one's title (`title`)."""
    sql = f"SELECT {_low('import_key')} AS key, md5_number_lower(title)::UBIGINT AS title FROM sessions"
    return Column(reader.arrays(f"{sql} WHERE import_key IS NOT NULL"))


def memories(reader: Reader, space: int) -> Column:
    """The import keys of the memories of a space (`key`), each one's `content`, and whether it is on the `active` path.

    `active` is 0 or 1, `WITHOUT_DETAILS`, or `IS_OTHER`.
    """
    sql = (
        f"SELECT {_low('m.import_key')} AS key, {_low('m.content_hash')} AS content, "
        f"(CASE WHEN m.state <> {ACTIVE} OR m.version_of IS NOT NULL THEN {IS_OTHER} "
        f"ELSE coalesce(d.active::TINYINT, {WITHOUT_DETAILS}) END)::TINYINT AS active "
        "FROM memories m LEFT JOIN turn_details d ON d.memory = m.id WHERE m.space = ? AND m.import_key IS NOT NULL"
    )
    return Column(reader.arrays(sql, (space,)))


def contents(reader: Reader, space: int) -> Column:
    """The contents of the active memories of a space (`key`)."""
    sql = f"SELECT {_low('content_hash')} AS key FROM memories WHERE space = ? AND state = {ACTIVE}"
    return Column(reader.arrays(sql, (space,)))
