"""A process that works on a store until it is killed: `child.py FOLDER DEED`; prints what was acknowledged."""

from __future__ import annotations

import os
import signal
import sys
from itertools import count
from pathlib import Path

from mnemoteca.store.backup import make_backup
from mnemoteca.store.migrate import migrations
from mnemoteca.store.places import Places
from mnemoteca.store.restore import restore_backup
from tests.driven import DrivenClock
from tests.unit.store.given import SECOND, open_store, space_named


def main(folder: Path, deed: str, *rest: str) -> None:
    if deed == "restore":
        restore_backup(Places(folder), Path(rest[0]))
        return
    if deed == "upgrade":
        open_store(folder, steps=(*migrations(), SECOND)).close()
        return
    store = open_store(folder)
    if deed == "write":
        for number in count(1):
            print(store.write(space_named(f"space {number}")), flush=True)
    elif deed == "write and die":
        print(store.write(space_named("one")), store.write(space_named("two")), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    elif deed == "backup":
        print(store.write(space_named("kept")), flush=True)
        make_backup(store, DrivenClock())
    elif deed == "checkpoint":
        print(store.write(space_named("kept")), flush=True)
        store.checkpoint()
    elif deed == "hold":
        print("open", flush=True)
        sys.stdin.read()
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
