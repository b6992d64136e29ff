"""An embedder that needs no model: a text is the bag of its words, each word a direction of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from mnemoteca.core.errors import Unavailable
from mnemoteca.core.meaning import DIMENSIONS, Embedder, Vectors, comparable
from mnemoteca.core.standing import EmbedderState, MeaningState
from mnemoteca.core.text import words


class BagOfWords:
    """Ready at once, or in the state that it is set to; counts what it is asked for."""

    def __init__(self, model: str = "bag/1", state: MeaningState = MeaningState.READY) -> None:
        self.model, self.width = model, DIMENSIONS
        self.standing = EmbedderState(state)
        self.texts: list[str] = []
        self.poison = ""  # a text that holds this can't be embedded
        self.lame = ""  # a text that holds this becomes no number

    def state(self) -> EmbedderState:
        return self.standing

    def asked_by(self, model: str) -> Embedder | None:
        return self if comparable(model, self.model) else None

    def question(self, text: str, at_most_s: float) -> Vectors | None:
        return vector_of(text)

    def passages(self, texts: Sequence[str]) -> Vectors:
        if self.standing.state is not MeaningState.READY:
            raise Unavailable("meaning_absent")
        if self.poison and any(self.poison in text for text in texts):
            raise Unavailable("meaning_failed", reason="the embedder died")
        self.texts += texts
        found = np.array([vector_of(text) for text in texts], np.float32)
        if self.lame:
            found[[self.lame in text for text in texts]] = np.nan
        return found

    def stop(self) -> None:
        """Nothing runs."""


def vector_of(text: str) -> Vectors:
    """The unit vector of a text; one without words has a direction of its own."""
    total = np.zeros(DIMENSIONS)
    for word in words(text) or [text]:
        seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "little")
        total += np.random.default_rng(seed).normal(size=DIMENSIONS)
    unit: Vectors = (total / np.linalg.norm(total)).astype(np.float32)
    return unit
