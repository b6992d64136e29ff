"""A GGUF model in llama.cpp: loaded with its tensors checked, its vocabulary, its memory of what it has read.

One thread at a time may ask it. Whatever the engine says about a failure is heard only by `Reasons`.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from typing import Any

import llama_cpp
import numpy as np

Tokens = list[int]
Logits = np.ndarray[Any, np.dtype[np.float32]]

BATCH = 256  # tokens that are read at once: so often a cancelled reading is noticed, at the latest
_NO_TEXT = llama_cpp.LLAMA_TOKEN_ATTR_CONTROL | llama_cpp.LLAMA_TOKEN_ATTR_UNKNOWN | llama_cpp.LLAMA_TOKEN_ATTR_UNUSED
_ABORTED = 2  # what decoding returns then


class Unloadable(Exception):
    """The model can't be run, and why, as a sentence without its full stop."""


class Abandoned(Exception):
    """The reading was given up because somebody asked for that."""


class Reasons:
    """Keeps what the engine says, which is the only place where it tells why a file can't be loaded."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._callback = llama_cpp.llama_log_callback(self._heard)  # kept, or the engine calls what is gone
        llama_cpp.llama_log_set(self._callback, ctypes.c_void_p(0))

    def last(self) -> str:
        """What it said last of an error; "" where nothing."""
        told = [line.strip() for line in self._lines if "error" in line or "fail" in line or "invalid" in line]
        return told[-1][:200] if told else ""

    def _heard(self, level: int, text: bytes, data: Any) -> None:
        self._lines = [*self._lines[-50:], text.decode("utf-8", "replace")]


class LlamaModel:
    """A model and one context. `abandoned` is asked all the time while it works: True ends that with `Abandoned`."""

    def __init__(self, path: str, context: int, threads: int, gpu: bool, abandoned: Callable[[], bool]) -> None:
        if gpu and not llama_cpp.llama_supports_gpu_offload():
            raise Unloadable("the engine was built without a way to use a graphics card; set slm.device to cpu")
        given = llama_cpp.llama_model_default_params()
        given.n_gpu_layers = -1 if gpu else 0
        given.check_tensors = True
        reasons = Reasons()
        self._reasons = reasons
        self._model = llama_cpp.llama_model_load_from_file(path.encode(), given)
        if not self._model:
            raise Unloadable(reasons.last() or "the engine could not load it")
        self._vocabulary = llama_cpp.llama_model_get_vocab(self._model)
        self.size = llama_cpp.llama_vocab_n_tokens(self._vocabulary)
        if not self.size or not llama_cpp.llama_model_has_decoder(self._model):
            raise Unloadable("it does not write")
        self._context = self._make_context(context, threads)
        self._memory = llama_cpp.llama_get_memory(self._context)
        self._abort = llama_cpp.ggml_abort_callback(lambda _: abandoned())
        llama_cpp.llama_set_abort_callback(self._context, self._abort, ctypes.c_void_p(0))
        self.context = int(llama_cpp.llama_n_ctx(self._context))
        self._held: Tokens = []
        self.endings, self.silent = self._kinds_of_tokens()

    def _make_context(self, context: int, threads: int) -> Any:
        trained = llama_cpp.llama_model_n_ctx_train(self._model)
        given = llama_cpp.llama_context_default_params()
        given.n_ctx = min(context, trained) if trained > 0 else context
        given.n_batch = given.n_ubatch = BATCH
        given.n_threads = given.n_threads_batch = threads
        made = llama_cpp.llama_init_from_model(self._model, given)
        if not made:
            raise Unloadable(self._reasons.last() or "there is too little memory for its context")
        return made

    def _kinds_of_tokens(self) -> tuple[np.ndarray[Any, np.dtype[np.bool_]], np.ndarray[Any, np.dtype[np.bool_]]]:
        """Which tokens end a text, and which have no text of their own; one flag a token."""
        ends = np.zeros(self.size, np.bool_)
        silent = np.zeros(self.size, np.bool_)
        for token in range(self.size):
            ends[token] = llama_cpp.llama_vocab_is_eog(self._vocabulary, token)
            silent[token] = bool(llama_cpp.llama_vocab_get_attr(self._vocabulary, token) & _NO_TEXT)
        return ends, silent & ~ends

    @property
    def vocabulary(self) -> Any:
        """The engine's handle of it."""
        return self._vocabulary

    def description(self) -> str:
        """What the engine calls it: “llama 1B Q4_K - Medium”."""
        told = ctypes.create_string_buffer(256)
        llama_cpp.llama_model_desc(self._model, told, 256)
        return told.value.decode("utf-8", "replace")

    def template(self) -> bytes | None:
        """The form of a chat that the file carries."""
        found: bytes | None = llama_cpp.llama_model_chat_template(self._model, None)
        return found

    def begins_with_mark(self) -> bool:
        """Whether a text begins with the token for a beginning."""
        return bool(llama_cpp.llama_vocab_get_add_bos(self._vocabulary))

    def beginning(self) -> int:
        """That token; below 0 where there is none."""
        return int(llama_cpp.llama_vocab_bos(self._vocabulary))

    def tokens(self, text: str, *, marks: bool = False) -> Tokens:
        """The tokens of a text; only with `marks` what looks like a mark of the model is one."""
        content = text.encode("utf-8", "replace")
        room = len(content) + 16
        found = (llama_cpp.llama_token * room)()
        count = llama_cpp.llama_tokenize(self._vocabulary, content, len(content), found, room, False, marks)
        if count < 0:
            found = (llama_cpp.llama_token * -count)()
            count = llama_cpp.llama_tokenize(self._vocabulary, content, len(content), found, -count, False, marks)
        return list(found[: max(0, count)])

    def piece(self, token: int) -> bytes:
        """What a token stands for; marks stand for nothing."""
        told = ctypes.create_string_buffer(128)
        length = llama_cpp.llama_token_to_piece(self._vocabulary, token, told, 128, 0, False)
        if length < 0:
            told = ctypes.create_string_buffer(-length)
            length = llama_cpp.llama_token_to_piece(self._vocabulary, token, told, -length, 0, False)
        return told.raw[: max(0, length)]

    def read(self, tokens: Sequence[int]) -> int:
        """Have it read a whole prompt; how many tokens at its beginning it knew already. Raises `Abandoned`."""
        known = 0
        for held, new in zip(self._held, tokens[:-1], strict=False):
            if held != new:
                break
            known += 1
        if known < len(self._held) and not llama_cpp.llama_memory_seq_rm(self._memory, 0, known, -1):
            self.forget()  # what has no memory of each token can't go back to one
            known = 0
        self._held = list(tokens[:known])
        self.read_on(tokens[known:])
        return known

    def read_on(self, tokens: Sequence[int]) -> None:
        """Have it read more; raises `Abandoned`, and `Unloadable` where the engine fails."""
        for start in range(0, len(tokens), BATCH):
            part = tokens[start : start + BATCH]
            given = (llama_cpp.llama_token * len(part))(*part)
            outcome = llama_cpp.llama_decode(self._context, llama_cpp.llama_batch_get_one(given, len(part)))
            if outcome == 0:
                self._held += part
                continue
            self.forget()
            if outcome == _ABORTED:
                raise Abandoned
            raise Unloadable(self._reasons.last() or f"the engine could not read on (code {outcome})")

    def logits(self) -> Logits:
        """How likely each token is to be the next; a copy."""
        found = llama_cpp.llama_get_logits_ith(self._context, -1)
        return np.ctypeslib.as_array(found, (self.size,)).copy()

    def forget(self) -> None:
        """What it has read is forgotten."""
        llama_cpp.llama_memory_clear(self._memory, True)
        self._held = []
