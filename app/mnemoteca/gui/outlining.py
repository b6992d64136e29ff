"""The outline of the session that is read: asked for while it is shown, its entry marked where the reader stands."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer

from mnemoteca.core.outline import Outline, Point
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.panes.reader import ReaderPane

SOON_MS = 40


class Outlining(QObject):
    """Shows the outline or hides it, and goes where an entry leads."""

    def __init__(self, link: Caller, reader: ReaderPane, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._reader = link, reader
        self._asking = Latest()
        self._shown = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(lambda: reader.outline.mark(reader.place_in_sight()))
        reader.outline.point_chosen.connect(self._go)
        reader.outline.left.connect(self.toggle)
        reader.path_shown.connect(self._path_shown)
        reader.grown.connect(self._scrolled)
        reader.when_scrolled(self._scrolled)

    def toggle(self) -> None:
        """Show the outline and give it the keyboard, or hide it."""
        self._shown = not self._shown
        held = self._reader.has_keyboard()
        self._path_shown()
        if self._shown:
            self._reader.outline.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif held:
            self._reader.focus_text()

    def _path_shown(self) -> None:
        session = self._reader.session()
        self._reader.show_outline(self._shown and session is not None)
        if self._shown and session is not None:
            call = self._link.call("outline", session=session.id, through=self._reader.through())
            self._asking.take(call).then(self._came).failed(quiet)

    def _came(self, outline: Outline) -> None:
        session = self._reader.session()
        if session is not None and outline.session == session.id:
            self._reader.outline.show_outline(outline)
            self._scrolled()

    def _scrolled(self) -> None:
        if self._shown and not self._soon.isActive():
            self._soon.start()

    def _go(self, point: Point) -> None:
        self._reader.show_place(point.id, point.at, point.span)
        self._reader.outline.mark(point.at)
