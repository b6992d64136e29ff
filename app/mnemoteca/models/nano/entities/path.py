"""The best sequence of labels for each piece of text, and by how much it beats the next best.

Scores are whole numbers, so that the same weights give the same labels everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mnemoteca.models.nano.entities.entity import LABELS, OUTSIDE

Scores = NDArray[np.int32]
Labels = NDArray[np.int64]
NEVER = -(1 << 26)  # what no score makes up for, and many of which still fit into 32 bits


def forbidden() -> Scores:
    """What is added to the scores of steps: `NEVER` where a name would go on that did not begin.

    Rows are labels before, columns labels after; the last row is the beginning of a line.
    """
    steps = np.zeros((LABELS + 1, LABELS), dtype=np.int32)
    for inner in range(2, LABELS, 2):
        steps[:, inner] = NEVER
        steps[[inner - 1, inner], inner] = 0
    return steps


def padded(pieces: Sequence[Scores]) -> tuple[Scores, NDArray[np.int64]]:
    """The scores of pieces (words, labels) as one array (pieces, words of the longest, labels), and their lengths.

    Behind the end of a piece only `OUTSIDE` is possible, and costs nothing.
    """
    lengths = np.array([len(piece) for piece in pieces], dtype=np.int64)
    scores = np.full((len(pieces), int(lengths.max()), LABELS), NEVER, dtype=np.int32)
    scores[:, :, OUTSIDE] = 0
    for at, piece in enumerate(pieces):
        scores[at, : len(piece)] = piece
    return scores, lengths


def best_paths(scores: Scores, steps: Scores) -> Labels:
    """The best label of each word: (pieces, words). `steps` as of `forbidden`, with what was learned added."""
    count, length, _ = scores.shape
    between = steps[:LABELS]
    came_from = np.empty((length, count, LABELS), dtype=np.int64)
    best = scores[:, 0] + steps[LABELS]
    for at in range(1, length):
        ways = best[:, :, None] + between
        came_from[at] = ways.argmax(axis=1)
        best = np.maximum(ways.max(axis=1), NEVER) + scores[:, at]
    labels = np.empty((count, length), dtype=np.int64)
    labels[:, -1] = best.argmax(axis=1)
    rows = np.arange(count)
    for at in range(length - 1, 0, -1):
        labels[:, at - 1] = came_from[at][rows, labels[:, at]]
    return labels


def best_through(scores: Scores, steps: Scores) -> Scores:
    """For each word and label the score of the best sequence that has this label there: (pieces, words, labels)."""
    count, length, _ = scores.shape
    between = steps[:LABELS]
    through = np.empty_like(scores)
    through[:, 0] = ahead = scores[:, 0] + steps[LABELS]
    for at in range(1, length):
        ahead = np.maximum((ahead[:, :, None] + between).max(axis=1), NEVER) + scores[:, at]
        through[:, at] = ahead
    behind = np.zeros((count, LABELS), dtype=np.int32)
    for at in range(length - 2, -1, -1):
        behind = np.maximum((between + (behind + scores[:, at + 1])[:, None, :]).max(axis=2), NEVER)
        through[:, at] += behind
    return through


def leads(through: Scores, labels: Labels) -> Scores:
    """By how much the label of each word beats its second best: (pieces, words)."""
    chosen = np.take_along_axis(through, labels[:, :, None], axis=2)[:, :, 0]
    others = through.copy()
    np.put_along_axis(others, labels[:, :, None], 2 * NEVER, axis=2)
    lead: Scores = chosen - others.max(axis=2)
    return lead


def names_in(labels: Sequence[int]) -> list[tuple[int, int, int]]:
    """First word, end (exclusive) and the label of the first word, of each name."""
    found: list[tuple[int, int, int]] = []
    at = 0
    while at < len(labels):
        label = int(labels[at])
        if label == OUTSIDE:
            at += 1
            continue
        end = at + 1
        while end < len(labels) and labels[end] == label + 1:
            end += 1
        found.append((at, end, label))
        at = end
    return found
