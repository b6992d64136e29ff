"""Which format a file, a folder or a zip is in, from its content."""

from __future__ import annotations

from pathlib import Path

from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.importing import Unread
from mnemoteca.library.importers.chatgpt import ChatGPT
from mnemoteca.library.importers.claude_ai import ClaudeAI
from mnemoteca.library.importers.claude_code import ClaudeCode
from mnemoteca.library.importers.codex import Codex
from mnemoteca.library.importers.frame import Importer
from mnemoteca.library.importers.gemini_cli import GeminiCLI
from mnemoteca.library.importers.notes import Markdown, Obsidian
from mnemoteca.library.importers.origin import (
    HEAD_BYTES,
    FileOrigin,
    FolderOrigin,
    Origin,
    looks_like_zip,
    reason_of,
)
from mnemoteca.library.importers.pdf import Pdf
from mnemoteca.library.importers.plain import Text
from mnemoteca.library.importers.repository import Git, is_repository
from mnemoteca.library.importers.sessions import Sessions
from mnemoteca.library.importers.webpage import Html
from mnemoteca.library.importers.zipped import ZipOrigin

IMPORTERS: tuple[Importer, ...] = (
    Sessions(),
    Codex(),
    ClaudeCode(),
    GeminiCLI(),
    ChatGPT(),
    ClaudeAI(),
    Obsidian(),
    Git(),
    Markdown(),
    Html(),
    Pdf(),
    Text(),
)


def by_name(name: str) -> Importer:
    """The format of this name; raises `BadInput`."""
    for importer in IMPORTERS:
        if importer.name == name:
            return importer
    raise BadInput("no_such_format", name=name, formats=", ".join(each.name for each in IMPORTERS))


def open_origin(path: Path) -> Origin:
    """What is at a path: a folder, a zip (by its content) or another file; raises `BadInput` and `NotFound`."""
    try:
        if not path.exists():
            raise NotFound("no_file", path=path)
        if path.is_dir():
            return FolderOrigin(path)
        if not path.is_file():
            raise BadInput("not_a_file", path=path)
        with path.open("rb") as file:
            is_zip = looks_like_zip(file.read(4))
        return ZipOrigin(path) if is_zip else FileOrigin(path)
    except OSError as error:
        raise BadInput("cannot_read", path=path, reason=reason_of(error)) from error


def choose(origin: Origin, format: str = "") -> Importer:
    """The format asked for, or, with "", the one that the content looks most like; raises `BadInput`."""
    if _is_empty(origin) and not is_repository(origin.path):
        raise BadInput("nothing_to_import", path=origin.path)
    if format:
        return by_name(format)
    sure, importer = max(((each.detect(origin), each) for each in IMPORTERS), key=lambda found: found[0])
    if sure <= 0:
        raise BadInput("unknown_format", path=origin.path)
    return importer


def troubles(origin: Origin, importer: Importer) -> tuple[Unread, ...]:
    """What of an origin is left out; of a repository nothing, as its history is read and not the files beside it."""
    return () if importer.name == Git.name else origin.troubles()


def _is_empty(origin: Origin) -> bool:
    """Whether there is nothing in it; where all of it is refused, the first reason is what is wrong with it."""
    names = list(origin.names())
    if not names and (troubles := origin.troubles()):
        first = f"{troubles[0].where}: {troubles[0].reason}"
        raise BadInput("cannot_read", path=origin.path, reason=first)
    if len(names) > 1:
        return not any(map(origin.size, names))
    try:
        return not names or _is_blank(origin.head(names[0]))
    except OSError as error:
        raise BadInput("cannot_read", path=origin.path, reason=reason_of(error)) from error


def _is_blank(head: bytes) -> bool:
    return len(head) < HEAD_BYTES and not head.removeprefix(b"\xef\xbb\xbf").strip()
