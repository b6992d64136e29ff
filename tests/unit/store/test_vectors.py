"""The vectors on the disk: what is near, what a crash or damage leaves, and what goes."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from mnemoteca.core.meaning import DIMENSIONS
from mnemoteca.core.meaning import Vectors as Embedded
from mnemoteca.store.places import Places, undeclared
from mnemoteca.store.vectors import Near, Passage, Vectors
from mnemoteca.store.vectors_files import graph_files, next_path, rows_files, set_aside
from mnemoteca.store.vectors_graph import empty_index, save
from mnemoteca.store.vectors_ledger import keys_of
from mnemoteca.store.vectors_rows import ROW, About, Unusable
from mnemoteca.store.wording import Ids

ABOUT = About("bag/1", 1)


def drawn(count: int, seed: int = 1, clusters: int = 40) -> Embedded:
    """Unit vectors in clusters, as those of texts are."""
    dice = np.random.default_rng(seed)
    middle = np.random.default_rng(99).normal(size=(clusters, DIMENSIONS))
    found = middle[dice.integers(0, clusters, count)] + 0.9 * dice.normal(size=(count, DIMENSIONS))
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), np.float32)


def fill(vectors: Vectors, given: Embedded, first: int = 1, space: int = 1, change: int = 5) -> None:
    for start in range(0, len(given), 64):
        part = given[start : start + 64]
        passages = [Passage(first + start + n, 0, 1, space) for n in range(len(part))]
        vectors.add(passages, part, change)


def oracle(given: Embedded, vector: Embedded, n: int, allowed: Ids | None = None) -> list[int]:
    """The ids (from 1) of the nearest by looking at all."""
    cosines = given @ vector
    if allowed is not None:
        hidden = np.ones(len(given), bool)
        hidden[allowed - 1] = False
        cosines[hidden] = -2
    return [int(each) + 1 for each in np.argsort(-cosines, kind="stable")[:n]]


def agreement(found: Near, expected: list[int]) -> float:
    return len(set(found.ids.tolist()) & set(expected)) / len(expected)


@pytest.mark.slow
def test_the_nearest_are_found_in_the_graph_and_behind_it(tmp_path: Path) -> None:
    given = drawn(6_000)
    vectors = Vectors.make(tmp_path, ABOUT)
    fill(vectors, given[:5_000])
    vectors.merge()
    fill(vectors, given[5_000:], first=5_001)
    assert (vectors.loose, vectors.count) == (1_000, 6_000)
    questions = drawn(40, seed=2)
    found = [agreement(vectors.search(each, 10), oracle(given, each, 10)) for each in questions]
    assert np.mean(found) >= 0.99
    near = vectors.search(given[41], 3)
    assert near.ids[0] == 42
    assert near.cosines[0] == pytest.approx(1.0, abs=1e-3)
    vectors.close()


@pytest.mark.slow
def test_what_is_being_added_disturbs_no_search(tmp_path: Path) -> None:
    vectors, given = Vectors.make(tmp_path, ABOUT), drawn(6_000)
    fill(vectors, given)

    def look(seed: int) -> int:
        return sum(len(vectors.search(each, 5).ids) for each in drawn(200, seed))

    with ThreadPoolExecutor(2) as pool:
        found = [pool.submit(look, seed) for seed in (3, 4)]
        for first in range(7_000, 9_400, 16):
            fill(vectors, given[:16], first)
        assert [each.result() for each in found] == [1_000, 1_000]
    vectors.close()


@pytest.mark.slow
@pytest.mark.parametrize("count", [3, 400, 2_500, 5_500])
def test_what_is_allowed_is_found_whole_however_little_or_much_it_is(tmp_path: Path, count: int) -> None:
    given = drawn(6_000)
    vectors = Vectors.make(tmp_path, ABOUT)
    fill(vectors, given)
    vectors.merge()
    allowed = np.random.default_rng(3).choice(6_000, count, replace=False).astype(np.int64) + 1
    found = []
    for question in drawn(20, seed=4):
        near = vectors.search(question, 10, allowed=allowed)
        assert set(near.ids.tolist()) <= set(allowed.tolist())
        found.append(agreement(near, oracle(given, question, min(10, count), allowed)))
    assert np.mean(found) >= 0.99
    vectors.close()


def test_a_space_sees_its_own_alone(tmp_path: Path) -> None:
    given = drawn(300)
    vectors = Vectors.make(tmp_path, ABOUT)
    fill(vectors, given[:200], space=1)
    fill(vectors, given[200:], first=201, space=2)
    assert vectors.search(given[0], 5, space=1).ids[0] == 1
    assert vectors.search(given[0], 5, space=2).ids.min() > 200
    assert not len(vectors.search(given[0], 5, space=3).ids)
    vectors.close()


def test_a_memory_of_many_passages_is_one_hit_by_its_best(tmp_path: Path) -> None:
    given = drawn(50)
    vectors = Vectors.make(tmp_path, ABOUT)
    vectors.add([Passage(7, n, 49, 1) for n in range(49)], given[:49], 1)
    vectors.add([Passage(9, 0, 1, 1)], given[49:], 1)
    near = vectors.search(given[31], 10)
    assert near.ids.tolist() == [7, 9]
    assert near.passages[0] == 31
    assert vectors.vectors_of(7).shape == (49, DIMENSIONS)
    vectors.close()


def test_scores_are_the_exact_cosines_of_those_asked_for(tmp_path: Path) -> None:
    given = drawn(2_000)
    vectors = Vectors.make(tmp_path, ABOUT)
    fill(vectors, given)
    vectors.merge()
    asked = np.array([900, 5, 77_777, 5, 1_999])
    vectors.remove(np.array([900]))
    scores = vectors.scores(given[3], asked)
    assert np.isnan(scores[[0, 2]]).all()
    assert scores[[1, 3, 4]] == pytest.approx([given[each] @ given[3] for each in (4, 4, 1_998)], abs=1e-3)
    many = np.arange(1, 1_000)
    assert vectors.scores(given[3], many)[:898] == pytest.approx(given[:898] @ given[3], abs=1e-3)
    vectors.close()


def test_what_is_removed_is_not_found_and_comes_back_as_it_was(tmp_path: Path) -> None:
    given = drawn(500)
    vectors = Vectors.make(tmp_path, ABOUT)
    fill(vectors, given)
    vectors.merge()
    vectors.remove(np.array([12]))
    assert 12 not in vectors.search(given[11], 500).ids
    assert (vectors.count, len(vectors.ids())) == (499, 499)
    vectors.bring_back(np.array([12]))
    assert vectors.search(given[11], 1).ids.tolist() == [12]
    vectors.close()


def test_like_a_memory_are_others_of_its_cluster(tmp_path: Path) -> None:
    given = drawn(400)
    vectors = Vectors.make(tmp_path, ABOUT)
    fill(vectors, given)
    near = vectors.like(3, 5)
    assert near.ids.tolist() == oracle(given, given[2], 6)[1:]
    assert not len(vectors.like(9_999, 5).ids)
    vectors.close()


def test_everything_is_there_after_a_restart_with_and_without_a_graph(tmp_path: Path) -> None:
    given = drawn(600)
    vectors = Vectors.make(tmp_path, ABOUT)
    fill(vectors, given[:400])
    vectors.merge()
    fill(vectors, given[400:], first=401)
    vectors.write_mark(77)
    path = vectors.path
    vectors.close()
    again = Vectors.open(path)
    assert (again.about, again.count, again.loose, again.mark) == (ABOUT, 600, 201, 77)
    assert again.search(given[500], 1).ids.tolist() == [501]
    assert again.complete().tolist() == list(range(1, 601))
    again.close()
    for graph in graph_files(tmp_path):
        graph.unlink()
    bare = Vectors.open(path)
    assert bare.search(given[3], 1).ids.tolist() == [4]
    bare.close()


def test_a_torn_tail_is_cut_off_and_the_memory_goes_on_where_it_was(tmp_path: Path) -> None:
    given = drawn(10)
    vectors = Vectors.make(tmp_path, ABOUT)
    vectors.add([Passage(1, n, 10, 1) for n in range(6)], given[:6], 1)
    path = vectors.path
    vectors.close()
    os.truncate(path, path.stat().st_size - 100)
    again = Vectors.open(path)
    assert again.passages(np.array([1, 77])).tolist() == [5, 0]
    assert not len(again.complete())
    again.add([Passage(1, n, 10, 1) for n in range(5, 10)], given[5:], 1)
    assert again.complete().tolist() == [1]
    again.close()


def test_a_memory_that_is_embedded_again_counts_by_its_new_passages_alone(tmp_path: Path) -> None:
    given = drawn(10)
    vectors = Vectors.make(tmp_path, ABOUT)
    vectors.add([Passage(1, n, 3, 1) for n in range(3)], given[:3], 4)
    vectors.merge()
    assert vectors.older_than(np.array([1, 2]), 9).tolist() == [1]
    vectors.add([Passage(1, n, 2, 1) for n in range(2)], given[3:5], 9)
    assert not len(vectors.older_than(np.array([1]), 9))
    path = vectors.path
    for each in (vectors, None):
        opened = each or Vectors.open(path)
        assert opened.count == 2
        assert opened.search(given[0], 1).cosines[0] < 0.9
        assert opened.search(given[3], 1).cosines[0] == pytest.approx(1.0, abs=1e-3)
        opened.close()


def test_a_changed_byte_in_the_rows_is_noticed_and_all_others_are_saved(tmp_path: Path) -> None:
    given = drawn(100)
    vectors = Vectors.make(tmp_path, ABOUT)
    fill(vectors, given)
    path = vectors.path
    vectors.close()
    content = bytearray(path.read_bytes())
    content[ROW.itemsize * 51 + 300] ^= 1
    path.write_bytes(content)
    with pytest.raises(Unusable):
        Vectors.open(path)
    saved = set_aside(Places(tmp_path), path)
    assert saved is not None
    again = Vectors.open(saved)
    assert sorted(set(range(1, 101)) - set(again.complete().tolist())) == [51]
    again.close()


@pytest.mark.parametrize("size", [0, 5, 900])
def test_a_file_of_rows_that_is_nothing_at_all_is_set_aside(tmp_path: Path, size: int) -> None:
    path = tmp_path / "vectors-3.rows"
    path.write_bytes(b"\0" * size)
    with pytest.raises(Unusable):
        Vectors.open(path)
    assert set_aside(Places(tmp_path), path) is None
    assert rows_files(tmp_path) == []


@pytest.mark.parametrize("how", ["cut", "flipped", "empty", "swapped"])
def test_a_damaged_graph_is_never_mapped_and_nothing_is_missing(tmp_path: Path, how: str) -> None:
    given = drawn(300)
    vectors = Vectors.make(tmp_path, ABOUT)
    fill(vectors, given)
    vectors.merge()
    path, (graph,) = vectors.path, graph_files(tmp_path)
    vectors.close()
    content = bytearray(graph.read_bytes())
    content[1_000] ^= 255
    changed = {"cut": content[:5_000], "flipped": content, "empty": b"", "swapped": path.read_bytes()}
    graph.write_bytes(bytes(changed[how]))
    again = Vectors.open(path)
    assert again.loose == 300
    assert again.search(given[7], 1).ids.tolist() == [8]
    again.merge()
    assert (again.loose, len(graph_files(tmp_path))) == (0, 1)
    again.close()


def test_vectors_that_are_no_numbers_or_no_unit_are_refused_and_nothing_of_the_batch_is_kept(tmp_path: Path) -> None:
    vectors = Vectors.make(tmp_path, ABOUT)
    passages = [Passage(1, 0, 1, 1), Passage(2, 0, 1, 1)]
    for wrong in (np.nan, np.inf, 0.0):
        given = drawn(2)
        given[1] = wrong
        with pytest.raises(ValueError):
            vectors.add(passages, given, 1)
    with pytest.raises(ValueError):
        vectors.add(passages, drawn(1), 1)
    assert vectors.count == 0
    vectors.close()


@pytest.mark.slow
def test_a_graph_full_of_the_dead_is_made_anew_and_compacting_leaves_no_byte_of_them(tmp_path: Path) -> None:
    given = drawn(3_000)
    vectors = Vectors.make(tmp_path, ABOUT)
    fill(vectors, given)
    vectors.merge()
    stays = np.arange(1, 1_001, dtype=np.int64)
    vectors.remove(np.arange(1_001, 3_001))
    assert vectors.wasted(stays)
    vectors.compact(stays)
    assert vectors.loose == 1_000
    vectors.merge()
    gone = given[2_000].astype(np.float16).tobytes()
    assert all(gone not in path.read_bytes() for path in tmp_path.iterdir())
    assert vectors.search(given[5], 1).ids.tolist() == [6]
    assert undeclared(tmp_path) == []
    vectors.close()


def test_a_merge_that_is_given_up_leaves_everything_as_it_was(tmp_path: Path) -> None:
    given = drawn(200)
    vectors = Vectors.make(tmp_path, ABOUT)
    fill(vectors, given)

    def give_up() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        vectors.merge(give_up)
    assert vectors.search(given[9], 1).ids.tolist() == [10]
    assert graph_files(tmp_path) == []
    vectors.close()


def test_a_graph_that_leads_to_the_wrong_memories_is_noticed(tmp_path: Path) -> None:
    given = drawn(2_500, clusters=2_500)
    vectors = Vectors.make(tmp_path, ABOUT)
    fill(vectors, given)
    ids = np.arange(1, 41, dtype=np.int64)
    assert not len(vectors.unfindable(ids))
    path = vectors.path
    vectors.close()
    index = empty_index()
    index.add(keys_of(np.arange(1, 2_501), np.zeros(2_500, np.int64)), np.roll(given, 1_000, axis=0), threads=1)
    save(index, next_path(tmp_path, "usearch"), path.name, 2_500)
    again = Vectors.open(path)
    assert len(again.unfindable(ids)) > 30
    again.forget_graph()
    assert not len(again.unfindable(ids))
    again.close()


def test_rows_without_any_vector_make_no_graph(tmp_path: Path) -> None:
    vectors = Vectors.make(tmp_path, ABOUT)
    vectors.add([Passage(n, 0, 0, 1) for n in range(1, 9)], np.zeros((8, DIMENSIONS), np.float32), 1)
    vectors.merge()
    assert graph_files(tmp_path) == []
    assert vectors.complete().tolist() == list(range(1, 9))
    assert not len(vectors.search(drawn(1)[0], 3).ids)
    vectors.close()
