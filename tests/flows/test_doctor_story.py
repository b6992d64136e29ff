"""The doctor, by the command line: six inconsistencies planted behind the app's back, each found by its name."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
import tantivy

from tests.conftest import Mnemoteca
from tests.flows.test_backup_story import add, answer, found, service_pid
from tests.processes import peak_mb

Plant = Callable[[Path], None]


def sql(statement: str) -> Plant:
    """Something done to the tables while no service runs."""

    def plant(folder: Path) -> None:
        with duckdb.connect(str(folder / "library.duckdb")) as connection:
            connection.execute(statement).fetchall()

    return plant


def not_in_the_index(folder: Path) -> None:
    """One memory taken out of the words index, which goes on saying that it holds all."""
    index = tantivy.Index.open(str(folder / "words"))
    writer = index.writer(num_threads=1)
    writer.delete_documents_by_query(tantivy.Query.term_query(index.schema, "id", 2, "basic"))
    writer.commit()
    writer.wait_merging_threads()


PLANTED: list[tuple[str, Plant]] = [
    ("sessions", sql("DELETE FROM sessions")),
    ("tags", sql("INSERT INTO tags VALUES (4711, 'lost')")),
    ("digests", sql("INSERT INTO digests VALUES (7, 1, 1, 'day', 1, 1, 1, NULL, NULL, NULL, 1)")),
    ("changes", sql("DELETE FROM changes WHERE number = 3")),
    ("texts", sql("UPDATE memories SET text = 'another' WHERE id = 2")),
    ("words", not_in_the_index),
]
MENDED = {"tags", "digests", "words"}


def look(mnemoteca: Mnemoteca, *options: str) -> tuple[int, list[Any]]:
    """The exit code, and what is unsound."""
    done = mnemoteca("doctor", "--json", *options)
    assert not done.stderr, done.stderr
    findings = [json.loads(line) for line in done.stdout.splitlines()]
    return done.returncode, [finding for finding in findings if not finding["sound"]]


@pytest.mark.parametrize(("name", "plant"), PLANTED)
def test_each_planted_inconsistency_is_found_by_its_name_and_mended_where_it_can_be(
    mnemoteca: Mnemoteca, data_folder: Path, name: str, plant: Plant
) -> None:
    add(mnemoteca, "mango", "papaya", "guava")
    assert mnemoteca("wait").returncode == 0
    assert look(mnemoteca) == (0, [])
    assert mnemoteca("service", "stop").returncode == 0
    plant(data_folder)
    code, unsound = look(mnemoteca)
    assert (code, [finding["name"] for finding in unsound]) == (6, [name])
    assert unsound[0]["next_step"]
    code, unsound = look(mnemoteca, "--mend")
    assert [finding["mended"] for finding in unsound] == [name in MENDED]
    assert code == (0 if name in MENDED else 6)
    assert mnemoteca("wait").returncode == 0
    assert [finding["name"] for finding in look(mnemoteca)[1]] == ([] if name in MENDED else [name])
    assert len(found(mnemoteca, "mango")) >= 1


def test_a_library_of_a_newer_app_is_refused_untouched(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    add(mnemoteca, "mango")
    assert mnemoteca("service", "stop").returncode == 0
    sql("UPDATE format SET number = 99")(data_folder)
    before = (data_folder / "library.duckdb").read_bytes()
    for command in (("tiers",), ("add", "more"), ("doctor",)):
        refused = mnemoteca(*command)
        assert refused.returncode == 6
        assert "newer Mnemoteca (format 99" in refused.stderr
        assert "Update Mnemoteca" in refused.stderr
    assert (data_folder / "library.duckdb").read_bytes() == before


@pytest.mark.parametrize("left", [b"1\n", b"no number"])
def test_a_lock_and_an_address_that_were_left_behind_are_no_obstacle(
    mnemoteca: Mnemoteca, data_folder: Path, left: bytes
) -> None:
    data_folder.mkdir(mode=0o700)
    (data_folder / "lock").write_bytes(left)
    (data_folder / "address").write_text(str(data_folder.parent / "nobody-is-here") + "\n")
    add(mnemoteca, "mango")
    assert len(found(mnemoteca, "mango")) == 1
    assert (data_folder / "lock").read_text().strip() == str(service_pid(mnemoteca))


def test_ten_megabytes_in_one_note_are_kept_whole_and_found_at_once_in_bounded_memory(
    mnemoteca: Mnemoteca, service: Path
) -> None:
    note = " ".join(f"word{n % 9973}" for n in range(1_150_000)) + " zebrafinch"
    assert len(note) > 10_000_000
    kept = mnemoteca("add", "-", input=note, timeout_s=120)
    assert kept.returncode == 0, kept.stderr
    assert answer(mnemoteca, "recall", "zebrafinch")[0]["hits"][0]["id"] == 1
    assert answer(mnemoteca, "show", "1")[0]["text"] == note
    assert mnemoteca("wait", timeout_s=120).returncode == 0
    assert peak_mb(service_pid(mnemoteca)) <= 400
