"""What is told to who points at something: always the text itself, never taken as markup."""

from __future__ import annotations

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """The text as a tip that reads like it: Qt takes one that looks like HTML as such, and loads what it names."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text
