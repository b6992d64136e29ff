"""Measure the program: real processes on a library of generated memories, a table at the end.

    python -m tests.bench                        everything, at 100,000 memories
    python -m tests.bench capturing recalling    some of it
    python -m tests.bench --size 20000 --keep DIR --data DIR

`--keep` names a folder whose library is used again the next time; `--data` one with files of the format
`sessions`, whose texts and questions are used in place of made-up ones, with `--short` two sentences of them a
memory, so that so many can be embedded soon. Run it alone on a quiet machine.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import (
    knowledge_speed,
    library_speed,
    process_speed,
    recall_speed,
    sources_speed,
    vectors_speed,
    window_speed,
    writing_speed,
)
from tests.bench.desk import Desk
from tests.bench.table import HEAD, Row

MEASUREMENTS: tuple[Callable[[Desk], Iterator[Row]], ...] = (
    library_speed.importing,
    sources_speed.reimporting,
    library_speed.capturing_while_read,
    library_speed.capturing,
    library_speed.capturing_during_import,
    library_speed.recalling,
    library_speed.recalling_fresh,
    library_speed.looking,
    knowledge_speed.knowing,
    recall_speed.recalling_meaning,
    recall_speed.embedding,
    sources_speed.transcripts,
    sources_speed.previewing,
    process_speed.commands,
    process_speed.idling,
    process_speed.windowing,
    window_speed.opening,
    window_speed.scrolling,
    window_speed.typing,
    window_speed.reading,
    vectors_speed.vectors,
    writing_speed.tasking,
    writing_speed.stopping,
    writing_speed.holding,
    writing_speed.answering,
)


def main() -> int:
    names = {each.__name__: each for each in MEASUREMENTS}
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure the program.")
    parser.add_argument("names", nargs="*", choices=[*names, []], metavar="name", help=", ".join(names))
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--short", action="store_true", help="texts of two sentences drawn from those of --data")
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        desk = Desk.at(chosen.keep or Path(root), chosen.size, chosen.data, short=chosen.short)
        desk.folder.mkdir(parents=True, exist_ok=True)
        print(f"load at the beginning: {os.getloadavg()[0]:.1f}\n{HEAD}", flush=True)
        try:
            for name in chosen.names or names:
                for row in names[name](desk):
                    print(row.line(), flush=True)
        finally:
            desk.stop()
        print(f"load at the end: {os.getloadavg()[0]:.1f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
