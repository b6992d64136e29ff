"""The doctor: sound things are called sound, each planted inconsistency is found, and mended where it can be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.core.care import Finding
from mnemoteca.store.doctor import WordsIndex, examine
from mnemoteca.store.engine import Places, Store
from tests.unit.store.given import keep_memories, memory_row, opened

PLANTED = [
    ("sessions", "INSERT INTO memories BY NAME "
     "(SELECT * REPLACE (90 AS id, 90 AS position, 77 AS session) FROM memories WHERE id = 1)"),
    ("spaces", "INSERT INTO sessions BY NAME (SELECT * REPLACE (90 AS id, 77 AS space) FROM sessions)"),
    ("tags", "INSERT INTO tags VALUES (4711, 'lost'), (4712, 'lost')"),
    ("evidence", "INSERT INTO evidence VALUES ('digest', 7, 4711, 0, 4)"),
    ("digests", "INSERT INTO digests VALUES (7, 1, 1, 'day', 1, 1, 1, NULL, NULL, NULL, 1)"),
    ("patterns", "INSERT INTO patterns VALUES (7, 1, 1, 'decision', 1, 1, 1, 0, 4, 1)"),
    ("positions", "INSERT INTO memories BY NAME (SELECT * REPLACE (90 AS id) FROM memories WHERE id = 1)"),
    ("versions", "UPDATE memories SET state = 2 WHERE id = 3"),
    ("versions", "INSERT INTO memories BY NAME "
     "(SELECT * REPLACE (90 AS id, 90 AS position, 77 AS version_of) FROM memories WHERE id = 1)"),
    ("changes", "DELETE FROM changes WHERE number IN (1, 3)"),
    ("texts", "UPDATE memories SET text = 'another' WHERE id = 2"),
]  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as store:
        former, newer = memory_row(4, "draft", state=2), memory_row(5, "final", version_of=4)
        keep_memories(store, [*(memory_row(n, f"text {n} é") for n in range(1, 4)), former, newer])
        store.write(lambda tx: tx.run("INSERT INTO tags VALUES (1, 'one'), (2, 'two')"))
        yield store


def words(ids: list[int]) -> WordsIndex:
    """An index that holds these ids; making it anew puts in what is in the tables."""
    return WordsIndex(lambda: ids, lambda: ids.__setitem__(slice(None), [1, 2, 3, 5]))


def unsound(store: Store, index: WordsIndex | None = None, *, mend: bool = False) -> list[Finding]:
    return [finding for finding in examine(store, index, mend=mend) if not finding.sound]


def test_a_sound_library_has_nothing_to_be_said_of(store: Store) -> None:
    findings = examine(store, words([1, 2, 3, 5]))
    assert [f for f in findings if not f.sound] == []
    assert len({f.name for f in findings}) == len(findings) == 13


@pytest.mark.parametrize(("name", "sql"), PLANTED)
def test_each_planted_inconsistency_is_found_and_nothing_else(store: Store, name: str, sql: str) -> None:
    store.write(lambda tx: tx.run(sql))
    (finding,) = unsound(store)
    assert finding.name == name
    assert finding.next_step
    assert not finding.mended


def test_what_lost_its_last_source_is_removed_when_mended_and_what_has_another_stays(store: Store) -> None:
    for id, memory in ((7, 4711), (8, 1)):
        given = (id, memory)
        store.write(lambda tx, g=given: tx.run(f"INSERT INTO evidence VALUES ('digest', {g[0]}, {g[1]}, 0, 4)"))  # type: ignore[misc]
        store.write(
            lambda tx, id=id: tx.run(f"INSERT INTO digests VALUES ({id}, 1, 1, 'day', 1, 1, 1, NULL, NULL, NULL, 1)")  # type: ignore[misc]
        )
    assert [finding.name for finding in unsound(store, mend=True)] == ["evidence", "digests"]
    assert unsound(store) == []
    with store.read() as reader:
        assert reader.all("SELECT id FROM digests") == [(8,)]


def test_tags_of_nothing_are_removed_when_mended_and_the_others_stay(store: Store) -> None:
    store.write(lambda tx: tx.run("INSERT INTO tags VALUES (4711, 'lost')"))
    (finding,) = unsound(store, mend=True)
    assert finding.mended
    assert unsound(store) == []
    with store.read() as reader:
        assert reader.all("SELECT memory FROM tags ORDER BY memory") == [(1,), (2,)]


def test_what_cannot_be_rebuilt_is_named_and_left_as_it_is(store: Store) -> None:
    store.write(lambda tx: tx.run("UPDATE memories SET text = 'another' WHERE id = 2"))
    (finding,) = unsound(store, mend=True)
    assert not finding.mended
    assert "(2)" in finding.sentence
    assert "restore-backup" in finding.next_step


@pytest.mark.parametrize("ids", [[1, 2, 3], [1, 2, 3, 5, 4711]])
def test_a_words_index_that_differs_either_way_is_found_and_rebuilt(store: Store, ids: list[int]) -> None:
    index = words(ids)
    assert [f.name for f in unsound(store, index)] == ["words"]
    assert [f.mended for f in unsound(store, index, mend=True)] == [True]
    assert unsound(store, index) == []


def test_changes_that_are_missing_are_said_until_the_person_goes_on_without_them(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        keep_memories(store, [memory_row(1, "text")])
    Places(tmp_path).last_change.write_bytes(b"%020d %020d\n" % (6, 0))
    with opened(tmp_path) as store:
        assert ["The last 5 changes" in finding.sentence for finding in unsound(store)] == [True]
    with opened(tmp_path) as store:
        (finding,) = unsound(store, mend=True)
        assert (finding.name, finding.mended) == ("log", True)
        assert unsound(store) == []
        assert store.notices == []
    with opened(tmp_path) as store:
        assert unsound(store) == []


def test_the_hash_of_a_text_is_the_one_that_python_makes(store: Store) -> None:
    with store.read() as reader:
        rows = reader.all("SELECT text, content_hash FROM memories")
    assert all(hashlib.sha256(text.encode()).digest()[:16] == hash.bytes for text, hash in rows)


def test_a_damaged_file_is_a_finding_with_a_next_step(tmp_path: Path) -> None:
    texts = (f"text {n} " + hashlib.sha256(b"%d" % n).hexdigest() * 9 for n in range(1, 4000))
    with opened(tmp_path) as store:
        keep_memories(store, [memory_row(n, text) for n, text in enumerate(texts, start=1)])
        store.checkpoint()
        sql = "SELECT max(block_id) FROM pragma_storage_info('memories') WHERE column_name = 'text' AND block_id >= 0"
        with store.read() as reader:
            (block,) = reader.all(sql)[0]
    with Places(tmp_path).database.open("r+b") as file:
        file.seek(12288 + block * 262144 + 50_000)
        file.write(b"\xff" * 64)
    with opened(tmp_path) as store:
        (finding,) = examine(store)
    assert (finding.name, finding.sound) == ("file", False)
    assert "restore-backup" in finding.next_step
