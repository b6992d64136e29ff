"""The network: every connection that was ever made, or the sentence that none was."""

from __future__ import annotations

from PySide6.QtCore import QEvent

from mnemoteca.core.clock import Clock
from mnemoteca.core.connections import Record
from mnemoteca.gui import told_connections
from mnemoteca.gui.components.entries import Entries, Entry
from mnemoteca.gui.components.facts import Fact, FactsCard
from mnemoteca.gui.components.leaf import Leaf
from mnemoteca.gui.theme.theme import Theme


class NetworkPage(Leaf):
    """Shows the record as it is."""

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self._clock, self._record = clock, Record()
        self._promises = FactsCard(theme)
        self._summary = self.heading()
        self._list = Entries(theme)
        for part in (self._promises, self._summary, self._list):
            self.column.addWidget(part)
        self._say()

    def set_record(self, record: Record) -> None:
        """These connections, the newest first."""
        self._record = record
        self._list.show_keys([each.id for each in record.connections], lambda _: Entry(self._theme, "file-down"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Network"))
        self.title.setText(self.tr("Network"))
        self.sentence.setText(self.tr("Every connection that was made for Mnemoteca, written down before it was made."))
        self._promises.tell(
            [
                Fact("wifi-off", self.tr("The window and the service speak to each other alone, on this machine")),
                Fact("check", self.tr("Nothing that you keep leaves this machine; no account, no statistics")),
                Fact("file-down", self.tr("Tools fetch at the set-up, or when you ask for it"), quiet=True),
            ]
        )
        now = self._clock.now().astimezone()
        self._summary.setText(told_connections.summary(self._record))
        for connection, entry in zip(self._record.connections, self._list.entries(), strict=True):
            moment = told_connections.moment(connection, now)
            entry.tell(told_connections.headline(connection), told_connections.detail(connection), moment)
