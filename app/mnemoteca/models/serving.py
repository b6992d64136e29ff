"""The embedder child's two lanes: a question is answered before the next text of what is embedded in bulk."""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Sequence
from typing import Any, BinaryIO, Protocol

import numpy as np

from mnemoteca.models.child_side import stand_back
from mnemoteca.models.frames import Answer, Ask, Reply, Torn, read_request, write_frame

BUG = 70  # the exit code after an error that nobody expected

Vectors = np.ndarray[Any, np.dtype[np.float32]]


class Model(Protocol):
    """What embeds; several threads may call it at once."""

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """A vector a text."""
        ...


class _Bulk:
    """An Ask whose texts are embedded one by one, by whichever thread is free."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self.rows: list[Vectors] = [np.empty((0, 0), np.float32)] * len(ask.texts)
        self.next = 0
        self.left = len(ask.texts)


class Lanes:
    """Asks that wait, and the threads that work on them: one for questions, the others for all else."""

    def __init__(self, model: Model, replies: BinaryIO, threads: int) -> None:
        self._model, self._replies = model, replies
        self._questions: queue.SimpleQueue[Ask] = queue.SimpleQueue()
        self._bulk: list[_Bulk] = []
        self._asking = 0
        self._changed = threading.Condition()
        self._writing = threading.Lock()
        threading.Thread(target=self._answer_questions, daemon=True).start()
        for _ in range(threads):
            threading.Thread(target=self._work_off, daemon=True).start()

    def take(self, ask: Ask) -> None:
        """Put an ask where it belongs."""
        with self._changed:
            if ask.question:
                self._asking += 1
                self._questions.put(ask)
            else:
                self._bulk.append(_Bulk(ask))
                self._changed.notify_all()

    def reply(self, reply: Reply) -> None:
        """Send a reply; where nobody listens any more, this process has no purpose."""
        try:
            with self._writing:
                write_frame(self._replies, reply)
        except OSError:
            os._exit(0)

    def _answer_questions(self) -> None:
        while True:
            ask = self._questions.get()
            self.reply(Answer(ask.number, self._model.vectors(ask.texts).tobytes()))
            with self._changed:
                self._asking -= 1
                self._changed.notify_all()

    def _work_off(self) -> None:
        stand_back()
        while True:
            with self._changed:
                self._changed.wait_for(lambda: not self._asking and self._begun() is not None)
                bulk = self._begun()
                assert bulk is not None
                number = bulk.next
                bulk.next += 1
            self._done(bulk, number, self._model.vectors([bulk.ask.texts[number]]))

    def _begun(self) -> _Bulk | None:
        """The first ask that still has a text that nobody works on."""
        return next((bulk for bulk in self._bulk if bulk.next < len(bulk.rows)), None)

    def _done(self, bulk: _Bulk, number: int, row: Vectors) -> None:
        with self._changed:
            bulk.rows[number] = row
            bulk.left -= 1
            if bulk.left:
                return
            self._bulk.remove(bulk)
        self.reply(Answer(bulk.ask.number, b"".join(row.tobytes() for row in bulk.rows)))


def serve(lanes: Lanes, requests: BinaryIO) -> None:
    """Take asks until standard input ends; whatever fails unforeseen ends the process, and the service sees to it."""
    threading.excepthook = lambda _: os._exit(BUG)
    try:
        while (request := read_request(requests)) is not None:
            if isinstance(request, Ask) and request.texts:
                lanes.take(request)
    except Torn:
        sys.exit(BUG)
