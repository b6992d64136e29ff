"""The icons (Lucide): drawn from their SVG in the colour asked for, at the size and density asked for."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from mnemoteca.core.resources import resource

SIZE = 16
STROKE = "1.75"  # of the icons' 24 units


@cache
def _source(name: str) -> str:
    svg = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    return svg.replace('stroke-width="2"', f'stroke-width="{STROKE}"')


@cache
def icon_pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """The icon `name` in `colour` (#RRGGBB), `size` px square, for a screen of `ratio` device pixels a pixel."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    svg = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    svg.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def draw_icon(painter: QPainter, x: float, y: float, name: str, colour: str, size: int = SIZE) -> None:
    """Draw the icon with its upper left corner at (x, y), as sharp as the painter's scale asks for."""
    ratio = painter.device().devicePixelRatioF() * abs(painter.worldTransform().m11())
    world = painter.worldTransform()
    at = world.map(QPointF(x, y))
    inverse, _ = world.inverted()
    painter.drawPixmap(inverse.map(QPointF(round(at.x()), round(at.y()))), icon_pixmap(name, colour, size, ratio))
