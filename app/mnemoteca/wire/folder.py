"""Where things are: the data folder, the folder for the socket, and the address that all clients find.

A name under /tmp can be taken by another user first, so the socket stands in a folder of our own (0700, owner
checked), and the address in use is written into the data folder: whoever may read that finds the service,
whatever its environment says.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from mnemoteca.core.errors import BadInput

ADDRESS = "address"
PIPES = "\\\\.\\pipe\\"
_LONGEST = 103  # bytes of a socket's path: 107 on Linux, 103 on macOS


def data_folder(given: str | None = None) -> Path:
    """The data folder: `given`, else MNEMOTECA_DATA, else the platform's place; absolute, links resolved."""
    path = given or os.environ.get("MNEMOTECA_DATA") or _platform_folder()
    if "\0" in path:
        raise BadInput("no_file", path=path.replace("\0", "␀"))
    return Path(os.path.realpath(os.path.expanduser(path)))


def _platform_folder() -> str:
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA", "~/AppData/Local"), "Mnemoteca")
    if sys.platform == "darwin":
        return "~/Library/Application Support/Mnemoteca"
    return os.path.join(os.environ.get("XDG_DATA_HOME") or "~/.local/share", "mnemoteca")


def name_of(folder: Path) -> str:
    """The name of a data folder's socket: 16 hex digits of its real path's hash."""
    return hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:16]


def new_address(folder: Path) -> str:
    """Where the service of `folder` is to listen; makes the folder that the socket stands in."""
    if sys.platform == "win32":
        return f"{PIPES}mnemoteca-{name_of(folder)}"
    return str(runtime_folder() / name_of(folder))


def runtime_folder() -> Path:
    """A folder for sockets, of this user alone and short enough; made where it is missing."""
    for path in _runtime_candidates():
        if len(os.fsencode(path)) + 17 <= _LONGEST and _make_ours(path):
            return path
    return Path(tempfile.mkdtemp(prefix="mnemoteca-", dir=None if len(tempfile.gettempdir()) < 70 else "/tmp"))


def _runtime_candidates() -> Iterator[Path]:
    if (given := os.environ.get("XDG_RUNTIME_DIR")) and os.path.isabs(given) and is_ours(Path(given)):
        yield Path(given) / "mnemoteca"
    name = f"mnemoteca-{os.getuid()}" if sys.platform != "win32" else "mnemoteca"
    yield Path(tempfile.gettempdir()) / name
    yield Path("/tmp") / name


def _make_ours(path: Path) -> bool:
    try:
        path.mkdir(mode=0o700)
    except FileExistsError:
        pass
    except OSError:
        return False
    if not is_ours(path):
        return False
    with suppress(OSError):
        path.chmod(0o700)
    return True


def is_ours(path: Path) -> bool:
    """Whether `path` is a real folder (no link) that belongs to this user."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and (sys.platform == "win32" or found.st_uid == os.getuid())


def write_address(folder: Path, address: str) -> None:
    """Tell all clients of `folder` where its service listens; the line's end says that it is whole."""
    (folder / ADDRESS).write_text(address + "\n", encoding="utf-8", errors="surrogateescape")


def find_address(folder: Path) -> str | None:
    """Where the service of `folder` listens, or last listened; None where none ever said so."""
    try:
        line = (folder / ADDRESS).read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    address = line.strip("\n\0")
    whole = line.endswith("\n") and (os.path.isabs(address) or address.startswith(PIPES))
    return address if whole and "\0" not in address else None
