"""Help for what one is at: which page of it belongs to which page of the window, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from mnemoteca.core.views import Place
from mnemoteca.gui.browsing import Browsing
from mnemoteca.gui.layout import Panes
from mnemoteca.gui.page import Page

OF_PAGES: dict[Page, str] = {  # where the page of the help has another name than that of the window
    Page.LIST: "reading",
    Page.WELCOME: "start",
    Page.TODAY: "start",
    Page.SOURCES: "bringing-in",
    Page.ACTIVITY: "bringing-in",
    Page.NETWORK: "privacy",
    Page.ENTITIES: "knowledge",
    Page.FACTS: "knowledge",
    Page.GRAPH: "knowledge",
    Page.HISTORY: "letting-go",
    Page.RECEIPTS: "letting-go",
    Page.CONTRADICTIONS: "sleep",
    Page.FADING: "sleep",
}
OF_PLACES: dict[Place, str] = {
    Place.NOTES: "notes",
    Place.PINNED: "letting-go",
    Place.TRASH: "letting-go",
    Place.FADED: "tiers",
    Place.ARCHIVE: "tiers",
}


def topic_of(page: Page) -> str:
    """The page of the help for a page of the window."""
    return OF_PAGES.get(page, page.value)


class Helping(QObject):
    """Opens the help where it is wanted, and goes back to where one was."""

    def __init__(self, panes: Panes, browsing: Browsing, parent: QObject) -> None:
        super().__init__(parent)
        self._panes, self._browsing = panes, browsing
        self._before: Page | None = None  # the page of its own that was left; None: the place
        panes.help.left.connect(self.leave)

    def open(self) -> None:
        """Open the help at what the person is at; on the help itself, its contents."""
        if self._browsing.page is Page.HELP:
            self._panes.help.first_focus()
            return
        topic = self.topic()
        self._before = self._browsing.own
        for card in (self._panes.capture, self._panes.bring_in, self._panes.keys, self._panes.palette_box):
            card.hide()
        self._browsing.go_to(Page.HELP)
        self._panes.help.open(topic)

    def leave(self) -> None:
        """Go back to where the help was called from."""
        if self._before is None or self._before is Page.HELP:
            self._browsing.go(self._browsing.place)
        else:
            self._browsing.go_to(self._before)

    def topic(self) -> str:
        """The page of the help for what is at hand."""
        panes = self._panes
        if panes.capture.isVisible():
            return "capture"
        if panes.bring_in.isVisible():
            return "bringing-in"
        if panes.keys.isVisible():
            return "keyboard"
        if self._browsing.page is Page.LIST:
            held = QApplication.focusWidget()
            if self._browsing.in_hits or (held is not None and panes.top.isAncestorOf(held)):
                return "search"
            if not panes.reader.has_keyboard():
                return OF_PLACES.get(self._browsing.place, "reading")
        return topic_of(self._browsing.page)
