"""What closing the window does: with a tray it stays there, if the person wants that; without one it ends."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from mnemoteca.core.jobs import Job
from mnemoteca.core.pushes import JobMoved
from mnemoteca.core.settings import Value
from mnemoteca.gui import told_jobs
from mnemoteca.gui.calls import quiet
from mnemoteca.gui.link import Connection, Link
from mnemoteca.gui.panes.close_card import CloseCard
from mnemoteca.gui.problems import said
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.tray import Tray
from mnemoteca.gui.window import Window
from mnemoteca.gui.wishes import Wishes

KEEP = "service.keep_running"
HEARS_MS = 1500  # a service that is slow to hear of it holds nobody up; the window's own file has it


class Staying(QObject):
    """Holds the tray; `stays` is what the person chose, None until the first close asked."""

    chose = Signal(bool)

    def __init__(
        self,
        app: QApplication,
        link: Link,
        window: Window,
        wishes: Wishes,
        theme: Theme,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._app, self._link, self._window = app, link, window
        self._tray_is_there: Callable[[], bool] = Tray.is_there
        self.stays: bool | None = None
        self._leaving = self._left = self._begun = False
        self._job: Job | None = None
        self.tray = Tray(theme, self)
        self.card = CloseCard(theme, window.panes)
        self.card.chosen.connect(self._choose)
        self.tray.note_wanted.connect(wishes.capture)
        self.tray.window_wanted.connect(wishes.raise_window)
        self.tray.quit_wanted.connect(self.leave)
        window.may_close = self.may_close
        window.quit_wanted.connect(self.leave)
        window.first_shown.connect(self._begin)
        app.commitDataRequest.connect(self._end_of_session)
        link.state_changed.connect(lambda _: self.say())
        link.job_moved.connect(self._hear)

    def use_tray(self, is_there: Callable[[], bool]) -> None:
        """Ask this, from now on, whether the desktop has a tray."""
        self._tray_is_there = is_there

    def may_close(self) -> bool:
        """Whether the window ends now; else it is hidden, or asks what is wanted."""
        if self._leaving or not self._tray_is_there():
            return True
        if self.stays is None:
            self.card.open_card()
        elif self.stays:
            self._hide()
        else:
            self.leave()
        return False

    def leave(self) -> None:
        """End the window and the program."""
        if self._left:
            return
        self._left = self._leaving = True
        self.tray.hide()
        self._window.close()
        self._app.quit()

    def begin_hidden(self) -> bool:
        """Begin in the tray alone; False where there is none."""
        if not self._tray_is_there():
            return False
        self._window.first_shown.emit()
        return True

    def say(self) -> None:
        """Tell the tray what goes on."""
        going_on = ""
        if self._link.state is Connection.AWAY and self._link.why is not None:
            going_on = said(self._link.why)[0]
        elif self._job is not None:
            going_on = told_jobs.headline(self._job)
        self.tray.tell(going_on)

    def close(self) -> None:
        """The window is gone: so is the sign."""
        self.tray.close()

    def _begin(self) -> None:
        """The window is there for the first time; it comes and goes from now on."""
        if self._begun:
            return
        self._begun = True
        if self._tray_is_there():
            self._app.setQuitOnLastWindowClosed(False)
            self.tray.show()
        if self._link.state is Connection.HERE:
            self._ask()
        else:
            self._link.state_changed.connect(self._ask_when_here)

    def _ask_when_here(self, state: Connection) -> None:
        if state is Connection.HERE:
            self._ask()

    def _ask(self) -> None:
        """What the settings say, if the person was asked already: it may have been changed there."""
        if self.stays is not None:
            self._link.call("settings").then(self._heard).failed(quiet)

    def _heard(self, values: dict[str, Value]) -> None:
        self.stays = values.get(KEEP) is True

    def _choose(self, stays: bool) -> None:
        self.stays = stays
        self.chose.emit(stays)
        call = self._link.call("set_setting", name=KEEP, value=stays)
        if stays:
            call.failed(quiet)
            self._hide()
        else:  # the service hears of it before the line to it ends, if it is there to hear
            self._window.hide()
            call.then(lambda _: self.leave()).failed(lambda _: self.leave())
            QTimer.singleShot(HEARS_MS, self, self.leave)

    def _hide(self) -> None:
        self._window.closed.emit(self._window.state())
        self._window.hide()
        self._ask()

    def _end_of_session(self, _: object) -> None:
        """The person logs out: nothing may hold that up."""
        self._leaving = True

    def _hear(self, news: JobMoved) -> None:
        self._job = news.job if news.job.state in told_jobs.UNDER_WAY else None
        self.say()
