"""What stands between two lines of --- at the beginning of a note."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

_LARGEST = 16_384  # characters that are read as YAML
_FIRST = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_LAST = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """As it is written, and what each name in it has: texts only, nothing is taken for a number or a date."""

    written: str = ""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    trouble: str = ""

    def one(self, *names: str) -> str:
        """The first value under the first of these names that has one."""
        return next((value[0] for name in names for value in (self.values.get(name),) if value), "")

    def several(self, *names: str) -> tuple[str, ...]:
        """All values under these names; one that is written as `a, b` is two."""
        told = [part.strip() for name in names for value in self.values.get(name, ()) for part in value.split(",")]
        return tuple(dict.fromkeys(filter(None, told)))


def split(text: str) -> tuple[FrontMatter, str]:
    """The front matter and the rest of a note; together they are the note."""
    first = _FIRST.match(text)
    last = first and _LAST.search(text, first.end())
    if not first or not last:
        return FrontMatter(), text
    raw, body = text[: last.end()], text[last.end() :]
    if len(raw) > _LARGEST:
        return FrontMatter(raw, {}, "its front matter is too large to be understood; it is kept as it is written"), body
    try:
        return FrontMatter(raw, _values(text[first.end() : last.start()])), body
    except (yaml.YAMLError, RecursionError, ValueError):
        return FrontMatter(raw, {}, "its front matter is not valid YAML; it is kept as it is written"), body


def _values(raw: str) -> dict[str, tuple[str, ...]]:
    found = yaml.load(raw, Loader=yaml.BaseLoader)  # texts, lists and maps only; builds no objects
    if not isinstance(found, dict):
        return {}
    return {str(name).lower(): _texts(value) for name, value in found.items() if isinstance(name, str)}


def _texts(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(each.strip() for each in values if isinstance(each, str) and each.strip())
