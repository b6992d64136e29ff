"""What is near to a question, by the vectors that stand."""

from __future__ import annotations

import numpy as np

from mnemoteca.core.meaning import Embedder
from mnemoteca.core.meaning import Vectors as Embedded
from mnemoteca.core.standing import EmbedderState, MeaningState
from mnemoteca.library.meaning.holdings import Holdings
from mnemoteca.store.vectors import NOTHING_NEAR, Near, Scores, Vectors
from mnemoteca.store.wording import Ids

NO_IDS: Ids = np.empty(0, np.int64)


class Searching:
    """Searches whichever vectors serve; any thread may call it."""

    def __init__(self, embedder: Embedder) -> None:
        self.embedder = embedder
        self._holdings: Holdings | None = None
        self._model = ""  # that the embedder runs, once it is ready
        self._lacking: Ids = NO_IDS  # the memories that are to get vectors; sorted

    def state(self) -> EmbedderState:
        """How the embedder stands."""
        return self.embedder.state()

    @property
    def vectors(self) -> Vectors | None:
        """Those that are being brought up to date."""
        return self._holdings.current if self._holdings else None

    def ids(self) -> Ids:
        """The memories that have all their vectors and may be found; sorted."""
        vectors = self.vectors
        return NO_IDS if vectors is None else np.intersect1d(vectors.ids(), vectors.complete())

    def unfindable(self, ids: Ids) -> Ids:
        """Those of the memories that the search does not lead to from a vector of their own."""
        vectors = self.vectors
        return ids if vectors is None else vectors.unfindable(ids)

    def question(self, text: str, at_most_s: float) -> Embedded | None:
        """The vector of a question, if it is there in time and anything can be held against it."""
        if self._serving() is None or self.state().state is not MeaningState.READY:
            return None
        return self.embedder.question(text, at_most_s)

    def search(self, vector: Embedded, n: int, space: int | None = None, allowed: Ids | None = None) -> Near:
        """The `n` nearest memories of a space (its id) and of those allowed; hits are to be looked up in the tables."""
        serving = self._serving()
        return NOTHING_NEAR if serving is None else serving.search(vector, n, space, allowed)

    def scores(self, vector: Embedded, ids: Ids) -> Scores:
        """The cosine of the best passage of each of these memories; NaN where there is none."""
        serving = self._serving()
        return np.full(len(ids), np.nan) if serving is None else serving.scores(vector, ids)

    def passages(self, ids: Ids) -> Ids:
        """How many passages of each of these memories are searched."""
        serving = self._serving()
        return np.zeros(len(ids), np.int64) if serving is None else serving.passages(ids)

    def like(self, id: int, n: int, space: int | None = None, allowed: Ids | None = None) -> Near:
        """The memories nearest to this one."""
        vectors = self.vectors
        return NOTHING_NEAR if vectors is None else vectors.like(id, n, space, allowed)

    def _serving(self) -> Vectors | None:
        holdings = self._holdings
        return holdings.serving(self._model, whole=not len(self._lacking)) if holdings and self._model else None
