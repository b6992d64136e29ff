"""What holds for each format: counts as counted by hand, nothing new the second time, our export loses none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mnemoteca.core.jobs import JobState
from mnemoteca.library.importers.detect import IMPORTERS, choose, open_origin
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock
from tests.unit.library.importers.samples import FILES, SAMPLES
from tests.unit.library.importing import opened
from tests.unit.library.test_exporting import again, bring_in, exported

ROUNDS = 42
EXPECTED = json.loads((Path(__file__).resolve().parents[3] / "data" / "import_counts.json").read_text("utf-8"))
each_format = pytest.mark.parametrize("format", [each.name for each in IMPORTERS])


@pytest.mark.slow
@each_format
def test_counts_are_as_they_were_counted_by_hand_and_the_second_time_nothing_changes(
    tmp_path: Path, clock: DrivenClock, format: str
) -> None:
    path = SAMPLES[format](tmp_path / "source", "told", ROUNDS)
    with opened(tmp_path / "data", clock) as library:
        job = library.bring_in(path, format="")
        assert job.state is JobState.DONE, job.message
        assert job.result is not None
        counted = EXPECTED[format]
        assert {name: job.result[name] for name in counted} == counted
        before = library.store.last_change
        second = library.bring_in(path, format="").result
        assert second is not None
        assert (second["memories_new"], second["changed"], second["sessions_new"]) == (0, 0, 0)
        assert second["unchanged"] == counted["memories_new"] + counted["changed"]
        assert library.store.last_change == before


def test_each_format_is_known_by_its_content(tmp_path: Path) -> None:
    for shape, makes in enumerate((SAMPLES, FILES)):
        for format, make in makes.items():
            path = make(tmp_path / f"{shape}{format}", "told", ROUNDS)
            assert choose(open_origin(path)).name == format


def test_each_format_has_its_counts_and_its_sample() -> None:
    names = [each.name for each in IMPORTERS]
    assert sorted(EXPECTED) == sorted(SAMPLES) == sorted(names)


@pytest.mark.slow
@each_format
def test_what_came_in_from_any_format_is_exported_imported_and_exported_the_same(
    tmp_path: Path, clock: DrivenClock, format: str
) -> None:
    library = LocalLibrary.open(tmp_path / "first", clock)
    library.jobs_runner.start()
    try:
        bring_in(library, SAMPLES[format](tmp_path / "source", "told", ROUNDS))
        data = exported(library, tmp_path / "out.jsonl")
    finally:
        library.close()
    lines = [json.loads(line) for line in data.splitlines()]
    turns = [turn for line in lines for each in line["sessions"] for turn in each["turns"]]
    assert len(turns) == EXPECTED[format]["memories_new"]
    assert again(data, tmp_path, clock) == data
