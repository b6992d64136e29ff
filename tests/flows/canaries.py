"""Marked texts, and where any part of one stands in a folder."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

WINDOW = 12  # bytes of a text that count as a find of it


def traces(folder: Path, text: str) -> list[str]:
    """The files under a folder that hold any part of the text, in any form that a program writes."""
    windows = {window for form in _forms(text) for window in _windows(form)}
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_socket())
    return [path.relative_to(folder).as_posix() for path in files if _holds(path.read_bytes(), windows)]


def _holds(content: bytes, windows: set[bytes]) -> bool:
    return any(window in content for window in windows)


def _forms(text: str) -> Iterator[bytes]:
    for form in ("NFC", "NFD"):
        told = unicodedata.normalize(form, text)
        yield told.encode()
        yield told.encode("utf-16-le")
        yield json.dumps(told)[1:-1].encode()


def _windows(content: bytes) -> Iterator[bytes]:
    return (content[n : n + WINDOW] for n in range(len(content) - WINDOW + 1))
