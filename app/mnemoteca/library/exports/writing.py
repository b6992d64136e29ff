"""What a way of writing out is given, and what it has to do."""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Protocol
from uuid import UUID

from mnemoteca.store.tables.exports import MemoryRow, SessionRow


@dataclass(frozen=True, slots=True)
class Told:
    """A memory on its way out: its newest and its first row, its former texts, and the one it answers, if told."""

    now: MemoryRow
    first: MemoryRow
    former: tuple[str, ...]
    parent: tuple[int, str, UUID] | None  # id, raw id, uuid


class Writing(Protocol):
    """Writes one export to a path that is not there yet; its end makes it durable."""

    def __enter__(self) -> Writing: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
    def begin(self, session: SessionRow) -> None:
        """A session begins."""
        ...

    def add(self, told: Told) -> None:
        """Its next memory."""
        ...

    def end(self) -> None:
        """It ends."""
        ...
