"""How a list takes the keyboard: by the keyboard it chooses its first entry, by the mouse nothing unasked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea

BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


def take_focus(view: QAbstractItemView, event: QFocusEvent) -> bool:
    """Take the focus without Qt's own choice of a current entry; whether the view is to choose its first one."""
    QAbstractScrollArea.focusInEvent(view, event)
    view.viewport().update()
    return event.reason() in BY_KEY and not view.currentIndex().isValid()
