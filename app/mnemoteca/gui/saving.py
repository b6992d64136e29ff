"""The list of what an import could not take, written to a file a page at a time."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mnemoteca.core.errors import DiskTrouble, Problem
from mnemoteca.core.jobs import Skipped
from mnemoteca.gui import skips
from mnemoteca.gui.calls import Caller

PAGE = 500


class SavedList(QObject):
    """Asks for page after page and writes the file once all are there, an entry a line."""

    done = Signal(int)  # entries
    failed = Signal(object)  # Problem

    def __init__(self, link: Caller, jobs: list[int], path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._jobs, self._path = link, list(jobs), path
        self._lines: list[str] = []

    def begin(self) -> None:
        self._ask(0)

    def _ask(self, start: int) -> None:
        if not self._jobs:
            self._write()
            return
        call = self._link.call("skipped", job=self._jobs[0], start=start, limit=PAGE)
        call.then(partial(self._came, start)).failed(self._give_up)

    def _came(self, start: int, page: tuple[Skipped, ...]) -> None:
        self._lines += [" ".join(skips.told(each).splitlines()) for each in page]
        if len(page) < PAGE:
            self._jobs.pop(0)
            self._ask(0)
        else:
            self._ask(start + PAGE)

    def _write(self) -> None:
        try:
            self._path.write_text("".join(line + "\n" for line in self._lines), encoding="utf-8", newline="\n")
        except OSError:
            self._give_up(DiskTrouble("read_only", folder=self._path.parent))
            return
        self.done.emit(len(self._lines))
        self.deleteLater()

    def _give_up(self, problem: Problem) -> None:
        self.failed.emit(problem)
        self.deleteLater()
