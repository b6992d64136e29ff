"""The window: its panes, wired to the library. Panes know nothing of each other; this file does."""

from __future__ import annotations

import base64
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from mnemoteca.core.changes import Done
from mnemoteca.core.clock import Clock
from mnemoteca.core.errors import Problem
from mnemoteca.core.jobs import Job
from mnemoteca.core.memory import Memory
from mnemoteca.core.operators import Part, Typed
from mnemoteca.core.pushes import Changed, Indexed
from mnemoteca.core.reports import Status
from mnemoteca.core.views import Place
from mnemoteca.gui.acts import Acts
from mnemoteca.gui.arriving import Arriving
from mnemoteca.gui.browsing import Browsing
from mnemoteca.gui.calls import quiet
from mnemoteca.gui.care_pages import CarePages
from mnemoteca.gui.choosing import Choosing
from mnemoteca.gui.completing import Completing
from mnemoteca.gui.copying import Copying
from mnemoteca.gui.deeds import Deeds
from mnemoteca.gui.keeping import Keeping
from mnemoteca.gui.kept_searches import KeptSearches
from mnemoteca.gui.layout import Panes
from mnemoteca.gui.link import Connection, Link
from mnemoteca.gui.many import Many
from mnemoteca.gui.notices import notice
from mnemoteca.gui.owing import owed
from mnemoteca.gui.own_pages import Around, OwnPages
from mnemoteca.gui.page import Page
from mnemoteca.gui.panes.ask_box import AskBox
from mnemoteca.gui.problems import said
from mnemoteca.gui.reading import Reading
from mnemoteca.gui.searching import Searching
from mnemoteca.gui.session_tools import SessionTools
from mnemoteca.gui.spacing import Spacing
from mnemoteca.gui.state import WindowState
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.tiering import TIERS, Tiering
from mnemoteca.gui.writing import Writing

SOON_MS = 120  # while many changes come, counts are asked for this often


class Window(QMainWindow):
    """One window on one library."""

    first_shown = Signal()
    closed = Signal(object)  # WindowState
    quit_wanted = Signal()

    def __init__(self, link: Link, keeping: Keeping, theme: Theme, clock: Clock, state: WindowState) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Mnemoteca")
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        self._link, self._keeping, self._theme = link, keeping, theme
        self.panes = Panes(theme, clock)
        self.setCentralWidget(self.panes)
        self.acts, self.searching = Acts(link, self), Searching(link, clock, self)
        self.reading = Reading(link, self.panes.reader, self.panes.inspector, self)
        self.tiering = Tiering(link, self.panes.tiers, self)
        panes = (self.panes.places, self.panes.list)
        self.browsing = Browsing(link, clock, panes, self.reading, self.searching, self.tiering, self)
        self.writing = Writing(keeping, self.panes.capture, state.space, self)
        self.spacing = Spacing(link, self.panes.top, state.space, self)
        self.completing = Completing(link, clock, self.panes.top, lambda: self.spacing.space, self)
        self.arriving = Arriving(link, self.panes, clock, lambda: self.spacing.space, self)
        self.bring = self.arriving.bring
        own: dict[str, Callable[[], object]] = {
            "new_note": self.writing.open,
            "palette": lambda: self.choosing.open(self.spacing.space),
            "open_file": self.arriving.choose_file,
            "open_folder": self.arriving.choose_folder,
            "import_again": self.arriving.sourcing.again,
            "show_import": self.arriving.show_import,
            "keys": self.panes.keys.open_card,
            "save_search": lambda: self.kept_searches.save(self.panes.top.query()),
            "purge": lambda: self.deeds.purge(self.care_pages.purging.ask),
            "why": lambda: self.own_pages.sleep_pages.whying.ask(self.deeds.memory()),
            "quit": self.quit_wanted.emit,
        }
        self.many, self.ask = Many(self.panes.list, self.browsing, self), AskBox(theme, self.panes)
        self.copying = Copying(link, theme, self.panes, self)
        self.kept_searches = KeptSearches(link, self.panes.places.searches, self.ask, lambda: self.spacing.space, self)
        self.tools = SessionTools(link, clock, self.panes, (self.browsing, self.reading), self.ask, self)
        own |= self.tools.commands()
        at_hand = (self.acts, self.browsing, self.reading, self.many, self.copying, self.ask)
        self.deeds = Deeds(link, self.panes, *at_hand, own, self)
        self.choosing = Choosing(link, clock, self.panes.palette_box, self.deeds.menus, state.recent, self)
        around = Around(self.acts, self.browsing, self.reading, self.arriving.sourcing, clock)
        self.own_pages = OwnPages(link, self.panes, around, self)
        self.care_pages = CarePages(link, clock, self.panes, self.browsing, self)
        self._to_bring: list[str] = []
        self.may_close: Callable[[], bool] = lambda: True  # whether closing it ends it
        self._parts: tuple[Part, ...] = ()
        self._toast_does: Callable[[], None] = quiet_click
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._refresh)
        self._wire_panes()
        self._wire_palette()
        self._wire_memory()
        self._wire_link()
        self._look()
        theme.changed.connect(self._look)
        self._begin(state)

    # -- wiring
    def _wire_panes(self) -> None:
        panes = self.panes
        panes.top.set_menu(self._theme.dress(self.deeds.menus.whole))
        panes.top.query_edited.connect(lambda text: self.searching.type(text, self.spacing.space))
        panes.top.query_entered.connect(lambda text: self.searching.ask())
        self.searching.read.connect(self._show_filters)
        panes.list.filter_dropped.connect(self._drop_filter)
        panes.top.search_left.connect(self._leave_search)
        panes.top.list_wanted.connect(panes.list.focus_list)
        panes.top.note_wanted.connect(self.writing.open)
        panes.status.service_chosen.connect(self._say_why)
        panes.welcome.note_wanted.connect(self.writing.open)
        panes.toast.acted.connect(lambda: self._toast_does())
        panes.notice.acted.connect(self._notice_read)
        panes.welcome.sources_wanted.connect(lambda: self.browsing.go_to(Page.SOURCES))
        panes.today.note_wanted.connect(self.writing.open)
        self.own_pages.shown.connect(self._page_shown)
        self.browsing.chose_hit.connect(self._tell_why)
        self.browsing.page_changed.connect(panes.turn)
        self.browsing.place_changed.connect(self._placed)
        self.spacing.changed.connect(self._space_changed)

    def _wire_palette(self) -> None:
        choosing = self.choosing
        choosing.command_chosen.connect(self.deeds.run)
        choosing.session_chosen.connect(self.own_pages.open_session)
        choosing.person_chosen.connect(lambda name: self.search(f'from:"{name}"'))
        choosing.tag_chosen.connect(lambda tag: self.search(f"tag:{tag}"))
        choosing.search_chosen.connect(self.search)
        choosing.space_chosen.connect(self.spacing.choose)

    def _wire_memory(self) -> None:
        """What a person does to the memory that a pane shows."""
        panes, deeds = self.panes, self.deeds
        panes.reader.set_menu(deeds.menus.memory)
        for pane in (panes.reader, panes.inspector):
            pane.pin_wanted.connect(deeds.pin)
            pane.forget_wanted.connect(deeds.forget)
        panes.inspector.restore_wanted.connect(deeds.restore)
        panes.inspector.search_wanted.connect(self.search)
        panes.list.menu_wanted.connect(lambda item, at: deeds.show_menu(at))
        self.kept_searches.search_wanted.connect(self.search)
        panes.top.save_wanted.connect(lambda: deeds.run("save_search"))
        panes.tiers.memory_chosen.connect(lambda memory: deeds.situate())
        panes.tiers.memory_opened.connect(lambda memory: self.own_pages.open_memory(memory))
        panes.tiers.keep_wanted.connect(deeds.promote)
        panes.tiers.rise_wanted.connect(self.acts.rise)
        panes.tiers.let_go_wanted.connect(lambda id: self.acts.let_go((id,)))
        panes.tiers.pin_wanted.connect(lambda id: self.acts.pin((id,)))
        panes.tiers.menu_wanted.connect(lambda memory, at: deeds.show_menu(at))
        self.reading.chose.connect(lambda memory: deeds.situate())
        deeds.copied.connect(lambda: self.tell(self.tr("Copied.")))

    def _wire_link(self) -> None:
        link, keeping = self._link, self._keeping
        link.state_changed.connect(self._service)
        link.view_changed.connect(self.browsing.hear)
        link.view_changed.connect(self.own_pages.hear)
        link.changed.connect(self._changed)
        for hears in (self.arriving.importing, self.arriving.bringing, self.own_pages.sleep_pages):
            link.job_moved.connect(hears.hear)
        link.indexed.connect(self._indexed)
        link.answer_grew.connect(self.tools.answering.hear)
        link.suggested.connect(self.reading.suggested)
        link.meaning_moved.connect(lambda news: self.panes.status.set_meaning(news.meaning))
        for news in (link.job_moved, link.indexed, link.meaning_moved):
            news.connect(self.care_pages.hear)
        self.care_pages.working.show_wanted.connect(self.arriving.show_job)
        self.care_pages.purging.forget_wanted.connect(self.acts.forget)
        self.arriving.activity_wanted.connect(lambda: self.browsing.go_to(Page.ACTIVITY))
        link.resync.connect(lambda _: self._catch_up())
        for source in (link, keeping, self.searching, self.arriving, self.own_pages.setting, self.care_pages):
            source.problem.connect(self.tell_problem)
        self.acts.said.connect(self._acted)
        self.acts.done.connect(self._done)
        self.arriving.coming.connect(lambda coming: self.deeds.situate(coming=coming))
        self.arriving.bringing.ended.connect(self._job_ended)
        tellers = (self.deeds, self.tools, self.kept_searches, self.arriving)
        for part in (*tellers, self.care_pages, self.care_pages.purging):
            part.told.connect(self.tell)
        keeping.kept.connect(self._kept)
        keeping.waiting.connect(self.panes.status.set_waiting)

    def _begin(self, state: WindowState) -> None:
        if state.geometry:
            self.restoreGeometry(QByteArray(base64.b64decode(state.geometry)))
        self.panes.set_sizes(state.panes)
        self.acts.space = state.space
        self.deeds.menus.mark(f"theme_{state.theme}")
        self.deeds.menus.mark(f"language_{state.language}")
        self.browsing.group = state.group
        self.deeds.menus.mark(f"group_{state.group}")
        self.browsing.start(state.place, state.page, state.space)
        self._placed(state.place)
        self._service(self._link.state)

    # -- the service
    def _service(self, state: Connection) -> None:
        """The service came or went."""
        here = state is Connection.HERE
        self.panes.top.set_here(here)
        self._keeping.set_here(here)
        self.deeds.situate(here)
        if here:
            self.panes.status.set_service("")
            self._catch_up()
            self.bring_when_here([])
        else:
            self.browsing.lost()
            self.own_pages.lost()
            away = state is Connection.AWAY and self._link.why is not None
            why = said(self._link.why)[0] if away and self._link.why else self.tr("Starting…")
            self.panes.status.set_service(why, away)

    def _catch_up(self) -> None:
        """News were missed, or there was nobody to tell them: all that follows them is asked for anew."""
        self.browsing.here()
        self.own_pages.here()
        self.care_pages.here()
        self.arriving.catch_up()
        self.spacing.ask()
        self.kept_searches.ask()
        self._link.call("status").then(self._status).failed(quiet)

    def _status(self, status: Status) -> None:
        self.panes.status.set_index(status.words_missing)
        self.panes.status.set_meaning(status.meaning)
        if status.notices:
            self.panes.notice.set_notice(" ".join(map(notice, status.notices)), self.tr("Don’t say it again"), True)

    def _notice_read(self) -> None:
        """The person has dealt with what the library had to say."""
        self._link.call("acknowledge").then(lambda _: self.panes.notice.clear())

    def _indexed(self, news: Indexed) -> None:
        self.panes.status.set_index(news.missing)

    def _changed(self, _: Changed) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _refresh(self) -> None:
        """The library changed."""
        if self._link.state is Connection.HERE:
            self.browsing.refresh()
            self.own_pages.refresh()
            self.kept_searches.ask()
            self.care_pages.refresh()
            self.spacing.ask()

    def _say_why(self) -> None:
        if self._link.why is not None:
            self.tell_problem(self._link.why)

    # -- places
    def _placed(self, place: Place) -> None:
        self.panes.top.set_query("")
        self.deeds.menus.mark(f"place_{place}")
        if place in TIERS:
            self.panes.tiers.focus_tier(TIERS[place])

    def _space_changed(self, name: str) -> None:
        self.acts.space = name
        self.writing.set_space(name)
        self.panes.top.set_query("")
        self.browsing.set_space(name)
        self.kept_searches.ask()
        self.own_pages.here()
        self.care_pages.refresh()

    def search(self, text: str) -> None:
        """Search for this, as if it had been typed."""
        self.panes.top.set_query(text)
        self.searching.type(text, self.spacing.space)

    def _show_filters(self, text: str, typed: Typed) -> None:
        self._parts = typed.parts
        self.panes.list.set_filters(tuple(text[part.start : part.end].replace('"', "") for part in typed.parts))

    def _tell_why(self, item: int) -> None:
        """Why the chosen hit stands where it stands."""
        hits = self.browsing.hits.hits
        hit = hits[item] if 0 <= item < len(hits) else None
        unless = self.browsing.unless if item == 0 else ()
        self.panes.why.show_path(hit.path if hit else (), first=item == 0, sentence=owed(unless, hits))

    def _drop_filter(self, number: int) -> None:
        if number < len(self._parts):
            self.search(self.searching.without(self._parts[number]))

    def _leave_search(self) -> None:
        self.searching.type("", self.spacing.space)
        self.browsing.leave_hits()
        self.panes.list.focus_list()

    # -- what happened
    def tell(self, sentence: str, action: str = "", does: Callable[[], None] | None = None) -> None:
        """Say it quietly, with what can be done about it."""
        self._toast_does = does or quiet_click
        self.panes.toast.tell(sentence, action)

    def tell_problem(self, problem: Problem) -> None:
        """A sentence and the next step; never a traceback."""
        self.tell(" ".join(part for part in said(problem) if part))

    def _acted(self, words: str, back: Callable[[], None] | None) -> None:
        self.tell(words, self.tr("Undo") if back else "", back)

    def _done(self, done: Done) -> None:
        self.browsing.refresh()

    def _kept(self, memory: Memory) -> None:
        self.tell(self.tr("Kept."), self.tr("Undo"), lambda: self.acts.undo_kept(memory.space))

    # -- files
    def bring_when_here(self, paths: list[str]) -> None:
        """Bring files in as soon as the service is there."""
        self._to_bring += paths
        if self._link.state is Connection.HERE:
            paths, self._to_bring = self._to_bring, []
            self.bring(paths)

    def _job_ended(self, job: Job) -> None:
        self.browsing.refresh()
        self.arriving.hear_end(job)

    def _page_shown(self, page: Page) -> None:
        self.panes.top.set_query("")
        self.deeds.menus.mark(f"page_{page}")
        self.deeds.situate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.panes.veil.begin()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.panes.veil.end()

    def dropEvent(self, event: QDropEvent) -> None:
        self.panes.veil.end()
        event.acceptProposedAction()
        self.bring([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    # -- look and language
    def _look(self) -> None:
        self.deeds.menus.show_icons(self._theme.icon)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.deeds.menus.say()
            self.browsing.say()
            self.arriving.say()
        super().changeEvent(event)

    # -- beginning and end
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.panes.focus_page()
        QTimer.singleShot(0, self, self.first_shown.emit)

    def state(self) -> WindowState:
        """How the window stands now."""
        geometry = base64.b64encode(self.saveGeometry().data()).decode()
        recent = tuple(self.choosing.recent)
        place, page = self.browsing.place, self.browsing.own
        group = self.browsing.group
        return WindowState(geometry, self.panes.sizes(), place, page, self.spacing.space, group, recent=recent)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closed.emit(self.state())
        super().closeEvent(event)


def quiet_click() -> None:
    """The toast has nothing to do."""
