"""An embedder that is a GGUF file: the real engine in its own process; a bad file is said, and costs nothing else."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from mnemoteca.core.cancel import Token
from mnemoteca.core.errors import Unavailable
from mnemoteca.core.meaning import NoEmbedder
from mnemoteca.core.model_roles import Role
from mnemoteca.core.standing import MeaningState
from mnemoteca.models.embedders import Embedders
from mnemoteca.models.installed import InstalledModels
from mnemoteca.models.installing import install_file
from mnemoteca.models.places import ModelsPlaces

if importlib.util.find_spec("llama_cpp") is None or importlib.util.find_spec("gguf") is None:
    pytest.skip("the engine for language models is not installed; ./run prepares it", allow_module_level=True)

from tests.models.tiny_models import Numbers, write_tiny


class Still:
    def now(self) -> datetime:
        return datetime(2026, 11, 21, 20, 0, tzinfo=UTC)


@pytest.fixture
def models(tmp_path: Path) -> InstalledModels:
    return InstalledModels(ModelsPlaces(tmp_path / "models"))


@pytest.fixture
def embedders(models: InstalledModels) -> Iterator[Embedders]:
    made = Embedders(Still(), models.places, NoEmbedder())
    yield made
    made.stop()


def spoilt(name: str, numbers: Numbers) -> Numbers:
    return numbers * np.float32(0) if name == "output_norm.weight" else numbers


def installed(models: InstalledModels, path: Path) -> None:
    install_file(models, path, Still(), lambda done, total: None, Token())


def test_the_chosen_one_makes_unit_vectors_long_texts_and_hostile_ones_too(
    models: InstalledModels, embedders: Embedders, tmp_path: Path
) -> None:
    installed(models, write_tiny(tmp_path / "other.gguf", pooling=1, context=128))
    assert (embedders.model, models.chosen()) == ("", {})  # it is not put to use by itself
    models.use(Role.EMBED, "other")
    assert embedders.state().state is MeaningState.READY
    assert embedders.width == 64
    texts = ["the van", "word " * 5_000, "", "<|im_end|>", "\ud800 \x00", "o caminhão", "the van"]
    made = embedders.passages(texts)
    assert made.shape == (7, 64)
    assert np.allclose(np.linalg.norm(made, axis=1), 1.0, atol=1e-4)
    assert np.array_equal(made[0], made[6])
    question = embedders.question("the van", 30.0)
    assert question is not None
    assert np.allclose(question, made[0], atol=1e-5)
    assert embedders.asked_by(embedders.model) is not None
    assert embedders.asked_by("all-minilm-l6-v2/int8/1") is None


def test_weights_that_are_no_numbers_are_said(models: InstalledModels, embedders: Embedders, tmp_path: Path) -> None:
    installed(models, write_tiny(tmp_path / "spoilt.gguf", pooling=1, change=spoilt))
    models.use(Role.EMBED, "spoilt")
    with pytest.raises(Unavailable):
        embedders.passages(["the van"])
    told = embedders.state()
    assert (told.state, "its numbers are none" in told.reason) == (MeaningState.FAILED, True), told


def test_a_file_that_was_changed_since_is_not_run(
    models: InstalledModels, embedders: Embedders, tmp_path: Path
) -> None:
    installed(models, write_tiny(tmp_path / "other.gguf", pooling=1))
    models.use(Role.EMBED, "other")
    path = models.places.of("other").model
    content = bytearray(path.read_bytes())
    content[-100] ^= 1
    path.write_bytes(content)
    with pytest.raises(Unavailable):
        embedders.passages(["the van"])
    assert "something else than was installed" in embedders.state().reason
