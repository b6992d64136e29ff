"""Files of models: what is cut, zeroed or swapped is noticed; what is written is whole or not there."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest

from mnemoteca.models.manifest import Manifest, broken_files, find_manifest, write_whole
from mnemoteca.models.onnx_writer import VERSION
from mnemoteca.models.places import EmbedderPlaces, models_folder
from mnemoteca.models.preparing import is_whole, set_aside
from mnemoteca.models.safetensors_file import read_arrays


def safetensors(**arrays: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> bytes:
    header, at = {}, 0
    for name, array in arrays.items():
        header[name] = {"dtype": "F32", "shape": list(array.shape), "data_offsets": [at, at + array.nbytes]}
        at += array.nbytes
    told = json.dumps({"__metadata__": {"format": "pt"}, **header}).encode()
    return struct.pack("<Q", len(told)) + told + b"".join(array.tobytes() for array in arrays.values())


def test_arrays_are_read_by_their_names() -> None:
    one, two = np.arange(6, dtype=np.float32).reshape(2, 3), np.ones(4, np.float32)
    found = read_arrays(safetensors(one=one, two=two))
    assert set(found) == {"one", "two"}
    assert np.array_equal(found["one"], one)
    assert np.array_equal(found["two"], two)


@pytest.mark.parametrize("kept", [0, 4, 30, -4])
def test_arrays_of_a_cut_file_are_refused(kept: int) -> None:
    with pytest.raises(ValueError, match=r"header|cut off"):
        read_arrays(safetensors(one=np.ones(6, np.float32))[:kept])


@pytest.fixture
def places(tmp_path: Path) -> EmbedderPlaces:
    """Three small files and their manifest."""
    made = EmbedderPlaces(tmp_path)
    files = {path.name: write_whole(path, [b"what is in ", path.name.encode()]) for path in (made.fp32, made.int8)}
    files[made.tokenizer.name] = write_whole(made.tokenizer, [b"{}"])
    write_whole(made.manifest, [msgspec.json.encode(Manifest(VERSION, "int8", files))])
    return made


def test_what_was_written_is_whole(places: EmbedderPlaces) -> None:
    assert is_whole(places)
    assert set_aside(places) == []
    assert not list(places.folder.glob("*.part"))


@pytest.mark.parametrize("content", [b"", b"what is", bytes(20), b"what is in fp32.onnx", None])
def test_a_file_that_is_cut_zeroed_swapped_or_missing_is_noticed_and_all_is_set_aside(
    places: EmbedderPlaces, content: bytes | None
) -> None:
    places.int8.unlink()
    if content is not None:
        places.int8.write_bytes(content)
    manifest = find_manifest(places)
    assert manifest is not None
    assert list(broken_files(places, manifest)) == ["int8.onnx"]
    assert not is_whole(places)
    assert "manifest.json" in set_aside(places)
    assert not places.fp32.exists()
    assert (places.aside / "fp32.onnx").read_bytes() == b"what is in fp32.onnx"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"writer": 1}', b"\xff"])
def test_a_manifest_that_cannot_be_read_counts_as_none(places: EmbedderPlaces, content: bytes) -> None:
    places.manifest.write_bytes(content)
    assert find_manifest(places) is None
    assert not is_whole(places)


def test_files_of_another_version_are_not_run(places: EmbedderPlaces) -> None:
    manifest = find_manifest(places)
    assert manifest is not None
    write_whole(places.manifest, [msgspec.json.encode(Manifest(VERSION + 1, "int8", manifest.files))])
    assert not is_whole(places)


def test_a_write_that_fails_leaves_the_former_file_and_nothing_else(tmp_path: Path) -> None:
    def torn() -> Iterator[bytes]:
        yield b"half"
        raise OSError(28, "No space left on device")

    write_whole(tmp_path / "file", [b"former"])
    with pytest.raises(OSError, match="space"):
        write_whole(tmp_path / "file", torn())
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_bytes() == b"former"


@pytest.mark.parametrize(
    ("environment", "platform", "folder"),
    [
        ({"MNEMOTECA_MODELS": "/elsewhere", "XDG_CACHE_HOME": "/cache"}, "linux", "/elsewhere"),
        ({"XDG_CACHE_HOME": "/cache"}, "linux", "/cache/mnemoteca/models"),
        ({}, "linux", f"{Path.home()}/.cache/mnemoteca/models"),
        ({}, "darwin", f"{Path.home()}/Library/Caches/mnemoteca/models"),
        ({"LOCALAPPDATA": "/local"}, "win32", "/local/Mnemoteca/models"),
    ],
)
def test_models_stand_where_the_platform_keeps_what_can_be_made_again(
    environment: dict[str, str], platform: str, folder: str
) -> None:
    assert models_folder(environment, platform) == Path(folder)
