"""What the window says of the person's acts: pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QCoreApplication

from mnemoteca.core.changes import Undoable

translate = QCoreApplication.translate
ICONS = {
    "keep": "notebook-pen",
    "import": "inbox",
    "edit": "notebook-pen",
    "tag": "tag",
    "name": "tag",
    "pin": "pin",
    "unpin": "pin-off",
    "weigh": "chart-column",
    "promote": "arrow-up-right",
    "let go": "feather",
    "clear short": "feather",
    "merge": "merge",
    "settle": "scale",
    "forget": "archive-x",
    "restore": "archive-restore",
    "rename space": "library",
}


class Deeds:
    """Acts in words; `tr` is where lupdate sees a plural."""

    def tr(self, text: str, comment: str, n: int) -> str:
        return translate("Deeds", text, comment or None, n)

    def said(self, kind: str, n: int) -> str:
        """What was done, to how many memories; a kind that isn't known here keeps its name."""
        told = {
            "keep": self.tr("%Ln notes kept", "", n),
            "import": self.tr("%Ln memories brought in", "", n),
            "edit": self.tr("%Ln notes changed", "", n),
            "tag": self.tr("%Ln memories tagged", "", n),
            "name": self.tr("%Ln names corrected", "", n),
            "pin": self.tr("%Ln memories pinned", "", n),
            "unpin": self.tr("%Ln memories unpinned", "", n),
            "weigh": self.tr("%Ln memories given another importance", "", n),
            "promote": self.tr("%Ln memories promoted", "", n),
            "let go": self.tr("%Ln memories let go", "", n),
            "clear short": self.tr("%Ln memories cleared from Short", "", n),
            "merge": self.tr("%Ln memories merged", "", n),
            "settle": self.tr("%Ln contradictions decided", "", n),
            "forget": self.tr("%Ln memories forgotten", "", n),
            "restore": self.tr("%Ln memories restored", "", n),
        }
        return translate("Deeds", "The space was renamed") if kind == "rename space" else told.get(kind, kind)

    def undo_down(self, n: int) -> str:
        """The button that undoes so many acts, the newest first."""
        return self.tr("Undo %Ln, down to here", "", n)

    def undone(self, n: int) -> str:
        return self.tr("%Ln acts undone.", "", n)


deeds = Deeds()


def undoes(acts: Sequence[Undoable]) -> list[int]:
    """How many acts are undone with each, the newest first: itself and what came after it; 0 where it is undone."""
    left = accumulate(not act.undone for act in acts)
    return [0 if act.undone else down for act, down in zip(acts, left, strict=True)]
