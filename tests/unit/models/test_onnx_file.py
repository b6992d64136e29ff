"""The ONNX files that are written here are run by ONNX Runtime and give what numpy gives."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnxruntime
import pytest

from mnemoteca.models.onnx_file import Graph

Array = np.ndarray[Any, np.dtype[Any]]


def run(graph: Graph, **inputs: Array) -> Array:
    kinds = {name: array.dtype.name for name, array in inputs.items()}
    content = b"".join(graph.file("test", kinds, {"out": "float32"}))
    session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
    made: Array = session.run(["out"], inputs)[0]
    return made


def test_a_product_with_a_constant() -> None:
    weight = np.arange(12, dtype=np.float32).reshape(3, 4)
    x = np.array([[1, -2, 0.5], [0, 0, 1]], np.float32)
    graph = Graph()
    graph.add_last("MatMul", ["x", graph.array("weight", weight)], "out")
    assert np.allclose(run(graph, x=x), x @ weight)


@pytest.mark.parametrize("axis", [0, 1, -1])
def test_attributes_may_be_negative_whole_or_real_numbers(axis: int) -> None:
    x = np.array([[1.0, 2.0], [3.0, -4.0]], np.float32)
    graph = Graph()
    leaky = graph.add("LeakyRelu", ["x"], alpha=0.25)
    graph.add_last("Softmax", [leaky], "out", axis=axis)
    leaked = np.where(x < 0, 0.25 * x, x)
    exponents = np.exp(leaked - leaked.max(axis=axis, keepdims=True))
    assert np.allclose(run(graph, x=x), exponents / exponents.sum(axis=axis, keepdims=True), atol=1e-6)


def test_an_operator_with_several_outputs_and_a_list_of_numbers() -> None:
    x = np.arange(6, dtype=np.float32).reshape(2, 3)
    graph = Graph()
    sizes = graph.array("sizes", np.array([1, 2], np.int64))
    first = graph.add("Split", ["x", sizes], outputs=2, axis=1)
    graph.add_last("Transpose", [f"{first}.1"], "out", perm=[1, 0])
    assert np.array_equal(run(graph, x=x), x[:, 1:].T)


def test_the_same_arrays_give_the_same_bytes_whatever_their_order_in_memory() -> None:
    def content(array: Array) -> bytes:
        graph = Graph()
        graph.add_last("Add", ["x", graph.array("a", array)], "out")
        return b"".join(graph.file("test", {"x": "float32"}, {"out": "float32"}))

    array = np.arange(6, dtype=np.float32).reshape(2, 3)
    assert content(array) == content(np.asfortranarray(array)) == content(array.astype(">f4"))
