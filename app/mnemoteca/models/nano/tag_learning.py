"""How the tagger's weights are learned: ridge regression of each label on the features, solved exactly.

With fewer texts than features the solution is sought among the texts (each feature's weight is a sum over them), which
is one system of equations as large as the number of texts. Nothing is drawn by chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mnemoteca.models.nano.tag_weights import TagWeights, whole

SEEN_AT_LEAST = 2  # texts that a feature must stand in
RIDGE = 2.0  # how strongly weights are kept small


@dataclass(frozen=True, slots=True)
class TagLesson:
    """The features of a text, and its labels."""

    features: Mapping[str, float]
    labels: Collection[str]


def learned(lessons: Sequence[TagLesson], labels: Sequence[str], ridge: float = RIDGE) -> TagWeights:
    """The weights that tell the labels of these texts best."""
    seen = Counter(feature for lesson in lessons for feature in lesson.features)
    names = sorted(feature for feature, count in seen.items() if count >= SEEN_AT_LEAST)
    x = _matrix(lessons, names)
    wanted = np.array([[1.0 if label in lesson.labels else -1.0 for label in labels] for lesson in lessons])
    alike = (x @ x.T).astype(np.float64)
    shares = np.linalg.solve(alike + 1.0 + ridge * np.eye(len(lessons)), wanted)
    rows = x.T @ shares.astype(np.float32)
    return whole(labels, shares.sum(axis=0).tolist(), dict(zip(names, rows.tolist(), strict=True)))


def _matrix(lessons: Sequence[TagLesson], names: Sequence[str]) -> NDArray[np.float32]:
    at = {name: n for n, name in enumerate(names)}
    x = np.zeros((len(lessons), len(names)), np.float32)
    for n, lesson in enumerate(lessons):
        for feature, value in lesson.features.items():
            if feature in at:
                x[n, at[feature]] = value
    return x
