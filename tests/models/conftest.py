"""What the tests of the models share: the prepared embedder, and one whose child is a fake."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from mnemoteca.models.embedder import Embedder
from mnemoteca.models.manifest import Manifest, write_whole
from mnemoteca.models.onnx_writer import VERSION
from mnemoteca.models.places import EmbedderPlaces
from mnemoteca.models.preparing import is_whole
from mnemoteca.models.supervised import Limits

FAKE_CHILD = Path(__file__).with_name("fake_child.py")


@pytest.fixture(scope="session")
def prepared() -> EmbedderPlaces:
    """The embedder of this machine; what asks for it is passed over where nobody prepared one."""
    places = EmbedderPlaces.standard()
    if not is_whole(places):
        pytest.skip("the embedder is not prepared; prepare it with: mnemoteca models prepare")
    return places


@pytest.fixture
def embedder(prepared: EmbedderPlaces) -> Iterator[Embedder]:
    made = Embedder(prepared)
    yield made
    made.stop()


@pytest.fixture
def fake_places(tmp_path: Path) -> EmbedderPlaces:
    """Files that look prepared; nobody can run them."""
    places = EmbedderPlaces(tmp_path / "models")
    places.folder.mkdir()
    files = {
        path.name: write_whole(path, [path.name.encode()]) for path in (places.fp32, places.int8, places.tokenizer)
    }
    write_whole(places.manifest, [msgspec.json.encode(Manifest(VERSION, "int8", files))])
    return places


@pytest.fixture
def faked(fake_places: EmbedderPlaces) -> Iterator[Callable[..., Embedder]]:
    """Make an embedder whose child is `fake_child.py`, started with these arguments."""
    made = []

    def make(*arguments: str, limits: Limits | None = None) -> Embedder:
        command = [sys.executable, str(FAKE_CHILD), *arguments]
        made.append(Embedder(fake_places, command=lambda _: command, limits=limits))
        return made[-1]

    yield make
    for each in made:
        each.stop()
