"""The files of an assistant's export that hold conversations: one, or shards of it, each a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from mnemoteca.core.importing import Item, ReadTo, Unread
from mnemoteca.library.importers.origin import Member, Origin, walk
from mnemoteca.library.importers.reading import is_single
from mnemoteca.library.importers.transcripts import array_records

_SHARD = re.compile(r"(?:.*/)?conversations(?:[-_ (]*\d+\)?)?\.json", re.IGNORECASE)
_MARK = b"\xef\xbb\xbf"


def shards(origin: Origin) -> Iterator[Member]:
    """The files with conversations; a single file whatever its name is."""
    single = is_single(origin)
    return (member for member in walk(origin) if single or _SHARD.fullmatch(member.name))


def named(origin: Origin, name: str) -> Iterator[Member]:
    """The files of this name, in whichever folder of the export."""
    return (member for member in walk(origin) if member.name.rpartition("/")[2].lower() == name)


def beginning(origin: Origin, member: Member) -> bytes:
    """How a file begins, without a mark; nothing where it can't be read."""
    try:
        return origin.head(member.name).removeprefix(_MARK)
    except OSError:
        return b""


def elements_of(
    read: Callable[[bytes, str], Iterator[Item]], what: str
) -> Callable[[BinaryIO, Member], Iterator[Item]]:
    """Reads a file that is a list, or one element, each by `read`, which is told where it stands."""

    def items(file: BinaryIO, _: Member) -> Iterator[Item]:
        for found in array_records(file, what):
            if isinstance(found, Unread):
                yield found
            else:
                yield from read(found.raw, found.where or what)
                yield ReadTo(found.end)

    return items
