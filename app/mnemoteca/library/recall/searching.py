"""From what is wanted to candidates: the index and what is fresh, then neighbours, speakers and sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from mnemoteca.core.ranking import WEIGHTS, Scores, best_of_group, normalised, spread
from mnemoteca.store.order import Order
from mnemoteca.store.wording import Found, Ids, Statistics, Wanted
from mnemoteca.store.words import Words
from mnemoteca.store.words_fresh import FreshWords


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

    def _joined(self, fresh: Found, indexed: Found) -> Found:
        stays = ~np.isin(indexed.ids, np.concatenate([self.fresh.ids(), self.gone]))
        came = ~np.isin(fresh.ids, self.gone)
        ids = np.concatenate([fresh.ids[came], indexed.ids[stays]])
        return Found(ids, np.concatenate([fresh.scores[came], indexed.scores[stays]]), indexed.more)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Ids with their relevance (0 to 1), their own part of it, when they occurred (seconds or NaN), and whether the
    question names their speaker; in no order."""

    ids: Ids
    relevance: Scores
    own: Scores
    at: Scores
    spoken: np.ndarray[Any, np.dtype[np.bool_]]


def with_all(found: Found, others: Found) -> Found:
    """What was found, and those of the others that were not."""
    new = ~np.isin(others.ids, found.ids)
    ids = np.concatenate([found.ids, others.ids[new]])
    return Found(ids, np.concatenate([found.scores, others.scores[new]]), found.more)


def candidates(shelf: Shelf, found: Found, asked: frozenset[str], allowed: Ids | None) -> Candidates:
    """What was found, with what its neighbours, its speaker and its session give to it."""
    order, own = shelf.order, normalised(found.scores)
    rows = order.rows_of(found.ids)
    placed = rows >= 0
    touched, near = spread(rows[placed], own[placed], order.follows, WEIGHTS.near)
    ids = np.concatenate([order.ids[touched], found.ids[~placed]])
    own_part = np.concatenate([_at_rows(touched, rows[placed], own[placed]), own[~placed]])
    session = np.concatenate([order.session[touched], -1 - np.arange((~placed).sum())])
    at = np.concatenate([order.at[touched], _fresh_times(shelf.fresh, found.ids[~placed])])
    spoken = np.concatenate([np.isin(order.voice[touched], order.named(asked)), np.zeros((~placed).sum(), bool)])
    score = own_part + np.concatenate([near, np.zeros((~placed).sum())])
    score = score + WEIGHTS.session * best_of_group(session, own_part) * (score > 0)
    score = score * (1 + WEIGHTS.speaker * spoken)
    passes = np.ones(len(ids), bool) if allowed is None else np.isin(ids, allowed)
    relevance = normalised(score[passes])
    return Candidates(ids[passes], relevance, own_part[passes], at[passes], spoken[passes])


def _at_rows(touched: Ids, rows: Ids, scores: Scores) -> Scores:
    found: Scores = np.zeros(len(touched))
    found[np.searchsorted(touched, rows)] = scores
    return found


def _fresh_times(fresh: FreshWords, ids: Ids) -> Scores:
    at = {document.id: document.at for document in fresh.documents(ids.tolist())}
    return np.array([at.get(id, np.nan) for id in ids.tolist()], np.float64)
