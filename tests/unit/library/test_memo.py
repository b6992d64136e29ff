"""What is remembered of settings, spaces and undone acts is never older than the last commit that changed them."""

from __future__ import annotations

from threading import Thread

import pytest

from mnemoteca.library.library import LocalLibrary
from mnemoteca.store.engine import Tx
from mnemoteca.store.tables import spaces


def test_a_reader_from_before_a_change_does_not_make_it_forgotten(library: LocalLibrary) -> None:
    with library.store.read() as reader:
        reader.one("SELECT 1 FROM settings")  # from here on it sees the tables as they are now
        library_set(library, 100.0)
        assert library.memo.settings(reader)["short.ttl_s"] == 300.0
    with library.store.read() as reader:
        assert library.lives(reader).short_s == 100.0


def test_what_a_failed_transaction_would_have_changed_is_not_remembered(library: LocalLibrary) -> None:
    def renames_and_fails(tx: Tx) -> None:
        spaces.rename(tx, library.space_id(tx, "personal"), "home")
        library.memo.space_id(tx, "home")
        raise ValueError

    with pytest.raises(ValueError):
        library.write_and_forget(renames_and_fails)
    with library.store.read() as reader:
        assert library.memo.space_id(reader, "home") is None
        assert library.memo.space_id(reader, "personal") == 1


def library_set(library: LocalLibrary, seconds: float) -> None:
    """Set it on a thread of its own: this one is inside a read."""
    thread = Thread(target=library.set_setting, args=("short.ttl_s", seconds))
    thread.start()
    thread.join()
