"""Reading a question and a text together: one score for how well the text answers, by a GGUF reranker."""

from __future__ import annotations

import math
from collections.abc import Callable

import llama_cpp

from mnemoteca.models.llama_embedder import LlamaReader
from mnemoteca.models.llama_model import Tokens, Unloadable

WINDOW = 512  # tokens of a question and a text together
_QUESTION = 128  # of them at most for the question


class LlamaRanker(LlamaReader):
    """A reranker of the kinds of XLM-R and Qwen3; used by one thread at a time."""

    def __init__(self, path: str, threads: int, window: int = WINDOW) -> None:
        super().__init__(path, threads, llama_cpp.LLAMA_POOLING_TYPE_RANK, window)
        self._form = self._form_of()
        if not math.isfinite(self.score("the", "the")):
            raise Unloadable("its numbers are none: the file is damaged, or the model can't run here")

    def score(self, question: str, text: str) -> float:
        """How well the text answers; higher is better. What a person wrote is never read as the model's marks."""
        asked, told = self.tokens(question, whole=False)[:_QUESTION], self.tokens(text, whole=False)
        room = self.window - len(self._form([], []))
        return float(self.read(self._form(asked, told[: max(1, room - len(asked))]), 1)[0])

    def _form_of(self) -> Callable[[Tokens, Tokens], Tokens]:
        """The form that the file carries for it, else the one of XLM-R: both between the marks of beginning and end."""
        carried = llama_cpp.llama_model_chat_template(self._model, b"rerank")
        form = carried.decode("utf-8", "replace") if carried else ""
        if form.count("{query}") == form.count("{document}") == 1 and form.index("{query}") < form.index("{document}"):
            before, rest = form.split("{query}")
            between, after = rest.split("{document}")
            parts = [self.tokens(part, whole=False, marks=True) for part in (before, between, after)]
            return lambda asked, told: [*parts[0], *asked, *parts[1], *told, *parts[2]]
        begin, end, between_ = (
            llama_cpp.llama_vocab_bos(self._vocabulary),
            llama_cpp.llama_vocab_eos(self._vocabulary),
            llama_cpp.llama_vocab_sep(self._vocabulary),
        )
        first, last, middle = ([int(mark)] if mark >= 0 else [] for mark in (begin, end, between_))
        return lambda asked, told: [*first, *asked, *last, *middle, *told, *last]
