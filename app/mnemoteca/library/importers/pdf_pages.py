"""The pages of a PDF. A page that is only a picture is listed; nothing is guessed.

Read by pypdf, in Python throughout: what a file claims about itself can neither crash the process nor fill its memory.
"""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import BinaryIO

from pypdf import Configuration, PageObject, PdfReader, apply_configuration
from pypdf.errors import DependencyError, PyPdfError

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.importing import Empty, Item, RawSession, RawTurn, ReadTo, Unread
from mnemoteca.core.memory import Precision, Role
from mnemoteca.core.text import storable
from mnemoteca.core.when import Moment
from mnemoteca.library.importers import documents
from mnemoteca.library.importers.documents import offset_here
from mnemoteca.library.importers.origin import Member, Origin, reason_of
from mnemoteca.library.importers.reading import is_single

MOST_BYTES = 1_000_000_000
_MOST_UNPACKED = 100_000_000  # of a member of a zip, which has to be in memory as a whole
PAGE_S = 15.0  # after which a page is given up
_LIMITS = Configuration(
    zlib_maximum_output_length=16_000_000,
    lzw_maximum_output_length=16_000_000,
    run_length_maximum_output_length=16_000_000,
    brotli_maximum_output_length=16_000_000,
    array_based_stream_maximum_output_length=16_000_000,
    stream_parsing_work_maximum_count=500_000,
    jbig2dec_binary=None,
)
_BROKEN = (
    PyPdfError, DependencyError, ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError,
    NotImplementedError, OSError, RecursionError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
_ENCRYPTED = "it is encrypted; save a copy without the password and import that"
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # it writes down pieces of what it reads


def document(origin: Origin, member: Member, collection: str) -> Iterator[Item]:
    """One document as a session, a page a memory."""
    name = "" if is_single(origin) else storable(member.name)
    if member.size > MOST_BYTES:
        yield Unread(name, f"it has {member.size:,} bytes; at most {MOST_BYTES:,} are read")
        return
    try:
        with _seekable(origin, member) as file:
            yield from _pages(origin, member, collection, file, name)
    except OSError as error:
        if not name:
            raise
        yield Unread(name, f"it can't be read: {reason_of(error)}")


def _seekable(origin: Origin, member: Member) -> BinaryIO:
    file = origin.open(member.name)
    if file.seekable():
        return file
    with file:
        if member.size > _MOST_UNPACKED:
            raise OSError(f"it has {member.size:,} bytes; unpack the zip and import the folder")
        return io.BytesIO(file.read(_MOST_UNPACKED))


def _pages(origin: Origin, member: Member, collection: str, file: BinaryIO, name: str) -> Iterator[Item]:
    opened = _opened(file)
    if isinstance(opened, str):
        yield Unread(name, opened)
        return
    reader, count = opened
    where = f"{name}, " if name else ""
    moment = _moment(reader) or documents.changed(origin, member.name)
    title = _title(reader) or PurePosixPath(storable(member.name)).stem
    yield RawSession(collection, documents.SOURCE, storable(member.name), title[:500], moment, "document")
    pictures = 0  # pages in a row that are only pictures
    for number in range(1, count + 1):
        text, reason = _page(reader, number)
        if reason == _PICTURE:
            pictures += 1
        if pictures and (reason != _PICTURE or number == count):
            last = number if reason == _PICTURE else number - 1
            yield Unread(f"{where}{_named(last - pictures + 1, last)}", "no text is in it, only pictures")
            pictures = 0
        if text:
            page = f"{where}page {number}"
            yield RawTurn(str(number), page, text, Role.DOCUMENT, moment=moment, places=(("page", str(number)),))
        elif not reason:
            yield Empty()
        elif reason != _PICTURE:
            yield Unread(f"{where}page {number}", reason)
        yield ReadTo(member.start + member.size * number // count)


def _named(first: int, last: int) -> str:
    return f"page {first}" if first == last else f"pages {first:,}–{last:,}"


def _opened(file: BinaryIO) -> tuple[PdfReader, int] | str:
    """A reader and the number of its pages, or why there is none."""
    try:
        with apply_configuration(_LIMITS):
            reader = PdfReader(file)
            if reader.is_encrypted and not reader.decrypt(""):
                return _ENCRYPTED
            count = len(reader.pages)
    except DependencyError:
        return _ENCRYPTED
    except _BROKEN as error:
        return f"it is damaged or cut ({_told(error)})"
    return (reader, count) if count else "it has no pages"


_PICTURE = "picture"


def _page(reader: PdfReader, number: int) -> tuple[str, str]:
    """The text of a page, and where there is none why."""
    began = stopwatch()

    def check(*_: object) -> None:
        if stopwatch() - began > PAGE_S:
            raise TimeoutError

    try:
        with apply_configuration(_LIMITS):
            page = reader.pages[number - 1]
            text = storable(page.extract_text(visitor_operand_before=check)).strip()
            return text, _PICTURE if not text and _has_picture(page) else ""
    except TimeoutError:
        return "", f"it takes longer than {PAGE_S:.0f} s"
    except _BROKEN as error:
        return "", f"it is damaged ({_told(error)})"
    finally:
        reader.resolved_objects.clear()  # else every page that was read stays in memory


def _has_picture(page: PageObject) -> bool:
    resources = page.get("/Resources")
    shown = resources.get_object().get("/XObject") if resources is not None else None
    named = shown.get_object().values() if shown is not None else ()
    return any(each.get_object().get("/Subtype") in ("/Image", "/Form") for each in named)


def _told(error: BaseException) -> str:
    """What kind of damage it is; never what stands in the file."""
    return type(error).__name__


def _title(reader: PdfReader) -> str:
    try:
        told = reader.metadata.title if reader.metadata else None
        return storable(str(told or "")).strip()
    except _BROKEN:
        return ""


def _moment(reader: PdfReader) -> Moment | None:
    """When it says it was made."""
    try:
        made = reader.metadata.creation_date if reader.metadata else None
        if not isinstance(made, datetime):
            return None
        at = (made if made.tzinfo else made.astimezone()).astimezone(UTC)
        offset = made.utcoffset()
    except _BROKEN:
        return None
    return Moment(at, offset_here(at) if offset is None else int(offset.total_seconds() // 60), Precision.INSTANT)
