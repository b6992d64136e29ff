"""The service of the crash story: `crash_service.py FOLDER STEPS [LEDGER]`.

It serves as the program does, but knows STEPS more formats of the tables, and makes a checkpoint whenever nothing
was written for a moment. With LEDGER it is broken on purpose: it acknowledges before it commits.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from mnemoteca.core.clock import SystemClock
from mnemoteca.core.doer import doer
from mnemoteca.library.library import LocalLibrary
from mnemoteca.service.log import keep_log
from mnemoteca.service.serving import run
from mnemoteca.store.engine import Lane, Places, Store, Tx
from mnemoteca.store.migrate import Migration, migrations

T = TypeVar("T")
QUIET_S = 0.01
PATIENCE_S = 0.5


class HastyStore(Store):
    """Answers while the commit is still to come, and comes to it once the answer stands in the ledger."""

    ledger: Path

    def write(self, work: Callable[[Tx], T], *, lane: Lane = Lane.PERSON, makes_way: bool = False) -> T:
        answer: Future[T] = Future()

        def acknowledge_first(tx: Tx) -> None:
            before = size(self.ledger)
            try:
                answer.set_result(work(tx))
            except BaseException as error:
                answer.set_exception(error)
                raise
            until = time.monotonic() + PATIENCE_S
            while size(self.ledger) == before and time.monotonic() < until:
                time.sleep(0.002)

        self._queue.put(lambda: self._guarded(acknowledge_first, makes_way, doer()), lane)
        return answer.result()


def size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def formats(more: int) -> tuple[Migration, ...]:
    """The program's formats, and `more` that only this story knows."""
    known = migrations()
    last = known[-1].number
    return known + tuple(Migration(last + n, f"CREATE TABLE story_{n} (id BIGINT)") for n in range(1, more + 1))


def main(folder: Path, more: int, ledger: Path | None) -> None:
    os.umask(0o077)
    places, clock = Places(folder), SystemClock()
    kind = HastyStore if ledger else Store
    store = kind.open(places, clock, steps=formats(more), quiet_s=QUIET_S)
    if isinstance(store, HastyStore) and ledger:
        store.ledger = ledger
    keep_log(places.log, take_stderr=False)
    asyncio.run(run(LocalLibrary(store, clock), folder, clock, places.log))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]) if sys.argv[3:] else None)
