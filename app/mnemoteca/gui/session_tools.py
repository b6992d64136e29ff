"""What helps to read what is at hand: find, outline, a date, an answer, help; by the commands of those names."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from mnemoteca.core.clock import Clock
from mnemoteca.core.memory import Memory
from mnemoteca.core.views import Place
from mnemoteca.gui.answering import Answering
from mnemoteca.gui.browsing import Browsing
from mnemoteca.gui.calls import Caller
from mnemoteca.gui.dating import Dating
from mnemoteca.gui.finding_in import FindingIn
from mnemoteca.gui.helping import Helping
from mnemoteca.gui.layout import Panes
from mnemoteca.gui.outlining import Outlining
from mnemoteca.gui.page import Page
from mnemoteca.gui.panes.ask_box import AskBox
from mnemoteca.gui.reading import Reading


class SessionTools(QObject):
    """Knows whether a command means the session that is read, or everything."""

    told = Signal(str)

    def __init__(
        self, link: Caller, clock: Clock, panes: Panes, around: tuple[Browsing, Reading], ask: AskBox, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._panes = panes
        self._browsing, self._reading = around
        self.finding = FindingIn(link, panes.reader, self)
        self.outlining = Outlining(link, panes.reader, self)
        self.dating = Dating(link, clock, self._browsing, (panes.list, panes.reader), ask)
        self.dating.told.connect(self.told)
        self.helping = Helping(panes, self._browsing, self)
        self.answering = Answering(link, clock, panes.answer, self)
        self.answering.told.connect(self.told)
        self.answering.memory_wanted.connect(self._read)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """What each of the commands does."""
        return {
            "find": self.find,
            "find_next": lambda: self._step(1),
            "find_previous": lambda: self._step(-1),
            "outline": self._outline,
            "help": self.helping.open,
            "answer": lambda: self.answering.ask(self._panes.top.query(), self._browsing.space),
            "go_to_date": lambda: self.dating.ask(self.reads()),
        }

    def reads(self) -> bool:
        """Whether a session is what the person is at: the keyboard is in it, or it was chosen as a whole."""
        reader = self._panes.reader
        if self._browsing.page is not Page.LIST or reader.session() is None:
            return False
        return reader.has_keyboard() or (self._reading.memory is None and not self._browsing.in_hits)

    def find(self) -> None:
        """Find in the session that is read; where none is, search everything."""
        if self.reads():
            self.finding.open()
        else:
            self._panes.top.focus_search()

    def _read(self, memory: Memory) -> None:
        """A memory that an answer rests on."""
        self._browsing.go(Place.EVERYTHING)
        self._reading.open_memory(memory)

    def _step(self, by: int) -> None:
        if self._browsing.page is Page.LIST and self._panes.reader.session() is not None:
            self.finding.step(by)

    def _outline(self) -> None:
        if self._browsing.page is Page.LIST:
            self.outlining.toggle()
