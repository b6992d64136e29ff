"""What documents have in common, whatever they are written in: which collection they are of, and which files count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from mnemoteca.core.importing import Unread
from mnemoteca.core.memory import Precision
from mnemoteca.core.text import storable
from mnemoteca.core.when import UNKNOWN, Moment
from mnemoteca.library.importers.origin import UNKNOWN_TIME, Member, Origin, reason_of, walk
from mnemoteca.library.importers.reading import is_single

SOURCE = "Notes"
MOST_BYTES = 16_000_000  # of a document that is read as a whole
_LOOKED_AT = 5_000  # names that tell what a folder mostly holds
_MOSTLY = 0.3  # how sure a folder can be of a kind of document; what has a format of its own is surer


def collection(origin: Origin) -> str:
    """What the documents are a collection of: the folder that was pointed at, or that the file is in.

    Its last two names, so that the `docs` of two projects are told apart.
    """
    path = origin.path
    folder = path.parent if is_single(origin) else path.with_suffix("") if path.is_file() else path
    return storable("/".join(folder.parts[-2:]).strip("/"))


def hidden(name: str) -> bool:
    """Whether a file or a folder that it is in begins with a dot."""
    return name.startswith(".") or "/." in name


def wanted(origin: Origin, suffixes: tuple[str, ...]) -> Iterator[Member]:
    """The files of these endings; a file that the person pointed at, whatever it is called."""
    single = is_single(origin)
    for member in walk(origin):
        if single or (member.name.lower().endswith(suffixes) and not hidden(member.name)):
            yield member


def share(origin: Origin, suffixes: tuple[str, ...]) -> float:
    """How sure one can be, by the names in a folder, that its documents are of these endings."""
    mine = others = 0
    for number, name in enumerate(origin.names()):
        if number == _LOOKED_AT:
            break
        if not hidden(name):
            mine += name.lower().endswith(suffixes)
            others += not name.lower().endswith(suffixes)
    return 0.0 if not mine else _MOSTLY * (0.2 + 0.8 * mine / (mine + others))


def whole(origin: Origin, member: Member) -> bytes | Unread:
    """All of a file; of many, one that can't be read is told. Raises OSError where it is the only one."""
    name = "" if is_single(origin) else storable(member.name)
    if member.size > MOST_BYTES:
        return Unread(name, f"it has {member.size:,} bytes; at most {MOST_BYTES:,} are read as one document")
    try:
        with origin.open(member.name) as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        if not name:
            raise
        return Unread(name, f"it can't be read: {reason_of(error)}")


def changed(origin: Origin, name: str) -> Moment:
    """When a file was last changed, at the machine's zone."""
    at = origin.modified(name)
    if at <= UNKNOWN_TIME:
        return UNKNOWN
    return Moment(at, offset_here(at), Precision.INSTANT)


def offset_here(at: datetime) -> int:
    """The minutes that this machine's zone is ahead of UTC at a time."""
    try:
        told = at.astimezone(UTC).astimezone().utcoffset()
    except (ValueError, OverflowError, OSError):
        return 0
    return 0 if told is None else int(told.total_seconds() // 60)


def first_of(origin: Origin) -> bytes:
    """How a single file begins; b"" for many, and where it can't be read."""
    if not is_single(origin):
        return b""
    try:
        return origin.head(origin.path.name)
    except OSError:
        return b""
