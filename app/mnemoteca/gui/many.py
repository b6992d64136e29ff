"""What is chosen in the list when it is more than one memory: how many, which, and doing something to all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from mnemoteca.core.memory import Memory, State
from mnemoteca.core.views import MAX_IDS, Ids, Place
from mnemoteca.gui.browsing import Browsing
from mnemoteca.gui.page import Page
from mnemoteca.gui.panes.list_pane import ListPane

Spans = Sequence[tuple[int, int]]
KNOWN = 500  # as many chosen ones stay chosen where the list is told anew
AGAIN_MS, TRIES = 150, 8  # while the list changes under the question which they are, it is asked again


class Many(QObject):
    """The memories chosen in the list; 0 of them where it is one or none, or where another page is shown."""

    changed = Signal()
    too_many = Signal()
    slipped = Signal()  # the list changed all the time: nothing was done

    def __init__(self, pane: ListPane, browsing: Browsing, parent: QObject) -> None:
        super().__init__(parent)
        self._pane, self._browsing = pane, browsing
        self._count = 0
        self._remembered: list[int] = []
        pane.allow_many()
        pane.many_changed.connect(self._changed)
        browsing.page_changed.connect(lambda _: self.changed.emit())
        for model in (browsing.entries, browsing.hits):
            model.modelAboutToBeReset.connect(self._remember)
            model.modelReset.connect(lambda: QTimer.singleShot(0, self, self._choose_again))  # the view is told first

    @property
    def count(self) -> int:
        return self._count if self._browsing.page is Page.LIST and self._count > 1 else 0

    def entries(self) -> list[Memory]:
        """Those chosen that are at hand."""
        model = self._browsing.shown()
        found = (model.entry(item) for first, last in self._pane.chosen_spans() for item in range(first, last + 1))
        return [each for each in found if isinstance(each, Memory)]

    def all_pinned(self) -> bool:
        """Whether every one that is at hand is pinned."""
        found = self.entries()
        return bool(found) and all(each.pinned for each in found)

    def trashed(self) -> bool:
        """Whether they lie in the trash."""
        return self._browsing.place is Place.TRASH and any(e.state is not State.ACTIVE for e in self.entries()[:1])

    def then(self, does: Callable[[tuple[int, ...]], object]) -> None:
        """Do it to all of them, by their ids in the order of the list."""
        self._find(does, TRIES)

    def _find(self, does: Callable[[tuple[int, ...]], object], tries: int) -> None:
        if self.count > MAX_IDS:
            self.too_many.emit()
        elif self.count:
            self._go_on(self._browsing.shown().row_spans(self._pane.chosen_spans()), (), does, tries)

    def _go_on(
        self, spans: Spans, found: tuple[int, ...], does: Callable[[tuple[int, ...]], object], tries: int
    ) -> None:
        """Add the ids of the first span, at hand or as the service tells them, and go on with the others."""
        model = self._browsing.shown()
        while spans and (ids := model.ids_at_hand(*spans[0])) is not None:
            spans, found = spans[1:], found + ids
        if not spans:
            does(found)
            return
        first, last = spans[0]
        call = self._browsing.entries.ask_ids(first, last)
        if call is not None:
            mark = self._browsing.entries.mark()
            call.then(partial(self._came, spans, found, does, tries, mark))

    def _came(
        self,
        spans: Spans,
        found: tuple[int, ...],
        does: Callable[[tuple[int, ...]], object],
        tries: int,
        mark: int,
        ids: Ids,
    ) -> None:
        entries, (first, last) = self._browsing.entries, spans[0]
        if entries.mark() == mark and entries.agrees(ids) and len(ids.ids) == last - first + 1:
            self._go_on(spans[1:], found + ids.ids, does, tries)
        elif tries:
            QTimer.singleShot(AGAIN_MS, self, lambda: self._find(does, tries - 1))
        else:
            self.slipped.emit()

    def _changed(self, count: int) -> None:
        self._count = count
        self.changed.emit()

    def _remember(self) -> None:
        """The list is told anew: which ones were chosen, if they can be told."""
        chosen = self.entries() if 1 < self._count <= KNOWN else []
        self._remembered = [each.id for each in chosen] if len(chosen) == self._count else []

    def _choose_again(self) -> None:
        model = self._browsing.shown()
        items = [model.item_of(id) for id in self._remembered]
        self._remembered = []
        there = [item for item in items if item is not None]
        if len(there) > 1:
            self._pane.choose_too(there)
