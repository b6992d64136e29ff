"""What is wanted of the window from outside: by another process, a global shortcut, the tray."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from mnemoteca.core.clock import Clock
from mnemoteca.core.errors import Problem
from mnemoteca.core.pushes import Wanted, Wish
from mnemoteca.gui.drafts import Draft
from mnemoteca.gui.hotkeys.chord import Holding
from mnemoteca.gui.hotkeys.global_key import GlobalKey, why_not
from mnemoteca.gui.keeping import Keeping
from mnemoteca.gui.link import Link
from mnemoteca.gui.problems import said
from mnemoteca.gui.quick import QuickCapture
from mnemoteca.gui.shortcuts import native
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.window import Window
from mnemoteca.gui.writing import Writing

PREPARE_AFTER_MS = 400  # from the first picture of the window, which goes first


class Wishes(QObject):
    """Opens the box of quick capture, or brings the window to the front."""

    def __init__(
        self, link: Link, keeping: Keeping, window: Window, theme: Theme, clock: Clock, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self.quick = QuickCapture(theme, clock)
        self.writing = Writing(keeping, self.quick, window.spacing.space, self)
        window.spacing.changed.connect(self.writing.set_space)
        link.wanted.connect(self._hear)
        keeping.returned.connect(self._returned)
        keeping.problem.connect(self._tell_problem)
        self._act: dict[Wish, Callable[[], None]] = {Wish.CAPTURE: self.capture, Wish.WINDOW: self.raise_window}
        self._prepare = QTimer(self)
        self._prepare.setSingleShot(True)
        self._prepare.setInterval(PREPARE_AFTER_MS)
        self._prepare.timeout.connect(self._be_ready)
        self.key = ""  # in every program, once the window is there
        self.held = GlobalKey(self)
        self.held.pressed.connect(self.capture)
        self.held.settled.connect(self._settled)
        window.first_shown.connect(self._prepare.start)

    def use_key(self, key: str) -> None:
        """Change the key that opens the box from any program; say so where it can't be had."""
        self.key = key
        if sentence := why_not(self._use(), key):
            self._window.tell(sentence)

    def _use(self) -> Holding:
        """Hold the key; where it works, the page of the day says so."""
        holding = self.held.use(self.key)
        self._show_key(holding)
        return holding

    def _show_key(self, holding: Holding) -> None:
        self._window.panes.show_capture_key(native(self.key) if holding is Holding.HELD else "")

    def _settled(self, holding: Holding) -> None:
        """The desktop has asked the person; that there is nothing to ask is not said by itself."""
        self._show_key(holding)
        if holding is not Holding.ABSENT and (sentence := why_not(holding, self.key)):
            self._window.tell(sentence)

    def close(self) -> None:
        """Let go of the key, and take the box away for good."""
        self._prepare.stop()
        self.held.release()
        self.quick.deleteLater()

    def _be_ready(self) -> None:
        """What the first picture of the window does not wait for, a bit at a time."""
        self.quick.prepare()
        self.held.prepare(self._hold)

    def _hold(self) -> None:
        """Hold the key; that none can be held here is said once asked."""
        holding = self._use()
        if holding is not Holding.ABSENT and (sentence := why_not(holding, self.key)):
            self._window.tell(sentence)

    def capture(self) -> None:
        """The box: over the window where the person is in it, else a small window of its own."""
        window = self._window
        if window.isActiveWindow() and window.isVisible() and not window.isMinimized():
            self._window.writing.open()
        else:
            self._window.writing.close()
            self.writing.open()

    def _returned(self, draft: Draft) -> None:
        """A note could not be taken: it stands in the box that the person can see."""
        window = self._window
        in_sight = window.isVisible() and not window.isMinimized() and not self.quick.isVisible()
        (window.writing if in_sight else self.writing).returned(draft)

    def _tell_problem(self, problem: Problem) -> None:
        if self.quick.isVisible():
            self.quick.tell(" ".join(filter(None, said(problem))))

    def raise_window(self) -> None:
        """Bring the window to the front, from wherever it is."""
        state = self._window.windowState()
        self._window.setWindowState(state & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _hear(self, wanted: Wanted) -> None:
        self._act[wanted.wish]()
        if wanted.files:
            self._window.bring_when_here(list(wanted.files))
