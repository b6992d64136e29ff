"""Meaning: what embeds, and the vectors that travel between it and the index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from mnemoteca.core.errors import Unavailable
from mnemoteca.core.standing import EmbedderState, MeaningState

DIMENSIONS = 384  # of the embedder that comes with the app

Vectors = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True, slots=True)
class Sought:
    """The unit vector of a question, and the model that made it: it is held against that model's vectors alone."""

    vector: Vectors
    model: str


class Embedder(Protocol):
    """What makes vectors of texts; any thread may call it."""

    @property
    def model(self) -> str:
        """The name of the model, by which its vectors are told from another's; "" while there is none.

        What follows a `/` is a variant whose vectors may be compared with those of the others of that name.
        """
        ...

    @property
    def width(self) -> int:
        """How many numbers a vector has."""
        ...

    def asked_by(self, model: str) -> Embedder | None:
        """Who makes vectors that may be compared with those of this model; None where nobody does any more."""
        ...

    def state(self) -> EmbedderState:
        """How it stands, at once."""
        ...

    def question(self, text: str, at_most_s: float) -> Vectors | None:
        """The unit vector of a question, shape (width,), before all passages; None where it isn't there in time."""
        ...

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of texts, shape (n, width), each text cut at the model's window; raises `Unavailable`."""
        ...

    def stop(self) -> None:
        """End its process."""
        ...


def comparable(model: str, other: str) -> bool:
    """Whether a question's vector by the one may be held against vectors by the other."""
    return model.partition("/")[0] == other.partition("/")[0]


class NoEmbedder:
    """In the place of an embedder where there is none."""

    model = ""
    width = DIMENSIONS

    def __init__(self, state: MeaningState = MeaningState.ABSENT) -> None:
        self._state = EmbedderState(state)

    def asked_by(self, model: str) -> Embedder | None:
        return None

    def state(self) -> EmbedderState:
        return self._state

    def question(self, text: str, at_most_s: float) -> Vectors | None:
        return None

    def passages(self, texts: Sequence[str]) -> Vectors:
        raise Unavailable("meaning_absent")

    def stop(self) -> None:
        """Nothing runs."""
