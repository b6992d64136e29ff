"""The tables of the recall firewall: what an assistant was given, by which marks it is known, and what came back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables.codes import among, naive


def texts_to_mark(reader: Reader, memories: Sequence[int]) -> list[tuple[int, str]]:
    """Of these memories those whose marks aren't there, with their texts."""
    if not memories:
        return []
    return reader.all(
        f"SELECT id, text FROM memories WHERE {among('id', list(memories))} AND id NOT IN (SELECT memory FROM shingles)"
    )


def note_given(tx: Tx, memories: Sequence[int], marks: Iterable[tuple[int, int]]) -> None:
    """An assistant was given these now; `marks` of those that had none."""
    if memories:
        tx.run(f"DELETE FROM given WHERE {among('memory', list(memories))}")
        tx.append("given", ("memory", "at"), [(memory, naive(tx.now)) for memory in memories])
        rows = list(marks)
        if rows:
            tx.append("shingles", ("memory", "mark"), rows)


def forget_given_before(tx: Tx, moment: datetime) -> None:
    """What was given longer ago is no longer known."""
    tx.run('DELETE FROM shingles WHERE memory IN (SELECT memory FROM given WHERE "at" < ?)', (naive(moment),))
    tx.run('DELETE FROM given WHERE "at" < ?', (naive(moment),))


def given_marks(reader: Reader, since: datetime) -> dict[int, int]:
    """The marks of all that was given since then, each with its memory."""
    rows = reader.all(
        "SELECT s.mark, min(s.memory) FROM shingles s JOIN given g ON g.memory = s.memory "
        'WHERE g."at" >= ? GROUP BY s.mark',
        (naive(since),),
    )
    return dict(rows)


def mark_echoes(tx: Tx, echoes: Mapping[int, int]) -> None:
    """These memories only repeat others."""
    if echoes:
        tx.append("echoes", ("memory", "of"), list(echoes.items()))


def echoes_among(reader: Reader, memories: Sequence[int]) -> dict[int, int]:
    """Those of the memories that only repeat others, with the ones that they repeat."""
    if not memories:
        return {}
    return dict(reader.all(f'SELECT memory, "of" FROM echoes WHERE {among("memory", list(memories))}'))
