"""The pages of their own: what each asks for when it is shown, and what a person does on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from mnemoteca.core.clock import Clock
from mnemoteca.core.memory import Memory, Session
from mnemoteca.core.settings import Value
from mnemoteca.core.views import Place, ViewChanged
from mnemoteca.gui.acts import Acts
from mnemoteca.gui.browsing import Browsing
from mnemoteca.gui.daying import Daying
from mnemoteca.gui.finding import Spans
from mnemoteca.gui.known_pages import KnownPages
from mnemoteca.gui.layout import Panes
from mnemoteca.gui.link import Link
from mnemoteca.gui.page import Page
from mnemoteca.gui.reading import Reading
from mnemoteca.gui.setting import Setting
from mnemoteca.gui.sleep_pages import SleepPages
from mnemoteca.gui.sourcing import Sourcing
from mnemoteca.gui.spanning import Spanning


@dataclass(frozen=True, slots=True)
class Around:
    """What the pages lead to."""

    acts: Acts
    browsing: Browsing
    reading: Reading
    sourcing: Sourcing
    clock: Clock


class OwnPages(QObject):
    """Wires today, the timeline, what is known, sources and settings to the library and to the rest of the window."""

    window_setting = Signal(str, object)
    shown = Signal(object)  # Page

    def __init__(self, link: Link, panes: Panes, around: Around, parent: QObject) -> None:
        super().__init__(parent)
        self._panes, self._around = panes, around
        self.of_window: Callable[[], dict[str, Value]] = dict  # the window's own settings, as they are now
        self.daying = Daying(link, around.clock, panes.today, self)
        self.setting = Setting(link, panes.settings, self)
        self.spanning = Spanning(link, around.clock, panes.timeline, self)
        self.sleep_pages = SleepPages(link, panes, around.acts, around.browsing, self.open_memory, self)
        self.spanning.opened.connect(self.open_memory)
        link.knowledge_moved.connect(lambda _: self.sleep_pages.refresh())
        self.known = KnownPages(link, around.acts, panes, around.browsing, self)
        self.known.memory_opened.connect(self.open_memory)
        self.setting.window_setting.connect(self.window_setting)
        around.browsing.page_shown.connect(self._shown)
        around.browsing.page_changed.connect(self._turned)
        today = panes.today
        today.memory_opened.connect(self.open_memory)
        today.session_opened.connect(self.open_session)
        today.keep_wanted.connect(lambda memory: around.acts.promote((memory.id,)))
        today.let_go_wanted.connect(lambda memory: around.acts.let_go((memory.id,)))

    def refresh(self) -> None:
        """The library changed."""
        self.daying.refresh()
        self.sleep_pages.refresh()
        self.spanning.refresh()
        self.known.refresh()

    def here(self) -> None:
        """The service is there (again), or the space is another: what is shown is asked for anew."""
        self.known.here()
        self.sleep_pages.refresh()
        if self._around.browsing.page is self._around.browsing.own:
            self._fill(self._around.browsing.page, focus=False)

    def lost(self) -> None:
        """The service is gone, and with it the lists that it kept open."""
        self.spanning.lost()

    def hear(self, news: ViewChanged) -> None:
        """What changed in an open list."""
        self.spanning.hear(news)

    def open_session(self, session: Session) -> None:
        """Read a session from its beginning, beside the list of all."""
        self._around.browsing.go(Place.SESSIONS)
        self._around.reading.open_session(session)

    def open_memory(self, memory: Memory, marked: Spans = ()) -> None:
        """Read a memory of a page of its own, or of the tiers, beside the list of all; these characters are marked."""
        self._around.browsing.go(Place.EVERYTHING)
        self._around.reading.open_memory(memory, marked)

    def _turned(self, page: Page) -> None:
        self.sleep_pages.turned(page)
        if page is Page.TODAY:
            self.daying.show(self._around.browsing.space)
        else:
            self.daying.hide()
        if page is Page.TIMELINE:
            self.spanning.show(self._around.browsing.space)
        else:
            self.spanning.hide()

    def _shown(self, page: Page) -> None:
        held = QApplication.focusWidget()
        self._fill(page, focus=held is None or not self._panes.places.isAncestorOf(held))
        self.shown.emit(page)

    def _fill(self, page: Page, *, focus: bool) -> None:
        """Ask for what the page shows; with `focus` it takes the keyboard once that is there."""
        space = self._around.browsing.space
        if page is Page.TODAY:
            self.daying.show(space)
        elif page is Page.TIMELINE:
            self.spanning.show(space)
        elif page is Page.SOURCES:
            self._around.sourcing.open(focus=focus)
        elif page is Page.SETTINGS:
            self.setting.show(space, self.of_window())
