"""The boxes a note is written in, and the draft behind them."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject

from mnemoteca.gui.drafts import Draft
from mnemoteca.gui.keeping import Keeping
from mnemoteca.gui.panes.capture_card import CaptureCard, Saved


class Box(Protocol):
    """Something that a note is written in: over the window, or a window of its own."""

    @property
    def note(self) -> CaptureCard: ...
    def open_box(self) -> None:
        """Show it, ready for typing."""
        ...

    def hide(self) -> None: ...
    def isVisible(self) -> bool: ...


class Writing(QObject):
    """What is typed goes into the draft; what is kept goes its way from there."""

    def __init__(self, keeping: Keeping, box: Box, space: str, parent: QObject) -> None:
        super().__init__(parent)
        self._keeping, self._box, self._note = keeping, box, box.note
        self._space, self._typing = space, False
        self.set_space(space)
        self._show(keeping.draft)
        self._note.edited.connect(self._typed)
        self._note.keep_wanted.connect(self._keep)
        keeping.redrafted.connect(self._redrafted)
        keeping.saved.connect(self._saved)
        keeping.trouble.connect(self._not_saved)

    def open(self) -> None:
        """Write a note; what was typed before stands there, wherever it was typed."""
        self._show(self._keeping.draft)
        self._box.open_box()

    def close(self) -> None:
        """Put the box out of sight; what is typed stays."""
        self._box.hide()

    def set_space(self, space: str) -> None:
        """Where notes are kept from now on."""
        self._space = space
        self._note.set_space(space)

    def _saved(self) -> None:
        self._note.set_saved(Saved.SAVED)

    def _not_saved(self, why: str) -> None:
        self._note.set_saved(Saved.TROUBLE, why)

    def _typed(self) -> None:
        self._note.set_saved(Saved.TYPING)
        self._typing = True
        self._keeping.typed(self._note.text(), self._note.pinned(), self._note.importance())
        self._typing = False

    def _redrafted(self) -> None:
        """It was typed or kept in another box, or a note came back: a box in sight must not bring the old text back."""
        if self._box.isVisible() and not self._typing:
            self._note.set_saved(Saved.TYPING)
            self._show(self._keeping.draft)

    def _keep(self) -> None:
        self._typed()
        if self._keeping.keep(self._space):
            self._show(self._keeping.draft)
            self._box.hide()

    def returned(self, draft: Draft) -> None:
        """A note could not be taken: it stands in the box again."""
        self._show(draft)
        self.open()

    def _show(self, draft: Draft) -> None:
        self._note.set_draft(draft.text, draft.pinned, draft.importance)
