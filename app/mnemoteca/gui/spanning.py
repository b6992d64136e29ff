"""The timeline: asks for the bars of the span that is shown, and lists what the brush holds."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from mnemoteca.core import timeline
from mnemoteca.core.clock import Clock
from mnemoteca.core.glance import Density, Grain
from mnemoteca.core.memory import Memory
from mnemoteca.core.recall import Filters
from mnemoteca.core.timeline import Span
from mnemoteca.core.views import ListQuery, Place, ViewChanged
from mnemoteca.gui import rows
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.lists import Entry, ListModel
from mnemoteca.gui.panes.timeline_page import TimelinePage

SOON_MS = 80  # while the brush moves, the list is asked for this often
FRESHEN_MS = 1000  # while many changes come, the bars are asked for this often


class Spanning(QObject):
    """Keeps the page of the timeline right while it is shown; the span and the brush stay when it isn't."""

    opened = Signal(object)  # Memory

    def __init__(self, link: Caller, clock: Clock, page: TimelinePage, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._clock, self._page = link, clock, page
        self._space, self._shown = "", False
        self._whole: Span | None = None
        self._undated = 0
        self.span: Span | None = None
        self.brush: Span | None = None
        self._sizing, self._counting = Latest(), Latest()
        self.entries = ListModel(link, self._row_of, self._header_of, rows.RowRole, self)
        self._listing, self._freshening = QTimer(self), QTimer(self)
        for timer, does, ms in ((self._listing, self._list, SOON_MS), (self._freshening, self._size, FRESHEN_MS)):
            timer.setSingleShot(True)
            timer.setInterval(ms)
            timer.timeout.connect(does)
        page.set_model(self.entries)
        self.entries.counted.connect(page.set_count)
        page.list.looked_at.connect(self.entries.look_at)
        page.list.row_opened.connect(self._opened)
        page.grain_chosen.connect(self._choose_grain)
        page.bars.zoom_wanted.connect(self._zoom)
        page.bars.inside_wanted.connect(self._enter)
        page.bars.move_wanted.connect(self._move)
        page.bars.brushed.connect(self._brushed)

    def show(self, space: str) -> None:
        """The page is shown, for this space."""
        if space != self._space:
            self._space, self._whole, self.span, self.brush = space, None, None, None
            self._page.set_brush(None)
        self._shown = True
        self._size()
        self._listing.start()

    def hide(self) -> None:
        """Something else is shown."""
        if self._shown:
            self._shown = False
            self._listing.stop()
            self._freshening.stop()
            self._sizing.cancel()
            self._counting.cancel()
            self.entries.close()

    def lost(self) -> None:
        """The service is gone, and the list with it."""
        self.entries.forget_view()

    def hear(self, news: ViewChanged) -> None:
        if self._shown:
            self.entries.hear(news)

    def refresh(self) -> None:
        """The library changed."""
        if self._shown and not self._freshening.isActive():
            self._freshening.start()

    # -- bars
    def _size(self) -> None:
        """Ask how far the library reaches, then for the bars of the span."""
        call = self._sizing.take(self._link.call("density", grain=Grain.MONTH, space=self._space))
        call.then(self._sized).failed(quiet)

    def _sized(self, months: Density) -> None:
        self._undated = months.undated
        first, last = (moment and moment.astimezone().replace(tzinfo=None) for moment in (months.first, months.last))
        whole = timeline.extent(months.bars, first, last) if first and last else None
        if whole is None:  # nothing has a time
            today = self._clock.now().astimezone().replace(tzinfo=None)
            whole = timeline.over(Grain.DAY, today, today)
        if self.span is None or self.span == _all(self._whole):
            self.span = _all(whole)
        self._whole = whole
        self._ask()

    def _ask(self) -> None:
        span = self.span
        if span is not None:
            filters = Filters(said_after=span.start, said_before=span.end)
            call = self._link.call("density", grain=span.grain, space=self._space, filters=filters)
            self._counting.take(call).then(partial(self._counted, span)).failed(quiet)

    def _counted(self, span: Span, density: Density) -> None:
        self._page.set_bars(span, timeline.counts(span, density.bars), self._undated)

    def _show(self, span: Span) -> None:
        if span != self.span:
            self.span = span
            self._ask()

    def _choose_grain(self, grain: Grain) -> None:
        if self.span is not None and self._whole is not None:
            self._show(timeline.in_grain(self.span, grain, self._at(), self._whole))

    def _at(self) -> int:
        """The bar at hand, or the last one of the brush, or the last."""
        assert self.span is not None
        held = self._page.bars.brushed_bars()
        at = self._page.bars.at() if self._page.bars.at() >= 0 else held[1] if held else self.span.count - 1
        return min(self.span.count - 1, at)

    def _zoom(self, factor: float, at: int) -> None:
        if self.span is not None and self._whole is not None:
            self._show(timeline.zoomed(self.span, factor, at, self._whole))

    def _enter(self, at: int) -> None:
        if self.span is not None and self._whole is not None:
            self._show(timeline.entered(self.span, at, self._whole))

    def _move(self, bars: int) -> None:
        if self.span is not None and self._whole is not None:
            self._show(timeline.moved(self.span, bars, self._whole))

    # -- the list
    def _brushed(self, first: int, last: int) -> None:
        span = self._page.bars.bars.stretch
        brush = None if first < 0 or span is None else span.part(first, last)
        if brush != self.brush:
            self.brush = brush
            self._page.set_brush(brush)
            if not self._listing.isActive():
                self._listing.start()

    def _list(self) -> None:
        brush = self.brush
        filters = Filters() if brush is None else Filters(said_after=brush.start, said_before=brush.end)
        self.entries.show(ListQuery(Place.EVERYTHING, self._space, filters))

    def _opened(self, item: int) -> None:
        entry = self.entries.entry(item)
        if isinstance(entry, Memory):
            self.opened.emit(entry)

    def _now(self) -> datetime:
        return self._clock.now().astimezone()

    def _row_of(self, entry: Entry) -> object:
        return rows.memory_row(entry, self._now(), QLocale()) if isinstance(entry, Memory) else None

    def _header_of(self, day: str) -> object:
        return rows.day_row(day, self._now().date(), QLocale())


def _all(whole: Span | None) -> Span | None:
    """Everything, in bars that fit."""
    return None if whole is None else timeline.fitting(whole.start, whole.end)
