"""What a screen reader is told of the window, heard by Qt's own interfaces; and where the Tab key leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QKeySequenceEdit, QWidget

CHILDREN = 60  # of a list; the rest sounds the same
CONTROLS = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.ButtonDropDown,
        QAccessible.Role.ButtonMenu,
        QAccessible.Role.Cell,
        QAccessible.Role.CheckBox,
        QAccessible.Role.ComboBox,
        QAccessible.Role.EditableText,
        QAccessible.Role.Graphic,
        QAccessible.Role.Link,
        QAccessible.Role.List,
        QAccessible.Role.ListItem,
        QAccessible.Role.MenuItem,
        QAccessible.Role.ProgressBar,
        QAccessible.Role.RadioButton,
        QAccessible.Role.Slider,
        QAccessible.Role.SpinBox,
        QAccessible.Role.Table,
        QAccessible.Role.Tree,
        QAccessible.Role.TreeItem,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing on the screen: what it is, what it is called, and inside what it stands."""

    role: QAccessible.Role
    name: str
    inside: str
    focusable: bool


def walk(widget: QWidget) -> Iterator[Heard]:
    """All that is shown of a window, in the order of the tree."""
    QAccessible.setActive(True)  # as where a screen reader runs: only then Qt tells what came and went
    found: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    if found is not None:
        yield from _walk(found, "")


def _walk(node: QAccessibleInterface, inside: str) -> Iterator[Heard]:
    state = node.state()
    if state.invisible:
        return
    role, name = node.role(), node.text(QAccessible.Text.Name)
    yield Heard(role, name, inside, bool(state.focusable))
    thing = node.object()
    here = f"{inside} > {type(thing).__name__ if thing is not None else role.name}"
    for n in range(min(node.childCount(), CHILDREN)):
        child: QAccessibleInterface | None = node.child(n)
        if child is not None:
            yield from _walk(child, here)


def nameless(widget: QWidget) -> list[str]:
    """The controls that a screen reader could only call by their role."""
    return [
        f"{heard.role.name} in {heard.inside}"
        for heard in walk(widget)
        if (heard.role in CONTROLS or heard.focusable) and not heard.name.strip()
    ]


def stops(window: QWidget) -> list[QWidget]:
    """What the Tab key is to reach: all that takes the keyboard by it, one of those that exclude each other."""
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(each.parent(), QAbstractSpinBox | QComboBox | QKeySequenceEdit) and each.window() is window
    ]  # fmt: skip


def tab_through(window: QWidget, backwards: bool = False) -> list[QWidget]:
    """Where the keyboard goes when Tab is pressed again and again, until it comes round."""
    found: list[QWidget] = []
    key = Qt.Key.Key_Backtab if backwards else Qt.Key.Key_Tab
    for _ in range(3 * len(stops(window)) + 3):
        now = QApplication.focusWidget()
        if now is not None and now in found:
            return found
        if now is not None:
            found.append(now)
        QTest.keyClick(now if now is not None else window, key)
    return found
