"""Hops: what a hit names leads to what is told of that name, as far as it has the words that the hit lacks.

Who was the mother of the king who …? The king's passage names his mother, and hers is found by her name. Measured in
app/decisions/02-fusion.md.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from mnemoteca.core.cancel import current
from mnemoteca.core.memory import Memory
from mnemoteca.core.names import Name, names_in
from mnemoteca.core.ranking import WEIGHTS, normalised
from mnemoteca.core.text import words
from mnemoteca.library.recall.reading import Reading
from mnemoteca.library.recall.searching import Shelf
from mnemoteca.store.wording import Ids, Wanted, spelled

STARTS = 10  # hits that each hop goes on from
NAMES = 40  # of a hit that are followed
WELL_KNOWN = 50  # memories that hold a name, beyond which it leads nowhere
LEADS = 5  # memories that one hit leads to, at most, in the next hop
ABOUT = 60  # characters at whose beginning a memory says what it is about


@dataclass(frozen=True, slots=True)
class Step:
    """How a memory was come to: in which hop, by which name, from which memory; what that gives to its score."""

    hop: int
    name: Name
    via: int
    weight: float


@dataclass(frozen=True, slots=True)
class Start:
    """A memory that is gone on from: its score, and the words of the question that were not met until there."""

    memory: Memory
    score: float
    needed: Mapping[str, int]


@dataclass
class Hops:
    """The hops of one question."""

    shelf: Shelf
    reading: Reading
    space: int
    allowed: Ids | None
    steps: dict[int, Step] = field(default_factory=dict)
    _holders: dict[Name, Ids] = field(default_factory=dict)

    def holders(self, names: Sequence[Name]) -> dict[Name, Ids]:
        """The memories that hold each name; names that stand everywhere are left out."""
        found = {}
        for name in names:
            if name not in self._holders:
                wanted = Wanted(self.space, {}, phrases=(name,), allowed=self.allowed)
                self._holders[name] = self.shelf.search_phrases(wanted).ids
            if 0 < len(self._holders[name]) <= WELL_KNOWN:
                found[name] = self._holders[name]
        return found

    def leads(self, start: Start) -> tuple[dict[Name, Ids], dict[int, float], dict[str, int]]:
        """Where a memory leads: who holds its names, how well each has the words still needed, and these words."""
        current().raise_if_cancelled()
        text = start.memory.text
        held = {key for word in words(text) for key in spelled(word)}
        needed = {word: n for word, n in start.needed.items() if held.isdisjoint(spelled(word))}
        asked = set(self.reading.content)
        names = [name for name in names_in(text, NAMES) if not asked.issuperset(name)]
        terms = {
            key: n * (1.0 if key.startswith("=") else WEIGHTS.stem)
            for word, n in needed.items()
            for key in spelled(word)
        }
        having = self.shelf.search(Wanted(self.space, terms)) if terms else None
        has = {} if having is None else dict(zip(having.ids.tolist(), normalised(having.scores).tolist(), strict=True))
        return self.holders(names), has, needed

    def take(
        self, hop: int, start: Start, found: Mapping[Name, Ids], has: Mapping[int, float], about: Mapping[int, set[str]]
    ) -> list[tuple[float, int]]:
        """The best memories that this one leads to, with their scores; the best way to each is kept."""
        documents = max(2, self.shelf.words.documents + len(self.shelf.fresh))
        everything = math.log(1 + documents)
        best: dict[int, tuple[float, Name]] = {}
        for name, ids in found.items():
            rare = math.log(1 + documents / len(ids)) / everything
            for id in ids.tolist():
                if id != start.memory.id and id in about:
                    told = 1 - WEIGHTS.about + WEIGHTS.about * about[id].issuperset(name)
                    score = start.score * rare * told * (WEIGHTS.named + (1 - WEIGHTS.named) * has.get(id, 0.0))
                    best[id] = max(best.get(id, (0.0, name)), (score, name))
        for id, (score, name) in best.items():
            if id not in self.steps or self.steps[id].weight < WEIGHTS.hop * score:
                self.steps[id] = Step(hop, name, start.memory.id, WEIGHTS.hop * score)
        return sorted(((score, id) for id, (score, _) in best.items()), reverse=True)[:LEADS]

    def known(self) -> Ids:
        """All memories that hold a name that was followed."""
        few = [ids for ids in self._holders.values() if 0 < len(ids) <= WELL_KNOWN]
        return np.unique(np.concatenate([np.empty(0, np.int64), *few]))


def about(memory: Memory) -> set[str]:
    """The words by which a memory says what it is about: its session's title and its beginning."""
    beginning = memory.text[:ABOUT].split("\n")[0]
    return {*words(memory.session_title), *words(beginning)}
