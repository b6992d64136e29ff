"""What was acknowledged, in a file outside the library: a line a memory, synced before the next one is asked for."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """One memory that the library said it keeps: which note it is, its uuid, the SHA-256 of its text."""

    number: int
    uuid: str
    sha256: str


def sha256_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def word_of(number: int) -> str:
    """A word that stands in note `number` and nowhere else, and is like no other's."""
    digest = hashlib.sha256(f"note {number}".encode()).digest()
    return "qz" + "".join(chr(ord("a") + byte % 26) for byte in digest[:10])


def text_of(number: int) -> str:
    return f"Note {number} of the story speaks of {word_of(number)} and is kept for good."


def append(ledger: BinaryIO, entry: Acknowledged) -> None:
    """Write an entry down for good; `ledger` is unbuffered."""
    ledger.write(f"{entry.number} {entry.uuid} {entry.sha256}\n".encode())
    os.fsync(ledger.fileno())


def read(path: Path) -> list[Acknowledged]:
    """All whole lines; one that a kill of the writer tore does not count."""
    if not path.exists():
        return []
    whole = path.read_text().rpartition("\n")[0]
    lines = [line.split() for line in whole.splitlines()]
    return [Acknowledged(int(number), uuid, sha256) for number, uuid, sha256 in lines]
