"""BERT as its paper has it, in numpy, one text at a time; and random weights for it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from mnemoteca.models.onnx_writer import EPSILON, HEADS, LAYERS, WIDTH

Array = np.ndarray[Any, np.dtype[Any]]
Weights = dict[str, Array]
FORWARD = 4 * WIDTH
_erf = np.vectorize(math.erf, otypes=[np.float64])


def random_weights(words: int, places: int, seed: int = 1) -> Weights:
    """Small weights under the names of the real ones, a linear layer as (outputs, inputs)."""
    random = np.random.default_rng(seed)
    weights: Weights = {
        f"embeddings.{name}_embeddings.weight": random.normal(0, 0.5, (rows, WIDTH))
        for name, rows in (("word", words), ("position", places), ("token_type", 2))
    }
    shapes = {f"attention.self.{name}": (WIDTH, WIDTH) for name in ("query", "key", "value")}
    shapes |= {"attention.output.dense": (WIDTH, WIDTH), "intermediate.dense": (FORWARD, WIDTH)}
    shapes["output.dense"] = (WIDTH, FORWARD)
    for layer in range(LAYERS):
        for name, shape in shapes.items():
            weights[f"encoder.layer.{layer}.{name}.weight"] = random.normal(0, 0.06, shape)
            weights[f"encoder.layer.{layer}.{name}.bias"] = random.normal(0, 0.1, shape[0])
    norms = ["embeddings.LayerNorm"]
    norms += [f"encoder.layer.{n}.{part}.LayerNorm" for n in range(LAYERS) for part in ("attention.output", "output")]
    for name in norms:
        weights[f"{name}.weight"] = random.normal(1, 0.1, WIDTH)
        weights[f"{name}.bias"] = random.normal(0, 0.1, WIDTH)
    return {name: array.astype(np.float32) for name, array in weights.items()}


def vector(weights: Weights, ids: list[int]) -> Array:
    """The unit vector of a text, in float64."""
    w = {name: array.astype(np.float64) for name, array in weights.items()}
    x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][: len(ids)]
    x = _norm(w, "embeddings.LayerNorm", x + w["embeddings.token_type_embeddings.weight"][0])
    for layer in range(LAYERS):
        part = f"encoder.layer.{layer}"
        seen = _linear(w, f"{part}.attention.output.dense", _attention(w, part, x))
        x = _norm(w, f"{part}.attention.output.LayerNorm", x + seen)
        wide = _linear(w, f"{part}.intermediate.dense", x)
        wide = wide * 0.5 * (1 + _erf(wide / math.sqrt(2)))
        x = _norm(w, f"{part}.output.LayerNorm", x + _linear(w, f"{part}.output.dense", wide))
    mean = x.mean(axis=0)
    made: Array = mean / np.linalg.norm(mean)
    return made


def _attention(w: Weights, part: str, x: Array) -> Array:
    query, key, value = (
        _linear(w, f"{part}.attention.self.{name}", x).reshape(len(x), HEADS, -1).transpose(1, 0, 2)
        for name in ("query", "key", "value")
    )
    scores = query @ key.transpose(0, 2, 1) / math.sqrt(WIDTH // HEADS)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    seen: Array = (weights @ value).transpose(1, 0, 2).reshape(len(x), WIDTH)
    return seen


def _linear(w: Weights, name: str, x: Array) -> Array:
    product: Array = x @ w[f"{name}.weight"].T + w[f"{name}.bias"]
    return product


def _norm(w: Weights, name: str, x: Array) -> Array:
    centred = x - x.mean(axis=-1, keepdims=True)
    made: Array = centred / np.sqrt(centred.var(axis=-1, keepdims=True) + EPSILON) * w[f"{name}.weight"]
    return made + w[f"{name}.bias"]
