"""What screen readers are told of widgets that Qt takes for plain areas: a card is a dialog, a line a picture."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class SpokenAs:
    """A widget with this in front of its Qt class is told to screen readers with its own role."""

    spoken_role = QAccessible.Role.Client

    def spoken_name(self) -> str:
        """What it is called where it has no accessible name."""
        return ""


class _Told(QAccessibleWidget):
    """The interface of such a widget; Qt owns it, and deletes it with the widget."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)

    def text(self, what: QAccessible.Text) -> str:
        said: str = super().text(what)
        widget = self.widget()
        if not said and what is QAccessible.Text.Name and isinstance(widget, SpokenAs):
            return widget.spoken_name()
        return said

    def state(self) -> QAccessible.State:
        state = super().state()
        if self.role() is QAccessible.Role.Dialog:
            state.modal = True
        return state


def _interface(_: str, thing: QObject) -> QAccessibleInterface | None:
    return _Told(thing, thing.spoken_role) if isinstance(thing, SpokenAs) and isinstance(thing, QWidget) else None


@cache
def tell_screen_readers() -> None:
    """From now on, for the whole process."""
    QAccessible.installFactory(_interface)


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say it now, wherever the keyboard is; nobody listening costs nothing."""
    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
