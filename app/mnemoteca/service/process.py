"""The service as a process: from the command line to the last word in the log."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from mnemoteca.core.clock import Clock, clock_of
from mnemoteca.core.errors import Problem
from mnemoteca.core.meaning import Embedder
from mnemoteca.core.settings import given_by
from mnemoteca.library.library import LocalLibrary
from mnemoteca.models.embedders import Embedders
from mnemoteca.models.finding import finder
from mnemoteca.models.installed import InstalledModels
from mnemoteca.models.rerankers import Rerankers
from mnemoteca.models.writers import Writers
from mnemoteca.service.life import Ending
from mnemoteca.service.log import keep_log
from mnemoteca.service.report import Report
from mnemoteca.service.serving import run
from mnemoteca.wire.start import log_file

SWITCH_S = 0.001  # a call changes threads five times; at Python's 5 ms each, an import would hold it up by 25
log = logging.getLogger(__name__)


def serve(folder: Path) -> int:
    """Serve `folder` until it is time to leave, which ends this process; the exit code where it can't be served.

    A problem at the start is told to the client that waits for it, or raised where none does. The loser of a
    race for the folder exits with 0.
    """
    os.umask(0o077)
    report = Report()
    path = log_file(folder)
    with suppress(OSError):
        keep_log(path, take_stderr=report.wanted)
    try:
        ending = _serve(folder, clock_of(os.environ), path, report.close)
    except Problem as problem:
        log.error("not started: %s", problem.key)
        if not report.wanted:
            raise
        report.tell(problem)
        return 0 if problem.key == "folder_in_use" else problem.exit_code
    if ending is not Ending.GONE:
        logging.shutdown()
    os._exit(0)  # at once: nothing is left to do, and what still runs could make a folder again that is gone


def _serve(folder: Path, clock: Clock, log_path: Path, ready: Callable[[], None]) -> Ending:
    sys.setswitchinterval(SWITCH_S)
    given = given_by(os.environ)
    models = InstalledModels()
    writers, rerankers = Writers(finder(models)), Rerankers(models)
    library = LocalLibrary.open(folder, clock, embedder_of(os.environ, clock), writers, given, rerankers)
    gc.freeze()  # what stands now stays; looking through it again and again would hold everybody up
    return asyncio.run(run(library, folder, clock, log_path, ready))


def embedder_of(environment: Mapping[str, str], clock: Clock) -> Embedder | None:
    """The embedders of this machine; None where MNEMOTECA_MEANING=off."""
    return None if environment.get("MNEMOTECA_MEANING") == "off" else Embedders(clock)
