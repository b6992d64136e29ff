"""The generator's process: `python -m mnemoteca.models.generator_child MODEL CONTEXT THREADS DEVICE`.

One prompt at a time. A process of its own: a bad file aborts it, and its memory is given back only by its end.
"""

from __future__ import annotations

import math
import os
import queue
import sys
import threading
from typing import BinaryIO

from mnemoteca.core.clock import stopwatch
from mnemoteca.models import child_side
from mnemoteca.models.frames import (
    Cancel,
    Loaded,
    Measure,
    Measured,
    Prompt,
    Rank,
    Reply,
    Request,
    Torn,
    Unfit,
    read_request,
    write_frame,
)
from mnemoteca.models.llama_model import LlamaModel, Unloadable
from mnemoteca.models.llama_writing import Writing
from mnemoteca.models.memory_held import memory_held

BUG = 70


class Requests:
    """What is asked, in its order; a thread of its own hears at once what is cancelled, and the service's end."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._waiting: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._cancelled: set[int] = set()
        self._number, self._until = 0, math.inf
        threading.Thread(target=self._listen, daemon=True).start()

    def next(self) -> Request | None:
        """What is to be done next; None where nothing more will come."""
        return self._waiting.get()

    def begin(self, request: Prompt | Rank) -> None:
        """This is at work from now on."""
        self._number, self._until = request.number, stopwatch() + request.seconds

    def is_over(self) -> bool:
        """Whether what is at work is no longer wanted, or out of time."""
        return self._number in self._cancelled or stopwatch() > self._until

    def _listen(self) -> None:
        try:
            while (request := read_request(self._file)) is not None:
                if isinstance(request, Cancel):
                    self._cancelled.add(request.number)
                else:
                    self._waiting.put(request)
        except Torn:
            os._exit(BUG)
        os._exit(0)  # the service is gone, or wants it gone; without the engine's own leave-taking, which has crashed


class Replies:
    """The way back to the service."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def send(self, reply: Reply) -> None:
        """Where nobody listens any more, this process has no purpose."""
        try:
            write_frame(self._file, reply)
        except OSError:
            os._exit(0)


def main(path: str, context: str, threads: str, device: str) -> None:
    child_side.end_with_the_service()
    child_side.stand_back()  # the engine's threads are made by this one, and are as modest
    replies, requests = Replies(child_side.replies()), Requests(sys.stdin.buffer)
    try:
        model = LlamaModel(path, int(context), int(threads), device == "gpu", requests.is_over)
        writing = Writing(model)
        writing.try_out()
    except Unloadable as error:
        replies.send(Unfit(str(error), files=True))
        return
    replies.send(Loaded(model.context, memory_held(), writing.overhead, writing.form.own, model.description()))
    while (request := requests.next()) is not None:
        if isinstance(request, Measure):
            replies.send(Measured(request.number, [len(model.tokens(text)) for text in request.texts]))
        elif isinstance(request, Prompt):
            requests.begin(request)
            replies.send(writing.complete(request, replies.send, requests.is_over))


if __name__ == "__main__":
    main(*sys.argv[1:])
    sys.stdout.flush()
    os._exit(0)
