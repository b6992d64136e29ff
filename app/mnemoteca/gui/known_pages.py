"""The pages of knowledge: each is kept right while it is shown, and leads to where things were said."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from mnemoteca.core.knowledge.values import KnowledgeState
from mnemoteca.core.memory import Memory
from mnemoteca.gui.browsing import Browsing
from mnemoteca.gui.calls import Latest, quiet
from mnemoteca.gui.known_words import EvidenceValue
from mnemoteca.gui.layout import Panes
from mnemoteca.gui.link import Connection, Link
from mnemoteca.gui.linking import Linking
from mnemoteca.gui.page import Page
from mnemoteca.gui.stating import Stating

SOON_MS = 400  # while much is read, what is known is asked for this often


class KnownPages(QObject):
    """Wires facts and graph to the library, and counts what is known."""

    memory_opened = Signal(object, object)  # Memory, its characters to be marked

    def __init__(self, link: Link, panes: Panes, browsing: Browsing, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._panes, self._browsing = link, panes, browsing
        self._counting, self._opening = Latest(), Latest()
        self.stating = Stating(link, panes.facts, self)
        self.linking = Linking(link, panes.graph, self)
        self._by_page: dict[Page, Stating | Linking] = {Page.FACTS: self.stating, Page.GRAPH: self.linking}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._look)
        link.knowledge_moved.connect(lambda _: self.refresh())
        browsing.page_changed.connect(self._turned)
        panes.facts.opened.connect(self.open_evidence)
        panes.graph.evidence.opened.connect(self.open_evidence)

    def here(self) -> None:
        """The service is there (again), or the space is another."""
        self._look()

    def refresh(self) -> None:
        """The library changed, or more of it was read."""
        if not self._soon.isActive():
            self._soon.start()

    def open_evidence(self, value: EvidenceValue) -> None:
        """Read a piece of evidence where it stands."""
        call = self._opening.take(self._link.call("memory", id=value.memory))
        call.then(lambda memory: self._open(memory, value.span))

    def _open(self, memory: Memory, span: tuple[int, int]) -> None:
        self.memory_opened.emit(memory, (span,))

    def _look(self) -> None:
        if self._link.state is not Connection.HERE:
            return
        space = self._browsing.space
        call = self._counting.take(self._link.call("knowledge", space=space))
        call.then(self._counted).failed(quiet)
        for keeper in self._by_page.values():
            keeper.set_space(space)
            keeper.refresh()

    def _counted(self, state: KnowledgeState) -> None:
        self._panes.places.set_known({Page.FACTS: state.facts})
        self._panes.facts.set_count(state.facts)

    def _turned(self, page: Page) -> None:
        for own, keeper in self._by_page.items():
            if own is page:
                keeper.set_space(self._browsing.space)
                keeper.show()
            else:
                keeper.hide()
