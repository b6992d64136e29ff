"""The sentences that the library wants a person to see, in the window's language."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from mnemoteca.gui.problems import SENTENCES
from mnemoteca.gui.translations import QT_TRANSLATE_NOOP

PLAIN = (
    QT_TRANSLATE_NOOP(
        "Notices", "The words index was damaged and is being made anew; recall says what it still misses."
    ),
    QT_TRANSLATE_NOOP(
        "Notices",
        "The words index knew more than the library and is being made anew; recall says what it still misses.",
    ),
)
FILLED = ("changes_missing",)  # problems that are told without stopping anything


def notice(text: str) -> str:
    """A notice of the library; one that isn't known here keeps its words."""
    for key in FILLED:
        if (found := _pattern(" ".join(SENTENCES[key])).fullmatch(text)) is not None:
            said = (QCoreApplication.translate("Problem", part) for part in SENTENCES[key])
            return " ".join(said).format(**found.groupdict())
    return QCoreApplication.translate("Notices", text)


def _pattern(template: str) -> re.Pattern[str]:
    """What a filled-in template looks like; each value is a group."""
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*)", re.escape(template)))
