"""The page of facts: asks for those of the space, some at a time, and keeps them right while they are shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from mnemoteca.core.knowledge.values import Fact
from mnemoteca.core.memory import Memory
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.following import Following
from mnemoteca.gui.known import Stated, with_memories
from mnemoteca.gui.panes.facts_page import FactsPage

PAGE = 40  # facts of one request


class Stating(Following):
    """Fills the page with facts of the space at hand."""

    def __init__(self, link: Caller, page: FactsPage, parent: QObject) -> None:
        self._asking, self._telling = Latest(), Latest()
        super().__init__(parent, self._asking, self._telling)
        self._link, self._page = link, page
        self._space = ""
        page.narrowed.connect(lambda *_: self.refresh())
        page.more_wanted.connect(self._go_on)

    def set_space(self, space: str) -> None:
        """From now on, of this space."""
        self._space = space

    def look(self) -> None:
        """The first facts, or as many as are shown."""
        self._ask(0, max(PAGE, min(500, self._page.list.evidence.rowCount())))

    def _go_on(self) -> None:
        self._ask(self._page.list.evidence.rowCount(), PAGE)

    def _ask(self, start: int, limit: int) -> None:
        relation, over = self._page.narrowing()
        call = self._link.call("facts", space=self._space, relation=relation, ended=over, start=start, limit=limit)
        self._asking.take(call).then(partial(self._came, start, limit)).failed(quiet)

    def _came(self, start: int, limit: int, facts: tuple[Fact, ...]) -> None:
        evidence = [fact.evidence for fact in facts]
        with_memories(self._link, self._telling, evidence, partial(self._show, start, limit, facts))

    def _show(self, start: int, limit: int, facts: tuple[Fact, ...], memories: dict[int, Memory]) -> None:
        found = [Stated(fact, memories.get(fact.evidence.memory)) for fact in facts]
        if start == 0:
            self._page.show_facts(found, more=len(facts) == limit)
        elif start == self._page.list.evidence.rowCount():
            self._page.add_facts(found, more=len(facts) == limit)
