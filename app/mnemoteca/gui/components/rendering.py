"""Which blocks a text is shown as: Markdown that is at hand or quickly made, else its lines until it came.

What takes longer is made on a thread of its own, and told by `ready`. The latest texts are kept.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

from mnemoteca.gui.components.markdown_blocks import formatted_blocks, is_marked, is_too_much, plain_blocks
from mnemoteca.gui.components.markdown_values import Block, Kind, Run

AT_ONCE = 20_000  # characters of Markdown that are made at once, in one go
LONG = 8_000  # a text longer than this never is
KEPT = 400  # texts
Blocks = tuple[Block, ...]


class Work(QRunnable):
    """Something that is made on another thread; what came of it is handed to `done` there."""

    def __init__(self, make: Callable[[], object], done: Callable[[object], None]) -> None:
        super().__init__()
        self._make, self._done = make, done

    def run(self) -> None:
        self._done(self._make())


class Rendering(QObject):
    """Makes blocks of texts; `formatted` False shows all as it was written."""

    ready = Signal(str)  # this text can be shown as what it is by now
    _made = Signal(str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.formatted = True
        self._kept: OrderedDict[str, Blocks] = OrderedDict()
        self._under_way: set[str] = set()
        self._left = AT_ONCE
        self.pool = QThreadPool(self)
        self.pool.setMaxThreadCount(1)
        self._made.connect(self._keep)

    def begin(self) -> None:
        """Another go begins."""
        self._left = AT_ONCE

    def prepare(self, text: str) -> None:
        """This text will be asked for, and is in sight: make it at once where that is quick."""
        if self.formatted and text not in self._kept and is_marked(text) and not is_too_much(text):
            if len(text) <= min(LONG, self._left):
                self._left -= len(text)
                self._store(text, self._made_of(text))

    def blocks(self, text: str) -> Blocks:
        """What to show for a text now."""
        if not self.formatted or not is_marked(text):
            return plain_blocks(text, fences=self.formatted)
        if is_too_much(text):
            return _as_written(text)
        if text in self._kept:
            self._kept.move_to_end(text)
            return self._kept[text]
        self.prepare(text)
        if text in self._kept:
            return self._kept[text]
        if text not in self._under_way:
            self._under_way.add(text)
            self.pool.start(Work(lambda: self._made_of(text), lambda made: self._tell(text, made)))
        return plain_blocks(text)

    def drop(self) -> None:
        """Nothing of what waits is wanted any more."""
        self.pool.clear()
        self._under_way.clear()

    def end(self) -> None:
        """Wait for the thread."""
        self.pool.clear()
        self.pool.waitForDone()

    def _made_of(self, text: str) -> Blocks:
        made = formatted_blocks(text, QCoreApplication.translate("Conversation", "picture"))
        return _as_written(text) if made is None else made

    def _tell(self, text: str, made: object) -> None:
        """On the other thread; the reader may be gone by then."""
        if isValid(self):
            self._made.emit(text, made)

    def _keep(self, text: str, blocks: Blocks) -> None:
        self._under_way.discard(text)
        self._store(text, blocks)
        self.ready.emit(text)

    def _store(self, text: str, blocks: Blocks) -> None:
        self._kept[text] = blocks
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)


def _as_written(text: str) -> Blocks:
    """The lines of a text that is not made Markdown of, and why."""
    said = QCoreApplication.translate("Conversation", "Shown as it was written: too intricate to be formatted.")
    return (*plain_blocks(text, fences=False), Block(Kind.REMARK, (Run(said),)))
