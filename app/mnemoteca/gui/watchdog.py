"""For tests: blocks of the event loop, each time the window's thread worked long without looking at what a person does.

Counted in CPU time of that thread, so that a busy machine is not taken for a slow program, and told beside the CPU time
that a fixed piece of work takes at that moment: where others share a core, that is more, too. What comes before the
first frame is left out. A block is a line of JSON in the file that the environment names; so is the time of that frame.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections import Counter, deque
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject
from PySide6.QtWidgets import QWidget

from mnemoteca.core.clock import stopwatch

VARIABLE = "MNEMOTECA_BLOCKS"
LIMIT_S = 0.050
LOOKS_S = 0.008  # so often somebody looks at what the thread is at
FRAMES = 6  # of a stack are told
PAINTED = (QEvent.Type.Expose, QEvent.Type.Paint, QEvent.Type.UpdateRequest)


class Watchdog(QObject):
    """Watches the thread that it is made in, from the first frame of `window` on."""

    def __init__(self, window: QWidget, record: Path, limit_s: float = LIMIT_S) -> None:
        super().__init__(window)
        self._record, self._limit_s = record, limit_s
        self._thread = threading.get_ident()
        self._clock = time.pthread_getcpuclockid(self._thread)
        self._began = self._busy_s()
        self._seen: Counter[tuple[str, ...]] = Counter()
        self._blocks: deque[dict[str, object]] = deque()
        self._painted = self._counts = False
        self._over = threading.Event()
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._mark)
        dispatcher.aboutToBlock.connect(self._mark)
        window.installEventFilter(self)
        self._looks = threading.Thread(target=self._look, name="watchdog", daemon=True)
        self._looks.start()

    def close(self) -> None:
        """Watch no longer."""
        self._over.set()
        self._looks.join()

    def _busy_s(self) -> float:
        return time.clock_gettime(self._clock)

    def _mark(self) -> None:
        """The thread looks at what came in: what it did since the last time is told where it was long."""
        took = self._busy_s() - self._began
        if self._counts and took > self._limit_s:
            self._blocks.append(
                {"ms": round(1000 * took, 1), "at": [list(each) for each, _ in self._seen.most_common(3)]}
            )
        if self._painted and not self._counts:
            self._counts = True
            self._write({"first_frame": stopwatch()})
        self._seen = Counter()
        self._began = self._busy_s()

    def _write(self, told: dict[str, object]) -> None:
        with self._record.open("a", encoding="utf-8") as file:
            file.write(json.dumps(told) + "\n")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What covers a window is painted without it: that the screen has room for it is told to its handle."""
        handle = watched.windowHandle() if isinstance(watched, QWidget) else None
        if event.type() is QEvent.Type.Show and handle is not None:
            handle.installEventFilter(self)
        elif event.type() in PAINTED:
            self._painted = True
            watched.removeEventFilter(self)
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        """Another thread: what the watched one is at, while it is at it for long."""
        while not self._over.wait(LOOKS_S):
            while self._blocks:
                self._write(self._blocks.popleft() | {"yardstick_ms": round(1000 * yardstick_s(), 2)})
            if self._busy_s() - self._began > self._limit_s / 4:
                frame = sys._current_frames().get(self._thread)
                if frame is not None:
                    self._seen[stack(frame)] += 1


def yardstick_s() -> float:
    """CPU time of a fixed piece of work, the least of some."""
    took = []
    for _ in range(3):
        began = time.thread_time()
        sum(n * n % 7 for n in range(100_000))
        took.append(time.thread_time() - began)
    return min(took)


def stack(frame: FrameType | None) -> tuple[str, ...]:
    """The innermost frames, the innermost first."""
    found: list[str] = []
    while frame is not None and len(found) < FRAMES:
        code = frame.f_code
        found.append(f"{Path(code.co_filename).name}:{frame.f_lineno} {code.co_name}")
        frame = frame.f_back
    return tuple(found)
