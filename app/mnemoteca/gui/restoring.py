"""Bringing a backup back from the window: the service makes way, the command that does it runs, the window comes back.

The window leaves the service alone meanwhile, so that it doesn't start it again; should somebody else do so, the
command finds the library in use, says so, and nothing was changed.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from mnemoteca.core.care import BackupInfo
from mnemoteca.core.errors import Problem, Unavailable
from mnemoteca.gui.link import Link
from mnemoteca.gui.notices import outcome
from mnemoteca.gui.panes.restore_box import RestoreBox
from mnemoteca.wire.start import program, search_path

SAID_BY = "mnemoteca: "  # stands before what a command says of a problem
ASIDE = "aside"
LONGEST_MS = 600_000  # that the end of the window waits for it


class Restoring(QObject):
    """Asks in its box, then leads it from beginning to end."""

    said = Signal(str)
    problem = Signal(object)

    def __init__(self, link: Link, box: RestoreBox, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._box = link, box
        self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", search_path())
        self._process.setProcessEnvironment(environment)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._not_started)
        box.restore_wanted.connect(self._begin)

    def ask(self, info: BackupInfo, memories: int) -> None:
        """Say what happens, and ask."""
        self._box.ask(info, memories, str(self._link.folder / ASIDE))

    def close(self) -> None:
        """Return when a backup that is being brought back is there: ended halfway it would be lost work."""
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.finished.disconnect(self._ended)
            self._process.waitForFinished(LONGEST_MS)

    def _begin(self, info: BackupInfo, backup_first: bool) -> None:
        if not backup_first:
            self._restore(info)
            return
        self._box.show_busy(self.tr("What is here now is being backed up…"))
        call = self._link.call("backup")
        call.then(lambda _: self._restore(info)).failed(self._give_up)

    def _restore(self, info: BackupInfo) -> None:
        self._box.show_busy(self.tr("It is being brought back…"))
        self._link.rest(Unavailable("restoring"))
        called, *given = program()
        self._process.start(called, [*given, "restore-backup", info.path, "--data", str(self._link.folder)])

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        self._link.open()
        self._box.done()
        if code == 0 and status is QProcess.ExitStatus.NormalExit:
            self.said.emit(self.tr("The library is as it was then."))
            return
        lines = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip().splitlines()
        why = next((line for line in reversed(lines) if line.startswith(SAID_BY)), "")
        said = outcome(why.removeprefix(SAID_BY))
        self.said.emit(said or self.tr("It could not be brought back; nothing was changed."))

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._link.open()
            self._box.done()
            self.said.emit(self.tr("It could not be brought back; nothing was changed."))

    def _give_up(self, problem: Problem) -> None:
        self._box.done()
        self.problem.emit(problem)
