"""Taking chosen memories, or a session, out to a file or a folder: where to is asked, the work is a job."""

from __future__ import annotations

import os

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from mnemoteca.core.filenames import safe_name
from mnemoteca.core.memory import Session
from mnemoteca.gui.calls import Caller

SUFFIX = ".jsonl"


class Exporting(QObject):
    """Asks where to write, and has the service do it; how it ended is said where jobs are."""

    def __init__(self, link: Caller, window: QWidget) -> None:
        super().__init__(window)
        self._link, self._window = link, window

    def memories(self, ids: tuple[int, ...], space: str) -> None:
        """Ask where these memories of a space are to be written."""
        self._ask(self.tr("%Ln memories", "", len(ids)), {"space": space, "ids": ids})

    def session(self, session: Session) -> None:
        """Ask where a session is to be written, whole."""
        self._ask(safe_name(session.title, session.kind), {"space": session.space, "session": session.id})

    def write(self, path: str, named: dict[str, object], *, markdown: bool) -> None:
        """Write them there: as our own file, from which they can be brought in again, or as a folder of Markdown."""
        if not markdown and not os.path.splitext(path)[1]:
            path += SUFFIX
        self._link.call("export", path=path, format="markdown" if markdown else "sessions", **named)

    def _ask(self, name: str, named: dict[str, object]) -> None:
        whole = self.tr("Mnemoteca file, without loss (*.jsonl)")
        folder = self.tr("Folder of Markdown, a file for each session (*)")
        path, kind = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export"),
            os.path.join(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation), name),
            f"{whole};;{folder}",
            options=QFileDialog.Option.DontConfirmOverwrite,  # nothing that is there is ever written over
        )
        if path:
            self.write(path, named, markdown=kind == folder)
