"""The ONNX file format, as far as it is written here: protobuf messages of a model, its nodes and its arrays.

    ModelProto      ir_version 1 · producer_name 2 · graph 7 · opset_import 8 (domain 1, version 2)
    GraphProto      node 1 · name 2 · initializer 5 · input 11 · output 12
    NodeProto       input 1 · output 2 · op_type 4 · attribute 5 · domain 7
    AttributeProto  name 1 · f 2 · i 3 · ints 8 · type 20
    TensorProto     dims 1 · data_type 2 · name 8 · raw_data 9

The same arrays give the same bytes on every machine.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]
Attribute = int | float | Sequence[int]

IR_VERSION = 8
OPSETS = {"": 17, "com.microsoft": 1}  # the standard's operators, and ONNX Runtime's own
FLOAT32, INT32 = 1, 6  # kinds of numbers, as the operator `Cast` names them
_KINDS = {"float32": FLOAT32, "uint8": 2, "int8": 3, "int32": INT32, "int64": 7, "float16": 10}
_FLOAT, _INT, _INTS = 1, 2, 7  # the kinds of an attribute
_VARINT, _BYTES, _FIXED32 = 0, 2, 5  # how a field is laid out


class Graph:
    """A model while it is being written: each operator and each array is added once, and named by what it gives."""

    def __init__(self) -> None:
        self._nodes: list[bytes] = []
        self._arrays: dict[str, Array] = {}

    def array(self, name: str, values: Array) -> str:
        """A constant of the model; one that is there already by this name is the same."""
        if name not in self._arrays:
            self._arrays[name] = np.ascontiguousarray(values, values.dtype.newbyteorder("<"))
        return name

    def add(self, kind: str, inputs: Sequence[str], outputs: int = 1, own: bool = False, **given: Attribute) -> str:
        """An operator, `own` where it is one of ONNX Runtime's; the name of its first output, the others end in .1 …"""
        names = [f"{kind}{len(self._nodes)}" + (f".{i}" if i else "") for i in range(outputs)]
        self._nodes.append(_node(kind, inputs, names, "com.microsoft" if own else "", given))
        return names[0]

    def add_last(self, kind: str, inputs: Sequence[str], output: str, **given: Attribute) -> None:
        """An operator of the standard whose output is the model's."""
        self._nodes.append(_node(kind, inputs, [output], "", given))

    def file(self, producer: str, inputs: Mapping[str, str], outputs: Mapping[str, str]) -> Iterator[bytes]:
        """The file, piece by piece; inputs and outputs are name → kind of number, each a matrix."""
        rest = [_bytes(1, node) for node in self._nodes] + [_text(2, producer)]
        rest += [_bytes(11, _matrix(name, kind)) for name, kind in inputs.items()]
        rest += [_bytes(12, _matrix(name, kind)) for name, kind in outputs.items()]
        heads = [_array_head(name, array) for name, array in self._arrays.items()]
        length = sum(map(len, rest)) + sum(map(len, heads)) + sum(array.nbytes for array in self._arrays.values())
        yield b"".join([_number(1, IR_VERSION), _text(2, producer), _key(7, _BYTES), _varint(length), *rest])
        for head, array in zip(heads, self._arrays.values(), strict=True):
            yield head
            yield array.tobytes()
        yield b"".join(_bytes(8, _text(1, domain) + _number(2, version)) for domain, version in OPSETS.items())


def _node(
    kind: str, inputs: Sequence[str], outputs: Sequence[str], domain: str, given: Mapping[str, Attribute]
) -> bytes:
    parts = [_text(1, name) for name in inputs] + [_text(2, name) for name in outputs] + [_text(4, kind)]
    parts += [_bytes(5, _attribute(name, value)) for name, value in given.items()]
    return b"".join([*parts, _text(7, domain)])


def _attribute(name: str, value: Attribute) -> bytes:
    if isinstance(value, float):
        return _text(1, name) + _key(2, _FIXED32) + struct.pack("<f", value) + _number(20, _FLOAT)
    if isinstance(value, int):
        return _text(1, name) + _number(3, value) + _number(20, _INT)
    return _text(1, name) + b"".join(_number(8, one) for one in value) + _number(20, _INTS)


def _array_head(name: str, array: Array) -> bytes:
    """All of an array in the graph but its numbers, which follow at once."""
    dims = b"".join(_number(1, size) for size in array.shape)
    head = dims + _number(2, _KINDS[array.dtype.name]) + _text(8, name) + _key(9, _BYTES) + _varint(array.nbytes)
    return _key(5, _BYTES) + _varint(len(head) + array.nbytes) + head


def _matrix(name: str, kind: str) -> bytes:
    """A value with two sizes that are only known when it is there."""
    sizes = b"".join(_bytes(1, _text(2, f"{name}.{side}")) for side in ("rows", "columns"))
    return _text(1, name) + _bytes(2, _bytes(1, _number(1, _KINDS[kind]) + _bytes(2, sizes)))


def _key(field: int, layout: int) -> bytes:
    return _varint(field << 3 | layout)


def _number(field: int, value: int) -> bytes:
    return _key(field, _VARINT) + _varint(value)


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())


def _bytes(field: int, value: bytes) -> bytes:
    return b"".join([_key(field, _BYTES), _varint(len(value)), value])


def _varint(value: int) -> bytes:
    """Seven bits a byte, the lowest first; a negative number as its 64-bit complement."""
    value &= (1 << 64) - 1
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])
