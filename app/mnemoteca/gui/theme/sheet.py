"""The style sheets, made of tokens: for fields, lists, menus and scroll bars.

Each stands on the very widget that it is about (`Theme.dress`), none on the application: there it would be gone through
for every label and button at every change, 0.25 ms each.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from mnemoteca.gui.theme.tokens import FOCUS, RADIUS, SUGGESTION, Tokens

_FIELD = """
QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox {{
    background: {surface}; border: 1px solid {edge}; border-radius: {radius}px; padding: 5px 9px;
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {{
    border: {focus}px solid {accent}; padding: 4px 8px; }}
QPlainTextEdit#bare, QPlainTextEdit#bare:focus, QLineEdit#bare, QLineEdit#bare:focus {{
    background: transparent; border: none; padding: 0; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{ background: transparent; border: none; padding: 0; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
"""
_TEXT = """
QTextEdit {{ background: transparent; border: none;
    selection-background-color: {accent}; selection-color: {on_accent}; }}
"""
_VIEW = """
QAbstractItemView {{ background: transparent; border: none; outline: none; }}
#suggestions::item {{ height: {suggestion}px; padding-left: 10px; border-radius: {radius}px; color: {text}; }}
#suggestions::item:selected {{ background: {selected}; color: {text}; }}
#rows, #cards {{ selection-background-color: transparent; }}
"""
_MENU = """
QMenu {{ background: {surface}; border: 1px solid {edge}; border-radius: {radius}px; padding: 6px; }}
QMenu::item {{ padding: 6px 28px 6px 10px; border-radius: 6px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::item:selected {{ background: {selected}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 6px 4px; }}
"""
_BARS = """
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle {{ background: {edge}; border-radius: 3px; min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
SHEETS: dict[tuple[type[QWidget], ...], str] = {  # the first that fits; what a widget brings up is in its sheet
    (QScrollBar,): _BARS,
    (QLineEdit, QAbstractSpinBox, QKeySequenceEdit): _FIELD + _MENU,
    (QPlainTextEdit,): _FIELD + _MENU + _BARS,
    (QComboBox,): _FIELD + _VIEW + _BARS,
    (QTextEdit,): _TEXT + _MENU + _BARS,
    (QAbstractItemView,): _VIEW + _BARS,
    (QMenu,): _MENU,
}
KINDS = tuple(kind for kinds in SHEETS for kind in kinds)


def sheet_of(widget: QWidget, tokens: Tokens, zoom: float = 1.0) -> str:
    """The style sheet for a widget of one of `KINDS`."""
    return _made(next(sheet for kinds, sheet in SHEETS.items() if isinstance(widget, kinds)), tokens, zoom)


@cache
def _made(sheet: str, tokens: Tokens, zoom: float) -> str:
    colours = {name: getattr(tokens, name) for name in tokens.__dataclass_fields__}
    whole = sheet.format(**colours, radius=RADIUS, focus=FOCUS, suggestion=SUGGESTION)
    return re.sub(r"(\d+)px", lambda size: f"{max(1, round(int(size[1]) * zoom))}px", whole)
