"""What a piece of Markdown names: its tags, the pages and addresses it links to, the files it shows."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from mnemoteca.core.errors import BadInput
from mnemoteca.core.tags import read_tags
from mnemoteca.core.text import storable

NOTES = (".md", ".markdown", ".mdown", ".mkd")
_MOST = 200  # of each kind, of one section
_LONGEST = 2_000  # characters of a place
_CODE = re.compile(
    r"^[ \t>]*(`{3,}+|~{3,}+)[^\n]*+\n(?:.*?^[ \t>]*\1[`~]*[ \t]*\r?$|.*)"  # fenced, or open to the end
    r"|``[^\n]{1,500}?``|`[^`\n]+`|%%.*?(?:%%|\Z)|<!--.*?(?:-->|\Z)",
    re.DOTALL | re.MULTILINE,
)
_WIKI = re.compile(r"(!?)\[\[([^\[\]\n|]{1,1000})(?:\|[^\[\]\n]{0,1000})?\]\]")
_LINK = re.compile(
    r"(!?)\[(?:[^\[\]\\\n]|\\.){0,1000}\]"
    r"\([ \t]*(<[^<>\n]{1,2000}>|[^\s()<>]{1,2000}(?:\([^\s()]{0,500}\))?)[^()\n]{0,500}\)"
)
_ADDRESS = re.compile(r"https?://[^\s<>\"'\])`|]{1,2000}")
_TAG = re.compile(r"(?<![^\s(>*_,;])#([\w/-]{1,100})")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Named:
    """What a section names; `pages` are names of notes and files as they stand in the folder, where they do."""

    tags: tuple[str, ...]
    places: tuple[tuple[str, str], ...]
    attachments: tuple[str, ...]


def without_code(text: str) -> str:
    """The text with blanks where code and comments are, every character where it was."""
    return _CODE.sub(lambda match: " " * len(match.group()), text)


class Pages:
    """The files of a folder by how notes name them: the shortest path that is enough."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_end: dict[str, list[str]] = {}
        for name in names:
            self._by_end.setdefault(_key(name.rpartition("/")[2]), []).append(name)

    def find(self, target: str, folder: str) -> str:
        """What a link in a note of a folder leads to; its target as it is written where there is no such file."""
        target = target.strip()
        wanted = _key(posixpath.normpath(target.lstrip("/")))
        beside = _key(posixpath.normpath(posixpath.join(folder, target)))
        found = self._by_end.get(wanted.rpartition("/")[2], [])
        near = [name for name in found if _key(name) == beside] or [name for name in found if _key(name) == wanted]
        ends = near or [name for name in found if _key(name).endswith("/" + wanted)]
        return min(ends, key=lambda name: (name.count("/"), len(name), name), default=target)


def _key(name: str) -> str:
    """A name as links compare it: without case and without the ending of a note."""
    lowered = name.casefold()
    return next((lowered.removesuffix(end) for end in NOTES if lowered.endswith(end)), lowered)


def named(masked: str, pages: Pages, folder: str) -> Named:
    """What a section names, its code blanked out before."""
    places: dict[tuple[str, str], None] = {}
    attachments: dict[str, None] = {}
    for embedded, target in _targets(masked):
        if target.lower().startswith(("https://", "http://")):
            places[("url", target[:_LONGEST])] = None
        elif page := pages.find(target, folder):
            places[("page", storable(page)[:_LONGEST])] = None
            if embedded and not page.lower().endswith(NOTES) and "." in page:
                attachments[storable(page.rpartition("/")[2])] = None
    plain = _LINK.sub(" ", _WIKI.sub(" ", masked))
    return Named(tuple(read(_TAG.findall(plain)))[:_MOST], tuple(places)[:_MOST], tuple(attachments)[:_MOST])


def _targets(masked: str) -> Iterator[tuple[bool, str]]:
    """Each link: whether it is shown in place, and its target without the heading in it."""
    for match in _WIKI.finditer(masked):
        if target := match[2].rstrip("\\").partition("#")[0].strip():
            yield bool(match[1]), target
    for match in _LINK.finditer(masked):
        target = match[2].strip("<>")
        if _SCHEME.match(target):
            yield bool(match[1]), target if target.lower().startswith("http") else ""
        elif target := unquote(target.partition("#")[0]).strip():
            yield bool(match[1]), target
    for match in _ADDRESS.finditer(masked):
        yield False, match.group().rstrip(".,;:!?")


def read(given: Iterable[str]) -> Iterator[str]:
    """Those that can be tags, each once."""
    seen: set[str] = set()
    for tag in given:
        try:
            good = read_tags((tag.strip("/-").replace(" ", "-"),))[0]
        except BadInput:
            continue
        if good not in seen:
            seen.add(good)
            yield good
