"""A GGUF model that makes vectors of texts, in one's own process; used by one thread at a time."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

import llama_cpp
import numpy as np

from mnemoteca.models.llama_model import Reasons, Tokens, Unloadable

WINDOW = 512  # tokens of a text that are read: passages have some 225, and models of BERT's kind abort beyond

Vectors = np.ndarray[Any, np.dtype[np.float32]]


class LlamaReader:
    """A model that reads a text as a whole and gives numbers for it, by its pooling."""

    def __init__(self, path: str, threads: int, pooling: int, window: int = WINDOW) -> None:
        self._reasons = Reasons()
        given = llama_cpp.llama_model_default_params()
        given.n_gpu_layers = 0
        given.check_tensors = True
        self._model = llama_cpp.llama_model_load_from_file(path.encode(), given)
        if not self._model:
            raise Unloadable(self._reasons.last() or "the engine could not load it")
        self._vocabulary = llama_cpp.llama_model_get_vocab(self._model)
        self._context = self._make_context(threads, pooling, window)
        if llama_cpp.llama_pooling_type(self._context) == llama_cpp.LLAMA_POOLING_TYPE_NONE:
            llama_cpp.llama_free(self._context)  # the file names none: the mean of what each token means
            self._context = self._make_context(threads, llama_cpp.LLAMA_POOLING_TYPE_MEAN, window)
        self.window = int(llama_cpp.llama_n_ubatch(self._context))  # more at once ends the process
        self._memory = llama_cpp.llama_get_memory(self._context)
        self._encodes = not llama_cpp.llama_model_has_decoder(self._model)

    @property
    def width(self) -> int:
        """How many numbers a vector has."""
        return int(llama_cpp.llama_model_n_embd_out(self._model))

    def tokens(self, text: str, *, whole: bool = True, marks: bool = False) -> Tokens:
        """The tokens of a text; `whole` with the marks of its beginning and its end, `marks` read as such in it too."""
        content = text.encode("utf-8", "replace")
        room = len(content) + 16
        found = (llama_cpp.llama_token * room)()
        count = llama_cpp.llama_tokenize(self._vocabulary, content, len(content), found, room, whole, marks)
        if count < 0:
            found = (llama_cpp.llama_token * -count)()
            count = llama_cpp.llama_tokenize(self._vocabulary, content, len(content), found, -count, whole, marks)
        return list(found[: max(0, count)])

    def read(self, tokens: Sequence[int], count: int) -> Vectors:
        """The first `count` numbers that it gives for these tokens; raises `Unloadable` where the engine fails."""
        if self._memory:
            llama_cpp.llama_memory_clear(self._memory, True)
        given = (llama_cpp.llama_token * len(tokens))(*tokens)
        batch = llama_cpp.llama_batch_get_one(given, len(tokens))
        work = llama_cpp.llama_encode if self._encodes else llama_cpp.llama_decode
        if code := work(self._context, batch):
            raise Unloadable(self._reasons.last() or f"the engine could not read a text (code {code})")
        found = llama_cpp.llama_get_embeddings_seq(self._context, 0)
        if not found:
            raise Unloadable("the model gives no numbers for a text as a whole")
        return np.ctypeslib.as_array(found, (count,)).astype(np.float32)

    def _make_context(self, threads: int, pooling: int, window: int) -> Any:
        trained = llama_cpp.llama_model_n_ctx_train(self._model)
        given = llama_cpp.llama_context_default_params()
        given.n_ctx = min(window, trained) if trained > 0 else window
        given.n_batch = given.n_ubatch = given.n_ctx
        given.n_seq_max = 1
        given.n_threads = given.n_threads_batch = threads
        given.embeddings = True
        given.pooling_type = pooling
        made = llama_cpp.llama_init_from_model(self._model, given)
        if not made:
            raise Unloadable(self._reasons.last() or "there is too little memory for its context")
        return made


class LlamaEmbedder:
    """Makes unit vectors; any thread may call it, one at a time is at work."""

    def __init__(self, path: str, threads: int, pooling: int) -> None:
        self._reader = LlamaReader(path, threads, pooling)
        self._at_work = threading.Lock()
        self.width = self._reader.width
        if not np.isfinite(self.vectors(["The"])).all():
            raise Unloadable("its numbers are none: the file is damaged, or the model can't run here")

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (n, width); a text is cut at the window, with the mark of its end kept."""
        return np.concatenate([self._vector(text) for text in texts])

    def _vector(self, text: str) -> Vectors:
        tokens = self._reader.tokens(text) or [0]
        if len(tokens) > self._reader.window:
            tokens = [*tokens[: self._reader.window - 1], tokens[-1]]
        with self._at_work:
            found = self._reader.read(tokens, self.width)
        length = float(np.linalg.norm(found.astype(np.float64)))
        return (found / length if length else np.full_like(found, np.nan)).reshape(1, -1)
