"""Names as they are written: runs of words that begin with a capital."""

from __future__ import annotations

import re

from mnemoteca.core.stems import STOP_WORDS
from mnemoteca.core.text import words

Name = tuple[str, ...]  # the folded words of a name

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*"
_BETWEEN = r"(?:of|the|de|da|do|dos|das|du|del|di|la|le|von|van|&)"
_RUN = re.compile(rf"{_CAPITAL}(?:(?:\s+{_BETWEEN})?\s+(?:{_CAPITAL}|\d+\b))*")
SHORTEST = 3  # letters of the longest word of a name


def names_in(text: str, most: int = 40) -> tuple[Name, ...]:
    """The names in a text, in their order, each once; the first word of a sentence may be among them."""
    found: dict[Name, None] = {}
    for run in _RUN.finditer(text):
        name = tuple(words(_without_beginning(run.group())))
        if name and max(map(len, name)) >= SHORTEST:
            found[name] = None
            if len(found) >= most:
                break
    return tuple(found)


def _without_beginning(run: str) -> str:
    """The run without “The”, “In”, “O”, with which a sentence began; “São” with its accent stays."""
    first, _, rest = run.partition(" ")
    return _without_beginning(rest) if first.lower() in STOP_WORDS else run
