"""The page of who and what: asks for names as one types, and for what is known of the one that is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from mnemoteca.core.errors import Problem
from mnemoteca.core.knowledge.values import Entity, EntityName, Fact, Neighbourhood
from mnemoteca.core.memory import Memory
from mnemoteca.gui.acts import Acts
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.following import Following
from mnemoteca.gui.known import Stated, with_memories
from mnemoteca.gui.panes.entities_page import EntitiesPage

PAGE, FACTS, MEMORIES, NEIGHBOURS, OFFERED = 60, 200, 40, 100, 8


class Introducing(Following):
    """Fills the page with names of the space at hand; whoever is chosen stays so."""

    def __init__(self, link: Caller, acts: Acts, page: EntitiesPage, parent: QObject) -> None:
        self._asking, self._about, self._facts, self._telling = Latest(), Latest(), Latest(), Latest()
        self._speaking, self._around, self._offering = Latest(), Latest(), Latest()
        super().__init__(parent, self._asking, self._about, self._facts, self._telling, self._speaking, self._around)
        self._link, self._acts, self._page = link, acts, page
        self._space = ""
        page.narrowed.connect(self._narrowed)
        page.more_wanted.connect(lambda: self._ask(page.rows.named.rowCount(), PAGE))
        page.chosen.connect(lambda entity: self.introduce(entity.id))
        card = page.card
        card.neighbour_opened.connect(lambda entity: self.introduce(entity.id))
        card.more_wanted.connect(self._more_memories)
        card.same.asked.connect(self._offer)
        card.merge_wanted.connect(self._merge)
        card.split_wanted.connect(self._split)

    def set_space(self, space: str) -> None:
        """From now on, of this space; nobody of another stays chosen."""
        if space != self._space:
            self._space = space
            self._page.card.show_entity(None)
            self._page.rows.choose(-1)

    def look(self) -> None:
        """The names, as many as are shown, and the one that is chosen."""
        self._ask(0, max(PAGE, min(500, self._page.rows.named.rowCount())))
        if self._page.card.entity is not None:
            self.introduce(self._page.card.entity.id)

    def introduce(self, entity: int) -> None:
        """Show what is known of one."""
        self._about.take(self._link.call("entity", id=entity)).then(self._came).failed(self._gone)

    # -- the names
    def _narrowed(self) -> None:
        self._ask(0, PAGE)

    def _ask(self, start: int, limit: int) -> None:
        text, kind = self._page.narrowing()
        call = self._link.call("entities", space=self._space, text=text, kind=kind, start=start, limit=limit)
        self._asking.take(call).then(partial(self._listed, start, limit)).failed(quiet)

    def _listed(self, start: int, limit: int, found: tuple[Entity, ...]) -> None:
        if start == 0:
            self._page.show_entities(found, more=len(found) == limit)
        elif start == self._page.rows.named.rowCount():
            self._page.add_entities(found, more=len(found) == limit)

    # -- the one that is chosen
    def _gone(self, _: Problem) -> None:
        """It is no longer known."""
        self._page.card.show_entity(None)

    def _came(self, entity: Entity) -> None:
        self._page.card.show_entity(entity)
        facts = self._link.call("facts", space=self._space, entity=entity.id, ended=True, limit=FACTS)
        self._facts.take(facts).then(self._facts_came).failed(quiet)
        speaking = self._link.call("speaking_of", entity=entity.id, limit=MEMORIES)
        self._speaking.take(speaking).then(partial(self._memories_came, MEMORIES)).failed(quiet)
        around = self._link.call("neighbourhood", entity=entity.id, limit=NEIGHBOURS)
        self._around.take(around).then(self._neighbours_came).failed(quiet)

    def _facts_came(self, facts: tuple[Fact, ...]) -> None:
        with_memories(self._link, self._telling, [fact.evidence for fact in facts], partial(self._show_facts, facts))

    def _show_facts(self, facts: tuple[Fact, ...], memories: dict[int, Memory]) -> None:
        self._page.card.show_facts([Stated(fact, memories.get(fact.evidence.memory)) for fact in facts])

    def _memories_came(self, limit: int, found: tuple[Memory, ...]) -> None:
        self._page.card.show_memories(found, more=len(found) == limit < 500)

    def _more_memories(self) -> None:
        entity, limit = self._page.card.entity, min(500, self._page.card.memories.evidence.rowCount() + MEMORIES)
        if entity is not None:
            call = self._link.call("speaking_of", entity=entity.id, limit=limit)
            self._speaking.take(call).then(partial(self._memories_came, limit)).failed(quiet)

    def _neighbours_came(self, found: Neighbourhood) -> None:
        self._page.card.show_neighbours(found.neighbours)

    # -- what a person says of names
    def _offer(self, text: str) -> None:
        call = self._link.call("entities", space=self._space, text=text, limit=OFFERED + 1)
        self._offering.take(call).then(self._offered).failed(quiet)

    def _offered(self, found: tuple[Entity, ...]) -> None:
        held = self._page.card.entity
        self._page.card.same.offer([each for each in found if held is None or each.id != held.id][:OFFERED])

    def _merge(self, keep: Entity, other: Entity) -> None:
        self._acts.merge_entities(keep.id, (other.id,))

    def _split(self, name: EntityName) -> None:
        self._acts.split_entity((name.id,))
