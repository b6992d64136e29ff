"""What the first hit owes its place to, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from mnemoteca.core.recall import Hit, Unless
from mnemoteca.gui import words
from mnemoteca.gui.rows import one_line
from mnemoteca.gui.translations import QT_TRANSLATE_NOOP

PARTS: dict[str, str] = {
    "standing": QT_TRANSLATE_NOOP("Owing", "its tier and pin"),
    "recency": QT_TRANSLATE_NOOP("Owing", "being recent"),
    "hop": QT_TRANSLATE_NOOP("Owing", "the hop"),
    "own": QT_TRANSLATE_NOOP("Owing", "being said by you"),
    "speaker": QT_TRANSLATE_NOOP("Owing", "its speaker’s name"),
    "session": QT_TRANSLATE_NOOP("Owing", "its session"),
    "near": QT_TRANSLATE_NOOP("Owing", "what was said beside it"),
    "meaning": QT_TRANSLATE_NOOP("Owing", "its meaning"),
    "phrase": QT_TRANSLATE_NOOP("Owing", "the phrase"),
    "words": QT_TRANSLATE_NOOP("Owing", "its words"),
}  # the least part first: what would change the place with the least is the most telling
SHOWN = 40  # characters of the memory that would be first


def owed(unless: Sequence[Unless], hits: Sequence[Hit]) -> str:
    """Without which part the first hit would not be first, and after which memory; "" where it would stay so."""
    found = sorted((each for each in unless if each.part in PARTS), key=lambda each: list(PARTS).index(each.part))
    if not found:
        return ""
    part = QCoreApplication.translate("Owing", PARTS[found[0].part])
    before = next((hit.memory for hit in hits if hit.memory.id == found[0].after), None)
    if before is None:
        said = QCoreApplication.translate("Owing", "Without %1 it would be number %2.")
        return said.replace("%1", part).replace("%2", str(found[0].place))
    said = QCoreApplication.translate("Owing", "Without %1 it would be number %2, after “%3”.")
    begins = one_line(before.text[:SHOWN]) + ("…" if before.length > SHOWN else "")
    told = f"{words.speaker(before)}: {begins}" if words.speaker(before) else begins
    return said.replace("%1", part).replace("%2", str(found[0].place)).replace("%3", told)
