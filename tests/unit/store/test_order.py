"""The order of the memories: what comes behind all else costs no copy, and is the same as if it were made at once."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.store.order import Order
from mnemoteca.store.wording import Place

_NOBODY = np.empty(0, np.int64)


def place(id: int, session: int, position: int, *, part: int = 0, voice: int = 7) -> Place:
    return Place(id, session, position, 60.0 * position, voice, "Ana", part)


def told(order: Order) -> list[object]:
    columns = [order.columns[name].tolist() for name in ("id", "session", "position", "at", "voice", "part")]
    return [*columns, order.ids.tolist(), order.session.tolist(), order.follows.tolist(), order.own.tolist()]


PLACES = st.lists(
    st.tuples(st.integers(0, 6), st.integers(1, 40), st.sampled_from([0, 1, 2])), unique_by=lambda each: each[:2]
)


@given(first=PLACES, then=st.lists(st.tuples(PLACES, st.integers(0, 8), st.lists(st.integers(1, 60)))))
def test_an_order_that_grew_step_by_step_is_the_one_that_is_made_at_once(
    first: list[tuple[int, int, int]], then: list[tuple[list[tuple[int, int, int]], int, list[int]]]
) -> None:
    order, here, formers = Order.empty(), dict[int, Place](), list[tuple[Order, list[object]]]()
    number = 0
    for places, behind, gone in [(first, 0, []), *then]:
        new = [place(number + n, behind + session, at, part=part) for n, (session, at, part) in enumerate(places, 1)]
        taken = {(each.session, each.position) for each in here.values()}
        new = [each for each in new if (each.session, each.position) not in taken]
        number += len(places)
        here = {id: each for id, each in here.items() if id not in gone} | {each.id: each for each in new}
        formers.append((order, told(order)))
        order = order.changed(np.array([*gone, *(each.id for each in new)], np.int64), new)
        assert told(order) == told(Order.empty().changed(_NOBODY, list(here.values())))
        ids = np.arange(number + 3)
        rows = order.rows_of(ids)
        assert [int(order.ids[row]) if row >= 0 else None for row in rows] == [n if n in here else None for n in ids]
    assert [told(former) for former, _ in formers] == [said for _, said in formers]


def test_what_comes_behind_all_else_stands_in_the_room_behind_it() -> None:
    order = Order.empty().changed(_NOBODY, [place(n, n // 40, n % 40) for n in range(1, 4_001)])
    for n in range(4_001, 8_001, 40):
        grown = order.changed(_NOBODY, [place(id, id // 40, id % 40) for id in range(n, n + 40)])
        if n > 4_001:
            assert np.shares_memory(grown.ids, order.ids)
            assert np.shares_memory(grown.at, order.at)
        order = grown
    assert order.ids.tolist() == list(range(1, 8_001))
