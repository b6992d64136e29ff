"""What is typed and not yet kept, in one small file: it outlives the window, the service and the machine.

The file holds the text in the capture box and the notes that were kept but not yet acknowledged. A note
gets its token before it is sent, so that sending it again never keeps it twice.
"""

from __future__ import annotations

import os
import uuid
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.core.tiers import HAND_NOTE_FLOOR


@dataclass(frozen=True, slots=True)
class Note:
    """A note on its way into the library."""

    text: str
    token: str
    space: str = DEFAULT_SPACE
    pinned: bool = False
    importance: float = HAND_NOTE_FLOOR


@dataclass(frozen=True, slots=True)
class Draft:
    """The text being typed, and the notes that wait to be acknowledged, the oldest first."""

    text: str = ""
    pinned: bool = False
    importance: float = HAND_NOTE_FLOOR
    waiting: tuple[Note, ...] = ()

    def kept(self, space: str) -> Draft:
        """The text becomes a waiting note; the box is empty."""
        note = Note(self.text, uuid.uuid4().hex, space, self.pinned, self.importance)
        return Draft(waiting=(*self.waiting, note))

    def without(self, token: str) -> Draft:
        """One waiting note is acknowledged."""
        return replace(self, waiting=tuple(note for note in self.waiting if note.token != token))

    def returned(self, note: Note) -> Draft:
        """A note that can't be taken comes back, before whatever was typed meanwhile."""
        text = f"{note.text}\n\n{self.text}" if self.text.strip() else note.text
        return replace(self.without(note.token), text=text, pinned=note.pinned, importance=note.importance)


def read_draft(path: Path) -> Draft:
    """What the file holds; an empty draft where there is none or it can't be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Draft)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Draft()


def write_whole(path: Path, data: bytes) -> None:
    """Write a small file so that after any stop it is the former one or this one; readable by this user only."""
    part = path.with_name(path.name + ".part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)


def write_draft(path: Path, draft: Draft) -> None:
    """Write the draft; an empty one takes the file away. The data folder itself is never made here."""
    if draft == Draft():
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(mode=0o700, exist_ok=True)
    write_whole(path, msgspec.json.encode(draft))


class DraftFile:
    """Writes drafts one after the other, off the window's thread; the newest counts."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._thread = ThreadPoolExecutor(1, "drafts")

    def save(self, draft: Draft) -> Future[None]:
        """Begin to write it; the future tells when it stands on the disk, or why it doesn't (OSError)."""
        return self._thread.submit(write_draft, self.path, draft)

    def close(self) -> None:
        """Return when all is written."""
        self._thread.shutdown(wait=True)
