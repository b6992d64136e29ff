"""The pages of care: each is kept right while it is shown, and leads to the rest of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mnemoteca.core.clock import Clock
from mnemoteca.core.pushes import Indexed, JobMoved, MeaningMoved
from mnemoteca.core.views import Place
from mnemoteca.gui.backing_up import BackingUp
from mnemoteca.gui.browsing import Browsing
from mnemoteca.gui.layout import Panes
from mnemoteca.gui.link import Link
from mnemoteca.gui.modelling import Modelling
from mnemoteca.gui.networking import Networking
from mnemoteca.gui.page import Page
from mnemoteca.gui.purging import Purging
from mnemoteca.gui.recounting import Recounting
from mnemoteca.gui.restoring import Restoring
from mnemoteca.gui.working import Working


class CarePages(QObject):
    """Wires activity, backups, models, the network and the history to the library."""

    told = Signal(str)
    problem = Signal(object)

    def __init__(self, link: Link, clock: Clock, panes: Panes, browsing: Browsing, window: QWidget) -> None:
        super().__init__(window)
        self._browsing = browsing
        self.working = Working(link, panes.activity, self)
        self.backing_up = BackingUp(link, panes.backups, window)
        self.restoring = Restoring(link, panes.restore, self)
        self.purging = Purging(link, panes.purge, panes.receipts, self)
        self.networking = Networking(clock, panes.network, panes.status, self)
        self.modelling = Modelling(link, panes.models, window)
        self.recounting = Recounting(link, panes.history, browsing, self)
        self._by_page: dict[Page, Working | BackingUp | Purging | Modelling | Networking | Recounting] = {
            Page.ACTIVITY: self.working,
            Page.BACKUPS: self.backing_up,
            Page.RECEIPTS: self.purging,
            Page.MODELS: self.modelling,
            Page.NETWORK: self.networking,
            Page.HISTORY: self.recounting,
        }
        browsing.page_changed.connect(self._turned)
        panes.status.activity_wanted.connect(lambda: browsing.go_to(Page.ACTIVITY))
        panes.status.network_wanted.connect(lambda: browsing.go_to(Page.NETWORK))
        panes.today.trash_wanted.connect(lambda: browsing.go(Place.TRASH))
        panes.today.backups_wanted.connect(lambda: browsing.go_to(Page.BACKUPS))
        self.backing_up.restore_wanted.connect(self.restoring.ask)
        panes.inspector.names.purge_wanted.connect(self.purging.ask_about)
        self.purging.receipts_wanted.connect(lambda: browsing.go_to(Page.RECEIPTS))
        self.recounting.said.connect(self.told)
        self.modelling.said.connect(self.told)
        self.modelling.connected.connect(self.networking.look)
        for part in (self.backing_up, self.restoring):
            part.said.connect(self.told)
            part.problem.connect(self.problem)

    def here(self) -> None:
        """The service is there (again): what is shown is asked for anew."""
        self.networking.look()
        self._turned(self._browsing.page)

    def refresh(self) -> None:
        """The library changed."""
        self.recounting.refresh()

    def hear(self, news: JobMoved | Indexed | MeaningMoved) -> None:
        """Work went on."""
        self.working.hear(news)
        if isinstance(news, JobMoved):
            self.modelling.hear(news)
            self.purging.hear(news)
        if isinstance(news, MeaningMoved):
            self.networking.look()  # what finds by meaning may just have been fetched

    def _turned(self, page: Page) -> None:
        for own, keeper in self._by_page.items():
            if own is page:
                keeper.show()
            else:
                keeper.hide()
