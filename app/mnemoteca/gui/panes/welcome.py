"""What a new library shows: write a note, or bring in a file of conversations."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mnemoteca.core.memory import Tier
from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.label import Ground, Label
from mnemoteca.gui.components.painting import area, box, painter_on
from mnemoteca.gui.components.sign import Sign
from mnemoteca.gui.panes.first_steps import FirstSteps
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, LARGE, RADIUS_CARD, SMALL, WIDE, Type

CARD = 320


class Card(QWidget):
    """A way to begin: what it is, what it does, one button. One with a dashed edge takes files."""

    def __init__(self, theme: Theme, button: Button, *, dashed: bool = False) -> None:
        super().__init__()
        self._theme, self._dashed, self.lit = theme, dashed, False
        self.title = Label(theme, "", Type.SECTION)
        self.sentence = Label(theme, "", Type.SECOND, "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE - 4, WIDE, WIDE - 4)
        column.setSpacing(SMALL)
        column.addWidget(self.title)
        column.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignTop)
        column.addSpacing(SMALL)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFixedSize(CARD, 184)
        theme.changed.connect(self.update)

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens, rect = self._theme.tokens, area(self, self._theme)
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not self._dashed:
                box(painter, rect, tokens.surface, RADIUS_CARD, tokens.line)
                return
            box(painter, rect, tokens.selected if self.lit else tokens.surface, RADIUS_CARD)
            painter.setPen(QPen(QColor(tokens.accent if self.lit else tokens.faint), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS_CARD, RADIUS_CARD)


class WelcomePane(Ground):
    """Two ways to begin, and the promise."""

    note_wanted = Signal()
    file_wanted = Signal()
    sources_wanted = Signal()
    demo_wanted = Signal()
    files_dropped = Signal(list)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface")
        self.setAcceptDrops(True)
        self._title = Label(theme, "", Type.PAGE)
        self._sentence = Label(theme, "", Type.BODY, "muted", wrap=True)
        self._promise = Label(theme, "", Type.META, "muted", wrap=True)
        self._write = Button(theme, "…", icon="notebook-pen", key="Ctrl N")
        self._open = Button(theme, "…", icon="folder-open", key="Ctrl O")
        self._demo = Button(theme, "…", kind=Kind.LINK)
        self.steps = FirstSteps(theme)
        self.steps.setFixedWidth(2 * CARD + GAP + 4)
        self._note, self._file = Card(theme, self._write), Card(theme, self._open, dashed=True)
        self._write.clicked.connect(self.note_wanted)
        self._open.clicked.connect(self.file_wanted)
        self._demo.clicked.connect(self.demo_wanted)
        self.steps.sources_wanted.connect(self.sources_wanted)
        self.setFocusProxy(self._write)
        self._lay_out(theme)
        self._words()

    def show_keys(self, note: str, file: str) -> None:
        """The keys of the two ways to begin."""
        self._write.set_key(note)
        self._open.set_key(file)

    def _lay_out(self, theme: Theme) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(GAP + 4)
        cards.addStretch(1)
        cards.addWidget(self._note)
        cards.addWidget(self._file)
        cards.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addStretch(2)
        column.addWidget(Sign(theme, Tier.LONG, 40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SMALL)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(WIDE)
        column.addLayout(cards)
        column.addSpacing(GAP)
        column.addWidget(self.steps, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(GAP)
        column.addWidget(self._demo, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SMALL)
        self._promise.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._promise)
        column.addStretch(3)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        self.setAccessibleName(self.tr("A new library"))
        self._title.setText(self.tr("Nothing is kept here yet"))
        self._sentence.setText(self.tr("Whatever you bring in stays word for word, on this machine."))
        self._note.title.setText(self.tr("Write a note"))
        self._note.sentence.setText(
            self.tr("It stays a day, or for good if it proves useful. It is saved as you type.")
        )
        self._write.set_face(self.tr("New note"))
        self._file.title.setText(self.tr("Bring in conversations"))
        self._file.sentence.setText(
            self.tr("Open a file, or drop files and folders on this window. You see what would come in first.")
        )
        self._open.set_face(self.tr("Open a file…"))
        self._demo.set_face(self.tr("Look around first, with invented conversations"))
        self._promise.setText(self.tr("No account, no network. Everything works offline."))

    # -- files dropped
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._light(True)

    def dragLeaveEvent(self, _: QDragLeaveEvent) -> None:
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(False)
        event.acceptProposedAction()
        self.files_dropped.emit([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    def _light(self, lit: bool) -> None:
        self._file.lit = lit
        self._file.update()
