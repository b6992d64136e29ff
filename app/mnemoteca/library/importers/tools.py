"""What a tool was asked and what it answered, as text."""

from __future__ import annotations

from collections.abc import Iterable

from mnemoteca.core.text import storable
from mnemoteca.library.importers.loose import is_object, text_at, written

_SAY_MOST = (
    "command", "file_path", "path", "notebook_path", "pattern", "query", "url", "description", "prompt", "code",
)  # fmt: skip
_FILES = ("file_path", "notebook_path", "path")
_MOST_PLACE = 1_000  # characters


def asked(given: object) -> str:
    """What a tool was given: what says the most in the first line, then the rest as JSON."""
    if not is_object(given):
        return given if isinstance(given, str) else "" if given is None else written(given)
    if isinstance(command := given.get("command"), list):
        return " ".join(map(str, command))
    first = next((name for name in _SAY_MOST if isinstance(given.get(name), str)), None)
    rest = {name: value for name, value in given.items() if name != first}
    return "\n".join(filter(None, (given[first] if first else "", written(rest) if rest else "")))


def answered(content: object, *, failed: bool = False) -> str:
    """What a tool answered: its texts; what isn't text by its kind."""
    told = "\n".join(_pieces(content))
    return f"‹error›\n{told}" if failed and told.strip() else told


def _pieces(content: object) -> Iterable[str]:
    waiting = [content]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, list):
            waiting += reversed(each)
        elif is_object(each):
            told = "\n".join(filter(None, (text_at(each, "title"), text_at(each, "url"), text_at(each, "text"))))
            yield told or f"‹{text_at(each, 'type')[:60] or 'content'}›"


def places(given: object) -> tuple[tuple[str, str], ...]:
    """The files that a tool was pointed at."""
    if not is_object(given):
        return ()
    named = (storable(given[name]) for name in _FILES if isinstance(given.get(name), str))
    return tuple(("file", name) for name in dict.fromkeys(named) if 0 < len(name) <= _MOST_PLACE)
