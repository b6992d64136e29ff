"""What the window says of the set-up that goes on behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from mnemoteca.core.clock import Clock
from mnemoteca.core.preparation import LONGEST_MIN, Preparation, PreparationState
from mnemoteca.gui.counted import counted

AGAIN_MS = 10_000  # between two looks while it goes on
GOING_ON = (PreparationState.WAITING, PreparationState.BUILDING)
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Told:
    """A few words for the status line, and what is said of them to who wants to know more."""

    words: str = ""
    more: str = ""
    trouble: bool = False


def told_of(preparation: Preparation, now: datetime) -> Told:
    """Nothing once the engine is ready, or where nobody asked for it; `now` is aware."""
    rest = translate("Preparing", "All else works without it.")
    match preparation.state:
        case PreparationState.WAITING:
            return Told(translate("Preparing", "The engine for language models will be built soon"), rest)
        case PreparationState.BUILDING:
            return _building(0.0 if preparation.since is None else (now - preparation.since).total_seconds(), rest)
        case PreparationState.FAILED:
            words = translate("Preparing", "The engine for language models could not be prepared")
            return Told(words, f"{preparation.reason} {rest}".strip(), True)
        case _:
            return Told()


def _building(so_far_s: float, rest: str) -> Told:
    if so_far_s > 60 * LONGEST_MIN:
        words = translate("Preparing", "The preparation of the engine for language models was interrupted")
        return Told(words, translate("Preparing", "The next ./run takes it up again.") + " " + rest, True)
    words = translate("Preparing", "The engine for language models is being built")
    return Told(f"{words} · {counted.minutes(int(max(0.0, so_far_s)) // 60)}", rest)


class Preparing(QObject):
    """Looks at the state of the set-up: once, and again while it goes on."""

    told = Signal(object)  # Told

    def __init__(self, read: Callable[[], Preparation], clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._read, self._clock = read, clock
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.look)

    def look(self) -> None:
        """Say how it stands now."""
        preparation = self._read()
        told = told_of(preparation, self._clock.now())
        if preparation.state in GOING_ON and not told.trouble:
            self._again.start()
        self.told.emit(told)
