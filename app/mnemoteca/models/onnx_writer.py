"""all-MiniLM-L6-v2 as ONNX files: BERT, the mean over its tokens, unit length; in fp32 and in int8.

Inputs: `ids` and `mask`, (texts, tokens) int64, padded on the right with id 0 and mask 0.
Output: `vectors`, (texts, 384) float32, each of length 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from mnemoteca.models.onnx_file import FLOAT32, INT32, Array, Graph

VERSION = 1  # of what stands in the files: vectors of another version can't be compared with these
WIDTH, HEADS, LAYERS, EPSILON = 384, 12, 6, 1e-12
Weights = Mapping[str, Array]


class Precision(Protocol):
    """How the large arrays are kept and multiplied."""

    def words(self, graph: Graph, table: Array) -> str:
        """The rows of the word table that `ids` names, float32."""
        ...

    def linear(self, graph: Graph, name: str, x: str, weight: Array, bias: Array) -> tuple[str, list[str]]:
        """x · weight, and what is still to be added to it, if anything; `weight` is (inputs, outputs)."""
        ...

    def attention(self, graph: Graph, name: str, x: str, mask: str, weight: Array, bias: Array) -> str:
        """What each token takes from the others; `weight` gives query, key and value in one."""
        ...


@dataclass(frozen=True, slots=True)
class Fp32:
    """As the weights came; what is added to a product is added by the operator that follows it."""

    def words(self, graph: Graph, table: Array) -> str:
        return graph.add("Gather", [graph.array("words", table), "ids"])

    def linear(self, graph: Graph, name: str, x: str, weight: Array, bias: Array) -> tuple[str, list[str]]:
        product = graph.add("MatMul", [x, graph.array(f"{name}.weight", weight)])
        return product, [graph.array(f"{name}.bias", bias)]

    def attention(self, graph: Graph, name: str, x: str, mask: str, weight: Array, bias: Array) -> str:
        inputs = [x, graph.array(f"{name}.weight", weight), graph.array(f"{name}.bias", bias), mask]
        return graph.add("Attention", inputs, own=True, num_heads=HEADS)


@dataclass(frozen=True, slots=True)
class Int8:
    """Weights in whole numbers with a scale for each output (one for all ruins the vectors); words in float16.

    64 is the largest whole number: processors without VNNI add two products of a weight and a byte in 16 bits, and
    cut off what is larger. So the same file gives the same vectors on every machine.
    """

    largest: int = 64

    def words(self, graph: Graph, table: Array) -> str:
        rows = graph.add("Gather", [graph.array("words", table.astype(np.float16)), "ids"])
        return graph.add("Cast", [rows], to=FLOAT32)

    def linear(self, graph: Graph, name: str, x: str, weight: Array, bias: Array) -> tuple[str, list[str]]:
        scale = (np.abs(weight).max(axis=0) / np.float32(self.largest)).astype(np.float32)
        whole = np.rint(weight / scale).astype(np.int8)
        zero = np.zeros(scale.shape, np.int8)
        inputs = [x, graph.array(f"{name}.weight", whole), graph.array(f"{name}.scale", scale)]
        inputs += [graph.array(f"{name}.zero", zero), graph.array(f"{name}.bias", bias)]
        return graph.add("DynamicQuantizeMatMul", inputs, own=True), []

    def attention(self, graph: Graph, name: str, x: str, mask: str, weight: Array, bias: Array) -> str:
        all_three, _ = self.linear(graph, name, x, weight, bias)
        sizes = graph.array("widths", np.array([WIDTH] * 3, np.int64))
        query = graph.add("Split", [all_three, sizes], outputs=3, axis=-1)
        inputs = [query, f"{query}.1", f"{query}.2", "", mask]
        return graph.add("MultiHeadAttention", inputs, own=True, num_heads=HEADS)


def onnx_file(weights: Weights, precision: Precision) -> Iterator[bytes]:
    """The model as an ONNX file, piece by piece; raises `KeyError` where an array is missing."""
    graph = Graph()
    x = _embedded(graph, weights, precision)
    mask = graph.add("Cast", ["mask"], to=INT32)
    for number in range(LAYERS):
        x = _layer(graph, weights, precision, f"encoder.layer.{number}", x, mask)
    _pooled(graph, x)
    return graph.file("mnemoteca", {"ids": "int64", "mask": "int64"}, {"vectors": "float32"})


def _embedded(graph: Graph, weights: Weights, precision: Precision) -> str:
    """Words + places (+ the kind of all tokens, which is the same for each), normalised."""
    part = "embeddings"
    places = weights[f"{part}.position_embeddings.weight"] + weights[f"{part}.token_type_embeddings.weight"][0]
    zero, one, two = (graph.array(f"int.{n}", np.array([n], np.int64)) for n in range(3))
    tokens = graph.add("Slice", [graph.add("Shape", ["ids"]), one, two])
    shown = graph.add("Slice", [graph.array("places", places), zero, tokens])
    sums = graph.add("Add", [precision.words(graph, weights[f"{part}.word_embeddings.weight"]), shown])
    return graph.add(
        "LayerNormalization", [sums, *_norm(graph, weights, f"{part}.LayerNorm")], axis=-1, epsilon=EPSILON
    )


def _layer(graph: Graph, weights: Weights, precision: Precision, part: str, x: str, mask: str) -> str:
    parts = [f"{part}.attention.self.{name}" for name in ("query", "key", "value")]
    weight = np.concatenate([weights[f"{name}.weight"] for name in parts]).T
    bias = np.concatenate([weights[f"{name}.bias"] for name in parts])
    seen = precision.attention(graph, f"{part}.attention", x, mask, weight, bias)
    x = _added(graph, weights, precision, f"{part}.attention.output", seen, x)
    wide, rest = precision.linear(graph, f"{part}.intermediate", x, *_dense(weights, f"{part}.intermediate.dense"))
    bent = graph.add("BiasGelu" if rest else "Gelu", [wide, *rest], own=True)
    return _added(graph, weights, precision, f"{part}.output", bent, x)


def _added(graph: Graph, weights: Weights, precision: Precision, part: str, new: str, x: str) -> str:
    """A linear layer of `new`, added to x, normalised."""
    linear, rest = precision.linear(graph, part, new, *_dense(weights, f"{part}.dense"))
    inputs = [linear, x, *_norm(graph, weights, f"{part}.LayerNorm"), *rest]
    return graph.add("SkipLayerNormalization", inputs, own=True, epsilon=EPSILON)


def _dense(weights: Weights, part: str) -> tuple[Array, Array]:
    return weights[f"{part}.weight"].T, weights[f"{part}.bias"]


def _norm(graph: Graph, weights: Weights, part: str) -> list[str]:
    return [graph.array(f"{part}.{name}", weights[f"{part}.{name}"]) for name in ("weight", "bias")]


def _pooled(graph: Graph, x: str) -> None:
    """The sum over the tokens that count, brought to length 1 (the mean's direction is the sum's)."""
    one, two = (graph.array(f"int.{n}", np.array([n], np.int64)) for n in (1, 2))
    counted = graph.add("Unsqueeze", [graph.add("Cast", ["mask"], to=FLOAT32), two])
    sums = graph.add("ReduceSum", [graph.add("Mul", [x, counted]), one], keepdims=0)
    graph.add_last("LpNormalization", [sums], "vectors", axis=-1, p=2)
