"""What is said of architectures and types of numbers, held against the engine that is installed."""

from __future__ import annotations

import ctypes
import importlib.util
from pathlib import Path

import pytest

from mnemoteca.core.architectures import ENCODERS, OTHERS, WRITERS
from mnemoteca.core.model_header import kind_of
from mnemoteca.core.model_roles import Kind
from mnemoteca.models.gguf_file import read_header
from mnemoteca.models.gguf_types import TENSOR_TYPES

if importlib.util.find_spec("llama_cpp") is None:
    pytest.skip("the engine for language models is not installed; ./run prepares it", allow_module_level=True)
if importlib.util.find_spec("gguf") is None:
    pytest.skip("the writer of GGUF files is not installed", allow_module_level=True)

from tests.models.tiny_llama import write_tiny_llama


def libraries() -> Path:
    """Where the engine's own libraries stand; it is not loaded for that."""
    found = importlib.util.find_spec("llama_cpp")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "lib"


def library(name: str) -> Path:
    found = [path for path in libraries().iterdir() if path.name.split(".")[0] in (f"lib{name}", name)]
    return next(path for path in sorted(found) if path.suffix in (".so", ".dylib", ".dll"))


def test_every_architecture_stands_in_the_engine() -> None:
    strings = library("llama").read_bytes()
    short = {"bert", "glm4", "qwen", "qwen2", "rwkv7"}  # the end of a longer name, which the linker shares
    missing = [each for each in ENCODERS | WRITERS | OTHERS if b"\0" + each.encode() + b"\0" not in strings]
    assert set(missing) <= short
    assert all(each.encode() + b"\0" in strings for each in missing)


def test_no_architecture_is_of_two_kinds() -> None:
    assert not ENCODERS & WRITERS
    assert not OTHERS & (ENCODERS | WRITERS)


def test_types_of_numbers_take_the_bytes_that_the_engine_says() -> None:
    ggml = ctypes.CDLL(str(library("ggml-base")))
    ggml.ggml_type_name.restype = ctypes.c_char_p
    ggml.ggml_blck_size.restype = ctypes.c_int64
    ggml.ggml_type_size.restype = ctypes.c_size_t
    for number, type in TENSOR_TYPES.items():
        assert ggml.ggml_type_name(number).decode().upper() == type.name.upper()
        assert (ggml.ggml_blck_size(number), ggml.ggml_type_size(number)) == (type.block, type.bytes), type.name


def test_a_model_that_the_engine_runs_is_read(tmp_path: Path) -> None:
    write_tiny_llama(tmp_path / "tiny.gguf")
    header = read_header(tmp_path / "tiny.gguf")
    assert (header.architecture, header.context, header.layers, header.vocabulary) == ("llama", 512, 2, 258)
    assert kind_of(header) is Kind.GENERATE
