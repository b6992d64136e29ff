"""What is found in a text, and the labels with which the words of a name are marked."""

from __future__ import annotations

from dataclasses import dataclass

PERSON, ORGANISATION, PLACE, LAW, OTHER = "person", "organisation", "place", "law", "other"
LEARNED = (PERSON, ORGANISATION, PLACE, LAW, OTHER)  # what the weights tell apart
FINER = (
    "product",
    "work",
    "event",
    "group",
    "project",
)  # what a name of the kind `other` may be by the words around it
NAMES = (*LEARNED, *FINER)
FORMS = ("url", "email", "file", "symbol", "amount")  # found by their form

OUTSIDE = 0
LABELS = 1 + 2 * len(LEARNED)  # outside; then for each kind its first word and what follows


@dataclass(frozen=True, slots=True)
class Entity:
    """A name, or what has a form of its own, where it stands; `start` and `end` in characters, the end exclusive.

    `confidence` (0–1) is how often one like it was right where it could be checked; what a form or the person says
    has 1.
    """

    start: int
    end: int
    kind: str
    confidence: float = 1.0


def first_label(kind: str) -> int:
    """The label of the first word of a name of that kind; the next number is that of the words after it."""
    return 1 + 2 * LEARNED.index(kind)


def kind_of(label: int) -> str:
    """The kind that a label other than `OUTSIDE` speaks of."""
    return LEARNED[(label - 1) // 2]
