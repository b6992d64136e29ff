"""From what is wanted to candidates: both arms and what is fresh, then neighbours, speakers and sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from mnemoteca.core.ranking import WEIGHTS, Scores, best_of_group, normalised, spread
from mnemoteca.library.recall.meant import Meant
from mnemoteca.library.recall.reading import Reading
from mnemoteca.store.order import Order
from mnemoteca.store.wording import Found, Ids, Statistics, Wanted
from mnemoteca.store.words import Words
from mnemoteca.store.words_fresh import FreshWords

Flags = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a search looks into, as of one moment."""

    words: Words
    fresh: FreshWords
    order: Order
    gone: Ids

    def statistics(self, terms: Sequence[str]) -> Statistics:
        return self.words.statistics(terms if len(self.fresh) else ())

    def search(self, wanted: Wanted) -> Found:
        """What holds any of the terms; the fresh part first, for what leaves it is in the index by then."""
        fresh = self.fresh.search(wanted, self.statistics(list(wanted.terms)))
        return self._joined(fresh, self.words.search(wanted))

    def search_phrases(self, wanted: Wanted) -> Found:
        """What holds any of the phrases."""
        fresh = self.fresh.search_phrases(wanted)
        return self._joined(fresh, self.words.search_phrases(wanted))

    def search_held(self, wanted: Wanted, depth: int) -> Found:
        """What holds any of the words, by the sum of what they count."""
        fresh = self.fresh.search_held(wanted)
        return self._joined(fresh, self.words.search_held(wanted, depth))

    def _joined(self, fresh: Found, indexed: Found) -> Found:
        stays = ~np.isin(indexed.ids, np.concatenate([self.fresh.ids(), self.gone]))
        came = ~np.isin(fresh.ids, self.gone)
        ids = np.concatenate([fresh.ids[came], indexed.ids[stays]])
        return Found(ids, np.concatenate([fresh.scores[came], indexed.scores[stays]]), indexed.more)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Ids with their relevance (0 to 1) and what it is made of, in no order.

    `words` and `meant` are what the two arms give, `agreed` how near it is as far as the model knows the language;
    `near` and `session` come from the turns around; `at` is when they occurred (seconds or NaN); `spoken`: the question
    names their speaker; `said`: the person's own.
    """

    ids: Ids
    relevance: Scores
    words: Scores
    meant: Scores
    agreed: Scores
    near: Scores
    session: Scores
    at: Scores
    spoken: Flags
    said: Flags

    def why(self) -> dict[int, tuple[float, float, float, float, float, float, bool, bool]]:
        """By id: relevance, words, meant, agreed, near, session, spoken, said."""
        parts = (
            self.relevance, self.words, self.meant, self.agreed, self.near, self.session, self.spoken, self.said
        )  # fmt: skip
        return dict(zip(self.ids.tolist(), zip(*(part.tolist() for part in parts), strict=True), strict=True))

    def __getitem__(self, which: Any) -> Candidates:
        """Some of them."""
        return Candidates(*(getattr(self, each.name)[which] for each in fields(self)))


def with_all(found: Found, others: Found) -> Found:
    """What was found, and those of the others that were not."""
    new = ~np.isin(others.ids, found.ids)
    ids = np.concatenate([found.ids, others.ids[new]])
    return Found(ids, np.concatenate([found.scores, others.scores[new]]), found.more)


def candidates(
    shelf: Shelf, found: Found, meant: Meant, reading: Reading, trust: float, allowed: Ids | None
) -> Candidates:
    """What both arms found, and what neighbours, speaker and session give to it; `trust` is what meaning weighs."""
    order = shelf.order
    ids = np.union1d(found.ids, meant.ids)
    rows = order.rows_of(ids)
    placed = rows >= 0
    apart = ids[~placed]  # not in the order yet
    own = scored(ids, found.ids, normalised(found.scores)) + trust * scored(ids, meant.ids, meant.nearness)
    touched, near = spread(rows[placed], own[placed], order.follows, WEIGHTS.near)
    all_ids = np.concatenate([order.ids[touched], apart])
    own = scored(all_ids, ids, own)
    near = np.concatenate([near, np.zeros(len(apart))])
    session = np.concatenate([order.session[touched], -1 - np.arange(len(apart))])
    nowhere = np.zeros(len(apart), bool)
    nearness = scored(all_ids, meant.ids, meant.nearness)
    every = Candidates(
        all_ids,
        np.zeros(len(all_ids)),
        scored(all_ids, found.ids, normalised(found.scores)),
        trust * nearness,
        reading.trust * nearness,
        near,
        WEIGHTS.session * best_of_group(session, own) * (own + near > 0),
        np.concatenate([order.at[touched], _fresh_times(shelf.fresh, apart)]),
        np.concatenate([np.isin(order.voice[touched], order.named(frozenset(reading.content))), nowhere]),
        np.concatenate([order.own[touched] & reading.about_me, nowhere]),
    )
    score = (own + near + every.session) * (1 + WEIGHTS.speaker * every.spoken) * (1 + WEIGHTS.own * every.said)
    passes = np.ones(len(all_ids), bool) if allowed is None else np.isin(all_ids, allowed)
    return replace(every[passes], relevance=normalised(score[passes]))


def with_more(shelf: Shelf, found: Candidates, ids: Ids, weights: Scores) -> Candidates:
    """The candidates with these, whose relevance grows by so much (and is above 1 then)."""
    new = ids[~np.isin(ids, found.ids)]
    rows = shelf.order.rows_of(new)
    none, nowhere = np.zeros(len(new)), np.zeros(len(new), bool)
    at = np.where(rows >= 0, shelf.order.at[rows], np.nan) if len(new) and len(shelf.order.at) else none
    more = Candidates(new, none, none, none, none, none, none, at, nowhere, nowhere)
    every = Candidates(
        *(np.concatenate([getattr(found, each.name), getattr(more, each.name)]) for each in fields(Candidates))
    )
    return replace(every, relevance=every.relevance + scored(every.ids, ids, weights))


def scored(ids: Ids, known: Ids, scores: Scores) -> Scores:
    """The scores of these ids, 0 where none is known."""
    found: Scores = np.zeros(len(ids))
    order = np.argsort(known)
    if len(known):
        spots = np.minimum(np.searchsorted(known, ids, sorter=order), len(known) - 1)
        here = known[order][spots] == ids
        found[here] = scores[order][spots[here]]
    return found


def _fresh_times(fresh: FreshWords, ids: Ids) -> Scores:
    at = {document.id: document.at for document in fresh.documents(ids.tolist())}
    return np.array([at.get(id, np.nan) for id in ids.tolist()], np.float64)
