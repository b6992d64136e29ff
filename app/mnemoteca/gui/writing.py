"""The capture box and the draft behind it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mnemoteca.gui.drafts import Draft
from mnemoteca.gui.keeping import Keeping
from mnemoteca.gui.panes.capture_box import CaptureBox, Saved


class Writing(QObject):
    """What is typed goes into the draft; what is kept goes its way from there."""

    def __init__(self, keeping: Keeping, box: CaptureBox, space: str, parent: QObject) -> None:
        super().__init__(parent)
        self._keeping, self._box = keeping, box
        self._space = space
        self.set_space(space)
        self._show(keeping.draft)
        box.edited.connect(self._typed)
        box.keep_wanted.connect(self._keep)
        keeping.saved.connect(lambda: box.set_saved(Saved.SAVED))
        keeping.trouble.connect(lambda why: box.set_saved(Saved.TROUBLE, why))
        keeping.returned.connect(self._returned)

    def open(self) -> None:
        """Write a note; what was typed before stands there."""
        self._box.open_box()

    def set_space(self, space: str) -> None:
        """Where notes are kept from now on."""
        self._space = space
        self._box.set_space(space)

    def _typed(self) -> None:
        self._box.set_saved(Saved.TYPING)
        self._keeping.typed(self._box.text(), self._box.pinned(), self._box.importance())

    def _keep(self) -> None:
        self._typed()
        if self._keeping.keep(self._space):
            self._show(self._keeping.draft)
            self._box.hide()

    def _returned(self, draft: Draft) -> None:
        self._show(draft)
        self.open()

    def _show(self, draft: Draft) -> None:
        self._box.set_draft(draft.text, draft.pinned, draft.importance)
