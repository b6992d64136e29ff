"""Notes in Markdown: a folder of them or one file, and Obsidian vaults.

A note is a session, its parts between headings of the levels 1 and 2 are its memories.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

import msgspec

from mnemoteca.core.importing import Empty, Item, RawSession, RawTurn, ReadTo, Unread, read_time
from mnemoteca.core.memory import Role
from mnemoteca.core.text import storable
from mnemoteca.core.when import Moment
from mnemoteca.library.importers import documents, front_matter, markup, sections
from mnemoteca.library.importers.daily import DEFAULT, DailyNotes
from mnemoteca.library.importers.documents import first_of, hidden
from mnemoteca.library.importers.encoding import decoded, is_text
from mnemoteca.library.importers.front_matter import FrontMatter
from mnemoteca.library.importers.markup import NOTES, Pages
from mnemoteca.library.importers.origin import Member, Origin
from mnemoteca.library.importers.reading import is_single

_VAULT = ".obsidian/"
_CREATED = ("date", "created", "created_at", "date created", "creation_date")
_UPDATED = ("updated", "modified", "updated_at", "date modified", "lastmod")
_SIGNS = (
    re.compile(rb"^#{1,6} \S", re.MULTILINE),
    re.compile(rb"^(?:[-*+]|\d+\.) \S", re.MULTILINE),
    re.compile(rb"^ {0,3}```", re.MULTILINE),
    re.compile(rb"\]\([^)\s]+\)|\[\[[^\]\n]+\]\]"),
    re.compile(rb"\A(?:\xef\xbb\xbf)?---\r?\n[\w-]+:"),
    re.compile(rb"\*\*\S[^*\n]*\*\*|^> ", re.MULTILINE),
)


@dataclass(frozen=True, slots=True)
class _Folder:
    """What has to be known of all notes to read one."""

    collection: str
    root: str  # in front of the name of each note, with its “/”
    pages: Pages
    daily: DailyNotes
    titles: bool  # whether a note's first heading is its title


@dataclass(frozen=True, slots=True)
class _Note:
    """One note: where it stands, its text, what is written above it."""

    name: str
    where: str
    front: FrontMatter
    body: str


class Markdown:
    """Reads a folder of Markdown, or one file."""

    name = "markdown"

    def detect(self, origin: Origin) -> float:
        if not is_single(origin):
            return documents.share(origin, NOTES)
        head = first_of(origin)
        if not is_text(head) or head.lstrip()[:1] in (b"{", b"<"):
            return 0.0
        named = origin.path.name.lower().endswith(NOTES)
        signs = sum(sign.search(head) is not None for sign in _SIGNS)
        return 0.4 if named else 0.25 if signs >= 2 else 0.0

    def read(self, origin: Origin) -> Iterator[Item]:
        names = [name for name in origin.names() if not hidden(name)]
        folder = _Folder(documents.collection(origin), "", Pages(names), DailyNotes(), titles=True)
        yield from _notes(origin, folder)


class Obsidian:
    """Reads an Obsidian vault."""

    name = "obsidian"

    def detect(self, origin: Origin) -> float:
        return 0.0 if _root(origin) is None else 0.9

    def read(self, origin: Origin) -> Iterator[Item]:
        root = _root(origin) or ""
        names = [name[len(root) :] for name in origin.names() if name.startswith(root) and not hidden(name)]
        vault = PurePosixPath(root).name or documents.collection(origin).rpartition("/")[2]
        daily, trouble = _daily_notes(origin, root)
        if trouble:
            yield trouble
        yield from _notes(origin, _Folder(storable(vault), root, Pages(names), daily, titles=False))


def _root(origin: Origin) -> str | None:
    """What stands in front of the names of a vault's notes; None where it is no vault."""
    found = [name.partition(_VAULT)[0] for name in origin.names() if _VAULT in name]
    roots = [root for root in found if not root or (root.endswith("/") and not hidden(root))]
    return min(roots, key=lambda root: (root.count("/"), root), default=None)


def _daily_notes(origin: Origin, root: str) -> tuple[DailyNotes, Unread | None]:
    """Which notes are days, as the vault is set up."""
    name = f"{root}{_VAULT}daily-notes.json"
    try:
        told = msgspec.json.decode(origin.head(name), type=dict[str, object]) if name in set(origin.names()) else {}
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return DailyNotes(), Unread(name, "it can't be understood; daily notes are taken to be named YYYY-MM-DD", True)
    folder, pattern = told.get("folder"), told.get("format")
    is_told = isinstance(pattern, str) and pattern
    return DailyNotes(folder if isinstance(folder, str) else "", str(pattern) if is_told else DEFAULT), None


def _notes(origin: Origin, folder: _Folder) -> Iterator[Item]:
    for member in documents.wanted(origin, NOTES):
        if member.name.startswith(folder.root):
            yield from _note(origin, member, folder)
        yield ReadTo(member.start + member.size)


def _note(origin: Origin, member: Member, folder: _Folder) -> Iterator[Item]:
    raw = documents.whole(origin, member)
    where = "" if is_single(origin) else storable(member.name)
    if isinstance(raw, Unread):
        yield raw
        return
    if raw.strip() and not is_text(raw[:65_536]):
        yield Unread(where, "it is not text")
        return
    text, said = decoded(raw)
    front, body = front_matter.split(text)
    for trouble in filter(None, (said, front.trouble)):
        yield Unread(where, trouble, taken=True)
    if not body.strip():
        yield Empty()
        return
    note = _Note(storable(member.name[len(folder.root) :]), where, front, body)
    moment = _moment(note, folder, documents.changed(origin, member.name))
    extra = json.dumps({"front_matter": front.written}, ensure_ascii=False) if front.written else None
    yield RawSession(folder.collection, documents.SOURCE, note.name, _title(note, folder), moment, "document", extra)
    yield from _parts(note, moment, folder)


def _title(note: _Note, folder: _Folder) -> str:
    heading = sections.first_heading(note.body) if folder.titles else ""
    return (note.front.one("title") or heading or PurePosixPath(note.name).stem)[:500]


def _moment(note: _Note, folder: _Folder, changed: Moment) -> Moment:
    """When it was written: as it says, by the name of a daily note, else when the file was last changed."""
    day = folder.daily.day(str(PurePosixPath(note.name).with_suffix("")))
    told = [note.front.one(*_CREATED), day.isoformat() if isinstance(day, date) else "", note.front.one(*_UPDATED)]
    moments = (read_time(each) for each in told if each)
    return next((moment for moment in moments if moment.at is not None), changed)


def _parts(note: _Note, moment: Moment, folder: _Folder) -> Iterator[Item]:
    masked = markup.without_code(note.body)
    above = tuple(markup.read(note.front.several("tags", "tag")))
    aliases = tuple(("page", alias[:500]) for alias in note.front.several("aliases", "alias"))
    here = note.name.rpartition("/")[0]
    ids = sections.Ids()
    for section in sections.by_headings(note.body):
        start = section.start
        for text in sections.passages((section.text,), sections.LONGEST):
            named = markup.named(masked[start : start + len(text)], folder.pages, here)
            start += len(text)
            where = f"{note.where}, {section.heading}" if section.heading and note.where else note.where
            yield RawTurn(
                ids.next(section.heading), where, text, Role.DOCUMENT, moment=moment,
                tags=tuple(dict.fromkeys((*above, *named.tags))), attachments=named.attachments,
                places=tuple(dict.fromkeys((*aliases, *named.places))),
            )  # fmt: skip
            aliases = ()
