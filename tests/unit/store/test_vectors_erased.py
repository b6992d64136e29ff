"""A vector that is purged is in no byte of rows and graph; all others are found as before."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from mnemoteca.core.meaning import Vectors as Embedded
from mnemoteca.store.vectors import Vectors
from tests.unit.store.test_vectors import ABOUT, agreement, drawn, fill, oracle

GONE = np.array([42, 300], np.int64)


def traces(folder: Path, vector: Embedded) -> list[str]:
    """The files that hold the vector, as halves or in eight bits, or a stretch of either."""
    eight = {np.trunc(vector * scale).astype(np.int8).tobytes() for scale in (127.0, 127.5)}
    eight |= {np.rint(vector * 127).astype(np.int8).tobytes()}
    wanted = [*(each[:64] for each in eight), vector.astype(np.float16).tobytes()[:64]]
    return sorted(path.suffix for path in folder.glob("vectors-*") if any(part in path.read_bytes() for part in wanted))


@pytest.fixture
def given() -> Embedded:
    return drawn(1_000)


def test_nothing_of_an_erased_vector_is_left_in_any_byte(tmp_path: Path, given: Embedded) -> None:
    vectors = Vectors.make(tmp_path, ABOUT)
    fill(vectors, given)
    vectors.merge()
    assert traces(tmp_path, given[41]) == [".rows", ".usearch"]
    assert vectors.rows_of_any(GONE) == 2
    vectors.erase(GONE)
    vectors.merge(anew=True)
    assert (vectors.rows_of_any(GONE), vectors.count) == (0, 998)
    assert traces(tmp_path, given[41]) == traces(tmp_path, given[299]) == []
    assert traces(tmp_path, given[40]) == [".rows", ".usearch"]
    vectors.close()


def test_the_others_are_found_as_before_also_after_opening_again(tmp_path: Path, given: Embedded) -> None:
    vectors = Vectors.make(tmp_path, ABOUT)
    fill(vectors, given)
    vectors.merge()
    vectors.erase(GONE)
    allowed = np.setdiff1d(np.arange(1, 1_001), GONE)
    questions = drawn(20, seed=2)
    for again in (False, True):
        if again:
            vectors.merge(anew=True)
            vectors.close()
            vectors = Vectors.open(vectors.path)
        found = [agreement(vectors.search(each, 10), oracle(given, each, 10, allowed)) for each in questions]
        assert np.mean(found) >= 0.99
        assert not set(GONE.tolist()) & set(vectors.ids().tolist())
    vectors.close()
