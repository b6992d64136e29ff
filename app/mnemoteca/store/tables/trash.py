"""What lies in the trash, and since when: the last change that put it there tells."""

from __future__ import annotations

from datetime import datetime

from mnemoteca.core.changes import Happened
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables.codes import TRASHED, aware, naive

_SINCE = f"""SELECT m.id, max(c."at") AS since FROM memories m JOIN changes c ON c.id = m.id
    WHERE m.state = {TRASHED} AND c.kind = '{Happened.TRASHED.value}'"""


def there_before(reader: Reader, moment: datetime) -> list[int]:
    """What has been in the trash since before then, in order of id."""
    rows = reader.all(f"{_SINCE} GROUP BY m.id HAVING since < ? ORDER BY m.id", (naive(moment),))
    return [row[0] for row in rows]


def there_before_of(reader: Reader, space: int, moment: datetime) -> tuple[int, datetime | None]:
    """How many memories of a space have been in the trash since before then, and since when the first."""
    sql = f"SELECT count(*), min(since) FROM ({_SINCE} AND m.space = ? GROUP BY m.id HAVING since < ?)"
    ((count, first),) = reader.all(sql, (space, naive(moment)))
    return int(count), aware(first)
