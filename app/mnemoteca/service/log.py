"""The log of the service: what it did and what went wrong, never a word of a memory."""

from __future__ import annotations

import asyncio
import faulthandler
import logging
import os
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from mnemoteca.service.lanes import without_words

MAX_BYTES, KEPT = 1 << 20, 2
log = logging.getLogger(__name__)


class _Log(RotatingFileHandler):
    """Takes standard error along, where libraries print, so that it does not go into an old file."""

    def __init__(self, path: Path, take_stderr: bool) -> None:
        self._take_stderr = take_stderr
        super().__init__(path, maxBytes=MAX_BYTES, backupCount=KEPT, encoding="utf-8", errors="replace")
        self._redirect()

    def doRollover(self) -> None:
        super().doRollover()
        self._redirect()

    def _redirect(self) -> None:
        if self._take_stderr and self.stream is not None:
            os.dup2(self.stream.fileno(), 2)


def keep_log(path: Path, take_stderr: bool) -> None:
    """Write the log of this process to `path`; bugs anywhere are written down there without their words."""
    handler = _Log(path, take_stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    logging.raiseExceptions = False  # a full disk must not fill the log with complaints about the log
    sys.excepthook = _in_main
    threading.excepthook = _in_thread
    faulthandler.enable()


def _in_main(kind: type[BaseException], bug: BaseException, where: TracebackType | None) -> None:
    log.critical("a bug ends the service\n%s", without_words(bug))


def _in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        log.critical("a bug ends the thread %s\n%s", getattr(args.thread, "name", "?"), without_words(args.exc_value))


def note_bug(loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    """For the event loop: a bug in a callback."""
    bug = context.get("exception")
    log.error("%s\n%s", context.get("message"), without_words(bug) if isinstance(bug, BaseException) else "")
