"""The sign of a tier, read without colour too: ● short, ■ medium, ◆ long, dotted for faded, a box for archive.

The ring around short and medium is the clock: what is left of their time. The dot at the upper right is the pin.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from mnemoteca.core.memory import Tier
from mnemoteca.gui.theme.icons import draw_icon
from mnemoteca.gui.theme.tokens import Tokens

SIZE = 22.0


def draw_glyph(
    painter: QPainter,
    centre: QPointF,
    tokens: Tokens,
    tier: Tier,
    *,
    ring: float | None = None,
    pinned: bool = False,
    behind: str = "",
    size: float = SIZE,
) -> None:
    """Draw the sign of `tier` around `centre`; `ring` is what is left, 1 to 0; `behind` the colour it stands on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    unit = size / SIZE
    if ring is not None:
        draw_ring(painter, centre, size - 2 * unit, ring, tokens.tier(tier), tokens.track, 2 * unit)
    _shape(painter, centre, tokens, tier, unit, small=ring is not None)
    if pinned:
        at = centre + QPointF(6.0, -6.0) * unit
        painter.setPen(QPen(QColor(behind or tokens.bg), 1.5 * unit))
        painter.setBrush(QColor(tokens.accent))
        painter.drawEllipse(at, 4.25 * unit, 4.25 * unit)
    painter.restore()


def draw_ring(
    painter: QPainter, centre: QPointF, size: float, left: float, colour: str, track: str, width: float
) -> None:
    """A ring that is full at 1 and runs out, from twelve o'clock on, to 0."""
    rect = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size).adjusted(
        width / 2, width / 2, -width / 2, -width / 2
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(track), width))
    painter.drawEllipse(rect)
    if left > 0:
        pen = QPen(QColor(colour), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if left < 1 else Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(rect, 90 * 16, round(-360 * 16 * max(0.02, left)))


def _shape(painter: QPainter, at: QPointF, tokens: Tokens, tier: Tier, unit: float, *, small: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.tier(tier)))
    match tier:
        case Tier.SHORT:
            painter.drawEllipse(at, 4.5 * unit, 4.5 * unit)
        case Tier.MEDIUM:
            half = 4.5 * unit
            painter.drawRoundedRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half), 1.5 * unit, 1.5 * unit)
        case Tier.LONG:
            _diamond(painter, at, (5.5 if small else 7.5) * unit)
        case Tier.FADED:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = QPen(QColor(tokens.faded), 1.75 * unit)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.01, 2.05])
            painter.setPen(pen)
            painter.drawEllipse(at, 4.6 * unit, 4.6 * unit)
        case _:
            side = round(16 * unit)
            draw_icon(painter, at.x() - side / 2, at.y() - side / 2, "archive", tokens.muted, side)


def _diamond(painter: QPainter, at: QPointF, half: float) -> None:
    """A square on its corner, the corners a little round."""
    pen = QPen(painter.brush().color(), half / 5)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    reach = half * 0.92
    corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
    painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
