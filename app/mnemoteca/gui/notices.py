"""The sentences that the library wants a person to see, in the window's language."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from mnemoteca.gui import skips
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
GENERAL = ("import_failed", "unknown", "bad_setting")  # made of their values alone: they match anything


def notice(text: str) -> str:
    """A notice of the library; one that isn't known here keeps its words."""
    return _problem(text) or QCoreApplication.translate("Notices", text)


def outcome(text: str) -> str:
    """How a job ended by a problem: the sentence that the service has for it, in the window's language."""
    return _problem(text) or text


def _problem(text: str) -> str:
    """A problem's sentence and next step said anew; "" where it is none."""
    for key, parts in SENTENCES.items():
        found = None if key in GENERAL else _pattern(" ".join(filter(None, parts))).fullmatch(text)
        if found is not None:
            said = " ".join(QCoreApplication.translate("Problem", part) for part in parts if part)
            return said.format(**{name: _value(name, value) for name, value in found.groupdict().items()})
    return ""


def _value(name: str, value: str) -> str:
    """A reason is in words, too, and may say where it stands."""
    if name != "reason":
        return value
    if whole := _problem(value):
        return whole
    where, sign, why = value.partition(": ")
    if sign and skips.reason(why) != why:
        return f"{skips.place(where)}: {skips.reason(why)}"
    return skips.reason(value)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """What a filled-in template looks like; each value is a group."""
    seen: set[str] = set()

    def group(match: re.Match[str]) -> str:
        name = match[1]
        again = name in seen
        seen.add(name)
        return f"(?P={name})" if again else f"(?P<{name}>.*)"

    plain = re.escape(template).replace(r"\{\{", "{").replace(r"\}\}", "}")
    return re.compile(re.sub(r"\\\{(\w+)\\\}", group, plain), re.DOTALL)
