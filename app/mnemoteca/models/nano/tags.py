"""The tagger: what kind of work a text speaks of: a bug, a feature, refactoring, docs, a test, config, a deployment.

Weights that were learned once (`train_tags.py`) give each tag a score; what a person corrects moves the scores at once.
A text that is about none of them is `general`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mnemoteca.core.resources import resource
from mnemoteca.models.nano.tag_features import features
from mnemoteca.models.nano.tag_weights import TagWeights, read_weights

GENERAL = "general"
WEIGHTS = "tags.weights"
MAX_TAGS = 3
ALSO = -0.5  # from this score on a tag stands beside the best one; measured in decisions/82-tags.md
MEANING = 1.0  # what a vector counts beside the features of the words
_ROUNDS = 3  # how often the corrections are gone through
_EASE = 0.5  # the larger, the less of the error one correction takes away at once
_NOT = -1.0  # the score of a tag that nobody taught yet

Vector = Sequence[float]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said a text is: its tags, of ours or of their own; none means that nothing fits.

    `vector` is the text's meaning as a unit vector, where an embedder gave one: what was corrected then holds for texts
    of like meaning, too. Vectors of different embedders are not to be mixed.
    """

    text: str
    tags: tuple[str, ...]
    vector: tuple[float, ...] | None = None


class Tagger:
    """Tags texts by learned weights and by the corrections of a person."""

    def __init__(self, weights: TagWeights, corrections: Sequence[Correction] = ()) -> None:
        self._weights = weights
        self._corrections = tuple(corrections)
        own = dict.fromkeys(tag for each in corrections for tag in each.tags if tag not in weights.labels)
        self.labels = (*weights.labels, *own)
        self._shifts: dict[str, list[float]] = {}  # what was learned of the corrections: a row a feature
        self._learn()

    def corrected(self, correction: Correction) -> Tagger:
        """A tagger that knows one correction more; a text that was corrected before is corrected anew."""
        kept = [each for each in self._corrections if each.text != correction.text]
        return Tagger(self._weights, [*kept, correction])

    def classify(self, text: str, vector: Vector | None = None) -> str:
        """The best tag of a text; `general` where none fits."""
        return self.classify_multiple(text, 1, vector)[0]

    def classify_multiple(self, text: str, max_tags: int = MAX_TAGS, vector: Vector | None = None) -> list[str]:
        """The tags of a text, best first, at most `max_tags`; `general` alone where none fits."""
        scores = self.scores(text, vector)
        general = scores.pop(GENERAL, _NOT)
        best, *others = sorted(scores, key=lambda tag: -scores[tag])
        if general > scores[best]:
            return [GENERAL]
        return [best, *(tag for tag in others if scores[tag] > ALSO)][: max(1, max_tags)]

    def scores(self, text: str, vector: Vector | None = None) -> dict[str, float]:
        """The score of each tag: about 1 where it surely holds, about -1 where it surely doesn't."""
        return dict(zip(self.labels, self._scores(_seen(text, vector)), strict=True))

    def _scores(self, seen: Mapping[str, float]) -> list[float]:
        scores = self._weights.scores(seen)
        scores += [_NOT] * (len(self.labels) - len(scores))
        for feature, value in seen.items() if self._shifts else ():
            for n, shift in enumerate(self._shifts.get(feature, ())):
                scores[n] += value * shift
        return scores

    def _learn(self) -> None:
        """Take the error off each corrected text in turn, by the features that it has (the delta rule)."""
        lessons = [(_seen(each.text, each.vector), set(each.tags) or {GENERAL}) for each in self._corrections]
        for _ in range(_ROUNDS):
            for seen, tags in lessons:
                wanted = [1.0 if label in tags else -1.0 for label in self.labels]
                self._shift(seen, [right - is_ for right, is_ in zip(wanted, self._scores(seen), strict=True)])

    def _shift(self, seen: Mapping[str, float], errors: Sequence[float]) -> None:
        step = 1 / (sum(value * value for value in seen.values()) + _EASE)
        for feature, value in seen.items():
            row = self._shifts.setdefault(feature, [0.0] * len(errors))
            for n, error in enumerate(errors):
                row[n] += error * value * step


def _seen(text: str, vector: Vector | None) -> dict[str, float]:
    seen = features(text)
    if vector is not None:
        seen.update((f"meaning:{n}", MEANING * value) for n, value in enumerate(vector))
    return seen


@lru_cache(maxsize=1)
def shipped_weights() -> TagWeights:
    """The weights that come with the app, read when they are first asked for."""
    return read_weights(resource("nano") / WEIGHTS)


@lru_cache(maxsize=1)
def shipped_tagger() -> Tagger:
    """The tagger as it comes with the app, before any correction."""
    return Tagger(shipped_weights())


def classify(text: str) -> str:
    """The best tag of a text; `general` where none fits."""
    return shipped_tagger().classify(text)


def classify_multiple(text: str, max_tags: int = MAX_TAGS) -> list[str]:
    """The tags of a text, best first, at most `max_tags`; `general` alone where none fits."""
    return shipped_tagger().classify_multiple(text, max_tags)
