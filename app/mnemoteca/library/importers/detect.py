"""Which format a file is in, from its content."""

from __future__ import annotations

from pathlib import Path

from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.library.importers.frame import HEAD_BYTES, Importer
from mnemoteca.library.importers.sessions import Sessions

IMPORTERS: tuple[Importer, ...] = (Sessions(),)


def by_name(name: str) -> Importer:
    """The format of this name; raises `BadInput`."""
    for importer in IMPORTERS:
        if importer.name == name:
            return importer
    raise BadInput("no_such_format", name=name, formats=", ".join(each.name for each in IMPORTERS))


def choose(path: Path, format: str = "") -> Importer:
    """The format asked for, or, with "", the one the content looks most like; raises `BadInput` and `NotFound`."""
    head = _head(path)
    if len(head) < HEAD_BYTES and not head.removeprefix(b"\xef\xbb\xbf").strip():
        raise BadInput("nothing_to_import", path=path)
    if format:
        return by_name(format)
    sure, importer = max(((each.detect(head, path), each) for each in IMPORTERS), key=lambda found: found[0])
    if sure <= 0:
        raise BadInput("unknown_format", path=path)
    return importer


def _head(path: Path) -> bytes:
    try:
        if not path.exists():
            raise NotFound("no_file", path=path)
        if not path.is_file():
            raise BadInput("not_a_file", path=path)
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except OSError as error:
        raise BadInput("cannot_read", path=path, reason=(error.strerror or str(error)).lower()) from error
