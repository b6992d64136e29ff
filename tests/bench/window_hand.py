"""A hand at a window in this process, on the screen that the environment names: what it does, and how long each took.

    python -m tests.bench.window_hand scroll|type|read FOLDER

Prints one line of JSON: lists of seconds by name. `tests.bench.window_speed` starts it, and makes a table of it.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QAbstractEventDispatcher, QElapsedTimer, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mnemoteca.core.clock import SystemClock, stopwatch
from mnemoteca.core.memory import Session
from mnemoteca.gui.app import Desk
from mnemoteca.gui.components.searched import Searched
from mnemoteca.gui.link import Connection
from mnemoteca.gui.panes.row_view import RowView
from mnemoteca.wire.start import start_service
from tests.bench.texts import Texts

PAGES = 500
HELD_S = 0.033  # between the repeats of a key that is held
JUMPS = 8
OPENED = 12
WAIT_S = 20.0
Took = dict[str, list[float]]


class Hand:
    """The window, and the turns of its event loop: how long each worked, by the wall and by CPU time."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app = app
        self.desk = Desk(app, folder, start_service, SystemClock())
        self.took: Took = {}
        self._began = (stopwatch(), time.thread_time())
        self.turns: list[tuple[float, float]] = []
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._mark)
        dispatcher.aboutToBlock.connect(self._mark)
        self.desk.show()
        self.until(lambda: self.desk.link.state is Connection.HERE)
        self.desk.window.activateWindow()
        self.rest()

    def _mark(self) -> None:
        now = (stopwatch(), time.thread_time())
        self.turns.append((now[0] - self._began[0], now[1] - self._began[1]))
        self._began = now

    def note(self, name: str, seconds: float) -> None:
        self.took.setdefault(name, []).append(seconds)

    def until(self, true: Callable[[], bool]) -> None:
        """Let the event loop run until this is so."""
        timer = QElapsedTimer()
        timer.start()
        while not true():
            self.app.processEvents()
            if timer.elapsed() > 1000 * WAIT_S:
                raise SystemExit("it never came")

    def rest(self) -> None:
        """Until nothing is under way."""
        self.until(lambda: not self.desk.link.busy)
        for _ in range(5):
            self.app.processEvents()

    def frame(self, name: str, act: Callable[[], object]) -> None:
        """An act until its picture stands: the wall and the CPU time of this thread."""
        began, cpu = stopwatch(), time.thread_time()
        act()
        self.app.processEvents()
        self.note(f"{name}, wall", stopwatch() - began)
        self.note(f"{name}, CPU", time.thread_time() - cpu)

    def longest_turn(self, name: str, seconds: float) -> None:
        """Let the loop run for so long; its longest turn by CPU time."""
        self.turns.clear()
        began = stopwatch()
        while stopwatch() - began < seconds:
            self.app.processEvents()
            time.sleep(0.001)
        self.note(name, max((cpu for _, cpu in self.turns), default=0.0))


def scroll(hand: Hand) -> None:
    """PageDown again and again, the handle to the middle, End, Home."""
    window = hand.desk.window
    window.deeds.run("place_everything")
    hand.rest()
    view = next(each for each in window.panes.list.findChildren(RowView) if each.isVisible())
    entries, bar = window.browsing.entries, view.verticalScrollBar()
    hand.until(lambda: entries.entry(1) is not None)
    view.take_focus()
    hand.rest()

    def filled() -> bool:
        lacks = (entries.row_spans([(item, item)]) and entries.entry(item) is None for item in view.on_screen())
        return not any(lacks)

    def jump(name: str, act: Callable[[], object]) -> None:
        hand.frame(f"frame of {name}", act)
        began = stopwatch()
        hand.until(filled)
        hand.app.processEvents()
        hand.note(f"rows filled after {name}", stopwatch() - began)
        hand.longest_turn(f"longest turn after {name}", 0.3)

    for _ in range(PAGES):
        hand.frame("frame of PageDown", lambda: QTest.keyClick(view, Qt.Key.Key_PageDown))
        hand.longest_turn("longest turn after PageDown", HELD_S)
    for n in range(JUMPS):
        jump("End", lambda: QTest.keyClick(view, Qt.Key.Key_End))
        bar.setSliderDown(True)
        for step in range(1, 11):
            to = bar.maximum() * (40 + step + n) // 100
            hand.frame("frame of the drag", lambda to=to: bar.setSliderPosition(to))  # type: ignore[misc]
        jump("the drag", lambda: bar.setSliderDown(False))
        jump("Home", lambda: QTest.keyClick(view, Qt.Key.Key_Home))


def _press(widget: QWidget, letter: str) -> None:
    """A key whose letter need not be ASCII, which QTest.keyClicks would end the process for."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def type_questions(hand: Hand) -> None:
    """Questions letter by letter: from the key until its hits are painted."""
    window, made_up = hand.desk.window, Texts(3)
    answered: list[str] = []
    window.searching.found.connect(lambda recalled, question, in_full: answered.append(question))
    for _ in range(12):
        window.deeds.run("search")
        window.panes.top.set_query("")
        window.searching.type("", window.spacing.space)
        hand.rest()
        text = made_up.question()[:24]
        for n, letter in enumerate(text):
            answered.clear()
            began, cpu = stopwatch(), time.thread_time()
            _press(QApplication.focusWidget() or window, letter)
            if letter != " " and n >= 2:
                hand.until(lambda: bool(answered))
                hand.app.processEvents()
                hand.note("key to hits on the screen", stopwatch() - began)
                hand.note("the same, CPU of the window", time.thread_time() - cpu)
            hand.longest_turn("longest turn while typing", 0.12)


def read_long(hand: Hand) -> None:
    """The longest session, opened from the list of sessions again and again; another one in between."""
    window, sessions = hand.desk.window, library_sessions(hand)
    long = max(sessions, key=lambda each: each.turns)
    other = min(sessions, key=lambda each: each.turns)
    text = window.panes.reader.findChild(Searched)
    assert text is not None
    for _ in range(OPENED):
        for session in (other, long):
            began, cpu = stopwatch(), time.thread_time()
            window.own_pages.open_session(session)
            hand.until(
                lambda session=session: bool(  # type: ignore[misc]
                    text.turns() and text.turns()[0].session == session.id
                )
            )
            hand.app.processEvents()
            if session is long:
                hand.note(f"a session of {long.turns:,} turns, opened", stopwatch() - began)
                hand.note("the same, CPU of the window", time.thread_time() - cpu)
            hand.longest_turn("longest turn after opening a session", 0.3)
            hand.rest()


def library_sessions(hand: Hand) -> list[Session]:
    """The sessions that the list shows first: the longest was brought in last."""
    window = hand.desk.window
    window.deeds.run("place_sessions")
    entries = window.browsing.entries
    hand.until(lambda: sum(isinstance(entries.entry(item), Session) for item in range(12)) >= 2)
    found = (entries.entry(item) for item in range(12))
    return [each for each in found if isinstance(each, Session)]


def main() -> int:
    app = QApplication(["mnemoteca"])
    hand = Hand(app, Path(sys.argv[2]))
    {"scroll": scroll, "type": type_questions, "read": read_long}[sys.argv[1]](hand)
    hand.desk.window.close()
    hand.desk.close()
    print(json.dumps(hand.took))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
