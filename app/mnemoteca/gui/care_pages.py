"""The pages of care: each is kept right while it is shown, and leads to the rest of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mnemoteca.core.pushes import Indexed, JobMoved, MeaningMoved
from mnemoteca.gui.browsing import Browsing
from mnemoteca.gui.calls import Caller
from mnemoteca.gui.layout import Panes
from mnemoteca.gui.page import Page
from mnemoteca.gui.working import Working


class CarePages(QObject):
    """Wires the activity to the library."""

    told = Signal(str)
    problem = Signal(object)

    def __init__(self, link: Caller, panes: Panes, browsing: Browsing, parent: QObject) -> None:
        super().__init__(parent)
        self._browsing = browsing
        self.working = Working(link, panes.activity, self)
        browsing.page_changed.connect(self._turned)
        panes.status.activity_wanted.connect(lambda: browsing.go_to(Page.ACTIVITY))

    def here(self) -> None:
        """The service is there (again): what is shown is asked for anew."""
        self._turned(self._browsing.page)

    def refresh(self) -> None:
        """The library changed."""

    def hear(self, news: JobMoved | Indexed | MeaningMoved) -> None:
        """Work went on."""
        self.working.hear(news)

    def _turned(self, page: Page) -> None:
        if page is Page.ACTIVITY:
            self.working.show()
        else:
            self.working.hide()
