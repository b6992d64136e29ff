"""The service of the story of the kills: `meaning_service.py FOLDER`; it makes graphs early, so that some are hit."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from mnemoteca.core.clock import SystemClock
from mnemoteca.library.library import LocalLibrary
from mnemoteca.library.meaning.tidying import Tidying
from mnemoteca.models.embedder import Embedder
from mnemoteca.service.log import keep_log
from mnemoteca.service.serving import run
from mnemoteca.store.engine import Places


def main(folder: Path) -> None:
    os.umask(0o077)
    clock = SystemClock()
    library = LocalLibrary.open(folder, clock, Embedder())
    keep_log(Places(folder).log, take_stderr=False)
    library.following.tidying = Tidying(most=150, worth=20, rest_s=0.2)
    asyncio.run(run(library, folder, clock, Places(folder).log))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
