"""A key with what is held down beside it, as settings write it: `Ctrl+Alt+Space`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MODIFIERS = ("ctrl", "alt", "shift", "meta")
NAMED = frozenset({"space", "return", "tab", "insert", "home", "end", "pgup", "pgdown", "pause"})


@dataclass(frozen=True, slots=True)
class Chord:
    """`key` is a lower-case letter, a digit, `f1` to `f24`, or one of `NAMED`."""

    modifiers: frozenset[str]
    key: str


class Holding(StrEnum):
    """What became of the wish to hold a key."""

    HELD = "held"
    ASKED = "asked"  # the desktop asks the person, and tells later
    REFUSED = "refused"  # by the person, whom the desktop asked
    TAKEN = "taken"  # by another program
    UNKNOWN = "unknown"  # no key that can be held: without Ctrl, Alt or Meta it would be lost to all programs
    ABSENT = "absent"  # this desktop lets no program hold a key
    OFF = "off"  # none is wished for


def read_chord(text: str) -> Chord | None:
    """The chord that a setting names; None where it names none that may be held everywhere."""
    *modifiers, key = (part.strip().lower() for part in text.split("+"))
    function = key[:1] == "f" and key[1:].isdigit() and 1 <= int(key[1:]) <= 24
    known = function or key in NAMED or (len(key) == 1 and key.isascii() and key.isalnum())
    if not known or not set(modifiers) <= set(MODIFIERS):
        return None
    return Chord(frozenset(modifiers), key) if function or set(modifiers) - {"shift"} else None
