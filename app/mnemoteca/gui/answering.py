"""Asking for an answer, and asking on: what stands in the search field is the question."""

from __future__ import annotations

import os
from itertools import count

from PySide6.QtCore import QObject, Signal

from mnemoteca.core.answers import Answer, AnswerKind
from mnemoteca.core.clock import Clock
from mnemoteca.core.errors import Problem
from mnemoteca.core.memory import Memory
from mnemoteca.core.operators import read_typed
from mnemoteca.core.pushes import AnswerGrew
from mnemoteca.gui.calls import Caller, Latest
from mnemoteca.gui.panes.answer_card import AnswerCard
from mnemoteca.gui.problems import said

CONVERSATION = "window"


class Answering(QObject):
    """Only the newest question counts; leaving the card gives its answer up."""

    told = Signal(str)
    memory_wanted = Signal(object)  # Memory

    def __init__(self, link: Caller, clock: Clock, card: AnswerCard, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._clock, self.card = link, clock, card
        self._latest = Latest()
        self._numbers = count(1)
        self._stream = self._space = self._question = ""
        card.asked.connect(lambda text: self._ask(text, follow_up=True))
        card.left.connect(self._latest.cancel)
        card.keep_wanted.connect(self._keep)
        card.memory_wanted.connect(self._open)

    def ask(self, text: str, space: str) -> None:
        """Begin anew with this question."""
        self._space = space
        if read_typed(text.strip(), self._clock.now().astimezone()).words:
            self._ask(text, follow_up=False)
        else:
            self.told.emit(self.tr("Type a question into the search field first."))

    def hear(self, news: AnswerGrew) -> None:
        """An answer grows: perhaps this one."""
        if news.stream == self._stream and self._latest.under_way:
            self.card.grow(news.stated)

    def _ask(self, text: str, *, follow_up: bool) -> None:
        typed = read_typed(text.strip(), self._clock.now().astimezone())
        if not typed.words:
            return
        self._question, self._stream = typed.words, f"{CONVERSATION} {os.getpid()} {next(self._numbers)}"
        self.card.open_with(typed.words)
        call = self._link.call(
            "answer",
            question=typed.words,
            space=self._space,
            conversation=f"{CONVERSATION} {os.getpid()}",
            follow_up=follow_up,
            filters=typed.filters,
            stream=self._stream,
        )
        self._latest.take(call).then(self._came).failed(self._failed)

    def _came(self, answer: Answer) -> None:
        self.card.show_answer(answer)

    def _failed(self, problem: Problem) -> None:
        self.card.show_failure(" ".join(said(problem)).strip())

    def _keep(self) -> None:
        answer = self.card.answer
        if answer is None or answer.kind is not AnswerKind.WRITTEN:
            return
        ids = tuple(each.memory.id for each in answer.passages)
        call = self._link.call(
            "keep_answer",
            text=answer.text, question=self._question, rests_on=ids, model=answer.model, space=self._space,
        )  # fmt: skip
        call.then(lambda _: self.told.emit(self.tr("Kept, and marked as inferred.")))
        self.card.hide()

    def _open(self, memory: Memory) -> None:
        self.card.hide()
        self.memory_wanted.emit(memory)
