"""Receipts: what was purged, place by place, without any text."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEvent, Qt

from mnemoteca.core.clock import Clock
from mnemoteca.core.purging import Receipt
from mnemoteca.gui import told_purges
from mnemoteca.gui.components.entries import Entries, Entry
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.leaf import Leaf
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import Type


class ReceiptsPage(Leaf):
    """Proofs, the newest first."""

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self._clock = clock
        self._receipts: tuple[Receipt, ...] | None = None
        self._list = Entries(theme)
        self._nothing = Label(theme, "", Type.SECOND, "muted", wrap=True)
        for part in (self._list, self._nothing):
            self.column.addWidget(part)
        self._list.focused.connect(self.keep_in_sight)
        self._say()

    def set_receipts(self, receipts: tuple[Receipt, ...]) -> None:
        """Those that there are, the newest first."""
        self._receipts = receipts

        def make(_: Hashable) -> Entry:
            return Entry(self._theme, "check")

        self._list.show_keys([receipt.id for receipt in receipts], make)
        self._say()

    def first_focus(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Receipts"))
        self.title.setText(self.tr("Receipts"))
        self.sentence.setText(
            self.tr("What you purged. A receipt holds no text: only marks, by which it is known when it comes again.")
        )
        self._nothing.setText(self.tr("Nothing was purged yet."))
        self._nothing.setVisible(self._receipts == ())
        now = self._clock.now().astimezone()
        for receipt, entry in zip(self._receipts or (), self._list.entries(), strict=True):
            entry.tell(told_purges.headline(receipt), told_purges.detail(receipt, now), told_purges.state(receipt))
            entry.show_sign("check" if receipt.done_at else "clock")
