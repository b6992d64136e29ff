"""Plain text: a file or a folder of them. A file is a session, what stands between blank lines is put together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO

from mnemoteca.core.importing import Empty, Item, RawSession, RawTurn, ReadTo, Unread
from mnemoteca.core.memory import Role
from mnemoteca.core.text import storable
from mnemoteca.library.importers import documents, sections
from mnemoteca.library.importers.encoding import Decoding, decoding, is_text
from mnemoteca.library.importers.origin import Member, Origin
from mnemoteca.library.importers.reading import from_stream, is_single

_SUFFIXES = (".txt", ".text", ".rst", ".org", ".adoc")
_NEVER = (".json", ".jsonl", ".ndjson")  # a torn export is not taken for a text
_LOOKED_AT = 65_536


class Text:
    """Reads plain text."""

    name = "text"

    def detect(self, origin: Origin) -> float:
        """Never sure: whatever is text and begins like nothing else may be it."""
        if not is_single(origin):
            return documents.share(origin, _SUFFIXES)
        head = documents.first_of(origin)
        if not is_text(head) or origin.path.name.lower().endswith(_NEVER):
            return 0.0
        if origin.path.name.lower().endswith(_SUFFIXES):
            return 0.3
        return 0.0 if head.lstrip()[:1] in (b"{", b"[", b"<") else 0.1

    def read(self, origin: Origin) -> Iterator[Item]:
        collection = documents.collection(origin)
        for member in documents.wanted(origin, _SUFFIXES):
            yield from from_stream(origin, member, partial(_parts, head=_session(origin, member, collection)))
            yield ReadTo(member.start + member.size)


def _session(origin: Origin, member: Member, collection: str) -> RawSession:
    name = storable(member.name)
    moment = documents.changed(origin, member.name)
    return RawSession(collection, documents.SOURCE, name, PurePosixPath(name).stem, moment, "document")


def _parts(file: BinaryIO, _: Member, head: RawSession) -> Iterator[Item]:
    begin = file.read(_LOOKED_AT)
    if begin.strip() and not is_text(begin):
        yield Unread("", "it is not text")
        return
    yield head
    pieces = Decoding()
    for number, text in enumerate(sections.passages(decoding(file, begin, pieces)), 1):
        if text.strip():
            yield RawTurn(str(number), f"part {number}", text, Role.DOCUMENT, moment=head.started)
        else:
            yield Empty()
        if number % 250 == 0:
            yield ReadTo(file.tell())
    if pieces.said:
        yield Unread("", pieces.said, taken=True)
