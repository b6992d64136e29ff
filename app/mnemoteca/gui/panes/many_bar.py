"""The bar at the foot of a list while more than one memory is chosen: how many, and what can be done to all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mnemoteca.core.views import MAX_IDS
from mnemoteca.gui import words
from mnemoteca.gui.components.button import Button, icon_button
from mnemoteca.gui.components.flow import Flow
from mnemoteca.gui.components.label import Divider, Ground, Label
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import PAD, SMALL, Type

ICONS = {
    "pin": "pin",
    "tag": "tag",
    "forget": "archive-x",
    "restore": "archive-restore",
    "copy_source": "copy",
    "copy_context": "message-circle",
    "export": "file-down",
}
IN_TRASH = ("restore", "copy_source", "copy_context")
ELSEWHERE = ("pin", "tag", "forget", "copy_source", "copy_context", "export")


class ManyBar(Ground):
    """Tells by its command what is wanted; shown while there is more than one."""

    wanted = Signal(str)
    ended = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._count, self._trashed, self._pinned = 0, False, False
        self._said = Label(theme, "", Type.MEDIUM)
        self._end = icon_button(theme, "x", "")
        self._end.clicked.connect(self.ended)
        self._buttons = {id: Button(theme, "…", icon=icon) for id, icon in ICONS.items()}
        for id, button in self._buttons.items():
            button.clicked.connect(lambda _=False, id=id: self.wanted.emit(id))
        head = QHBoxLayout()
        head.setContentsMargins(PAD, SMALL, SMALL, 0)
        head.addWidget(self._said, 1)
        head.addWidget(self._end)
        self._row = QWidget()
        self._flow = Flow(self._row)
        self._flow.setContentsMargins(PAD, 0, PAD, SMALL)
        for button in self._buttons.values():
            self._flow.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SMALL)
        whole.addWidget(Divider(theme))
        whole.addLayout(head)
        whole.addWidget(self._row)
        self.hide()
        self._words()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def tell(self, count: int, trashed: bool, pinned: bool) -> None:
        """So many are chosen; none hides it. `pinned`: all of them are, as far as one can see."""
        self._count, self._trashed, self._pinned = count, trashed, pinned
        self._words()
        self.setVisible(count > 0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        many = self._count > MAX_IDS
        offered = () if many else IN_TRASH if self._trashed else ELSEWHERE
        for id, button in self._buttons.items():
            button.setVisible(id in offered)
        self._row.setVisible(bool(offered))
        said = self.tr("%Ln chosen", "", self._count)
        if many:
            most = words.number(MAX_IDS, QLocale())
            said += ". " + self.tr("At most %1 can be dealt with at once.").replace("%1", most)
        self._said.setText(said)
        self.setAccessibleName(said)
        self._end.set_name(self.tr("Choose one only (Esc)"))
        self._buttons["pin"].set_face(
            self.tr("Unpin") if self._pinned else self.tr("Pin"), "pin-off" if self._pinned else "pin"
        )
        self._buttons["tag"].set_face(self.tr("Tag…"))
        self._buttons["forget"].set_face(self.tr("Forget"))
        self._buttons["restore"].set_face(self.tr("Restore"))
        self._buttons["copy_source"].set_face(self.tr("Copy with source"))
        self._buttons["copy_context"].set_face(self.tr("Copy as context…"))
        self._buttons["export"].set_face(self.tr("Export…"))
