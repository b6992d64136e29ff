"""What of a conversation is folded away until it is asked for, and the line that stands for it: pure."""

from __future__ import annotations

from mnemoteca.core.memory import Memory, Role
from mnemoteca.gui import words
from mnemoteca.gui.components.turn_text import lines_of
from mnemoteca.gui.counted import counted

_DETAIL = 60  # characters
SHOWN = 12_000  # characters of a long text that are shown at first
STEP = 26_000  # more, each time more is wanted
MOST = 64_000  # all that a turn carries; a document that is longer would keep the window waiting
_PER_LINE = 16  # characters that a line counts for at least


def part(text: str, shown: int) -> str:
    """The beginning of a text, cut at the end of a line or of a word where one is near."""
    if (lines := text.count("\n")) * _PER_LINE > shown:
        text = "\n".join(text.split("\n", shown // _PER_LINE)[:-1]) if lines >= shown // _PER_LINE else text
    if len(text) <= shown:
        return text
    for sign in ("\n", " "):
        cut = text.rfind(sign, shown - shown // 8, shown)
        if cut > 0:
            return text[:cut]
    return text[:shown]


def is_foldable(memory: Memory) -> bool:
    """What a tool put out or was thought, and a document that was attached to a message."""
    return memory.role is Role.TOOL or (memory.role is Role.DOCUMENT and memory.parent is not None)


def fold_words(memory: Memory) -> tuple[str, str]:
    """Who or what it is of, and more about it: “Read”, “file.py · 120 lines”."""
    whole = memory.length <= len(memory.text)
    size = counted.lines(len(lines_of(memory.text))) if whole else counted.characters(memory.length)
    return words.speaker(memory), " · ".join(filter(None, (_detail(memory), size)))


def _detail(memory: Memory) -> str:
    file = next((value for kind, value in memory.places if kind == "file"), "")
    if file:
        return file.replace("\\", "/").rstrip("/").rpartition("/")[2]
    if memory.role is Role.DOCUMENT:
        return ""
    first = next((line.text.strip() for line in lines_of(memory.text[:4000]) if line.text.strip()), "")
    return first if len(first) <= _DETAIL else first[: _DETAIL - 1].rstrip() + "…"
