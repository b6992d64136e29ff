"""Finding in the session that is read: the service tells the places, the reader goes there, be its turn here or not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from mnemoteca.core.found_in import FoundIn
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.panes.reader import ReaderPane

PAUSE_MS = 120  # without a key, until what is typed is sought

Place = tuple[int, int, tuple[int, int]]  # the place of its turn on the path, the turn's id, characters of its text


class FindingIn(QObject):
    """Keeps the bar, the marks and the place that is shown with what is sought."""

    def __init__(self, link: Caller, reader: ReaderPane, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._reader, self._bar = link, reader, reader.find_bar
        self._asking = Latest()
        self._places: Sequence[Place] = ()
        self._at = -1
        self._more = self._stays = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE_MS)
        self._soon.timeout.connect(self._ask)
        self._bar.sought.connect(self._typed)
        self._bar.step_wanted.connect(self.step)
        self._bar.left.connect(self.leave)
        reader.path_shown.connect(self._path_shown)

    def open(self) -> None:
        """Ask what is to be found in the session that is read, beginning with what is selected."""
        if self._reader.session() is not None:
            self._bar.open(self._reader.selected())
            self._typed()

    def step(self, by: int) -> None:
        """Go to the next place, or to the one before; from the last to the first."""
        if not self._bar.isVisible():
            self.open()
        elif self._soon.isActive() or not self._places:
            self._stays = False
            self._ask()
        else:
            self._show((self._at + by) % len(self._places))

    def leave(self) -> None:
        """Close the bar; the turn of the place that is shown is chosen."""
        shown = self._places[self._at][1] if 0 <= self._at < len(self._places) else 0
        self._drop()
        self._bar.hide()
        self._reader.focus_text()
        if shown:
            self._reader.take(shown)

    def _typed(self) -> None:
        self._stays = False
        self._soon.start()

    def _path_shown(self) -> None:
        """Another path is shown, or it grew: what is sought may stand elsewhere."""
        if self._reader.session() is None:
            self._drop()
            self._bar.hide()
        elif self._bar.isVisible():
            self._stays = True
            self._soon.start()

    def _ask(self) -> None:
        self._soon.stop()
        session, text = self._reader.session(), self._bar.field.text()
        if session is None or not text.strip():
            self._drop()
            return
        call = self._link.call("find_in_session", session=session.id, text=text, through=self._reader.through())
        self._asking.take(call).then(self._came).failed(quiet)

    def _came(self, found: FoundIn) -> None:
        session = self._reader.session()
        if session is None or found.session != session.id or found.text != self._bar.field.text():
            return
        self._places = [(turn.at, turn.id, span) for turn in found.turns for span in turn.spans]
        self._at, self._more = -1, found.more
        self._reader.mark_found({turn.id: turn.spans for turn in found.turns})
        if self._places and not self._stays:
            at = bisect_left(self._places, self._reader.place_in_sight(), key=lambda place: place[0])
            self._show(at % len(self._places))
        else:
            self._bar.tell(0, len(self._places), self._more)

    def _show(self, at: int) -> None:
        self._at = at
        place, id, span = self._places[at]
        self._reader.show_place(id, place, span)
        self._bar.tell(at + 1, len(self._places), self._more)

    def _drop(self) -> None:
        self._asking.cancel()
        self._soon.stop()
        self._places, self._at, self._more = (), -1, False
        self._reader.mark_found({})
        self._bar.tell(0, 0)
