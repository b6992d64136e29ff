"""The three tiers side by side: the beginning of each, kept right by news."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from mnemoteca.core.memory import Tier
from mnemoteca.core.recall import TierStats
from mnemoteca.core.settings import Value
from mnemoteca.core.views import ListQuery, Place, Rows, View, ViewChanged
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.panes.tiers_page import TiersPage

STEP = 30  # cards of a column at first, and how many more at a time
MOST = 300
SOON_MS = 100
PROMOTE = "tiers.promote"
DAYS_MS = 400  # while many changes come, the days are asked for this often

PLACES = {Tier.SHORT: Place.SHORT, Tier.MEDIUM: Place.MEDIUM, Tier.LONG: Place.LONG}
TIERS = {place: tier for tier, place in PLACES.items()}


class _Column:
    """The open view of one tier, and how much of it is shown."""

    def __init__(self) -> None:
        self.view: int | None = None
        self.count = 0
        self.limit = STEP
        self.fetching = Latest()


class Tiering(QObject):
    """Keeps the page of the tiers right while it is shown; while it isn't, nothing is open."""

    def __init__(self, link: Caller, page: TiersPage, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._page = link, page
        self._space = ""
        self._columns: dict[Tier, _Column] = {}
        self._stats, self._days, self._outlook, self._settings = Latest(), Latest(), Latest(), Latest()
        self._due: set[Tier] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._fetch_due)
        page.more_wanted.connect(self._more)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(DAYS_MS)
        self._later.timeout.connect(self._ask_days)

    def show(self, space: str) -> None:
        """Open the three lists of this space."""
        if self._columns and space == self._space:
            return
        self.hide()
        self._space = space
        self._columns = {tier: _Column() for tier in PLACES}
        for tier, column in self._columns.items():
            call = self._link.call("open_view", query=ListQuery(PLACES[tier], space))
            call.then(partial(self._opened, tier, column)).failed(quiet)
        self._ask_stats()

    def hide(self) -> None:
        """Close the lists."""
        for column in self._columns.values():
            column.fetching.cancel()
            if column.view is not None:
                self._link.call("close_view", view=column.view).failed(quiet)
        self._columns = {}
        self._soon.stop()

    def lost(self) -> None:
        """The service is gone and its views with it."""
        for column in self._columns.values():
            column.view = None

    def reopen(self) -> None:
        """The service is there again."""
        if self._columns:
            space, self._space = self._space, ""
            self.show(space)

    def hear(self, news: ViewChanged) -> None:
        for tier, column in self._columns.items():
            if column.view == news.view:
                column.count = news.count
                self._due.add(tier)
                if not self._soon.isActive():
                    self._soon.start()

    def _opened(self, tier: Tier, column: _Column, view: View) -> None:
        if self._columns.get(tier) is not column:  # left meanwhile: what the service opened is closed again
            self._link.call("close_view", view=view.view).failed(quiet)
            return
        column.view, column.count = view.view, view.count
        self._fetch(tier, column)

    def _fetch_due(self) -> None:
        due, self._due = self._due, set()
        for tier in due:
            if tier in self._columns:
                self._fetch(tier, self._columns[tier])
        self._ask_stats()

    def _fetch(self, tier: Tier, column: _Column) -> None:
        if column.view is not None:
            call = self._link.call("rows", view=column.view, start=0, limit=column.limit)
            column.fetching.take(call).then(partial(self._came, tier)).failed(quiet)

    def _came(self, tier: Tier, rows: Rows) -> None:
        if tier in self._columns:
            self._page.set_column(tier, rows.memories, self._columns[tier].count)

    def _more(self, tier: Tier) -> None:
        column = self._columns.get(tier)
        if column is not None and column.limit < min(MOST, column.count):
            column.limit += STEP
            self._fetch(tier, column)

    def _ask_stats(self) -> None:
        call = self._link.call("tier_stats", space=self._space)
        self._stats.take(call).then(self._set_stats).failed(quiet)
        call = self._link.call("settings", space=self._space)
        self._settings.take(call).then(self._set_promotes).failed(quiet)
        if not self._later.isActive():
            self._later.start()

    def _set_promotes(self, values: dict[str, Value]) -> None:
        self._page.set_promotes(bool(values.get(PROMOTE, True)))

    def _ask_days(self) -> None:
        if self._columns:
            call = self._link.call("tier_days", space=self._space)
            self._days.take(call).then(self._page.set_days).failed(quiet)
            call = self._link.call("outlook", space=self._space)
            self._outlook.take(call).then(self._page.set_outlook).failed(quiet)

    def _set_stats(self, stats: TierStats) -> None:
        self._page.set_stats(stats)
