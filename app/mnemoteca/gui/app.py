"""The window's process: Qt, the line to the service, and one window at a time."""

from __future__ import annotations

import gc
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
from mnemoteca.gui.keyboarding import Keyboarding
from mnemoteca.gui.link import Link
from mnemoteca.gui.own_settings import PREFIX, OwnSettings
from mnemoteca.gui.preparing import Preparing, Told
from mnemoteca.gui.state import WindowState, read_state, write_state
from mnemoteca.gui.staying import Staying
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import ZOOMS
from mnemoteca.gui.translations import Translations
from mnemoteca.gui.watchdog import VARIABLE, Watchdog
from mnemoteca.gui.window import Window
from mnemoteca.gui.wishes import Wishes
from mnemoteca.wire.start import Starter, log_file, start_service

KEPT = ("theme", "zoom", "motion", "keys", "language", "formatted", "capture_key")  # settings in the window's file
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
        self.theme = Theme(app, self.state.theme, self.state.zoom)
        self.theme.motion.use(self.state.motion)
        self.link = Link(folder, start, self)
        self.keeping = Keeping(self.link, folder / "drafts" / "capture.json", self)
        self.window = Window(self.link, self.keeping, self.theme, self._clock, self.state)
        self.window.closed.connect(self._keep_state)
        self.keyboarding = Keyboarding(self.window.panes, self.window.deeds.menus, self)
        self.keyboarding.used.connect(self.window.browsing.use_keys)
        self.keyboarding.use(self.state.keys)
        self.own = OwnSettings(self.link, self.state.heard, self._values, self._applied(), self._hold, self)
        self._wire_settings()
        self.window.panes.reader.set_formatted(self.state.formatted)
        self.window.first_shown.connect(self.link.open)
        self.wishes = Wishes(self.link, self.keeping, self.window, self.theme, self._clock, self)
        self.wishes.key = self.state.capture_key
        self.greeting = Greeting(self.link, self.window, folder, self._translations, self)
        self.greeting.language_chosen.connect(self.use_language)
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

    # -- the window's own settings
    def _applied(self) -> dict[str, Callable[[Value], object]]:
        """What each of them is about."""
        return {
            "theme": lambda value: self.theme.use(str(value)),
            "zoom": lambda value: self.theme.use_zoom(int(value)),
            "motion": lambda value: self.theme.motion.use(str(value)),
            "keys": lambda value: self.keyboarding.use(str(value)),
            "language": lambda value: self._speak(str(value)),
            "formatted": lambda value: self.window.panes.reader.set_formatted(bool(value)),
            "capture_key": lambda value: self.wishes.use_key(str(value)),
            "at_login": lambda value: self._begin_at_login(bool(value)),
        }

    def _wire_settings(self) -> None:
        window, own = self.window, self.own
        window.deeds.theme_wanted.connect(lambda value: own.use("theme", value))
        window.deeds.zoom_wanted.connect(lambda step: own.use("zoom", zoomed(self.state.zoom, step)))
        window.deeds.language_wanted.connect(self.use_language)
        window.deeds.formatted_wanted.connect(lambda value: own.use("formatted", value))
        self.keyboarding.wanted.connect(lambda value: own.use("keys", value))
        self.keyboarding.told.connect(self._tell_keys)
        window.own_pages.of_window = lambda: {f"{PREFIX}{name}": value for name, value in self._values().items()}
        window.own_pages.window_setting.connect(own.use)
        own.changed.connect(lambda name, value: window.deeds.menus.mark(f"{name}_{value}"))
        own.changed.connect(window.own_pages.setting.take)
        own.heard_of.connect(window.own_pages.setting.again)

    def use_language(self, setting: str) -> None:
        """Change the language of everything on the screen."""
        self.own.use("language", setting)

    def _speak(self, setting: str) -> None:
        self._translations.use(setting)
        self.staying.say()
        self.greeting.say()
        self.preparing.look()

    def _begin_at_login(self, on: bool) -> None:
        """Start in the tray at login, or no more."""
        try:
            at_login.set_at_login(on, self._folder)
        except OSError as e:
            self.window.tell_problem(DiskTrouble("read_only", folder=e.filename or "autostart"))

    def _tell_keys(self, sentence: str, before: str) -> None:
        self.window.tell(sentence, self.tr("Undo"), lambda: self.own.use("keys", before))

    def _values(self) -> dict[str, Value]:
        """The settings that the window has without asking the service."""
        kept = {name: getattr(self.state, name) for name in KEPT}
        return {**kept, "at_login": at_login.is_set()}

    def _hold(self, name: str, value: Value) -> None:
        """Keep it where the window finds it before the service is there."""
        if name in KEPT:
            self.state = replace(self.state, **{name: value})  # type: ignore[arg-type]  # of the field's type: declared
        write_state(self._folder / "window.json", self.state)

    def _stay(self, stays: bool) -> None:
        self.state = replace(self.state, stays=stays)
        write_state(self._folder / "window.json", self.state)

    def _tell_preparation(self, told: Told) -> None:
        for place in (self.window.panes.status, self.window.panes.activity):
            place.set_preparation(told.words, told.more, told.trouble)
        self.window.care_pages.networking.look()

    def _keep_state(self, left: WindowState) -> None:
        kept = {name: getattr(self.state, name) for name in (*KEPT, "stays")}
        self.state = replace(left, **kept, heard=self.own.heard)
        write_state(self._folder / "window.json", self.state)

    def close(self) -> None:
        """End everything that is under way; the draft stands on the disk then."""
        self.staying.close()
        self.wishes.close()
        self.window.care_pages.restoring.close()
        self.keeping.close()
        self.link.close()


def zoomed(percent: int, step: str) -> int:
    """The next size of the steps there are, in percent: `in`, `out`, or back (`reset`) to the usual one."""
    larger, smaller = [each for each in ZOOMS if each > percent], [each for each in ZOOMS if each < percent]
    if step == "reset":
        return 100
    return (larger or [ZOOMS[-1]])[0] if step == "in" else (smaller or [ZOOMS[0]])[-1]


class TopLevel:
    """The top level of the window: a bug is written down as before, and said in the window, which goes on."""

    def __init__(self, report: Hook, tell: Callable[[Problem], None], log: Path) -> None:
        self._report, self._tell, self._log = report, tell, log

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._report(kind, error, trace)
        self._tell(Problem("bug", what=kind.__name__, log=self._log))


def _collect_again() -> None:
    """The window stands: what dies from now on is collected, and what was made for it is not looked through again."""
    if not gc.isenabled():
        gc.enable()
        gc.freeze()


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
    desk.window.first_shown.connect(_collect_again)
    if in_tray:
        desk.begin_in_tray()
        _collect_again()
    else:
        desk.show()
    try:
        return app.exec()
    finally:
        desk.close()
        if watchdog is not None:
            watchdog.close()
