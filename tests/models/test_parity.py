"""The vectors are those of the model, as sentence-transformers makes them of the same weights."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mnemoteca.models.onnx_embedder import OnnxEmbedder
from mnemoteca.models.places import EmbedderPlaces
from tests.models.reference_texts import reference_texts

# Made once by sentence-transformers 5 on torch from the same weights, normalised; float16.
REFERENCE = Path(__file__).parents[1] / "data/minilm_reference.npz"


Vectors = np.ndarray[Any, np.dtype[np.float32]]


@pytest.fixture(scope="module")
def reference() -> Vectors:
    kept: Vectors = np.load(REFERENCE)["vectors"].astype(np.float32)
    assert kept.shape == (200, 384)
    kept /= np.linalg.norm(kept, axis=1, keepdims=True)
    return kept


@pytest.fixture(scope="module")
def exact(prepared: EmbedderPlaces) -> Vectors:
    return OnnxEmbedder(prepared.fp32, prepared.tokenizer).vectors(reference_texts())


@pytest.fixture(scope="module")
def fast(prepared: EmbedderPlaces) -> Vectors:
    return OnnxEmbedder(prepared.int8, prepared.tokenizer).vectors(reference_texts())


def test_fp32_gives_the_vectors_of_the_reference(reference: Vectors, exact: Vectors) -> None:
    assert np.sum(exact * reference, axis=1).min() >= 0.9999


def test_int8_stays_near_to_the_reference(reference: Vectors, fast: Vectors) -> None:
    found = np.sum(fast * reference, axis=1)
    assert found.min() >= 0.97
    assert np.median(found) >= 0.99


def test_neighbours_under_int8_are_mostly_those_under_fp32(exact: Vectors, fast: Vectors) -> None:
    near = [np.argsort(-(made @ made.T), axis=1)[:, 1:11] for made in (exact, fast)]
    overlap = [len(set(one) & set(other)) / 10 for one, other in zip(*near, strict=True)]
    assert np.mean(overlap) >= 0.85
