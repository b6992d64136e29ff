"""How a graph is painted: links, over them the way in the accent, the parts as discs, and names where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from mnemoteca.gui.components.painting import focus_ring, width_of
from mnemoteca.gui.theme.icons import draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import SMALL, Type

RADIUS, LARGE = 13.0, 16.5  # of a part, and of one on the way
ICON = {RADIUS: 14, LARGE: 16}
BELOW = 5.0  # from a part to its name
HIGH = 17.0  # of a name
WIDEST = 150.0
CELL = 12.0  # names keep off each other on a grid of so many pixels
WAY = 2.5  # how thick the way is


@dataclass(frozen=True, slots=True)
class Part:
    """One entity of the picture: its sign and its name; `marked`: it stands on the way, or is what is asked about."""

    icon: str
    name: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What is painted: parts, the links between them (by number), and how many at the beginning are the way."""

    parts: tuple[Part, ...] = ()
    links: tuple[tuple[int, int], ...] = ()
    way: int = 0


@cache
def _disc(icon: str, radius: float, fill: str, edge: str, sign: str, ratio: float) -> QPixmap:
    side = round((2 * radius + 4) * ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(ratio, ratio)
        middle = radius + 2
        painter.setBrush(QColor(fill))
        painter.setPen(QPen(QColor(edge), 1))
        painter.drawEllipse(QPointF(middle, middle), radius - 0.5, radius - 0.5)
        size = ICON[radius]
        draw_icon(painter, middle - size / 2, middle - size / 2, icon, sign, size)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def radius_of(part: Part) -> float:
    """How large a part is painted."""
    return LARGE if part.marked else RADIUS


def font_of(part: Part, theme: Theme) -> QFont:
    """In which letters it is named."""
    return theme.font(Type.SPEAKER if part.marked else Type.SMALL)


def names_shown(scene: Scene, points: Sequence[QPointF], theme: Theme, first: Sequence[int]) -> dict[int, float]:
    """The parts whose names have room, with the width of each: those of `first` and of the way before all others."""
    taken: set[tuple[int, int]] = set()
    for part, at in zip(scene.parts, points, strict=True):
        if part.marked:
            reach = LARGE - 2
            taken.update(_cells(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)))
    shown: dict[int, float] = {}
    marked = [n for n, part in enumerate(scene.parts) if part.marked]
    for n in dict.fromkeys((*first, *marked, *range(len(scene.parts)))):
        wide = min(WIDEST, width_of(scene.parts[n].name, font_of(scene.parts[n], theme)))
        cells = set(_cells(name_rect(scene.parts[n], points[n], wide)))
        if n in first or scene.parts[n].marked or taken.isdisjoint(cells):
            shown[n] = wide
            taken |= cells
    return shown


def name_rect(part: Part, at: QPointF, wide: float) -> QRectF:
    """Where a name stands."""
    return QRectF(at.x() - wide / 2, at.y() + radius_of(part) + BELOW, wide, HIGH)


def _cells(rect: QRectF) -> Iterator[tuple[int, int]]:
    for x in range(int(rect.left() // CELL), int(rect.right() // CELL) + 1):
        for y in range(int(rect.top() // CELL), int(rect.bottom() // CELL) + 1):
            yield x, y


def paint_graph(
    painter: QPainter,
    sight: QRectF,
    theme: Theme,
    scene: Scene,
    points: Sequence[QPointF],
    names: dict[int, float],
    chosen: int,
    *,
    ringed: bool,
) -> None:
    """All that is in sight; `chosen` is the part at hand (-1: none), `ringed` marks it for who goes by keys."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _links(painter, sight, theme, scene, points, chosen)
    tokens, ratio = theme.tokens, abs(painter.worldTransform().m11()) * painter.device().devicePixelRatioF()
    reach = sight.adjusted(-LARGE, -LARGE, LARGE, LARGE)
    for n in reversed(range(len(scene.parts))):
        part, at = scene.parts[n], points[n]
        if not reach.contains(at):
            continue
        fill = tokens.accent if part.marked else tokens.selected if n == chosen else tokens.raised
        sign = tokens.on_accent if part.marked else tokens.text if n == chosen else tokens.muted
        edge = tokens.accent if part.marked or n == chosen else tokens.edge
        radius = radius_of(part)
        disc = _disc(part.icon, radius, fill, edge, sign, ratio)
        painter.drawPixmap(QPointF(at.x() - radius - 2, at.y() - radius - 2), disc)
    _names(painter, sight, theme, scene, points, names, chosen)
    if ringed and 0 <= chosen < len(points):
        at, far = points[chosen], radius_of(scene.parts[chosen]) + 4
        focus_ring(painter, QRectF(at.x() - far, at.y() - far, 2 * far, 2 * far), theme, far)


def _links(
    painter: QPainter, sight: QRectF, theme: Theme, scene: Scene, points: Sequence[QPointF], chosen: int
) -> None:
    way = {(n, n + 1) for n in range(scene.way - 1)}
    plain: list[QLineF] = []
    near: list[QLineF] = []
    for one, other in scene.links:
        if (min(one, other), max(one, other)) in way:
            continue
        a, b = points[one], points[other]
        if QRectF(a, b).normalized().adjusted(-1, -1, 1, 1).intersects(sight):
            (near if chosen in (one, other) else plain).append(QLineF(a, b))
    painter.setPen(QPen(QColor(theme.tokens.line), 1))
    painter.drawLines(plain)
    painter.setPen(QPen(QColor(theme.tokens.faint), 1))
    painter.drawLines(near)
    painter.setPen(QPen(QColor(theme.tokens.accent), WAY))
    painter.drawLines([QLineF(points[one], points[other]) for one, other in sorted(way)])


def _names(
    painter: QPainter,
    sight: QRectF,
    theme: Theme,
    scene: Scene,
    points: Sequence[QPointF],
    names: dict[int, float],
    chosen: int,
) -> None:
    marked = QColor(theme.tokens.text)
    plain = QColor(theme.tokens.muted)
    centre = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)
    for strong in (False, True):
        painter.setFont(theme.font(Type.SPEAKER if strong else Type.SMALL))
        for n, wide in names.items():
            part = scene.parts[n]
            if part.marked is not strong:
                continue
            rect = name_rect(part, points[n], wide)
            if rect.intersects(sight):
                painter.setPen(marked if strong or n == chosen else plain)
                said = part.name if wide < WIDEST else _cut(part.name, painter)
                painter.drawText(rect.adjusted(-SMALL, 0, SMALL, 0), centre, said)


def _cut(name: str, painter: QPainter) -> str:
    return painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, round(WIDEST))
