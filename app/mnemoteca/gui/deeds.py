"""What each command does, upon the memory or session at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mnemoteca.core.memory import Memory, Session
from mnemoteca.core.views import Place
from mnemoteca.gui.acts import Acts
from mnemoteca.gui.browsing import Browsing
from mnemoteca.gui.calls import Caller
from mnemoteca.gui.commands import Situation
from mnemoteca.gui.layout import Panes
from mnemoteca.gui.menus import Menus
from mnemoteca.gui.page import Page
from mnemoteca.gui.reading import Reading


class Deeds(QObject):
    """Runs the commands of the table; the window gives those that are its own."""

    theme_wanted = Signal(str)
    language_wanted = Signal(str)
    copied = Signal()
    formatted_wanted = Signal(bool)

    def __init__(
        self,
        link: Caller,
        panes: Panes,
        acts: Acts,
        browsing: Browsing,
        reading: Reading,
        own: Mapping[str, Callable[[], object]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._link, self._panes, self._acts = link, panes, acts
        self._browsing, self._reading, self._window = browsing, reading, window
        self._here = self._coming = False
        self.menus = Menus(window, self.run)
        panes.reader.copied.connect(self.copied)
        self._does: dict[str, Callable[[], object]] = {
            **own,
            "search": panes.top.focus_search,
            "undo": acts.undo,
            "redo": acts.redo,
            "pin": lambda: self.pin(self.memory()),
            "forget": self._forget,
            "restore": lambda: self.restore(self.memory()),
            "promote": lambda: self._act(acts.promote),
            "let_go": lambda: self._act(acts.let_go),
            "copy": self._copy,
            "similar": self._similar,
            "copy_code": panes.reader.copy_code,
            "as_written": lambda: self.formatted_wanted.emit(not panes.reader.formatted()),
        }

    def run(self, command: str) -> None:
        """Run a command by its id."""
        kind, _, value = command.partition("_")
        if kind == "place":
            self._panes.top.set_query("")
            self._browsing.go(Place(value))
        elif kind == "page":
            self._panes.top.set_query("")
            self._browsing.go_to(Page(value))
        elif kind == "theme":
            self.theme_wanted.emit(value)
        elif kind == "language":
            self.language_wanted.emit(value)
        else:
            self._does[command]()

    def memory(self) -> Memory | None:
        """The memory at hand: of the tiers where they are shown, else the one that is read."""
        return self._panes.tiers.chosen() if self._browsing.page is Page.TIERS else self._reading.memory

    def session(self) -> Session | None:
        """The session at hand, where it was chosen and none of its memories was."""
        return None if self.memory() is not None or self._browsing.page is Page.TIERS else self._reading.session

    def situate(self, here: bool | None = None, coming: bool | None = None) -> None:
        """Something changed of what commands depend on."""
        self._here = self._here if here is None else here
        self._coming = self._coming if coming is None else coming
        self.menus.update(Situation(self._here, self.memory(), self.session(), self._coming))

    def show_menu(self, at: QPoint) -> None:
        """The menu of the memory at hand."""
        self.situate()
        self.menus.memory.popup(at)

    def pin(self, memory: Memory | None) -> None:
        """Pin it, or unpin it where it is pinned."""
        if memory is not None:
            (self._acts.unpin if memory.pinned else self._acts.pin)((memory.id,))

    def forget(self, memory: Memory) -> None:
        self._acts.forget((memory.id,))

    def restore(self, memory: Memory | None) -> None:
        if memory is not None:
            self._acts.restore((memory.id,))

    def promote(self, memory: Memory) -> None:
        self._acts.promote((memory.id,))

    def _act(self, act: Callable[[tuple[int, ...]], None]) -> None:
        memory = self.memory()
        if memory is not None:
            act((memory.id,))

    def _forget(self) -> None:
        session = self.session()
        if session is not None:
            self._acts.forget_session(session.id)
        else:
            self._act(self._acts.forget)

    def _similar(self) -> None:
        """What is most like the memory at hand, as hits."""
        memory = self.memory()
        if memory is not None:
            self._link.call("similar", id=memory.id, limit=30).then(partial(self._browsing.show_like, memory))

    def _copy(self) -> None:
        """The whole text, also where the window has only its beginning; an access."""
        memory = self.memory()
        if memory is not None:
            self._link.call("memory", id=memory.id).then(self._to_clipboard)

    def _to_clipboard(self, memory: Memory) -> None:
        QGuiApplication.clipboard().setText(memory.text)
        self._link.call("accessed", ids=(memory.id,))
        self.copied.emit()
