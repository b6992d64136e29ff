"""The page of settings: what is in force is asked for when it is shown, what is changed counts at once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mnemoteca.core.changes import Done
from mnemoteca.core.errors import Problem
from mnemoteca.core.settings import SETTINGS, Value
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.panes.settings_page import SettingsPage

WINDOW = "window."  # settings that the window has without asking the service


class Setting(QObject):
    """Keeps the page right, and carries what a person changes to where it counts."""

    window_setting = Signal(str, object)  # one of the window's own: name without its prefix, value
    problem = Signal(object)

    def __init__(self, link: Caller, page: SettingsPage, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._page = link, page
        self._space, self._values = "", dict[str, Value]()
        self._asking = Latest()
        page.changed.connect(self._change)

    def show(self, space: str, of_window: dict[str, Value]) -> None:
        """The page is shown, for this space; the window's own settings are known without asking."""
        self._space = space
        self._take(of_window)
        self._asking.take(self._link.call("settings", space=space)).then(self._came).failed(quiet)

    def again(self) -> None:
        """The settings may be others by now; asked for where the page was shown."""
        if self._space:
            self._asking.take(self._link.call("settings", space=self._space)).then(self._came).failed(quiet)

    def take(self, name: str, value: Value) -> None:
        """One of the window's own is another now."""
        self._take({WINDOW + name: value})

    def _came(self, values: dict[str, Value]) -> None:
        self._take({name: value for name, value in values.items() if not name.startswith(WINDOW)})

    def _take(self, values: dict[str, Value]) -> None:
        self._values |= values
        self._page.set_values(self._values)

    def _change(self, name: str, value: Value) -> None:
        if name.startswith(WINDOW):
            self._take({name: value})
            self.window_setting.emit(name.removeprefix(WINDOW), value)
            return
        space = self._space if SETTINGS[name].per_space else None
        call = self._link.call("set_setting", name=name, value=value, space=space)
        call.then(lambda done: self._changed(name, value, done)).failed(lambda problem: self._failed(name, problem))

    def _changed(self, name: str, value: Value, _: Done) -> None:
        self._take({name: value})

    def _failed(self, name: str, problem: Problem) -> None:
        """Show what is still in force, and say why."""
        self._page.show_value(name, self._values.get(name, SETTINGS[name].default))
        self.problem.emit(problem)
