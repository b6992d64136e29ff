"""Reading the files of an origin: looking at how they begin, and going on where one of many can't be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import BinaryIO

from mnemoteca.core.importing import Item, ReadTo, Unread
from mnemoteca.core.text import storable
from mnemoteca.library.importers.origin import FileOrigin, Member, Origin, reason_of

_LOOKED_AT = 40  # files whose beginning tells a format


def is_single(origin: Origin) -> bool:
    """Whether the person pointed at this one file itself, so that its name tells nothing."""
    return isinstance(origin, FileOrigin)


def heads(origin: Origin, suffixes: tuple[str, ...]) -> Iterator[bytes]:
    """How the first files of these suffixes begin, or the single file; those that can't be read are left out."""
    single = is_single(origin)
    named = (name for name in origin.names() if single or name.lower().endswith(suffixes))
    for name in islice(named, _LOOKED_AT):
        try:
            yield origin.head(name)
        except OSError:
            continue


def from_stream(origin: Origin, member: Member, read: Callable[[BinaryIO, Member], Iterator[Item]]) -> Iterator[Item]:
    """What `read` finds in one file; how far it is counts from the beginning of the origin.

    Among many files the place of what can't be read begins with the file's name, and a file that fails is one of it;
    a single file raises OSError.
    """
    single = is_single(origin)
    name = "" if single else storable(member.name)
    try:
        with origin.open(member.name) as file:
            for item in read(file, member):
                if isinstance(item, ReadTo):
                    yield ReadTo(member.start + item.at)
                elif isinstance(item, Unread) and name:
                    yield replace(item, where=f"{name}, {item.where}" if item.where else name)
                else:
                    yield item
    except OSError as error:
        if single:
            raise
        yield Unread(name, f"it can't be read: {reason_of(error)}")
