"""The window's own settings: kept where it finds them without the service, and the same as the library's.

Either side may have been changed while the other was away: on the command line, or in a window whose service was gone.
What the library said last is remembered; whoever differs from it was changed since, and counts (the library, where both
were).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from mnemoteca.core.errors import Problem
from mnemoteca.core.pushes import Changed
from mnemoteca.core.settings import SETTINGS, Value
from mnemoteca.gui.calls import Latest, quiet
from mnemoteca.gui.link import Connection, Link

PREFIX = "window."
SOON_MS = 150  # while many changes come, the library is asked this often


def agree(
    own: Mapping[str, Value], heard: Mapping[str, Value], told: Mapping[str, Value]
) -> tuple[dict[str, Value], dict[str, Value]]:
    """What the window takes over from the library, and what it tells it; names without their prefix."""
    take, tell = {}, {}
    for name, value in own.items():
        theirs, last = told.get(PREFIX + name), heard.get(name, SETTINGS[PREFIX + name].default)
        if theirs is None or theirs == value:
            continue
        if theirs != last:
            take[name] = theirs
        else:
            tell[name] = value
    return take, tell


class OwnSettings(QObject):
    """Carries a change to what it is about, to the window's file and to the library, wherever it was made."""

    changed = Signal(str, object)  # name without its prefix, value: wherever it was changed
    heard_of = Signal()  # the library's settings may be others

    def __init__(
        self,
        link: Link,
        heard: Mapping[str, Value],
        values: Callable[[], dict[str, Value]],
        apply: Mapping[str, Callable[[Value], object]],
        keep: Callable[[str, Value], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._link, self._values, self._apply, self._keep = link, values, apply, keep
        self.heard = dict(heard)
        self._asking = Latest()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._ask)
        link.state_changed.connect(self._state)
        link.changed.connect(self._hear)

    def use(self, name: str, value: Value) -> None:
        """The person changed it in the window."""
        self._take(name, value)
        self._tell(name, value)

    def _take(self, name: str, value: Value) -> None:
        self._apply[name](value)
        self._keep(name, value)
        self.changed.emit(name, value)

    def _tell(self, name: str, value: Value) -> None:
        self._asking.cancel()  # what is on its way was said before
        call = self._link.call("set_setting", name=PREFIX + name, value=value)
        call.then(lambda _: self._told(name, value)).failed(_not_now)

    def _told(self, name: str, value: Value) -> None:
        self.heard[name] = value

    def _state(self, state: Connection) -> None:
        if state is Connection.HERE:
            self._ask()

    def _hear(self, _: Changed) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _ask(self) -> None:
        if self._link.state is Connection.HERE:
            self._asking.take(self._link.call("settings")).then(self._came).failed(quiet)

    def _came(self, told: dict[str, Value]) -> None:
        own = self._values()
        take, tell = agree(own, self.heard, told)
        self.heard |= {name: told[PREFIX + name] for name in own if PREFIX + name in told}
        for name, value in take.items():
            self._take(name, value)
        for name, value in tell.items():
            self._tell(name, value)
        self.heard_of.emit()


def _not_now(_: Problem) -> None:
    """The window's own file has it; the library hears of it once it is there."""
