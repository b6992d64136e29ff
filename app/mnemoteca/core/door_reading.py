"""The part of the door that helps to read a long session: finding in it, its outline, where a day begins."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from mnemoteca.core.door import door
from mnemoteca.core.found_in import FoundIn
from mnemoteca.core.outline import Outline, Point


class ReadingDoor(Protocol):
    """Tells of a session along the path that `path` gives for the same `through`."""

    @door(cancel=True)
    def find_in_session(self, session: int, text: str, through: int = 0) -> FoundIn:
        """Where these letters stand, whatever their case and accents, in the order in which the session is read.

        Of each text its first 64,000 characters, as `path` gives them; at most 5,000 places.
        """
        ...

    @door(cancel=True)
    def outline(self, session: int, through: int = 0) -> Outline:
        """The days that a session went over, what the person asked, and the headings of its texts; at most 5,000."""
        ...

    @door()
    def place_of_day(self, session: int, day: date, through: int = 0) -> Point | None:
        """The first turn of that day or of the next that there is, or the last turn; None where none has a time."""
        ...
