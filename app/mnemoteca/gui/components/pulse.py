"""The one timer of what runs on the screen: each second, each minute, or not at all."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal


class Pulse(QObject):
    """Beats at the pace of what is visible: 1 s, 60 s, or 0 for never."""

    beat = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.beat)
        self.pace_s = 0

    def set_pace(self, seconds: int) -> None:
        """Beat every so many seconds; 0 stops it."""
        if seconds == self.pace_s:
            return
        self.pace_s = seconds
        if not seconds:
            self._timer.stop()
            return
        coarse = seconds > 1
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer if coarse else Qt.TimerType.CoarseTimer)
        self._timer.start(seconds * 1000)


def quickest(paces: list[int]) -> int:
    """The pace that suits them all."""
    return min((pace for pace in paces if pace), default=0)
