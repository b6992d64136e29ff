"""HTML: what a person reads in it. Nothing in it is run and nothing that it points at is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from lxml import etree

from mnemoteca.core.importing import Empty, Item, RawSession, RawTurn, ReadTo, Unread
from mnemoteca.core.memory import Role
from mnemoteca.core.text import storable
from mnemoteca.library.importers import documents, sections
from mnemoteca.library.importers.encoding import decoded, is_text
from mnemoteca.library.importers.origin import Member, Origin
from mnemoteca.library.importers.reading import is_single

_SUFFIXES = (".html", ".htm", ".xhtml")
_PIECE = 65_536
_BEGINNING = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+|<!--(?:[^-]|-(?!->))*+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_OLD = re.compile(r"windows-125|iso-8859|latin|koi8|gb|big5|shift_jis|euc-|macintosh")
_UNREAD = re.compile("script|style|template|noscript|svg|math|iframe|object|embed|audio|video|canvas|head|select")
_BLOCKS = re.compile(
    "p|div|section|article|header|footer|main|aside|nav|ul|ol|dl|dt|dd|table|tr|blockquote|pre|figure|figcaption|form"
    "|fieldset|address|details|summary|h1|h2|h3|h4|h5|h6|hr|li"
)
_PARAGRAPHS = re.compile("p|h1|h2|h3|h4|h5|h6|blockquote|pre|table|ul|ol|dl|figure")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_MOST_PLACES = 200


class Html:
    """Reads HTML."""

    name = "html"

    def detect(self, origin: Origin) -> float:
        if not is_single(origin):
            return documents.share(origin, _SUFFIXES)
        head = documents.first_of(origin)
        if not is_text(head):
            return 0.0
        text = decoded(head)[0]
        if _BEGINNING.match(text):
            return 0.8
        return 0.4 if text.lstrip()[:1] == "<" and origin.path.name.lower().endswith(_SUFFIXES) else 0.0

    def read(self, origin: Origin) -> Iterator[Item]:
        collection = documents.collection(origin)
        for member in documents.wanted(origin, _SUFFIXES):
            yield from _document(origin, member, collection)
            yield ReadTo(member.start + member.size)


def _document(origin: Origin, member: Member, collection: str) -> Iterator[Item]:
    raw = documents.whole(origin, member)
    where = "" if is_single(origin) else storable(member.name)
    if isinstance(raw, Unread):
        yield raw
        return
    if raw.strip() and not is_text(raw[:_PIECE]):
        yield Unread(where, "it is not text")
        return
    text, said = _text_of(raw)
    if said:
        yield Unread(where, said, taken=True)
    page = readable(text)
    if not any(part.text.strip() for part in page.parts):
        yield Empty()
        return
    name = storable(member.name)
    title = page.title or next((part.heading for part in page.parts if part.heading), "") or PurePosixPath(name).stem
    moment = documents.changed(origin, member.name)
    yield RawSession(collection, documents.SOURCE, name, title[:500], moment, "document")
    ids = sections.Ids()
    for part in page.parts:
        here = ", ".join(filter(None, (where, part.heading)))
        for passage in sections.passages((part.text.strip(),), sections.LONGEST):
            if passage.strip():
                yield RawTurn(
                    ids.next(part.heading), here, passage, Role.DOCUMENT, moment=moment, places=tuple(part.places)
                )


def _text_of(raw: bytes) -> tuple[str, str]:
    """A page as text, in the encoding that it names, where it is one and nothing else tells."""
    named = _CHARSET.search(raw[:4096])
    name = named[1].decode("ascii").lower() if named else ""
    if _OLD.match(name) and not raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return storable(raw.decode("cp1252" if name in ("iso-8859-1", "latin1") else name)), ""
        except (LookupError, ValueError):
            pass
    return decoded(raw)


@dataclass(slots=True)
class Part:
    """What stands between two headings of the levels 1 and 2, its heading with it."""

    heading: str = ""
    text: str = ""
    places: dict[tuple[str, str], None] = field(default_factory=dict)


@dataclass(slots=True)
class Page:
    """What a person reads of a page."""

    title: str
    parts: list[Part]


def readable(text: str) -> Page:
    """The title and the parts of a page, without scripts, styles and what is not text."""
    reader = _Reader()
    parser = etree.HTMLParser(target=reader, no_network=True)
    text = storable(text)
    try:
        for start in range(0, len(text), _PIECE):
            parser.feed(text[start : start + _PIECE])
        parser.close()
    except etree.LxmlError:
        pass  # what came before it is there
    return reader.page()


class _Reader:
    """Takes the tags and texts of a page one after the other; there never is a tree."""

    def __init__(self) -> None:
        self._title: list[str] = []
        self._parts = [Part()]
        self._text: list[str] = []
        self._unread = self._in_title = self._in_pre = self._breaks = 0
        self._begun = False  # whether the line has text
        self._heading: list[str] | None = None

    def page(self) -> Page:
        self._end_part()
        title = _BLANKS.sub(" ", "".join(self._title)).strip()
        return Page(storable(title), [part for part in self._parts if part.text.strip()])

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "title":
            self._in_title += 1
        elif _UNREAD.fullmatch(tag):
            self._unread += 1
        elif self._unread:
            return
        elif tag == "br":
            self._break(1)
        elif _BLOCKS.fullmatch(tag):
            self._break(2 if _PARAGRAPHS.fullmatch(tag) else 1)
        self._in_pre += tag == "pre"
        if tag in ("h1", "h2"):
            self._end_part()
            self._parts.append(Part())
            self._heading = []
        elif tag == "li":
            self._say("- ")
        elif tag in ("td", "th") and self._begun:
            self._say("\t")
        self._link(attributes.get("href", ""))

    def end(self, tag: str) -> None:
        if tag == "title":
            self._in_title = max(0, self._in_title - 1)
        elif _UNREAD.fullmatch(tag):
            self._unread = max(0, self._unread - 1)
        elif not self._unread and _BLOCKS.fullmatch(tag):
            self._break(2 if _PARAGRAPHS.fullmatch(tag) else 1)
        if tag == "pre":
            self._in_pre = max(0, self._in_pre - 1)
        if tag in ("h1", "h2") and self._heading is not None:
            self._parts[-1].heading = storable(_BLANKS.sub(" ", "".join(self._heading)).strip())[:500]
            self._heading = None

    def data(self, text: str) -> None:
        if self._in_title:
            self._title.append(text)
        elif not self._unread:
            self._say(text if self._in_pre else _BLANKS.sub(" ", text))

    def comment(self, text: str) -> None:
        """Nobody reads it."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Nobody reads it."""

    def close(self) -> None:
        """There is nothing to be made at the end."""

    def _say(self, text: str) -> None:
        if not self._begun and not self._in_pre:
            text = text.lstrip(" ")
        if not text:
            return
        if self._text:
            self._text.append("\n" * self._breaks)
        self._text.append(text)
        self._breaks, self._begun = 0, True
        if self._heading is not None:
            self._heading.append(text)

    def _break(self, lines: int) -> None:
        self._breaks = max(self._breaks, lines)
        self._begun = False

    def _link(self, address: str) -> None:
        places = self._parts[-1].places
        if address.lower().startswith(("https://", "http://")) and len(places) < _MOST_PLACES and not self._unread:
            places[("url", storable(address)[:2000])] = None

    def _end_part(self) -> None:
        self._parts[-1].text = storable("".join(self._text))
        self._text, self._breaks, self._begun = [], 0, False
