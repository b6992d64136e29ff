"""Purging at the window: a preview is asked for, then the person, then it goes; receipts are kept right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from mnemoteca.core.purging import PurgePreview, PurgeTarget, Receipt
from mnemoteca.core.pushes import JobMoved
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.following import Following
from mnemoteca.gui.panes.purge_card import PurgeCard
from mnemoteca.gui.panes.receipts_page import ReceiptsPage

PURGE = "purge"


class Purging(Following):
    """Leads one purge at a time from the question to the receipt."""

    told = Signal(str, str, object)  # a sentence, what can be done about it, and the doing of it
    receipts_wanted = Signal()
    forget_wanted = Signal(object)  # ids of what speaks of an entity

    def __init__(self, link: Caller, card: PurgeCard, page: ReceiptsPage, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._card, self._page = link, card, page
        self._target = PurgeTarget()
        self._forget: Callable[[], object] | None = None
        self._asking, self._listing = Latest(), Latest()
        card.purge_wanted.connect(self._purge)
        card.forget_wanted.connect(self._milder)

    def ask(self, target: PurgeTarget, forget: Callable[[], object] | None = None) -> None:
        """Say what would go, and ask; `forget` puts it into the trash instead."""
        self._asking.take(self._link.call("purge_preview", target=target)).then(
            lambda seen: self._seen(target, forget, seen)
        )

    def ask_about(self, entity: int) -> None:
        """Say what would go with everything about an entity, and ask; the trash is the milder way."""
        target = PurgeTarget(entity=entity)
        self._asking.take(self._link.call("purge_preview", target=target)).then(
            lambda seen: self._seen(target, lambda: self.forget_wanted.emit(seen.ids), seen)
        )

    def look(self) -> None:
        """The receipts."""
        self._listing.take(self._link.call("receipts")).then(self._page.set_receipts).failed(quiet)

    def hear(self, news: JobMoved) -> None:
        """A job went on."""
        if news.job.kind == PURGE:
            self.refresh()

    def _seen(self, target: PurgeTarget, forget: Callable[[], object] | None, seen: PurgePreview) -> None:
        self._target, self._forget = target, forget
        self._card.ask(seen, can_forget=forget is not None)

    def _purge(self, remove_unreadable: bool, named: bool) -> None:
        target = replace(self._target, named=named)
        call = self._link.call("purge", target=target, remove_unreadable=remove_unreadable)
        call.then(self._purged)

    def _purged(self, receipt: Receipt) -> None:
        self.told.emit(self.tr("Purged. The last bytes go in the background."), self.tr("Receipt"), self._go)
        self.refresh()

    def _go(self) -> None:
        self.receipts_wanted.emit()

    def _milder(self) -> None:
        if self._forget is not None:
            self._forget()
