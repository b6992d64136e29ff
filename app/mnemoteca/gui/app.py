"""The window's process: Qt, the line to the service, and one window at a time."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from mnemoteca.core.clock import Clock, clock_of
from mnemoteca.core.errors import Problem
from mnemoteca.gui.keeping import Keeping
from mnemoteca.gui.link import Link
from mnemoteca.gui.state import WindowState, read_state, write_state
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.translations import Translations
from mnemoteca.gui.window import Window
from mnemoteca.wire.start import Starter, start_service


class Desk(QObject):
    """The window and what it stands on: the link, the draft, the look and the language."""

    def __init__(self, app: QApplication, folder: Path, start: Starter, clock: Clock) -> None:
        super().__init__(app)
        self._folder, self._clock = folder, clock
        self.state: WindowState = read_state(folder / "window.json")
        self._translations = Translations()
        self._translations.use(self.state.language)
        self.theme = Theme(app, self.state.theme)
        self.link = Link(folder, start, self)
        self.keeping = Keeping(self.link, folder / "drafts" / "capture.json", self)
        self.window = Window(self.link, self.keeping, self.theme, self._clock, self.state)
        self.window.closed.connect(self._keep_state)
        self.window.deeds.theme_wanted.connect(self.use_theme)
        self.window.deeds.language_wanted.connect(self.use_language)
        self.window.first_shown.connect(self.link.open)

    def show(self) -> None:
        """Show the window; the service is looked for once it stands on the screen."""
        self.window.show()

    def use_theme(self, setting: str) -> None:
        """Change the colours."""
        self.state = replace(self.state, theme=setting)
        self.theme.use(setting)
        self._store("window.theme", setting)

    def use_language(self, setting: str) -> None:
        """Change the language of everything on the screen."""
        self.state = replace(self.state, language=setting)
        self._translations.use(setting)
        self._store("window.language", setting)

    def _keep_state(self, left: WindowState) -> None:
        self.state = replace(left, theme=self.state.theme, language=self.state.language)
        write_state(self._folder / "window.json", self.state)

    def _store(self, name: str, value: str) -> None:
        """Keep it where the window finds it before the service is there, and tell the library."""
        write_state(self._folder / "window.json", self.state)
        self.link.call("set_setting", name=name, value=value).failed(_not_now)

    def close(self) -> None:
        """End everything that is under way; the draft stands on the disk then."""
        self.keeping.close()
        self.link.close()


def _not_now(_: Problem) -> None:
    """The window's own file has it; the library hears of it the next time it is changed."""


def bug(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    """The top level of the window: a bug is printed for who mends it; the window goes on."""
    traceback.print_exception(kind, error, where)


def run(folder: Path, *, start: Starter = start_service, clock: Clock | None = None, files: Sequence[str] = ()) -> int:
    """Open the window on the library in `folder` and return when it is closed."""
    sys.excepthook = bug
    app = QApplication(["mnemoteca"])
    app.setApplicationName("mnemoteca")
    app.setApplicationDisplayName("Mnemoteca")
    app.setDesktopFileName("mnemoteca")
    desk = Desk(app, folder, start, clock or clock_of(os.environ))
    desk.window.bring_when_here([os.path.abspath(path) for path in files])
    desk.show()
    try:
        return app.exec()
    finally:
        desk.close()
