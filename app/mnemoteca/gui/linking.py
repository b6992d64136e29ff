"""The page of the graph: asks how two are linked or what one is linked to, and for the sentences behind it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer

from mnemoteca.core.errors import Problem
from mnemoteca.core.glance import Density, Grain
from mnemoteca.core.knowledge.values import Entity, EvidencePath, Fact, GraphPicture
from mnemoteca.core.memory import Memory
from mnemoteca.gui import graph_words, known_words
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.following import Following
from mnemoteca.gui.known import Stated, Stepped, with_memories
from mnemoteca.gui.panes.entity_field import EntityField
from mnemoteca.gui.panes.graph_page import GraphPage

FEW, TIMES, MOST = 40, 4, 500  # parts at first; so many times as many at each wish for more; at most
OFFERED, FACTS = 8, 60
SOON_MS = 60  # while the slider moves, the graph is asked for this often


class Linking(Following):
    """Keeps the page right while it is shown; who is in the fields stays when it isn't."""

    def __init__(self, link: Caller, page: GraphPage, parent: QObject) -> None:
        self._asking, self._telling, self._facts, self._sizing = Latest(), Latest(), Latest(), Latest()
        super().__init__(parent, self._asking, self._telling, self._facts, self._sizing)
        self._link, self._page = link, page
        self._space, self._limit = "", FEW
        self._part: Entity | None = None  # the part at hand
        self._completing = {field: Latest() for field in (page.start, page.end)}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._ask)
        for field in self._completing:
            field.asked.connect(partial(self._complete, field))
        page.asked.connect(self._asked)
        page.more_wanted.connect(self._more)
        page.part_chosen.connect(self._chosen)
        page.part_opened.connect(self.look_around)
        page.evidence.around_wanted.connect(self.look_around)

    def set_space(self, space: str) -> None:
        """From now on, of this space; nobody of another stays in the fields."""
        if space != self._space:
            had, self._space = bool(self._space), space
            if had:
                self._part, self._limit = None, FEW
                self._page.forget()

    def look(self) -> None:
        """How far back the library reaches, and the picture."""
        call = self._sizing.take(self._link.call("density", grain=Grain.MONTH, space=self._space))
        call.then(self._sized).failed(quiet)
        self._ask()

    def look_around(self, entity: Entity) -> None:
        """Show what one is linked to."""
        self._page.start.show_entity(entity)
        self._page.end.show_entity(None)
        self._part, self._limit = None, FEW
        self._page.view.choose(-1)
        self._ask()

    # -- the picture
    def _sized(self, months: Density) -> None:
        self._page.set_first_day(None if months.first is None else months.first.astimezone().date())

    def _asked(self) -> None:
        self._part = None
        if not self._soon.isActive():
            self._soon.start()

    def _more(self) -> None:
        self._limit = min(MOST, TIMES * self._limit)
        self._ask()

    def _as_of(self) -> datetime | None:
        """The end of the day that the slider stands at."""
        day = self._page.day()
        return None if day is None else datetime.combine(day + timedelta(days=1), time()).astimezone().astimezone(UTC)

    def _ask(self) -> None:
        if not self._space:
            return
        start, end = self._page.start.entity, self._page.end.entity
        if start is None and end is not None:
            start, end = end, None
        call = self._link.call(
            "graph",
            entity=0 if start is None else start.id,
            other=0 if end is None else end.id,
            space=self._space,
            limit=self._limit,
            kinds=self._page.kinds(),
            as_of=self._as_of(),
        )
        self._asking.take(call).then(partial(self._came, start, end)).failed(self._gone)

    def _gone(self, _: Problem) -> None:
        """Whoever is in the fields is no longer known: what is there without them is shown."""
        if self._page.start.entity is not None or self._page.end.entity is not None:
            for field in self._completing:
                field.show_entity(None)
            self._ask()

    def _came(self, start: Entity | None, end: Entity | None, picture: GraphPicture) -> None:
        asked = graph_words.middle(picture) if end is not None else 1 if start is not None else 0
        if start is not None and start == end:
            asked = 1
        self._page.show_picture(picture, asked)
        self._page.set_more(len(picture.spots) >= self._limit < MOST)
        if self._part is not None:
            self._chosen(self._part)
        elif picture.path is not None:
            self._tell_way(picture.path, None)
        elif start is not None and picture.spots:
            self._tell_entity(picture.spots[0].entity, None)
        else:
            self._page.evidence.clear()

    # -- the evidence
    def _chosen(self, part: Entity | None) -> None:
        """A part of the picture is at hand: how the first of the fields is linked to it, or what is known of it."""
        start = self._page.start.entity or self._page.end.entity
        self._part = part
        if part is None:
            self._ask()
        elif start is None or start.id == part.id:
            self._tell_entity(part, part if start is None else None)
        else:
            call = self._link.call("evidence_path", start=start.id, end=part.id, as_of=self._as_of())
            self._telling.take(call).then(lambda path: self._tell_way(path, part)).failed(quiet)

    def _tell_way(self, path: EvidencePath, about: Entity | None) -> None:
        self._facts.cancel()
        evidence = [step.evidence for step in path.steps]
        with_memories(self._link, self._telling, evidence, partial(self._show_way, path, about))

    def _show_way(self, path: EvidencePath, about: Entity | None, memories: dict[int, Memory]) -> None:
        way = (path.start, *(step.end for step in path.steps)) if path.steps else (path.start, path.end)
        steps = [Stepped(step, memories.get(step.evidence.memory)) for step in path.steps]
        self._page.evidence.show_way(way, steps, about)
        self._page.tell(known_words.way(way) if steps else self._page.evidence.title())

    def _tell_entity(self, entity: Entity, about: Entity | None) -> None:
        as_of = self._as_of()
        call = self._link.call(
            "facts", space=self._space, entity=entity.id, as_of=as_of, ended=as_of is None, limit=FACTS
        )
        self._facts.take(call).then(partial(self._facts_came, entity, about)).failed(quiet)

    def _facts_came(self, entity: Entity, about: Entity | None, facts: tuple[Fact, ...]) -> None:
        evidence = [fact.evidence for fact in facts]
        with_memories(self._link, self._telling, evidence, partial(self._show_entity, entity, about, facts))

    def _show_entity(
        self, entity: Entity, about: Entity | None, facts: tuple[Fact, ...], memories: dict[int, Memory]
    ) -> None:
        stated = [Stated(fact, memories.get(fact.evidence.memory)) for fact in facts]
        self._page.evidence.show_entity(entity, stated, about)

    # -- the fields
    def _complete(self, field: EntityField, text: str) -> None:
        call = self._link.call("entities", space=self._space, text=text, limit=OFFERED)
        self._completing[field].take(call).then(field.offer).failed(quiet)
