"""Whoever writes in the crash story, outside the service: `crash_writer.py FOLDER LEDGER`, until it is ended.

A note is asked for again, by the same token, until it is acknowledged; then it goes into the ledger.
"""

from __future__ import annotations

import random
import sys
import time
from itertools import count
from pathlib import Path

from mnemoteca.core.errors import Unavailable
from mnemoteca.core.memory import Memory
from mnemoteca.wire.client import Client, connect
from tests.flows.crash_ledger import Acknowledged, append, read, sha256_of, text_of

AGAIN_S = 0.02
LONGEST_REST_S = 0.03


class Writer:
    """Keeps one note after the other, whatever becomes of the service."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._client: Client | None = None

    def keep(self, number: int) -> Memory:
        while True:
            try:
                if self._client is None:
                    self._client = connect(self._folder, start=None, role="writer")
                return self._client.library.capture(text_of(number), token=f"story {number}")
            except Unavailable:
                time.sleep(AGAIN_S)


def main(folder: Path, path: Path) -> None:
    writer, rests = Writer(folder), random.Random(1)
    first = max((entry.number for entry in read(path)), default=0) + 1
    with path.open("ab", buffering=0) as ledger:
        for number in count(first):
            kept = writer.keep(number)
            append(ledger, Acknowledged(number, kept.uuid, sha256_of(text_of(number))))
            time.sleep(rests.uniform(0, LONGEST_REST_S))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
