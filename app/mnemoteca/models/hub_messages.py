"""What is said between who wants a file of a hub and the process that fetches it: lines of JSON, both ways."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

HUB = "https://huggingface.co"
MARGIN = 256 << 20  # bytes of the disk that a download leaves free: the library needs some, too


class Errand(msgspec.Struct, frozen=True):
    """The one line that the process reads: which file, from where, to where.

    `sha256` and `bytes` are what it has to be (pinned), or what it was when a part of it was fetched, or ""; `proxy` is
    "" for what the system says. `margin` bytes of the disk stay free.
    """

    endpoint: str
    repository: str
    file: str
    part: str
    revision: str = ""
    sha256: str = ""
    bytes: int = 0
    pinned: bool = False
    proxy: str = ""
    margin: int = MARGIN


class Found(msgspec.Struct, frozen=True, tag="found"):
    """What the hub says of the file, before anything of it is fetched; `start` is where the part goes on."""

    revision: str
    sha256: str
    bytes: int
    start: int


class Moved(msgspec.Struct, frozen=True, tag="moved"):
    """So many bytes of the file are in the part."""

    done: int


class Arrived(msgspec.Struct, frozen=True, tag="arrived"):
    """All of it is in the part, on the disk; nothing was checked but its length."""


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """It can't be fetched: the family and key of a problem, and its values."""

    family: str
    key: str
    values: Mapping[str, str]


Told = Found | Moved | Arrived | Refused
