"""Searching as a person types: the newest question counts, and an answer to an older one is dropped."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from mnemoteca.core.clock import Clock
from mnemoteca.core.errors import Problem, Stopped, Unavailable
from mnemoteca.core.operators import Part, Typed, read_typed, without_part
from mnemoteca.core.recall import Question, Recalled
from mnemoteca.gui.calls import Caller, Latest

AFTER_KEY_MS = 60  # at most, while an answer to what was typed before is under way
PAUSE_MS = 450  # after the last key, when a question of some words is searched by meaning, too
ENOUGH_WORDS = 3
LATE = "late"  # the question's vector was not ready in time: the same question again will have it
MOST_LATE = 8
AGAIN_MS = 250  # while an import changes the library all the time, the same question is asked this often
TYPED_LIMIT = 30
ASKED_LIMIT = 60


class Searching(QObject):
    """Turns what stands in the search field into hits."""

    found = Signal(object, str, bool)  # Recalled, the question, whether it was asked in full (by Enter)
    listed = Signal(object)  # Filters: no words, only what narrows
    read = Signal(str, object)  # what was typed, and Typed: as it was read
    ended = Signal()  # the field is empty again
    problem = Signal(object)

    def __init__(self, link: Caller, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link, self._clock = link, clock
        self._typed = Typed("")
        self._latest = Latest()
        self._text = ""
        self._space = ""
        self._in_full = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)
        self._deep, self._weak, self._late = False, False, 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask_deep)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._ask)

    @property
    def text(self) -> str:
        """The question at hand; "" while nothing is searched."""
        return self._text

    def type(self, text: str, space: str) -> None:
        """The field holds this now."""
        text = text.strip()
        if (text, space) == (self._text, self._space):
            return
        self._text, self._space, self._in_full = text, space, False
        self._deep, self._weak, self._late = False, False, 0
        self._typed = read_typed(text, self._clock.now().astimezone())
        self.read.emit(text, self._typed)
        self._pause.stop()
        if text:
            self._soon.start(AFTER_KEY_MS if self._latest.under_way else 0)
            if len(self._typed.words.split()) >= ENOUGH_WORDS:
                self._pause.start()
        else:
            self.forget()
            self.ended.emit()

    def forget(self) -> None:
        """What was searched for is left: nothing of it is asked, and no answer to it is shown."""
        self._text, self._typed = "", Typed("")
        for timer in (self._soon, self._pause, self._again):
            timer.stop()
        self._latest.cancel()

    def ask(self, *, weak: bool = False) -> None:
        """Enter: the whole question, its last word not as a beginning; `weak`: what is no good answer, too."""
        if self._text:
            self._in_full, self._weak = True, weak
            self._soon.stop()
            self._pause.stop()
            self._ask()

    def _ask_deep(self) -> None:
        """A pause: the whole question by meaning, too; what is chosen stays chosen."""
        self._deep = True
        self._ask()

    def again(self) -> None:
        """The library changed, or the service is back: the same question, its answer as of now."""
        if self._text and not self._soon.isActive() and not self._again.isActive():
            self._again.start()

    def without(self, part: Part) -> str:
        """What was typed, as it reads without one of its operators."""
        return without_part(self._text, part)

    def _ask(self) -> None:
        text, typed, in_full = self._text, self._typed, self._in_full
        if not typed.words:
            self._latest.cancel()
            self.listed.emit(typed.filters)
            return
        call = self._link.call(
            "recall",
            question=Question(typed.words),
            space=self._space,
            filters=typed.filters,
            limit=ASKED_LIMIT if in_full or self._deep else TYPED_LIMIT,
            as_typed=not (in_full or self._deep),
            weak=self._weak,
        )
        self._latest.take(call).then(lambda hits: self._answer(hits, text, in_full)).failed(self._failed)

    def _answer(self, hits: Recalled, text: str, in_full: bool) -> None:
        if self._soon.isActive():
            self._soon.start(0)  # more was typed meanwhile
        if text == self._text:
            self.found.emit(hits, self._typed.words, in_full)
            if hits.without_meaning == LATE and self._late < MOST_LATE:
                self._late += 1
                self.again()

    def _failed(self, problem: Problem) -> None:
        if problem.key == "empty_question":
            self.found.emit(Recalled("", (), 0.0), self._text, False)
        elif not isinstance(problem, (Unavailable, Stopped)):
            self.problem.emit(problem)
