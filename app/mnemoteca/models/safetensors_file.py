"""The safetensors file format: a header in JSON, then the arrays."""

from __future__ import annotations

import json
import struct
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]

_KINDS = {"F32": "<f4", "F16": "<f2", "I64": "<i8"}
_LONGEST_HEADER = 10_000_000


def read_arrays(content: bytes) -> dict[str, Array]:
    """The arrays of a file by name, as views of `content`; raises `ValueError` where it isn't whole."""
    if len(content) < 8:
        raise ValueError("the file has no header")
    (size,) = struct.unpack_from("<Q", content)
    if size > min(_LONGEST_HEADER, len(content) - 8):
        raise ValueError("the header is cut off")
    header = json.loads(content[8 : 8 + size])
    header.pop("__metadata__", None)
    return {name: _array(content, 8 + size, entry) for name, entry in header.items()}


def _array(content: bytes, start: int, entry: dict[str, Any]) -> Array:
    first, end = entry["data_offsets"]
    kind = np.dtype(_KINDS[entry["dtype"]])
    if start + end > len(content) or end - first != kind.itemsize * int(np.prod(entry["shape"], dtype=np.int64)):
        raise ValueError("an array is cut off")
    flat = np.frombuffer(content, kind, (end - first) // kind.itemsize, start + first)
    return flat.reshape(entry["shape"])
