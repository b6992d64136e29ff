"""A person's words on buttons and in menus, where Qt takes the letter after an ampersand as a key."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton


def in_menu(text: str) -> str:
    """The text as a menu shows it whole."""
    return text.replace("&", "&&")


def name_button(button: QAbstractButton, text: str) -> None:
    """Put the text on a button that paints it itself; no letter of it becomes its key."""
    button.setText(text)
    button.setShortcut(QKeySequence())
