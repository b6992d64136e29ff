"""Tables that are written anew: nothing that was deleted is left, and nobody who works meanwhile notices."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from mnemoteca.library.library import LocalLibrary
from mnemoteca.store.backup import make_backup
from mnemoteca.store.engine import Tx
from tests.driven import DrivenClock

CANARY = "the grey owl crossed the yard at three"


def deleted(library: LocalLibrary, id: int) -> None:
    def work(tx: Tx) -> None:
        tx.run("DELETE FROM memories WHERE id = ?", (id,))

    library.store.write(work)


def test_what_was_deleted_is_in_no_byte_afterwards(
    tmp_path: Path, clock: DrivenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MNEMOTECA_TEST_PLAIN", "1")
    library = LocalLibrary.open(tmp_path / "data", clock)
    gone, stays = library.capture(CANARY), library.capture("bread and milk")
    library.store.checkpoint()
    deleted(library, gone.id)
    library.store.checkpoint()
    database = tmp_path / "data" / "library.duckdb"
    assert CANARY.encode() in database.read_bytes()  # which is why
    library.store.rewrite()
    assert CANARY.encode() not in database.read_bytes()
    assert library.memory(stays.id).text == "bread and milk"
    library.close()
    assert CANARY.encode() not in database.read_bytes()


@pytest.mark.slow
def test_reading_writing_and_backups_go_on_meanwhile(tmp_path: Path, clock: DrivenClock) -> None:
    library = LocalLibrary.open(tmp_path / "data", clock)
    ended = Event()

    def over_and_over(act: Callable[[int], object]) -> int:
        count = 0
        while not ended.is_set():
            count += 1
            act(count)
        return count

    acts: list[Callable[[int], object]] = [
        lambda n: library.capture(f"note {n}"),
        lambda n: library.counts(),
        lambda n: library.sessions(),
        lambda n: make_backup(library.store, clock),
    ]
    with ThreadPoolExecutor(len(acts)) as pool:
        under_way = [pool.submit(over_and_over, act) for act in acts]
        try:
            for _ in range(4):
                library.store.rewrite()
        finally:
            ended.set()
        kept = under_way[0].result()
        assert all(each.result() for each in under_way)
    assert library.status().memories == kept
    library.close()
