"""The window's process: Qt, the line to the service, and one window at a time."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from mnemoteca.core.clock import Clock, clock_of
from mnemoteca.core.connections import Record
from mnemoteca.core.errors import DiskTrouble, Problem
from mnemoteca.core.preparation import Preparation
from mnemoteca.core.settings import Value
from mnemoteca.gui import at_login
from mnemoteca.gui.components.spoken import tell_screen_readers
from mnemoteca.gui.greeting import Greeting
from mnemoteca.gui.keeping import Keeping
from mnemoteca.gui.link import Link
from mnemoteca.gui.preparing import Preparing, Told
from mnemoteca.gui.state import WindowState, read_state, write_state
from mnemoteca.gui.staying import Staying
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.translations import Translations
from mnemoteca.gui.watchdog import VARIABLE, Watchdog
from mnemoteca.gui.window import Window
from mnemoteca.gui.wishes import Wishes
from mnemoteca.wire.start import Starter, log_file, start_service

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


class Desk(QObject):
    """The window and what it stands on: the link, the draft, the look and the language."""

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        start: Starter,
        clock: Clock,
        prepared: Callable[[], Preparation] = Preparation,
        connections: Callable[[], Record] = Record,
    ) -> None:
        super().__init__(app)
        self._folder, self._clock = folder, clock
        tell_screen_readers()
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
        self.window.deeds.formatted_wanted.connect(self.use_formatted)
        self.window.panes.reader.set_formatted(self.state.formatted)
        self.window.own_pages.of_window = self._settings
        self.window.own_pages.window_setting.connect(self._use)
        self.window.first_shown.connect(self.link.open)
        self.wishes = Wishes(self.link, self.keeping, self.window, self.theme, self._clock, self)
        self.wishes.key = self.state.capture_key
        self.greeting = Greeting(self.link, self.window, folder, self._translations, self)
        self.greeting.language_chosen.connect(lambda language: self._use("language", language))
        self.staying = Staying(app, self.link, self.window, self.wishes, self.theme, self)
        self.staying.stays = self.state.stays
        self.staying.chose.connect(self._stay)
        self.window.care_pages.networking.read_by(connections)
        self.preparing = Preparing(prepared, clock, self)
        self.preparing.told.connect(self._tell_preparation)
        self.window.first_shown.connect(self.preparing.look)

    def show(self) -> None:
        """Show the window; the service is looked for once it stands on the screen."""
        self.window.show()

    def begin_in_tray(self) -> None:
        """Begin without a window; where there is no tray, with one that is out of the way."""
        if not self.staying.begin_hidden():
            self.window.showMinimized()

    def use_theme(self, setting: str) -> None:
        """Change the colours."""
        self.state = replace(self.state, theme=setting)
        self.theme.use(setting)
        self._store("window.theme", setting)

    def use_language(self, setting: str) -> None:
        """Change the language of everything on the screen."""
        self.state = replace(self.state, language=setting)
        self._translations.use(setting)
        self.staying.say()
        self.greeting.say()
        self.preparing.look()
        self._store("window.language", setting)

    def use_formatted(self, formatted: bool) -> None:
        """Show Markdown in the reader as what it means, or as it was written."""
        self.state = replace(self.state, formatted=formatted)
        self.window.panes.reader.set_formatted(formatted)
        self._store("window.formatted", formatted)

    def use_capture_key(self, key: str) -> None:
        """Change the key of quick capture."""
        self.state = replace(self.state, capture_key=key)
        self.wishes.use_key(key)
        self._store("window.capture_key", key)

    def use_at_login(self, on: bool) -> None:
        """Start in the tray at login, or no more."""
        try:
            at_login.set_at_login(on, self._folder)
        except OSError as e:
            self.window.tell_problem(DiskTrouble("read_only", folder=e.filename or "autostart"))
            return
        self.link.call("set_setting", name="window.at_login", value=on).failed(_not_now)

    def _stay(self, stays: bool) -> None:
        self.state = replace(self.state, stays=stays)
        write_state(self._folder / "window.json", self.state)

    def _settings(self) -> dict[str, Value]:
        """The settings that the window has without asking the service."""
        now = self.state
        return {
            "window.theme": now.theme,
            "window.language": now.language,
            "window.formatted": now.formatted,
            "window.capture_key": now.capture_key,
            "window.at_login": at_login.is_set(),
        }

    def _use(self, name: str, value: str | bool) -> None:
        """A setting of the window was changed on its page."""
        if name == "formatted":
            self.use_formatted(bool(value))
        elif name == "at_login":
            self.use_at_login(bool(value))
        elif name == "capture_key":
            self.use_capture_key(str(value))
        else:
            {"theme": self.use_theme, "language": self.use_language}[name](str(value))
            self.window.deeds.menus.mark(f"{name}_{value}")

    def _tell_preparation(self, told: Told) -> None:
        for place in (self.window.panes.status, self.window.panes.activity):
            place.set_preparation(told.words, told.more, told.trouble)
        self.window.care_pages.networking.look()

    def _keep_state(self, left: WindowState) -> None:
        now = self.state
        self.state = replace(
            left,
            theme=now.theme,
            language=now.language,
            formatted=now.formatted,
            capture_key=now.capture_key,
            stays=now.stays,
        )
        write_state(self._folder / "window.json", self.state)

    def _store(self, name: str, value: str | bool) -> None:
        """Keep it where the window finds it before the service is there, and tell the library."""
        write_state(self._folder / "window.json", self.state)
        self.link.call("set_setting", name=name, value=value).failed(_not_now)

    def close(self) -> None:
        """End everything that is under way; the draft stands on the disk then."""
        self.staying.close()
        self.wishes.close()
        self.keeping.close()
        self.link.close()


def _not_now(_: Problem) -> None:
    """The window's own file has it; the library hears of it the next time it is changed."""


class TopLevel:
    """The top level of the window: a bug is written down as before, and said in the window, which goes on."""

    def __init__(self, report: Hook, tell: Callable[[Problem], None], log: Path) -> None:
        self._report, self._tell, self._log = report, tell, log

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._report(kind, error, trace)
        self._tell(Problem("bug", what=kind.__name__, log=self._log))


def run(
    folder: Path,
    *,
    start: Starter = start_service,
    clock: Clock | None = None,
    files: Sequence[str] = (),
    in_tray: bool = False,
    prepared: Callable[[], Preparation] = Preparation,
    connections: Callable[[], Record] = Record,
) -> int:
    """Open the window on the library in `folder` and return when it is closed.

    `prepared` tells of the set-up, `connections` is the record of every one that was made.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the window; the draft is on the disk
    now = QApplication.instance()  # there is one already where the box of quick capture grew into a window
    app = now if isinstance(now, QApplication) else QApplication(["mnemoteca"])
    app.setApplicationName("mnemoteca")
    app.setApplicationDisplayName("Mnemoteca")
    app.setDesktopFileName("mnemoteca")
    desk = Desk(app, folder, start, clock or clock_of(os.environ), prepared, connections)
    sys.excepthook = TopLevel(sys.excepthook, desk.window.tell_problem, log_file(folder))
    desk.window.bring_when_here([os.path.abspath(path) for path in files])
    record = os.environ.get(VARIABLE)
    watchdog = Watchdog(desk.window, Path(record)) if record else None
    desk.begin_in_tray() if in_tray else desk.show()
    try:
        return app.exec()
    finally:
        desk.close()
        if watchdog is not None:
            watchdog.close()
