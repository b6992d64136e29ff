"""How large everything is: margins, spacings, sizes and fonts of what is laid out, at once and without drift.

The code lays out by the tokens, which are sizes at 100 %. At another size each widget and layout is gone through once
when it comes up (it is polished), and again at every change. What was set meanwhile by the code, as large as was then
right, is taken as such: beside each size in force stands the one at 100 % that it came from.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMargins, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLayout, QLineEdit, QSpacerItem, QWidget

LEAST, MOST = 0.8, 2.0
KEPT = "zoomed"  # the property under which a widget or layout keeps where its sizes came from
FONT = "font"  # its sizes are always set as those at 100 %
UNBOUND = 16_777_215  # as large as Qt lets a widget be


@dataclass(frozen=True, slots=True)
class Sizes:
    """Some sizes of one thing: how to read and to set them."""

    name: str
    read: Callable[[], Sequence[int]]
    write: Callable[[Sequence[int]], object]


class Zoom(QObject):
    """Knows the factor; while it is another than 1, fits each widget that comes up."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.factor = 1.0

    def use(self, factor: float) -> None:
        """From now on; `fit` does it to what is there."""
        factor = min(MOST, max(LEAST, factor))
        if (factor == 1.0) != (self.factor == 1.0):
            if factor == 1.0:
                self._app.removeEventFilter(self)
            else:
                self._app.installEventFilter(self)
        self.factor = factor

    def fit(self, widget: QWidget) -> None:
        """Fit a widget and its layout, which may hold further layouts."""
        _refit(widget, _of_widget(widget), self.factor)
        layout = widget.layout()
        if layout is not None:
            self._fit_layout(layout)
        widget.updateGeometry()

    def _fit_layout(self, layout: QLayout) -> None:
        _refit(layout, _of_layout(layout), self.factor)
        for n in range(layout.count()):
            item = layout.itemAt(n)
            inner = item.layout() if item is not None else None
            if inner is not None:
                self._fit_layout(inner)
        layout.invalidate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Polish and isinstance(watched, QWidget):
            self.fit(watched)
        return False


def fitted(now: Sequence[int], kept: Sequence[Sequence[float]] | None, before: float) -> list[float]:
    """The sizes at 100 % of those in force: as kept, where none was set since; else by the factor that they had."""
    if kept is not None and list(kept[1]) == list(now):
        return list(kept[0])
    return [n / before for n in now]


def scaled(size: float, factor: float) -> int:
    """A size at 100 % as it is at this factor; a line stays one."""
    return max(1, round(size * factor)) if size >= 1 else round(size)


def _refit(thing: QObject, sizes: Sequence[Sizes], factor: float) -> None:
    text = thing.property(KEPT)
    kept = json.loads(text) if isinstance(text, str) else {}
    before = float(kept.get("", 1.0))
    if before == factor and not text:
        return
    told: dict[str, object] = {"": factor}
    for each in sizes:
        now = list(each.read())
        whole = fitted(now, kept.get(each.name), 1.0 if each.name == FONT else before)
        wanted = [scaled(size, factor) for size in whole]
        if wanted != now:
            each.write(wanted)
        told[each.name] = (whole, list(each.read()))
    thing.setProperty(KEPT, json.dumps(told))


def _of_widget(widget: QWidget) -> list[Sizes]:
    margins = widget.contentsMargins()
    found = []
    framed = isinstance(widget, QFrame) and widget.frameWidth() > 0  # the margins are the frame's, which Qt sets
    if not margins.isNull() and not framed:
        found.append(Sizes("margins", lambda: _four(widget.contentsMargins()), lambda n: widget.setContentsMargins(*n)))
    for name, size, put in (
        ("least", widget.minimumSize, widget.setMinimumSize),
        ("most", widget.maximumSize, widget.setMaximumSize),
    ):
        found += _of_size(name, size, put)
    if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont) and widget.font().pixelSize() > 0:
        found.append(Sizes(FONT, lambda: (widget.font().pixelSize(),), lambda n: _set_font(widget, n[0])))
    if isinstance(widget, QLineEdit) and not widget.textMargins().isNull():
        found.append(Sizes("text", lambda: _four(widget.textMargins()), lambda n: widget.setTextMargins(*n)))
    return found


def _of_size(name: str, size: Callable[[], QSize], put: Callable[[QSize], object]) -> list[Sizes]:
    """Width and height each for itself: one that is not bound stays so."""

    def wide(n: Sequence[int]) -> object:
        return put(QSize(n[0], size().height()))

    def high(n: Sequence[int]) -> object:
        return put(QSize(size().width(), n[0]))

    now, found = size(), []
    if 0 < now.width() < UNBOUND:
        found.append(Sizes(name + "_wide", lambda: (size().width(),), wide))
    if 0 < now.height() < UNBOUND:
        found.append(Sizes(name + "_high", lambda: (size().height(),), high))
    return found


def _of_layout(layout: QLayout) -> list[Sizes]:
    found = [Sizes("margins", lambda: _four(layout.contentsMargins()), lambda n: layout.setContentsMargins(*n))]
    if isinstance(layout, QGridLayout):
        found.append(
            Sizes("across", lambda: (layout.horizontalSpacing(),), lambda n: layout.setHorizontalSpacing(n[0]))
        )
        found.append(Sizes("down", lambda: (layout.verticalSpacing(),), lambda n: layout.setVerticalSpacing(n[0])))
    elif layout.spacing() > 0:
        found.append(Sizes("spacing", lambda: (layout.spacing(),), lambda n: layout.setSpacing(n[0])))
    spaces = [spacer for n in range(layout.count()) if (item := layout.itemAt(n)) and (spacer := item.spacerItem())]
    for n, spacer in enumerate(spacer for spacer in spaces if spacer.sizeHint() != QSize(0, 0)):
        found.append(_of_spacer(f"space{n}", spacer))
    return found


def _of_spacer(name: str, spacer: QSpacerItem) -> Sizes:
    policy = spacer.sizePolicy()

    def write(n: Sequence[int]) -> None:
        spacer.changeSize(n[0], n[1], policy.horizontalPolicy(), policy.verticalPolicy())

    return Sizes(name, lambda: (spacer.sizeHint().width(), spacer.sizeHint().height()), write)


def _four(margins: QMargins) -> tuple[int, int, int, int]:
    return margins.left(), margins.top(), margins.right(), margins.bottom()


def _set_font(widget: QWidget, pixels: int) -> None:
    font = widget.font()
    font.setPixelSize(pixels)
    widget.setFont(font)
