"""Which token comes next: the likeliest ones that a grammar lets pass, and of these one by chance or the first."""

from __future__ import annotations

import ctypes
from typing import Any

import llama_cpp
import numpy as np

from mnemoteca.models.llama_model import LlamaModel, Logits

FIRST = 64  # tokens that are held against the grammar first; asking it about all of them takes long
_ROW = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])

Ids = np.ndarray[Any, np.dtype[np.int64]]


class BadGrammar(Exception):
    """The engine does not understand the grammar."""


class NoWay(Exception):
    """No token goes on with what was written."""


class Grammar:
    """A grammar and how far what was written has come in it."""

    def __init__(self, model: LlamaModel, text: str) -> None:
        if not text.strip():  # which the engine takes for one that allows everything
            raise BadGrammar
        self._sampler = llama_cpp.llama_sampler_init_grammar(model.vocabulary, text.encode(), b"root")
        if not self._sampler:
            raise BadGrammar

    def passing(self, ids: Ids, logits: Logits) -> Ids:
        """Those of the tokens that may come next."""
        rows = np.zeros(len(ids), _ROW)
        rows["id"], rows["logit"] = ids, logits[ids]
        data = rows.ctypes.data_as(ctypes.POINTER(llama_cpp.llama_token_data))
        array = llama_cpp.llama_token_data_array(data, len(ids), -1, False)
        llama_cpp.llama_sampler_apply(self._sampler, ctypes.byref(array))
        kept: Ids = ids[np.isfinite(rows["logit"])]
        return kept

    def accept(self, token: int) -> None:
        """That token comes next; it has to be one that passes."""
        llama_cpp.llama_sampler_accept(self._sampler, token)

    def close(self) -> None:
        llama_cpp.llama_sampler_free(self._sampler)


def choose(logits: Logits, silent: Any, grammar: Grammar, temperature: float, chance: np.random.Generator) -> int:
    """The next token; raises `NoWay`. `silent` tokens have no text and are never taken."""
    usable = np.where(silent, -np.inf, logits)
    first = np.argpartition(usable, -FIRST)[-FIRST:] if len(usable) > FIRST else np.arange(len(usable))
    passing = grammar.passing(first[np.isfinite(usable[first])], logits)
    if not len(passing):
        passing = grammar.passing(np.flatnonzero(np.isfinite(usable)), logits)
    if not len(passing):
        raise NoWay
    likely = usable[passing].astype(np.float64)
    if temperature <= 0.0:
        return int(passing[int(np.argmax(likely))])
    weights = np.exp((likely - likely.max()) / temperature)
    return int(chance.choice(passing, p=weights / weights.sum()))
