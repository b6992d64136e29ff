"""Names that every file system takes: no separators, no reserved names, nothing that hides or turns the text."""

from __future__ import annotations

import re
import unicodedata

MOST_BYTES = 150
_BAD = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]+')
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?")


def safe_name(title: str, otherwise: str) -> str:
    """A name made of a title, at most `MOST_BYTES` bytes long; `otherwise` where nothing of it is left."""
    told = _BAD.sub(" ", unicodedata.normalize("NFC", title))
    told = " ".join(told.split()).lstrip(". ")
    told = told.encode("utf-8", "ignore")[:MOST_BYTES].decode("utf-8", "ignore").rstrip(". \u200d\ufe0f")
    if not told:
        return otherwise
    return f"{told}_" if _RESERVED.fullmatch(told) else told


class Names:
    """Gives each name once, whatever its case, and however its accents are written."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def give(self, name: str, suffix: str) -> str:
        """The name with its suffix, numbered where it is taken."""
        told, number = name, 1
        while (folded := unicodedata.normalize("NFKD", told).casefold()) in self._given:
            number += 1
            told = f"{name} ({number})"
        self._given.add(folded)
        return told + suffix
