"""A slider: a line with what lies before the handle in the accent."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider

from mnemoteca.gui.components.painting import area, box, focus_ring, grown, painter_on
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTROL

LINE, HANDLE = 4.0, 8.0  # how thick the line is; the radius of the handle


class Slider(QSlider):
    """A click goes there at once; the wheel moves it only where it has the keyboard."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    @grown
    def sizeHint(self) -> QSize:
        return QSize(200, CONTROL)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(CONTROL))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.setSliderDown(True)
            self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _go_to(self, x: float) -> None:
        edge = HANDLE * self._theme.zoom
        share = (x - edge) / max(1.0, self.width() - 2 * edge)
        self.setValue(self.minimum() + round(min(1.0, max(0.0, share)) * (self.maximum() - self.minimum())))

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens, whole = self._theme.tokens, area(self, self._theme)
        middle = whole.center().y()
        share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        at = HANDLE + share * (whole.width() - 2 * HANDLE)
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box(painter, QRectF(0, middle - LINE / 2, whole.width(), LINE), tokens.track, LINE / 2)
            box(painter, QRectF(0, middle - LINE / 2, at, LINE), tokens.accent, LINE / 2)
            painter.setBrush(QColor(tokens.text if tokens.dark else tokens.surface))
            painter.setPen(QPen(QColor(tokens.accent), 3))
            painter.drawEllipse(QPointF(at, middle), HANDLE - 1.5, HANDLE - 1.5)
            if self.hasFocus():
                place = QRectF(at - HANDLE - 3, middle - HANDLE - 3, 2 * HANDLE + 6, 2 * HANDLE + 6)
                focus_ring(painter, place, self._theme, HANDLE + 3)
