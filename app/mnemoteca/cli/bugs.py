"""What a person is told of a bug: a sentence, and where it is written down; never a traceback."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from types import TracebackType

from mnemoteca.core.errors import Problem
from mnemoteca.wire.folder import data_folder
from mnemoteca.wire.start import log_file


class BugReport:
    """Stands in as `sys.excepthook`: the interpreter then ends with exit code 1."""

    def __init__(self) -> None:
        self.folder: Path | None = None  # as soon as it is known

    def __call__(self, kind: type[BaseException], raised: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        log = self._write_down(kind, trace)
        sys.stderr.write(f"mnemoteca: {Problem('bug', what=kind.__name__, log=log)}\n")

    def _write_down(self, kind: type[BaseException], trace: TracebackType | None) -> str:
        """Where it struck, without the exception's words: they may hold a memory's text."""
        frames = traceback.StackSummary.extract(traceback.walk_tb(trace), lookup_lines=False)
        places = "".join(f"  {frame.filename}:{frame.lineno} {frame.name}\n" for frame in frames)
        path = log_file(self.folder or data_folder())
        try:
            with path.open("a", encoding="utf-8") as log:
                log.write(f"a bug in process {os.getpid()}: {kind.__name__}\n{places}")
        except OSError:
            return f"no file ({path} can't be written to)"
        return str(path)
