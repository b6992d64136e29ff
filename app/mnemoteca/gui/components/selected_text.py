"""What is copied when a part of a conversation is selected: plain text that can be read elsewhere."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from mnemoteca.gui.components.turn_formats import RULE


def selected_text(document: QTextDocument, cursor: QTextCursor) -> str:
    """The selected words, a line a block; the cells of a table's row on one line, parted by tabs."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    lines: list[str] = []
    row = -1
    block = document.findBlock(start)
    while (block.isValid() and block.position() < end) or block == document.findBlock(start):
        now = _row_of(block)
        text = _part(block, start, end)
        if now >= 0 and now == row:
            lines[-1] += "\t" + text
        elif text or not _is_hidden(block):
            lines.append(text)
        row = now
        block = block.next()
    return "\n".join(lines)


def _part(block: QTextBlock, start: int, end: int) -> str:
    if block.userState() == RULE:
        return "---"
    units = block.text().encode("utf-16-le")
    low, high = max(0, start - block.position()), max(0, end - block.position())
    text = units[2 * low : 2 * high].decode("utf-16-le", "replace")
    return text.replace("\u2028", "\n") if block.blockFormat().textIndent() >= 0 else _item(text)


def _item(text: str) -> str:
    return text.replace("\t", " ", 1).replace("\u2028", "\n")


def _row_of(block: QTextBlock) -> int:
    """A number of the row of a table that a block stands in, -1 where it stands in none."""
    table = QTextCursor(block).currentTable()
    if table is None:
        return -1
    return table.firstPosition() * 10_000 + table.cellAt(block.position()).row()


def _is_hidden(block: QTextBlock) -> bool:
    """Whether it is the block without height before or behind a table."""
    if block.length() > 1:
        return False
    beside = (block.previous(), block.next())
    return any(each.isValid() and QTextCursor(each).currentTable() is not None for each in beside)
