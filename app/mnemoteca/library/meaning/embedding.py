"""One round of embedding: the texts of some memories, a batch at a time, each batch on the disk before the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from mnemoteca.core.errors import Problem
from mnemoteca.core.meaning import Embedder
from mnemoteca.core.meaning import Vectors as Embedded
from mnemoteca.core.meaning_text import Header, key_texts
from mnemoteca.store.vectors import Passage, Vectors
from mnemoteca.store.wording import Document

BATCH = 64  # passages that are embedded and synced together

Text = tuple[Passage, str]


@dataclass(frozen=True, slots=True)
class Refused:
    """A memory of which the embedder makes no vector, and why."""

    id: int
    reason: str


def passages_of(document: Document, start: int) -> list[Text]:
    """The passages of a memory from number `start`; one of none where there is nothing to embed."""
    header = Header(
        document.speaker, document.title, document.occurred_at, document.offset_min, document.precision, document.lang
    )
    texts = key_texts(header, document.text)
    if not texts:
        return [(Passage(document.id, 0, 0, document.space), "")]
    return [
        (Passage(document.id, number, len(texts), document.space), text)
        for number, text in enumerate(texts)
        if number >= start
    ]


def in_batches(texts: Iterator[list[Text]]) -> Iterator[list[Text]]:
    """The passages of memory after memory, so many at a time."""
    batch: list[Text] = []
    for each in texts:
        batch += each
        while len(batch) >= BATCH:
            yield batch[:BATCH]
            batch = batch[BATCH:]
    if batch:
        yield batch


def keep(embedder: Embedder, vectors: Vectors, batch: Sequence[Text], change: int) -> None:
    """Embed a batch and put it on the disk; raises `Problem` and `ValueError`."""
    wanted = [n for n, (passage, _) in enumerate(batch) if passage.of]
    made: Embedded = np.zeros((len(batch), vectors.about.width), np.float32)
    if wanted:
        made[wanted] = embedder.passages([batch[n][1] for n in wanted])
    vectors.add([passage for passage, _ in batch], made, change)


def keep_each(
    embedder: Embedder, vectors: Vectors, batch: Sequence[Text], change: int, pace: Callable[[], None]
) -> tuple[Refused, ...]:
    """Embed memory by memory after a batch failed; returns those of which nothing can be made."""
    refused = []
    for id in dict.fromkeys(passage.memory for passage, _ in batch):
        pace()
        try:
            keep(embedder, vectors, [each for each in batch if each[0].memory == id], change)
        except (Problem, ValueError) as error:
            refused.append(Refused(id, str(error)))
    return tuple(refused)
