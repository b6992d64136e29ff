"""What is near to a question, by the vectors that stand."""

from __future__ import annotations

from base64 import b64decode, b64encode

import numpy as np

from mnemoteca.core.meaning import Embedder, Sought, comparable
from mnemoteca.core.standing import EmbedderState, MeaningState
from mnemoteca.library.meaning.embedding import Refused
from mnemoteca.library.meaning.holdings import Holdings
from mnemoteca.models.remembered import Remembered
from mnemoteca.store.vectors import NOTHING_NEAR, Near, Scores, Vectors
from mnemoteca.store.wording import Ids

NO_IDS: Ids = np.empty(0, np.int64)


class Searching:
    """Searches whichever vectors serve; any thread may call it."""

    def __init__(self, embedder: Embedder) -> None:
        self.embedder = embedder
        self._holdings: Holdings | None = None
        self._model = ""  # that the embedder runs, once it is ready
        self.remembered: Remembered | None = None  # the vectors of questions that were asked before
        self._lacking: Ids = NO_IDS  # the memories that are to get vectors; sorted
        self._refused: dict[int, Refused] = {}  # those of them that get none
        self._looked = False  # whether it is known what the current ones lack

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

    def question(self, text: str, at_most_s: float) -> Sought | None:
        """The vector of a question, if it is there in time and anything can be held against it.

        It is made by the model whose vectors serve now, and held against these alone.
        """
        serving = self._serving()
        if serving is None or self.state().state is MeaningState.OFF:
            return None
        model = serving.about.model
        asked = self.embedder.asked_by(model)
        if asked is None or asked.state().state is not MeaningState.READY:
            return None
        if self.remembered is not None and (kept := self.remembered.find("embeddings", text, model)):
            return Sought(np.frombuffer(b64decode(kept), np.float32), model)
        vector = asked.question(text, at_most_s)
        if vector is None:
            return None
        if self.remembered is not None:
            self.remembered.keep("embeddings", text, b64encode(vector.astype(np.float32).tobytes()).decode(), model)
        return Sought(vector, model)

    def search(self, sought: Sought, n: int, space: int | None = None, allowed: Ids | None = None) -> Near:
        """The `n` nearest memories of a space (its id) and of those allowed; hits are to be looked up in the tables."""
        held = self._of(sought)
        return NOTHING_NEAR if held is None else held.search(sought.vector, n, space, allowed)

    def scores(self, sought: Sought, ids: Ids) -> Scores:
        """The cosine of the best passage of each of these memories; NaN where there is none."""
        held = self._of(sought)
        return np.full(len(ids), np.nan) if held is None else held.scores(sought.vector, ids)

    def passages(self, ids: Ids) -> Ids:
        """How many passages of each of these memories are searched."""
        serving = self._serving()
        return np.zeros(len(ids), np.int64) if serving is None else serving.passages(ids)

    def like(self, id: int, n: int, space: int | None = None, allowed: Ids | None = None) -> Near:
        """The memories nearest to this one."""
        vectors = self._serving() or self.vectors
        return NOTHING_NEAR if vectors is None else vectors.like(id, n, space, allowed)

    def _serving(self) -> Vectors | None:
        holdings = self._holdings
        return holdings.serving(self.is_whole, self._is_asked) if holdings else None

    @property
    def is_whole(self) -> bool:
        """Whether the current vectors are known to lack nothing; of another model's, nothing that can be made."""
        former = self._holdings.former if self._holdings else None
        another = former is not None and not comparable(former.about.model, self._model)
        return self._looked and len(self._lacking) <= (len(self._refused) if another else 0)

    def _of(self, sought: Sought) -> Vectors | None:
        """The vectors that a question's may be held against; None where they went meanwhile."""
        holdings = self._holdings
        return holdings.of(sought.model) if holdings else None

    def _is_asked(self, model: str) -> bool:
        """Whether somebody makes vectors of questions by this model."""
        asked = self.embedder.asked_by(model)
        return asked is not None and asked.state().state is MeaningState.READY
