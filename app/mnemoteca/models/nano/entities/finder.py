"""Finds the entities of a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from mnemoteca.core.text import language
from mnemoteca.models.nano.entities.entity import NAMES, OTHER, Entity, kind_of
from mnemoteca.models.nano.entities.finer import finer_kind
from mnemoteca.models.nano.entities.gazetteer import Gazetteer, merged
from mnemoteca.models.nano.entities.known import Known, known_words
from mnemoteca.models.nano.entities.path import Scores, best_paths, best_through, leads, names_in, padded
from mnemoteca.models.nano.entities.patterns import forms_in
from mnemoteca.models.nano.entities.shaping import shaped
from mnemoteca.models.nano.entities.traits import Elsewhere, Traits, hashes_of_lines
from mnemoteca.models.nano.entities.weights import Weights, shipped_weights
from mnemoteca.models.nano.entities.words import Word, lines_of, pieces_of

SMALL_FROM = 0.5
NOTHING_KNOWN = Gazetteer()


class Name(NamedTuple):
    """A name as the weights have it: its words in their piece, its kind, by how much it beats what else it may be."""

    piece: Sequence[Word]
    first: int
    end: int
    kind: str
    margin: int


class Finder:
    """What was learned, ready to be asked; it remembers the words it saw, nothing else."""

    def __init__(self, weights: Weights, known: Known) -> None:
        self._weights = weights
        self._known = known
        self._traits = Traits(known, weights.usually)
        self._margins = [margin for margin, _ in weights.chances]
        self._chances = [chance for _, chance in weights.chances]

    def find(self, text: str, gazetteer: Gazetteer = NOTHING_KNOWN) -> tuple[Entity, ...]:
        """Everything that is found, in the order of the text; none overlaps another."""
        lines = lines_of(text)
        names = [self._entity(name) for name in self._names(text, lines)]
        names = [each for each in names if _sure(text, each) and not gazetteer.refuses(text[each.start : each.end])]
        if gazetteer:
            known = [each for line in lines for each in gazetteer.in_line(line, self._weights.usually)]
            names = merged(names, known)
        forms = forms_in(text)
        free = (name for name in names if not _overlaps(name, forms))
        return tuple(sorted((*free, *forms), key=lambda each: each.start))

    def margins(self, text: str) -> list[tuple[int, int, str, int]]:
        """Start, end, learned kind and margin of each name: what chances are worked out from."""
        found = self._names(text, lines_of(text))
        return [(name.piece[name.first].start, name.piece[name.end - 1].end, name.kind, name.margin) for name in found]

    def _names(self, text: str, lines: Sequence[list[Word]]) -> list[Name]:
        lang, elsewhere = language(text), Elsewhere(lines)
        pieces: list[list[Word]] = []
        parts: list[Scores] = []
        if not lines:
            return []
        hashes = hashes_of_lines([self._traits.of_line(line, lang, elsewhere) for line in lines])
        for line, scored in zip(lines, map(self._weights.of, hashes), strict=True):
            for start, end in pieces_of(line):
                pieces.append(line[start:end])
                parts.append(scored[start:end])
        scores, _ = padded(parts)
        labels = best_paths(scores, self._weights.steps)
        through = best_through(scores, self._weights.steps)
        lead = leads(through, labels)
        found = []
        for at, piece in enumerate(pieces):
            for start, end, label in names_in(labels[at, : len(piece)].tolist()):
                margin = int(lead[at, start:end].min())
                if end < len(piece):
                    margin = min(margin, int(through[at, end, labels[at, end]] - through[at, end, _on(label)]))
                found += [Name(piece, *part, kind_of(label), margin) for part in shaped(piece, start, end)]
        return found

    def _entity(self, name: Name) -> Entity:
        kind = name.kind
        if kind == OTHER:
            kind = finer_kind(name.piece, name.first, name.end, self._known)
        chance = float(np.interp(name.margin, self._margins, self._chances)) if self._margins else 1.0
        return Entity(name.piece[name.first].start, name.piece[name.end - 1].end, kind, round(chance, 3))


def _on(label: int) -> int:
    """The label with which a name that begins with `label` would go on."""
    return label + label % 2


def _sure(text: str, name: Entity) -> bool:
    """Whether a name is sure enough to be told: one in small letters must be right more often than not."""
    return name.confidence >= SMALL_FROM or not text[name.start].islower()


def _overlaps(name: Entity, forms: Iterable[Entity]) -> bool:
    return any(form.start < name.end and name.start < form.end for form in forms)


@lru_cache(maxsize=1)
def shipped_finder() -> Finder:
    """The finder with the weights that come with the app, made once."""
    return Finder(shipped_weights(), known_words())


def entities_of(text: str, gazetteer: Gazetteer = NOTHING_KNOWN) -> tuple[Entity, ...]:
    """What the finder of the app finds in a text."""
    return shipped_finder().find(text, gazetteer)


def graph_worthy(entity: Entity, worthy: float | None = None) -> bool:
    """Whether a name is sure enough to become part of the graph of what a person knows."""
    line = shipped_weights().worthy if worthy is None else worthy
    return entity.kind in NAMES and entity.confidence >= line
