"""What an importer yields of a path, and what a library makes of it."""

from __future__ import annotations

from pathlib import Path

from mnemoteca.core.importing import Item, RawSession, RawTurn, ReadTo, Unread
from mnemoteca.library.importers.detect import choose, open_origin
from mnemoteca.library.importers.frame import Importer


def items(importer: Importer, path: Path) -> list[Item]:
    """All items but how far it is; read twice, because they have to be the same."""
    origin = open_origin(path)
    found: list[Item] = [item for item in importer.read(origin) if not isinstance(item, ReadTo)]
    assert found == [item for item in importer.read(open_origin(path)) if not isinstance(item, ReadTo)]
    return found


def sessions(importer: Importer, path: Path) -> list[RawSession]:
    return [item for item in items(importer, path) if isinstance(item, RawSession)]


def turns(importer: Importer, path: Path) -> list[RawTurn]:
    return [item for item in items(importer, path) if isinstance(item, RawTurn)]


def unread(importer: Importer, path: Path) -> list[tuple[str, str]]:
    return [(item.where, item.reason) for item in items(importer, path) if isinstance(item, Unread)]


def format_of(path: Path) -> str:
    """The format that is seen in what is there."""
    return choose(open_origin(path)).name


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """A folder with these files."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder
