"""Quick capture where no window runs: a process with the box and nothing else, which goes when the note is kept."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from mnemoteca.core.clock import Clock, clock_of
from mnemoteca.core.pushes import Wanted, Wish
from mnemoteca.gui.keeping import Keeping
from mnemoteca.gui.link import Connection, Link
from mnemoteca.gui.problems import said
from mnemoteca.gui.quick import QuickCapture
from mnemoteca.gui.state import read_state
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.translations import Translations
from mnemoteca.gui.writing import Writing
from mnemoteca.wire.start import Starter, start_service

LINGER_MS = 10_000  # a note that the library has not taken by then stays in the draft file, for the next start


class Alone(QObject):
    """The box, the draft and the line to the service; `wanted` is what somebody wants of a whole window meanwhile."""

    def __init__(self, app: QApplication, folder: Path, start: Starter, clock: Clock) -> None:
        super().__init__()
        self._app = app
        self.wanted: Wanted | None = None
        state = read_state(folder / "window.json")
        self._translations = Translations()
        self._translations.use(state.language)
        self.theme = Theme(app, state.theme, state.zoom)
        self.theme.motion.use(state.motion)
        self.link = Link(folder, start, self)
        self.keeping = Keeping(self.link, folder / "drafts" / "capture.json", self)
        self.quick = QuickCapture(self.theme, clock)
        self.writing = Writing(self.keeping, self.quick, state.space, self)
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(LINGER_MS)
        self._linger.timeout.connect(app.quit)
        self.quick.shown.connect(lambda _: self.link.open())
        self.quick.gone.connect(self._leave)
        self.link.state_changed.connect(lambda state: self.keeping.set_here(state is Connection.HERE))
        self.link.wanted.connect(self._hear)
        self.keeping.kept.connect(lambda _: self._leave())
        self.keeping.returned.connect(self.writing.returned)
        self.keeping.problem.connect(lambda problem: self.quick.tell(" ".join(filter(None, said(problem)))))

    def open(self) -> None:
        """Show the box."""
        self._linger.stop()
        self.writing.open()

    def _hear(self, wanted: Wanted) -> None:
        if wanted.wish is Wish.CAPTURE:
            self.open()
        else:
            self.wanted = wanted
            self._app.quit()

    def _leave(self) -> None:
        """The box is gone: so is the process, once what was kept is in the library."""
        if self.quick.isVisible():
            return
        if not self.keeping.draft.waiting:
            self._app.quit()
        elif not self._linger.isActive():
            self._linger.start()

    def close(self) -> None:
        """End everything; the draft stands on the disk then."""
        self.keeping.close()
        self.link.close()
        for part in (self.writing, self.quick):
            part.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def run(folder: Path, *, start: Starter = start_service, clock: Clock | None = None) -> Wanted | None:
    """Show the box and return when it is done with; what is returned is wanted of a whole window."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends it; the draft is on the disk
    app = QApplication(["mnemoteca"])
    app.setApplicationName("mnemoteca")
    app.setApplicationDisplayName("Mnemoteca")
    app.setDesktopFileName("mnemoteca")
    app.setQuitOnLastWindowClosed(False)
    alone = Alone(app, folder, start, clock or clock_of(os.environ))
    alone.open()
    try:
        app.exec()
    finally:
        alone.close()
    app.setQuitOnLastWindowClosed(True)
    return alone.wanted
