"""What a format has to be able to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from mnemoteca.core.importing import Item

HEAD_BYTES = 64 * 1024


class Importer(Protocol):
    """One format. Reading the same file twice yields the same items in the same order, never all at once in memory."""

    @property
    def name(self) -> str:
        """As it is called on the command line, and part of each import key."""
        ...

    def detect(self, head: bytes, path: Path) -> float:
        """How sure it is, 0 to 1, that a file that begins with `head` is of this format."""
        ...

    def read(self, path: Path) -> Iterator[Item]:
        """A session, then its turns, then the next; in between what can't be read, and how far it is.

        Raises OSError where the file itself fails; anything wrong in it is an `Unread`.
        """
        ...
