"""The SQL of what models made of texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables.codes import among

_COLUMNS = ("kind", "text_hash", "model", "prompt", "value", "used")


class Row(NamedTuple):
    """A result: `value` is JSON."""

    kind: str
    text_hash: str
    model: str
    prompt: str
    value: str
    used: int


def rows(reader: Reader) -> list[Row]:
    """All of them."""
    return [Row(*row) for row in reader.all(f"SELECT {', '.join(_COLUMNS)} FROM cache")]


def put(tx: Tx, kept: Sequence[Row], gone: Iterable[tuple[str, str, str, str]]) -> None:
    """These are there now, and those not."""
    keys = [*(row[:4] for row in kept), *gone]
    if keys:
        tx.run(
            "DELETE FROM cache USING (SELECT unnest(?::VARCHAR[]) AS a, unnest(?::VARCHAR[]) AS b, "
            "unnest(?::VARCHAR[]) AS c, unnest(?::VARCHAR[]) AS d) AS old "
            "WHERE kind = old.a AND text_hash = old.b AND model = old.c AND prompt = old.d",
            tuple(list(column) for column in zip(*keys, strict=True)),
        )
    if kept:
        tx.append("cache", _COLUMNS, kept)


def there(reader: Reader, memories: Sequence[int]) -> set[int]:
    """Which of these memories have not been purged."""
    return {row[0] for row in reader.all(f"SELECT id FROM memories WHERE {among('id', list(memories))}")}
