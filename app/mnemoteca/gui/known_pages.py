"""The pages of knowledge: each is kept right while it is shown, and leads to where things were said."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from mnemoteca.core.knowledge.values import Entity, KnowledgeState
from mnemoteca.core.memory import Memory
from mnemoteca.gui.acts import Acts
from mnemoteca.gui.browsing import Browsing
from mnemoteca.gui.calls import Latest, quiet
from mnemoteca.gui.introducing import Introducing
from mnemoteca.gui.known_words import EvidenceValue
from mnemoteca.gui.layout import Panes
from mnemoteca.gui.link import Connection, Link
from mnemoteca.gui.linking import Linking
from mnemoteca.gui.page import Page
from mnemoteca.gui.stating import Stating

SOON_MS = 400  # while much is read, what is known is asked for this often


class KnownPages(QObject):
    """Wires who and what, facts and graph to the library, and counts what is known."""

    memory_opened = Signal(object, object)  # Memory, its characters to be marked

    def __init__(self, link: Link, acts: Acts, panes: Panes, browsing: Browsing, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._panes, self._browsing = link, panes, browsing
        self._counting, self._opening = Latest(), Latest()
        self.stating = Stating(link, panes.facts, self)
        self.linking = Linking(link, panes.graph, self)
        self.introducing = Introducing(link, acts, panes.entities, self)
        self._by_page: dict[Page, Stating | Linking | Introducing] = {
            Page.ENTITIES: self.introducing,
            Page.FACTS: self.stating,
            Page.GRAPH: self.linking,
        }
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._look)
        link.knowledge_moved.connect(lambda _: self.refresh())
        browsing.page_changed.connect(self._turned)
        panes.facts.opened.connect(self.open_evidence)
        panes.entities.card.opened.connect(self.open_evidence)
        panes.entities.card.graph_wanted.connect(self._show_in_graph)
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

    def _show_in_graph(self, entity: Entity) -> None:
        self._browsing.go_to(Page.GRAPH)
        self.linking.look_around(entity)

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
        self._panes.places.set_known({Page.ENTITIES: state.entities, Page.FACTS: state.facts})
        self._panes.entities.set_count(state.entities)
        self._panes.facts.set_count(state.facts)

    def _turned(self, page: Page) -> None:
        for own, keeper in self._by_page.items():
            if own is page:
                keeper.set_space(self._browsing.space)
                keeper.show()
            else:
                keeper.hide()
