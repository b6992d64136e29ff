"""A page of Markdown to be read: links are followed by click or by key; nothing outside it is ever asked for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from mnemoteca.core.found_in import spans_of
from mnemoteca.gui.components.blocks_writer import BlocksWriter
from mnemoteca.gui.components.chips_line import paint_inline_code
from mnemoteca.gui.components.markdown_blocks import formatted_blocks
from mnemoteca.gui.components.turn_formats import INLINE, Letters, block_format
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import LARGE, SMALL, WIDE, Type

WIDEST = 720  # of the text


class PageText(QTextBrowser):
    """Shows one text; links of the kinds in `opened` are told, not opened."""

    followed = Signal(str)

    def __init__(self, theme: Theme, opened: tuple[str, ...]) -> None:
        super().__init__()
        theme.dress(self)
        self._theme, self._opened = theme, opened
        self._text, self._words = "", ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(False)  # from link to link, then on
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString().removeprefix("link:")))
        theme.changed.connect(self._write)

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Nothing is ever loaded, from nowhere."""
        return None

    def show_text(self, text: str) -> None:
        """Show this from its beginning."""
        if text != self._text:
            self._text = text
            self._write()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def mark(self, words: str) -> None:
        """Mark each of these words; the first is brought into sight."""
        self._words = words
        text, tokens, marked = self.document().toPlainText(), self._theme.tokens, []
        for word in words.split():
            for start, end in spans_of(text, word, 500):
                each = QTextEdit.ExtraSelection()
                cursor = QTextCursor(self.document())
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                form = cursor.charFormat()
                form.setBackground(QColor(tokens.highlight))
                form.setForeground(QColor(tokens.highlight_text))
                each.cursor, each.format = cursor, form
                marked.append((start, each))
        self.setExtraSelections([each for _, each in marked])
        if marked:
            first = QTextCursor(self.document())
            first.setPosition(min(start for start, _ in marked))
            self.verticalScrollBar().setValue(
                max(0, self.cursorRect(first).top() + self.verticalScrollBar().value() - self.viewport().height() // 3)
            )

    def _write(self) -> None:
        """Write the text in the look in force."""
        at = self.verticalScrollBar().value()
        self.clear()
        self._set_margins()
        letters = Letters(self._theme)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setBlockFormat(block_format(1.0))
        cursor.setBlockCharFormat(letters.of(Type.SMALL))
        blocks = formatted_blocks(self._text, "", self._opened) or ()
        BlocksWriter(cursor, letters, self._theme.tokens, 0, 0).write(blocks)
        cursor.endEditBlock()
        self.verticalScrollBar().setValue(at)
        if self._words:
            self.mark(self._words)

    def _set_margins(self) -> None:
        form = self.document().rootFrame().frameFormat()
        px = self._theme.px
        form.setLeftMargin(px(LARGE))
        form.setRightMargin(max(px(WIDE), self.viewport().width() - px(LARGE) - px(WIDEST)))
        form.setTopMargin(px(SMALL))
        form.setBottomMargin(px(LARGE))
        self.document().rootFrame().setFrameFormat(form)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The way back, and out, is the page's around it."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Left and alt):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        high = self.verticalScrollBar().value()
        low = high + self.viewport().height()
        layout, block = self.document().documentLayout(), self.cursorForPosition(QPoint(0, 0)).block()
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -high)
            while block.isValid() and (rect := layout.blockBoundingRect(block)).top() < low:
                if block.blockFormat().hasProperty(INLINE):
                    paint_inline_code(painter, block, rect.topLeft(), self._theme.tokens)
                block = block.next()
        super().paintEvent(event)
