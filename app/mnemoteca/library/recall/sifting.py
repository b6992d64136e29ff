"""Filters of a question: the memories among which it looks, exactly."""

from __future__ import annotations

from datetime import datetime

import numpy as np

from mnemoteca.core.recall import Filters
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables.codes import ACTIVE, naive
from mnemoteca.store.tables.filters import narrowed
from mnemoteca.store.wording import Ids


def allowed_ids(reader: Reader, space: int, filters: Filters, asked_at: datetime) -> Ids | None:
    """The ids that pass the filters, in no order; None where there are none to pass.

    A window ends when the question is asked; a list, which stays open, goes on.
    """
    if filters == Filters():
        return None
    where, params = narrowed(filters, asked_at)
    if filters.window is not None:
        where, params = [*where, "occurred_at <= ?"], [*params, naive(asked_at)]
    sql = f"SELECT id FROM memories WHERE {' AND '.join(['space = ?', f'state = {ACTIVE}', *where])}"
    return np.asarray(reader.arrays(sql, [space, *params])["id"], np.int64)
