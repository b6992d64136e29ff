"""The generator's process: `python -m mnemoteca.models.generator_child MODEL.gguf CONTEXT`, one prompt at a time.

A process of its own: a bad file aborts it, and its memory is given back only by its end.
"""

from __future__ import annotations

import ctypes
import os
import sys
from typing import Any

import llama_cpp

from mnemoteca.models import child_side
from mnemoteca.models.frames import Completion, Prompt, Ready, Torn, Unfit, read_request, write_frame

BUG = 70


class Reasons:
    """Keeps what the engine says, which is the only place where it tells why a file can't be loaded."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._callback = llama_cpp.llama_log_callback(self._heard)  # kept, or the engine calls what is gone
        llama_cpp.llama_log_set(self._callback, ctypes.c_void_p(0))

    def last(self) -> str:
        """What it said last of an error; "" where nothing."""
        told = [line.strip() for line in self._lines if "error" in line or "fail" in line]
        return told[-1][:200] if told else ""

    def _heard(self, level: int, text: bytes, data: Any) -> None:
        self._lines = [*self._lines[-50:], text.decode("utf-8", "replace")]


def main(model: str, context: str) -> None:
    child_side.end_with_the_service()
    replies = child_side.replies()
    reasons = Reasons()
    try:
        llama = llama_cpp.Llama(model, n_ctx=int(context), n_threads=1, n_threads_batch=1, verbose=False)
    except (ValueError, RuntimeError) as error:
        write_frame(replies, Unfit(reasons.last() or str(error), files=True))
        return
    write_frame(replies, Ready())
    while (request := read_request(sys.stdin.buffer)) is not None:
        if isinstance(request, Prompt):
            write_frame(replies, complete(llama, request))


def complete(llama: llama_cpp.Llama, prompt: Prompt) -> Completion:
    """What the model goes on with; the person's text is never taken for the model's own marks."""
    tokens = llama.tokenize(prompt.text.encode(), add_bos=True, special=False)
    if len(tokens) + prompt.tokens > llama.n_ctx():
        return Completion(prompt.number, "", "the text is longer than what the model can read at once")
    made: Any = llama.create_completion(tokens, max_tokens=prompt.tokens, temperature=0.0, seed=1)
    return Completion(prompt.number, made["choices"][0]["text"])


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Torn:
        sys.exit(BUG)
    sys.stdout.flush()
    os._exit(0)  # without the engine's own leave-taking, which has crashed
