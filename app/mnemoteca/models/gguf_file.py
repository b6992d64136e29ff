"""Reads the header of a GGUF file: what the model is, without its weights; a file that can't run is refused.

Everything in the file may be wrong or hostile: each count is held against the bytes that are there before anything is
read, texts are cut and cleaned, and where the weights should end is held against the size of the file.
"""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from mnemoteca.core.architectures import ENCODERS, OTHERS, WRITERS
from mnemoteca.core.errors import BadInput
from mnemoteca.core.model_header import ModelHeader
from mnemoteca.models.gguf_types import FILE_TYPES, TENSOR_TYPES, TensorType

LONGEST_HEADER = 256 << 20  # the largest vocabularies take 12 MB
MOST_ENTRIES = 65_536
MOST_TENSORS = 262_144
LONGEST_NAME = 120
LONGEST_TEXT = 64 << 20
KEPT_LIST = 4096  # of a list of numbers that many are kept
_SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_TEXT, _LIST = 8, 9

Value = int | float | bool | str | tuple[int | float | bool, ...]


@dataclass(frozen=True, slots=True)
class _Tensor:
    name: str
    shape: tuple[int, ...]
    type: TensorType
    offset: int

    @property
    def elements(self) -> int:
        count = 1
        for each in self.shape:
            count *= each
        return count

    @property
    def bytes(self) -> int:
        return self.elements // self.type.block * self.type.bytes


class _Unreadable(Exception):
    """The header stops making sense; at which of its entries."""


class _Cursor:
    """Reads on in the file, never beyond its end or the longest header."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self.size = size
        self.at = 0
        self.where = "its beginning"

    def take(self, count: int) -> bytes:
        if count > min(self.size, LONGEST_HEADER) - self.at:
            raise _Unreadable(self.where)
        taken = self._file.read(count)
        if len(taken) != count:  # it was cut while it was read
            raise _Unreadable(self.where)
        self.at += count
        return taken

    def skip(self, count: int) -> None:
        if count > min(self.size, LONGEST_HEADER) - self.at:
            raise _Unreadable(self.where)
        self._file.seek(count, os.SEEK_CUR)
        self.at += count

    def number(self, form: str = "Q") -> int:
        return int(struct.unpack("<" + form, self.take(struct.calcsize(form)))[0])

    def text(self) -> bytes:
        """A text as it stands."""
        length = self.number()
        if length > LONGEST_TEXT:
            raise _Unreadable(self.where)
        return self.take(length)


def read_header(path: Path) -> ModelHeader:
    """What the model is; raises `BadInput` where the file is none that can be run, `OSError` where it can't be read."""
    name = clean(path.name)
    size = path.stat().st_size
    with path.open("rb", buffering=1 << 20) as file:
        cursor = _Cursor(file, size)
        try:
            entries, tensors = _parse(cursor, name)
        except _Unreadable as error:
            raise BadInput("gguf_damaged", name=name, where=clean(str(error))) from None
    _check_it_is_a_whole_model(name, entries, tensors)
    _check_the_weights_are_there(name, cursor, entries, tensors)
    return _header(entries, tensors, size)


def clean(text: str | bytes, limit: int = LONGEST_NAME) -> str:
    """A text out of a file as it may be shown: one line, without marks that steer a terminal or turn the writing."""
    told = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return "".join(letter if letter.isprintable() else "�" for letter in told[:limit]).strip()


def _parse(cursor: _Cursor, name: str) -> tuple[dict[str, Value], list[_Tensor]]:
    if cursor.size == 0:
        raise BadInput("gguf_empty", name=name)
    if cursor.take(min(4, cursor.size)) != b"GGUF":
        raise BadInput("gguf_not_one", name=name)
    version = cursor.number("I")
    if version & 0xFFFF == 0:
        raise BadInput("gguf_byte_order", name=name)
    if version not in (2, 3):
        raise BadInput("gguf_version", name=name, version=version)
    tensors, entries = cursor.number(), cursor.number()
    if tensors > MOST_TENSORS or entries > MOST_ENTRIES:
        raise _Unreadable("its counts")
    told: dict[str, Value] = {}
    for _ in range(entries):
        key = clean(cursor.text(), 256)
        cursor.where = key
        if not key or key in told:
            raise _Unreadable(key)
        told[key] = _value(cursor, cursor.number("I"))
    return told, _tensors(cursor, tensors)


def _value(cursor: _Cursor, kind: int) -> Value:
    """A value; of a list of texts its length alone is kept."""
    if kind == _TEXT:
        return clean(cursor.text(), LONGEST_NAME)
    if kind in _SCALARS:
        value: Value = struct.unpack("<" + _SCALARS[kind], cursor.take(struct.calcsize(_SCALARS[kind])))[0]
        return value
    if kind != _LIST:
        raise _Unreadable(cursor.where)
    kind, count = cursor.number("I"), cursor.number()
    if kind == _TEXT:
        if count > (cursor.size - cursor.at) // 8:
            raise _Unreadable(cursor.where)
        for _ in range(count):
            cursor.skip(cursor.number())
        return count
    if kind not in _SCALARS:
        raise _Unreadable(cursor.where)
    width = struct.calcsize(_SCALARS[kind])
    if count > KEPT_LIST:
        cursor.skip(count * width)
        return ()
    return struct.unpack(f"<{count}{_SCALARS[kind]}", cursor.take(count * width))


def _tensors(cursor: _Cursor, count: int) -> list[_Tensor]:
    found: list[_Tensor] = []
    for number in range(count):
        cursor.where = f"tensor {number + 1}"
        name = clean(cursor.text(), 64)
        dimensions = cursor.number("I")
        if not 1 <= dimensions <= 4:
            raise _Unreadable(name)
        shape = struct.unpack(f"<{dimensions}Q", cursor.take(8 * dimensions))
        kind = TENSOR_TYPES.get(cursor.number("I"))
        tensor = _Tensor(name, shape, kind or TENSOR_TYPES[0], cursor.number())
        if kind is None or not 0 < tensor.elements < 1 << 50 or shape[0] % kind.block:
            raise _Unreadable(name)
        found.append(tensor)
    if len({each.name for each in found}) != len(found):
        raise _Unreadable("its tensors")
    return found


def _check_it_is_a_whole_model(name: str, entries: dict[str, Value], tensors: list[_Tensor]) -> None:
    if (parts := _number(entries, "split.count")) > 1:
        raise BadInput("gguf_part", name=name, count=parts)
    architecture = _text(entries, "general.architecture")
    if _text(entries, "general.type") not in ("", "model") or architecture in OTHERS:
        raise BadInput("gguf_other_thing", name=name, what=_text(entries, "general.type") or architecture)
    if architecture not in ENCODERS | WRITERS:
        raise BadInput("gguf_architecture", name=name, architecture=architecture or "?")
    if not tensors:
        raise BadInput("gguf_no_weights", name=name)
    if _text(entries, "tokenizer.ggml.model") in ("", "none", "no_vocab") or not _vocabulary(entries):
        raise BadInput("gguf_no_tokenizer", name=name)


def _check_the_weights_are_there(name: str, cursor: _Cursor, entries: dict[str, Value], tensors: list[_Tensor]) -> None:
    """Each layer has weights, they stand one behind the other, and the file is long enough for them."""
    architecture, there = _text(entries, "general.architecture"), {each.name for each in tensors}
    layers = {each.split(".")[1] for each in there if each.startswith("blk.") and each.count(".") > 1}
    wanted = _number(entries, f"{architecture}.block_count")
    lacking = [f"blk.{n}" for n in range(min(wanted, MOST_TENSORS)) if str(n) not in layers]
    if not wanted or lacking or "token_embd.weight" not in there:
        raise BadInput("gguf_lacks", name=name, where=(lacking or ["token_embd.weight"])[0])
    alignment = _number(entries, "general.alignment") or 32
    if alignment & (alignment - 1) or alignment > 1 << 20:
        raise BadInput("gguf_damaged", name=name, where="general.alignment")
    begin, offset = _padded(cursor.at, alignment), 0
    for each in tensors:
        if each.offset != offset:
            raise BadInput("gguf_damaged", name=name, where=each.name)
        offset += _padded(each.bytes, alignment)
    end = begin + tensors[-1].offset + tensors[-1].bytes
    if end > cursor.size:
        raise BadInput("gguf_cut", name=name, there=f"{cursor.size:,}", wanted=f"{end:,}")


def _padded(count: int, alignment: int) -> int:
    return -(-count // alignment) * alignment


def _header(entries: dict[str, Value], tensors: list[_Tensor], size: int) -> ModelHeader:
    architecture = _text(entries, "general.architecture")

    def told(key: str) -> int:
        return _number(entries, f"{architecture}.{key}")

    embedding = next(each for each in tensors if each.name == "token_embd.weight")
    return ModelHeader(
        architecture=architecture,
        name=_text(entries, "general.name"),
        parameters=sum(each.elements for each in tensors),
        quantisation=_quantisation(entries, tensors),
        context=told("context_length"),
        tokenizer=_text(entries, "tokenizer.ggml.model"),
        vocabulary=_vocabulary(entries),
        bytes=size,
        tensors=len(tensors),
        layers=told("block_count"),
        width=told("embedding_length") or embedding.shape[0],
        keys_width=_keys_width(entries, architecture),
        experts=told("expert_count"),
        pooling=_number(entries, f"{architecture}.pooling_type", -1),
        token_types=_number(entries, "tokenizer.ggml.token_type_count"),
        scores=any(each.name.startswith("cls.") for each in tensors),
        chat_template="tokenizer.chat_template" in entries,
    )


def _keys_width(entries: dict[str, Value], architecture: str) -> int:
    """Numbers that a token leaves in the keys of all layers; a layer without attention leaves none."""
    layers = _number(entries, f"{architecture}.block_count")
    heads = max(1, _number(entries, f"{architecture}.attention.head_count", 1))
    width = _number(entries, f"{architecture}.attention.key_length")
    width = width or _number(entries, f"{architecture}.embedding_length") // heads
    kept = entries.get(f"{architecture}.attention.head_count_kv", heads)
    each = [int(n) for n in kept] if isinstance(kept, tuple) else [_whole(kept, heads)] * layers
    return max(0, min(width * sum(each), 1 << 32))


def _quantisation(entries: dict[str, Value], tensors: list[_Tensor]) -> str:
    """As the file names it; else the type that most of its bytes are of."""
    if named := FILE_TYPES.get(_number(entries, "general.file_type", -1)):
        return named
    weights: dict[str, int] = {}
    for each in tensors:
        weights[each.type.name] = weights.get(each.type.name, 0) + each.bytes
    return max(weights, key=lambda name: weights[name])


def _vocabulary(entries: dict[str, Value]) -> int:
    return _number(entries, "tokenizer.ggml.tokens")


def _text(entries: dict[str, Value], key: str) -> str:
    value = entries.get(key, "")
    return value if isinstance(value, str) else ""


def _number(entries: dict[str, Value], key: str, default: int = 0) -> int:
    value = entries.get(key, default)
    if isinstance(value, tuple):
        value = max(value, default=default)
    return _whole(value, default)


def _whole(value: object, default: int) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) < 1 << 48:
        return default
    return int(value)
