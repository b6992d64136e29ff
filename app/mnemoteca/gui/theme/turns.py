"""A long piece of work in short turns of the event loop: keys and clicks are heard between them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

from mnemoteca.core.clock import stopwatch

TURN_S = 0.010  # of one turn; a step that has begun is ended
SHORT_S = 0.002  # of a turn that a long step may follow


class Turns(QObject):
    """Does one piece of work at a time, step by step; another takes the place of what is under way.

    A step that gives True says that a long one comes.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[bool] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    @property
    def busy(self) -> bool:
        return self._timer.isActive()

    def begin(self, steps: Iterator[bool]) -> None:
        """The first turn is taken at once: what is short is done when this returns."""
        self._steps = steps
        self._timer.start()
        self._turn()

    def finish(self) -> None:
        """Do all that is left, now."""
        with uncollected():
            for _ in self._steps:
                pass
        self._timer.stop()

    def _turn(self) -> None:
        began = stopwatch()
        with uncollected():
            for long_follows in self._steps:
                if stopwatch() - began > (SHORT_S if long_follows else TURN_S):
                    return
        self._timer.stop()


@contextmanager
def uncollected() -> Iterator[None]:
    """Qt goes through widgets and calls back into Python: none of them may be collected meanwhile."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
