"""How the embedder stands before anything is run: prepared, being prepared, failed, absent."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from mnemoteca.core.preparation import Preparation, PreparationState
from mnemoteca.core.standing import EmbedderState, MeaningState
from mnemoteca.models.embedder import Embedder
from mnemoteca.models.manifest import FileEntry, Manifest, write_whole
from mnemoteca.models.onnx_writer import VERSION
from mnemoteca.models.places import EmbedderPlaces
from mnemoteca.models.preparing import read_state, taken, write_state
from mnemoteca.models.readiness import find_runnable, tell_broken, unprepared_state
from tests.driven import DrivenClock


@pytest.fixture
def places(tmp_path: Path) -> EmbedderPlaces:
    return EmbedderPlaces(tmp_path)


def write_manifest(places: EmbedderPlaces, precision: str, version: int = VERSION) -> None:
    files = {name: FileEntry(1, f"hash of {name}") for name in ("fp32.onnx", "int8.onnx", "tokenizer.json")}
    write_whole(places.manifest, [msgspec.json.encode(Manifest(version, precision, files))])


def test_nobody_prepared_it(places: EmbedderPlaces, clock: DrivenClock) -> None:
    embedder = Embedder(places, clock)
    assert embedder.state() == EmbedderState(MeaningState.ABSENT)
    assert embedder.model == ""
    assert embedder.question("one", 0.1) is None
    embedder.stop()


@pytest.mark.parametrize("precision", ["int8", "fp32"])
def test_the_precision_that_the_manifest_names_is_run(places: EmbedderPlaces, precision: str) -> None:
    write_manifest(places, precision)
    runnable = find_runnable(places)
    assert runnable is not None
    assert runnable.name == f"all-minilm-l6-v2/{precision}/{VERSION}"
    assert (runnable.model.name, runnable.model_sha256) == (f"{precision}.onnx", f"hash of {precision}.onnx")


def test_files_of_another_version_are_not_run(places: EmbedderPlaces) -> None:
    write_manifest(places, "int8", VERSION + 1)
    assert find_runnable(places) is None


def test_a_preparation_under_way_is_told_until_it_must_have_been_interrupted(
    places: EmbedderPlaces, clock: DrivenClock
) -> None:
    write_state(places, Preparation(PreparationState.BUILDING, clock.now()))
    assert unprepared_state(places, clock).state is MeaningState.PREPARING
    clock.advance(2 * 3600)
    assert unprepared_state(places, clock).state is MeaningState.ABSENT


def test_a_preparation_that_failed_says_why(places: EmbedderPlaces, clock: DrivenClock) -> None:
    write_state(places, Preparation(PreparationState.FAILED, clock.now(), 0.1, "no space left"))
    assert unprepared_state(places, clock) == EmbedderState(MeaningState.FAILED, "no space left")


def test_broken_files_are_left_alone_while_a_preparation_is_at_work(places: EmbedderPlaces, clock: DrivenClock) -> None:
    write_manifest(places, "int8")
    with taken(places.lock) as held:
        assert held
        tell_broken(places, clock, "int8.onnx is missing")
        assert places.manifest.exists()
    tell_broken(places, clock, "int8.onnx is missing")
    assert not places.manifest.exists()
    assert read_state(places).reason == "int8.onnx is missing; it was set aside"
