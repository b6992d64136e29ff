"""Going to a date: in the session that is read, or in the list; the date is understood as people write it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QLocale, QObject, Signal

from mnemoteca.core.clock import Clock
from mnemoteca.core.days_meant import day_meant
from mnemoteca.core.outline import Point
from mnemoteca.core.views import Place
from mnemoteca.gui import words
from mnemoteca.gui.browsing import Browsing
from mnemoteca.gui.calls import Caller, Latest
from mnemoteca.gui.page import Page
from mnemoteca.gui.panes.ask_box import AskBox
from mnemoteca.gui.panes.list_pane import ListPane
from mnemoteca.gui.panes.reader import ReaderPane


class Dating(QObject):
    """Asks for a date, and goes there or as near as there is something."""

    told = Signal(str)

    def __init__(
        self, link: Caller, clock: Clock, browsing: Browsing, panes: tuple[ListPane, ReaderPane], ask: AskBox
    ) -> None:
        super().__init__(browsing)
        self._link, self._clock, self._browsing, self._ask = link, clock, browsing, ask
        self._list, self._reader = panes
        self._asking = Latest()
        self._awaited = -1  # the item of the list that is chosen, whose row is on its way
        self._wanted: date | None = None  # the day to be gone to once the list is open
        browsing.entries.dataChanged.connect(lambda *_: self._open_awaited())
        browsing.entries.opened.connect(lambda _: self._opened())

    def ask(self, in_session: bool) -> None:
        """Ask which date to go to."""
        title = self.tr("Go to a date in this session") if in_session else self.tr("Go to a date in the list")
        self._ask.ask(
            title,
            self.tr("Go there"),
            partial(self._go, in_session),
            help=self.tr("As you would say it: 5 March 2024, March 2024, last Friday, 3 weeks ago, 2024-03-05."),
        )

    def _go(self, in_session: bool, text: str) -> None:
        day = day_meant(text, self._today(), day_first=not _month_first(QLocale()))
        if day is None:
            self.told.emit(self.tr("“%1” is no date that is understood here.").replace("%1", text))
        elif in_session:
            self._in_session(day)
        else:
            self._in_list(day)

    def _today(self) -> date:
        return self._clock.now().astimezone().date()

    # -- in a session
    def _in_session(self, day: date) -> None:
        session = self._reader.session()
        if session is not None:
            call = self._link.call("place_of_day", session=session.id, day=day, through=self._reader.through())
            self._asking.take(call).then(partial(self._found, day))

    def _found(self, day: date, point: Point | None) -> None:
        if point is None or point.day is None:
            self.told.emit(self.tr("Nothing in this session has a date."))
            return
        self._reader.show_place(point.id, point.at)
        self._reader.focus_text()
        self._tell(day, point.day)

    # -- in the list
    def _in_list(self, day: date) -> None:
        """The newest that is not younger than the day; the list of everything where none is open."""
        if self._browsing.page is not Page.LIST or self._browsing.in_hits or not self._browsing.by_day:
            self._wanted = day
            self._browsing.go(Place.EVERYTHING)
        else:
            self._choose(day)

    def _opened(self) -> None:
        day, self._wanted = self._wanted, None
        if day is not None:
            self._choose(day)

    def _choose(self, day: date) -> None:
        found = self._browsing.entries.item_of_day(day)
        if found is None:
            self.told.emit(self.tr("Nothing in this list has a date."))
            return
        item, there = found
        self._list.focus_list()
        self._list.choose(item)
        self._awaited = item if self._browsing.entries.entry(item) is None else -1
        self._tell(day, there)

    def _open_awaited(self) -> None:
        """What was gone to has come: it is read."""
        item = self._awaited
        if item >= 0 and self._browsing.entries.entry(item) is not None:
            self._awaited = -1
            if self._list.current() == item:
                self._list.row_chosen.emit(item)

    def _tell(self, wanted: date, there: date) -> None:
        if wanted != there:
            near = words.short_day(there, date.min, QLocale())
            self.told.emit(self.tr("Nothing on that day; the nearest is %1.").replace("%1", near))


def _month_first(locale: QLocale) -> bool:
    """Whether a short date begins with its month."""
    return locale.dateFormat(QLocale.FormatType.ShortFormat).upper().startswith("M")
