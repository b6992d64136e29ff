"""What a run reads of memories: original texts, each once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from mnemoteca.store.engine import Reader
from mnemoteca.store.tables.codes import among, aware

READ = 4_000  # characters of a text
_AT_ONCE = 2_000
PERSONS = frozenset({"user", "note"})


@dataclass(frozen=True, slots=True)
class Said:
    """A memory as a run reads it: the beginning of its text, who said it, and on which local day (since 1970)."""

    id: int
    session: int
    role: str
    speaker: str
    lang: str
    text: str
    day: int | None
    at: datetime | None

    @property
    def own(self) -> bool:
        """Whether a person said or wrote it."""
        return self.role in PERSONS


def read(reader: Reader, ids: Iterable[int]) -> dict[int, Said]:
    """These memories."""
    wanted = sorted(set(ids))
    found: dict[int, Said] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        rows = reader.all(
            f"""SELECT id, session, role, speaker, lang, left(text, {READ}),
            date_diff('day', DATE '1970-01-01', (occurred_at + to_minutes(offset_min))::DATE), occurred_at
            FROM memories WHERE {among("id", wanted[start : start + _AT_ONCE])}"""
        )
        found |= {
            id: Said(id, session, role, speaker, lang, text, day, aware(at))
            for id, session, role, speaker, lang, text, day, at in rows
        }
    return found


def in_order(said: dict[int, Said], ids: Sequence[int]) -> list[Said]:
    """Those of the ids that were read, in this order."""
    return [said[id] for id in ids if id in said]
