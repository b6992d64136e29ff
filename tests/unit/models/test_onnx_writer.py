"""The model that is written computes what BERT computes, in fp32 exactly, in int8 nearly."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnxruntime
import pytest

from mnemoteca.models.onnx_writer import Fp32, Int8, Precision, onnx_file
from tests.unit.models.bert_in_numpy import random_weights, vector

TEXTS = [[5, 17, 3], [2], [9, 9, 41, 7, 30, 12, 0, 8, 44, 21]]
Array = np.ndarray[Any, np.dtype[Any]]


@pytest.fixture(scope="module")
def weights() -> dict[str, Array]:
    return random_weights(words=50, places=16)


def vectors(weights: dict[str, Array], precision: Precision, texts: list[list[int]]) -> Array:
    """Of texts in one batch, padded."""
    content = b"".join(onnx_file(weights, precision))
    session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
    longest = max(map(len, texts))
    ids = np.array([[*text, *[0] * (longest - len(text))] for text in texts], np.int64)
    mask = np.array([[1] * len(text) + [0] * (longest - len(text)) for text in texts], np.int64)
    made: Array = session.run(["vectors"], {"ids": ids, "mask": mask})[0]
    return made


@pytest.mark.slow
def test_fp32_computes_bert_also_for_padded_texts(weights: dict[str, Array]) -> None:
    made = vectors(weights, Fp32(), TEXTS)
    wanted = np.array([vector(weights, text) for text in TEXTS])
    assert made.dtype == np.float32
    assert np.allclose(made, wanted, atol=2e-5)


@pytest.mark.slow
def test_int8_computes_nearly_bert(weights: dict[str, Array]) -> None:
    for text in TEXTS:
        (made,) = vectors(weights, Int8(), [text])
        assert float(made @ vector(weights, text)) > 0.97


def test_int8_keeps_its_weights_within_what_every_processor_adds_exactly() -> None:
    assert 2 * 255 * Int8().largest < 2**15


def test_a_missing_array_is_noticed(weights: dict[str, Array]) -> None:
    del (cut := dict(weights))["encoder.layer.3.output.dense.bias"]
    with pytest.raises(KeyError, match=r"layer\.3"):
        list(onnx_file(cut, Fp32()))
