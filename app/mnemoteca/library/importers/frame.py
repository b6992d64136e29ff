"""What a format has to be able to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from mnemoteca.core.importing import Item
from mnemoteca.library.importers.origin import Origin


class Importer(Protocol):
    """One format. Read twice, an origin yields the same items in the same order, never all at once in memory."""

    @property
    def name(self) -> str:
        """As it is called on the command line, and part of each import key."""
        ...

    def detect(self, origin: Origin) -> float:
        """How sure it is, 0 to 1, from what is in it, that an origin is of this format. Never raises."""
        ...

    def read(self, origin: Origin) -> Iterator[Item]:
        """A session, then its turns, then the next; in between what can't be read, and how far it is.

        Raises OSError where a single file itself fails; anything wrong in it is an `Unread`, and so is a file among
        many that can't be read.
        """
        ...
