"""Where found words stand in a conversation's document: boxes behind them, whatever the text is shown as."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument

from mnemoteca.gui.components.blocks_writer import Placed
from mnemoteca.gui.components.found_text import place_on_line, utf16


def mark_rects(
    document: QTextDocument, first: int, placed: Sequence[Placed], marks: Sequence[tuple[int, int]]
) -> Iterator[QRectF]:
    """The boxes behind the marked characters of a turn whose first block is `first`, in the document."""
    if not marks:
        return
    for each in placed:
        run = each.run
        for start, end in marks:
            low, high = max(start, run.start), min(end, run.start + len(run.text))
            if low < high:
                block = document.findBlockByNumber(first + each.block)
                begin, stop = (each.at + utf16(run.text, place - run.start) for place in (low, high))
                yield from _on_lines(document, block, begin, stop)


def _on_lines(document: QTextDocument, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    origin, layout = document.documentLayout().blockBoundingRect(block).topLeft(), block.layout()
    for n in range(layout.lineCount()):
        line = layout.lineAt(n)
        low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if low < high:
            left, right = (place_on_line(line, place) for place in (low, high))
            yield QRectF(origin.x() + left - 2, origin.y() + line.y() + 1, right - left + 4, line.height() - 1)
