"""Browsing: which place of which space is on the screen, as a list, as hits, as tiers or as the first page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QLocale, QObject, Signal

from mnemoteca.core.clock import Clock
from mnemoteca.core.memory import Memory, Session
from mnemoteca.core.recall import Filters, Hit, Recalled, Unless
from mnemoteca.core.views import Counts, Group, ListQuery, Place, ViewChanged
from mnemoteca.gui import outcomes, rows, words
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.finding import Sought
from mnemoteca.gui.hits import HitsModel
from mnemoteca.gui.lists import Entry, ListModel
from mnemoteca.gui.momentary import Momentary
from mnemoteca.gui.page import WITH_MEMORIES, Page
from mnemoteca.gui.panes.list_pane import ListPane, Rows
from mnemoteca.gui.panes.places import PlacesPane
from mnemoteca.gui.reading import Reading
from mnemoteca.gui.searching import Searching
from mnemoteca.gui.shortcuts import Keys, called_for
from mnemoteca.gui.tiering import Tiering

TIER_PLACES = (Place.SHORT, Place.MEDIUM, Place.LONG)


class Browsing(QObject):
    """Fills places and list, and hands what is chosen to `reading`."""

    page_changed = Signal(object)  # Page
    place_changed = Signal(object)  # Place
    page_shown = Signal(object)  # Page: one of its own
    chose_hit = Signal(int)  # its place among the hits; -1: what was chosen is none

    def __init__(
        self,
        link: Caller,
        clock: Clock,
        panes: tuple[PlacesPane, ListPane],
        reading: Reading,
        searching: Searching,
        tiering: Tiering,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._link, self._clock = link, clock
        self._places, self._list = panes
        self._reading, self._searching, self._tiering = reading, searching, tiering
        self.place, self.space, self.page = Place.EVERYTHING, "", Page.LIST
        self.group = Group.DAY  # what sessions stand together by
        self._counts: Counts | None = None
        self._counting = Latest()
        self._in_hits = self._with_weak = False
        self._question = ""
        self._recalled: Recalled | None = None
        self._narrow: Filters | None = None  # what was typed has no words, only filters
        self.own: Page | None = None  # the page of its own that is open
        self._remembered: Entry | None = None
        self._key: Callable[[str], str] = partial(called_for, changed={})
        self._rows, self._hit_rows = Momentary(self._now, self._row_of), Momentary(self._now, self._hit_row)
        self.entries = ListModel(link, self._rows.of, self._header_of, rows.RowRole, self)
        self.hits = HitsModel(self._hit_rows.of, rows.RowRole, self)
        self._list.set_model(self.entries)
        self._list.row_chosen.connect(self._chosen)
        self._list.row_opened.connect(self._opened)
        self._list.looked_at.connect(self.entries.look_at)
        self.entries.counted.connect(lambda count: self._title())
        self.entries.replacing.connect(self._remember)
        self.entries.replaced.connect(self._choose_again)
        self._places.place_chosen.connect(self.go)
        self._places.page_chosen.connect(self.go_to)
        self._list.weaker_wanted.connect(self.show_weaker)
        searching.found.connect(self._found)
        searching.listed.connect(self._listed)
        searching.ended.connect(self.leave_hits)

    # -- where we are
    def start(self, place: Place, own: Page | None, space: str) -> None:
        """The first place or page; what the service holds comes when it is there."""
        self.place, self.own, self.space = place, own, space
        self._places.set_place(place)
        if own is not None:
            self._places.show_page(own)
        self._title()
        self._turn()

    def go(self, place: Place) -> None:
        """Show another place of the space."""
        self.leave_hits()
        left, self.own = self.own, None
        if place is not self.place or left is not None:
            self._reading.close()
        self.place = place
        self._places.set_place(place)
        self.place_changed.emit(place)
        self.show()

    def go_to(self, page: Page) -> None:
        """Show a page of its own."""
        self.leave_hits()
        self.own = page
        self._reading.close()
        self._places.show_page(page)
        self._turn()
        self.page_shown.emit(page)

    def set_space(self, space: str) -> None:
        """Show another space, at the same place."""
        if space != self.space:
            self.space, self._counts = space, None
            self.leave_hits()
            self._reading.close()
            self.show()
            self.count()

    def show(self) -> None:
        """(Again) open what the place lists."""
        self._rows.forget()  # a session says its day where it does not stand below it
        if self.place in TIER_PLACES and not self._in_hits and self._narrow is None:
            self._tiering.show(self.space)
        else:
            self._tiering.hide()
            if self._narrow is not None:
                self.entries.show(ListQuery(Place.EVERYTHING, self.space, self._narrow))
            elif not self._in_hits:
                self.entries.show(ListQuery(self.place, self.space, group=self.group))
        self._title()
        self._turn()

    def _turn(self) -> None:
        """Choose the page; a library without anything in it shows the first page."""
        nothing = self._counts is not None and not any(self._counts.counts.values())
        if self._in_hits or self._narrow is not None:
            page = Page.LIST
        elif self.own is not None and not (nothing and self.own in WITH_MEMORIES):
            page = self.own
        elif nothing:
            page = Page.WELCOME
        else:
            page = Page.TIERS if self.place in TIER_PLACES else Page.LIST
        if page is not self.page:
            self.page = page
            self.page_changed.emit(page)

    # -- the service
    def here(self) -> None:
        """The service is there (again): everything on the screen is asked for anew."""
        self.count()
        self._tiering.reopen()
        self.show()
        self._searching.again()
        self._reading.reload()
        self._reading.renew()

    def lost(self) -> None:
        """The service is gone, and with it the lists that it kept open."""
        self.entries.forget_view()
        self._tiering.lost()

    def hear(self, news: ViewChanged) -> None:
        self.entries.hear(news)
        self._tiering.hear(news)

    def refresh(self) -> None:
        """The library changed: what no list follows is asked for again."""
        self.count()
        self._reading.renew()
        if self._in_hits:
            self._searching.again()

    def count(self) -> None:
        """Ask how many stand in each place."""
        call = self._link.call("counts", space=self.space)
        self._counting.take(call).then(self._counted).failed(quiet)

    def _counted(self, counts: Counts) -> None:
        self._counts = counts
        self._places.set_counts(counts)
        self._turn()

    # -- hits
    def _found(self, recalled: Recalled, question: str, in_full: bool) -> None:
        chosen = self._reading.memory
        if question != self._question:
            self._question, self._with_weak = question, self._with_weak and not question
        if not self._in_hits:
            self._in_hits, self._narrow, chosen = True, None, None
            self._list.set_model(self.hits)  # first: rows as high as they need are measured one by one
            self._list.set_kind(Rows.HITS)
            self._reading.close()
        self._show_hits(recalled)
        n = len(recalled.hits)
        item = self.hits.item_of(chosen.id) if chosen is not None else None
        if item is not None:
            self._list.choose(item)
        elif in_full and n:
            self._list.choose(0)

    def _show_hits(self, recalled: Recalled) -> None:
        """The good answers, with the weaker ones below them once they are wanted."""
        self._recalled = recalled
        good = tuple(hit for hit in recalled.hits if not hit.weak)
        shown = recalled.hits if self._with_weak else good
        self.hits.set_hits(shown)
        self._turn()
        n, weak = len(shown), len(recalled.hits) - len(good)
        self._list.set_title(self.tr("%Ln memories", "", n) if n else self.tr("Hits"), outcomes.in_ms(recalled.ms))
        self._list.set_empty(self.tr("Nothing found."), self.tr("Try other words, or fewer of them."))
        self._list.set_footer(outcomes.footer(recalled))
        line = self.tr("Below this line nothing is a good answer.") if good and weak and not self._with_weak else ""
        if not recalled.hits and recalled.change and not self._with_weak:
            line = self.tr("Nothing that is kept is a good answer.")
        self._list.set_weaker(line, self.tr("Show %Ln weaker ones", "", weak) if weak else self.tr("Show what is near"))

    def show_weaker(self) -> None:
        """The person wants what stands below the line of good answers."""
        self._with_weak = True
        if self._recalled is not None and self._recalled.hits:
            self._show_hits(self._recalled)
        else:
            self._searching.ask(weak=True)

    def show_like(self, memory: Memory, found: Recalled) -> None:
        """Show what is like a memory, as hits."""
        self._with_weak = True
        self._found(found, "", False)
        head = rows.one_line(memory.text[:60])
        self._list.set_title(self.tr("Like “%1”").replace("%1", head), outcomes.in_ms(found.ms))

    def _listed(self, filters: Filters) -> None:
        """What was typed only narrows: the memories that pass, the newest first."""
        self._narrow = filters
        self._show_list()
        self.show()

    def leave_hits(self) -> None:
        """Back from what was searched to the place."""
        self._searching.forget()
        if self._in_hits or self._narrow is not None:
            self._narrow = None
            self._show_list()
            self._reading.close()
            self.chose_hit.emit(-1)
            self.show()

    def _show_list(self) -> None:
        """Rows of a list where hits were."""
        if self._in_hits:
            self._in_hits = False
            self._list.set_kind(Rows.LIST)
            self._list.set_model(self.entries)
            self._list.set_footer("")
            self._list.set_weaker("", "")
            self._with_weak, self._recalled = False, None

    @property
    def unless(self) -> tuple[Unless, ...]:
        """What would have changed the first place among the hits."""
        return self._recalled.unless if self._recalled is not None else ()

    def shown(self) -> HitsModel | ListModel:
        """What the list shows."""
        return self.hits if self._in_hits else self.entries

    @property
    def in_hits(self) -> bool:
        return self._in_hits

    # -- rows
    def _now(self) -> datetime:
        """The time in the person's zone."""
        return self._clock.now().astimezone()

    def _row_of(self, entry: Entry, now: datetime) -> object:
        if isinstance(entry, Session):
            return rows.session_row(entry, now, QLocale(), by_day=self.by_day)
        return rows.memory_row(entry, now, QLocale())

    def group_by(self, group: Group) -> None:
        """Show the sessions, together with others of their day, source or project."""
        self.group = group
        self.go(Place.SESSIONS)

    @property
    def by_day(self) -> bool:
        """Whether the headers of the list are days."""
        return self.group is Group.DAY or self._narrow is not None or self.place is not Place.SESSIONS

    def _header_of(self, day: str) -> object:
        if not self.by_day:
            return rows.group_row(self.group, day)
        return rows.day_row(day, self._now().date(), QLocale())

    def _hit_row(self, hit: Hit, now: datetime) -> object:
        return rows.hit_row(hit, now, QLocale())

    def use_keys(self, changed: Keys) -> None:
        """Sentences name these keys from now on."""
        self._key = partial(called_for, changed=changed)
        self._title()

    def say(self) -> None:
        """The language changed: titles and rows say the same in the new one."""
        self._title()
        self._rows.forget()
        self._hit_rows.forget()
        for model in (self.entries, self.hits):
            if model.rowCount():
                model.dataChanged.emit(model.index(0, 0), model.index(model.rowCount() - 1, 0))

    def _title(self) -> None:
        if self._in_hits:
            return
        if self._narrow is not None:
            self._list.set_title(self.tr("%Ln memories", "", self.entries.count))
            self._list.set_empty(self.tr("Nothing found."), self.tr("Take a filter away."))
            self._list.set_footer("")
            return
        count = words.number(self.entries.count, QLocale()) if self.entries.count else ""
        self._list.set_title(outcomes.place_name(self.place), count)
        self._list.set_empty(*outcomes.empty(self.place, self._key))
        self._list.set_footer(outcomes.remark(self.place, self._key) if self.entries.count else "")

    def _entry(self, item: int) -> Entry | None:
        model = self.hits if self._in_hits else self.entries
        return model.entry(item) if item >= 0 else None

    def _chosen(self, item: int) -> None:
        entry = self._entry(item)
        if isinstance(entry, Session):
            self._reading.open_session(entry)
        elif isinstance(entry, Memory):
            self.chose_hit.emit(item if self._in_hits else -1)
            self._reading.open_memory(entry, self._sought(item) if self._in_hits else ())
        elif item < 0 and not self._in_hits and not self.entries.count:
            self._reading.close()  # the last row is gone

    def _sought(self, item: int) -> Sought:
        """What was asked, so that the reader marks it in the whole text."""
        hit = self.hits.hits[item]
        return Sought(self._searching.text, hit.memory.text, hit.highlights)

    def _remember(self) -> None:
        """The list is about to be reset: what is chosen in it."""
        self._remembered = None if self._in_hits else self._entry(self._list.current())

    def _choose_again(self) -> None:
        item = self.entries.item_of(self._remembered.id) if self._remembered is not None else None
        if item is not None:
            self._list.choose(item)

    def _opened(self, item: int) -> None:
        """Enter or a double click: among hits, that is choosing one."""
        self._chosen(item)
        if self._in_hits:
            self._reading.accessed()
