"""The one style sheet, made of tokens: for fields, menus, scroll bars, tool tips and dividers."""

from __future__ import annotations

import re

from mnemoteca.gui.theme.tokens import FOCUS, RADIUS, SUGGESTION, Tokens

_SHEET = """
QMainWindow, QDialog, #window {{ background: {bg}; }}
#surface {{ background: {surface}; }}
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
QTextEdit {{ background: transparent; border: none;
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QAbstractItemView {{ background: transparent; border: none; outline: none; }}
#suggestions::item {{ height: {suggestion}px; padding-left: 10px; border-radius: {radius}px; color: {text}; }}
#suggestions::item:selected {{ background: {selected}; color: {text}; }}
#rows, #cards {{ selection-background-color: transparent; }}
QAbstractScrollArea {{ border: none; }}
QSplitter::handle {{ background: {line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QMenu {{ background: {surface}; border: 1px solid {edge}; border-radius: {radius}px; padding: 6px; }}
QMenu::item {{ padding: 6px 28px 6px 10px; border-radius: 6px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::item:selected {{ background: {selected}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 6px 4px; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {edge}; padding: 4px 7px; font-size: 12px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle {{ background: {edge}; border-radius: 3px; min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def style_sheet(tokens: Tokens, zoom: float = 1.0) -> str:
    """The style sheet of a scheme, its sizes so many times as large."""
    colours = {name: getattr(tokens, name) for name in tokens.__dataclass_fields__}
    whole = _SHEET.format(**colours, radius=RADIUS, focus=FOCUS, suggestion=SUGGESTION)
    return re.sub(r"(\d+)px", lambda size: f"{max(1, round(int(size[1]) * zoom))}px", whole)
