"""A library to start a test of the store from: rows put in through the store itself."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from mnemoteca.core.changes import By, Happened
from mnemoteca.store.engine import Places, Store, Tx
from mnemoteca.store.migrate import Migration, known_format, migrations
from tests.driven import DrivenClock

ROOT = Path(__file__).resolve().parents[3]
CHILD = Path(__file__).with_name("child.py")
SPACE = ("id", "name", "state", "made_at")
SESSION = (
    *("id", "uuid", "space", "kind", "source", "format", "collection", "source_id", "offset_min", "recorded_at"),
    "title",
)
MEMORY = (
    *("id", "uuid", "space", "session", "position", "role", "speaker", "kind", "category", "text", "lang"),
    *("offset_min", "precision", "recorded_at", "source", "source_id", "content_hash", "version_of", "born"),
    *("tier", "state", "pinned", "importance", "access_count", "step"),
)
NEXT = known_format(migrations()) + 1
SECOND = Migration(NEXT, "ALTER TABLE spaces ADD COLUMN colour VARCHAR; UPDATE spaces SET colour = 'blue';")


def open_store(folder: Path, **given: object) -> Store:
    """The store in a folder, under a clock that stands still."""
    return Store.open(Places(folder), DrivenClock(), **given)  # type: ignore[arg-type]


@contextmanager
def opened(folder: Path) -> Iterator[Store]:
    """The store in a folder, closed afterwards."""
    store = open_store(folder)
    try:
        yield store
    finally:
        store.close()


def space_named(name: str) -> Callable[[Tx], int]:
    """Work that keeps a space and its change; its answer is the number of the change."""

    def work(tx: Tx) -> int:
        id = tx.next_id("spaces")
        tx.run("INSERT INTO spaces VALUES (?, ?, 0, ?)", (id, name, tx.now))
        return tx.change(Happened.SPACE_ADDED, id, id, By.PERSON)

    return work


def memory_row(id: int, text: str, *, session: int = 1, state: int = 0, version_of: int | None = None) -> list[object]:
    """A memory for `Tx.append`, its position its id."""
    hash = uuid.UUID(bytes=hashlib.sha256(text.encode()).digest()[:16])
    head: list[object] = [id, uuid.uuid4(), 1, session, id, "note", "", "note", "", text, "en", 0, "instant"]
    return [*head, DrivenClock().now(), "note", "", hash, version_of, 0, 4, state, False, 0.5, 0, 0]


def keep_memories(store: Store, rows: Sequence[Sequence[object]]) -> None:
    """Put a space, a session and these memories in, with their changes."""

    def work(tx: Tx) -> None:
        if not tx.all("SELECT id FROM spaces"):
            tx.append("spaces", SPACE, [(1, "personal", 0, tx.now)])
            session = (1, uuid.uuid4(), 1, "notes", "note", "", "", "2026-11-21", 0, tx.now, "Notes")
            tx.append("sessions", SESSION, [session])
        tx.append("memories", MEMORY, rows)
        tx.changes([(Happened.ADDED, int(str(row[0])), 1, By.PERSON, None) for row in rows])

    store.write(work)


def names(store: Store) -> list[str]:
    """The names of the spaces, in order."""
    with store.read() as reader:
        return [row[0] for row in reader.all("SELECT name FROM spaces ORDER BY id")]


def numbers(store: Store) -> list[int]:
    """The numbers of all changes, in order."""
    with store.read() as reader:
        return [row[0] for row in reader.all("SELECT number FROM changes ORDER BY number")]


def child(*args: object, fail_at: str = "") -> subprocess.Popen[str]:
    """A process of its own that works on a store (see child.py)."""
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(ROOT / "app"), str(ROOT)]),
        "MNEMOTECA_FAIL_AT": fail_at,
    }
    command = [sys.executable, str(CHILD), *map(str, args)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def killed_at(fail_at: str, *args: object) -> list[str]:
    """The lines of a child that was killed at a failpoint."""
    process = child(*args, fail_at=fail_at)
    out, err = process.communicate(timeout=180)
    assert process.returncode == -9, err
    return out.split()


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Callable[[str], None]]:
    """A file system of this size at `folder`; what is yielded remounts it with other options."""
    folder.mkdir(parents=True, exist_ok=True)
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip(f"mounting a small disk is not permitted here: {made.stderr.decode().strip()}")
    try:
        yield lambda options: remount(folder, options)
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def remount(folder: Path, options: str) -> None:
    """Change a small disk: its size, or whether it can be written to."""
    subprocess.run(["mount", "-o", f"remount,{options}", folder], check=True)
