"""Model files made byte by byte: a small one that is sound, and more than 50 that are not."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

U32, I32, F32, TEXT, LIST, U64 = 4, 5, 6, 8, 9, 10
WIDTH, LETTERS = 32, tuple(f"<{n}>" for n in range(16))


@dataclass(frozen=True, slots=True)
class Typed:
    """A value with its type in the file; `raw` stands for the bytes of what has no form here."""

    kind: int
    value: object = None
    raw: bytes = b""


Entries = dict[str, Typed]
Tensor = tuple[str, tuple[int, ...], int]  # name, shape, type


def text(value: str | bytes) -> bytes:
    told = value.encode() if isinstance(value, str) else value
    return struct.pack("<Q", len(told)) + told


def texts(values: Sequence[str | bytes]) -> Typed:
    return Typed(LIST, raw=struct.pack("<IQ", TEXT, len(values)) + b"".join(map(text, values)))


def entry(key: str | bytes, typed: Typed) -> bytes:
    head = text(key) + struct.pack("<I", typed.kind)
    if typed.raw:
        return head + typed.raw
    if typed.kind == TEXT:
        return head + text(str(typed.value))
    return head + struct.pack("<" + {U32: "I", I32: "i", F32: "f", U64: "Q"}[typed.kind], typed.value)


def entries_of_a_llama(**more: Typed) -> Entries:
    """What a small llama says of itself; `_` in the names of `more` stands for a dot."""
    told: Entries = {
        "general.architecture": Typed(TEXT, "llama"),
        "general.name": Typed(TEXT, "Made by hand"),
        "llama.context_length": Typed(U32, 128),
        "llama.embedding_length": Typed(U32, WIDTH),
        "llama.block_count": Typed(U32, 1),
        "llama.feed_forward_length": Typed(U32, WIDTH),
        "llama.attention.head_count": Typed(U32, 2),
        "llama.attention.layer_norm_rms_epsilon": Typed(F32, 1e-5),
        "tokenizer.ggml.model": Typed(TEXT, "gpt2"),
        "tokenizer.ggml.tokens": texts(LETTERS),
    }
    return {**told, **{key.replace("_", "."): value for key, value in more.items()}}


def tensors_of_a_llama() -> list[Tensor]:
    square = (WIDTH, WIDTH)
    names = ("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down")
    norms: list[Tensor] = [(f"blk.0.{name}_norm.weight", (WIDTH,), 0) for name in ("attn", "ffn")]
    layer: list[Tensor] = [(f"blk.0.{name}.weight", square, 0) for name in names]
    outer: list[Tensor] = [
        ("token_embd.weight", (WIDTH, len(LETTERS)), 0),
        ("output_norm.weight", (WIDTH,), 0),
        ("output.weight", (WIDTH, len(LETTERS)), 0),
    ]
    return [*outer, *norms, *layer]


def gguf(
    entries: Mapping[str, Typed] | None = None,
    tensors: Sequence[Tensor] | None = None,
    *,
    magic: bytes = b"GGUF",
    version: int = 3,
    counts: tuple[int, int] | None = None,
    offset: int = 0,
    data: bytes | None = None,
) -> bytes:
    """A file of these; `counts` and `offset` (of every tensor but the first) may lie."""
    told = entries_of_a_llama() if entries is None else entries
    shapes = tensors_of_a_llama() if tensors is None else list(tensors)
    said = counts or (len(shapes), len(told))
    head = magic + struct.pack("<IQQ", version, *said) + b"".join(entry(k, v) for k, v in told.items())
    at, begin = 0, 0
    for name, shape, kind in shapes:
        head += text(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, kind, begin + (offset if at else 0))
        size = 4
        for each in shape:
            size *= each
        begin, at = begin + -(-size // 32) * 32, at + 1
    head += bytes(-len(head) % 32)
    return head + (struct.pack("<f", 0.01) * (begin // 4) if data is None else data)


def cut(share: float) -> Callable[[], bytes]:
    whole = gguf()
    return lambda: whole[: int(len(whole) * share)]


def with_entry(key: str, typed: Typed) -> bytes:
    return gguf({**entries_of_a_llama(), key: typed})


def without(*keys: str) -> bytes:
    return gguf({key: typed for key, typed in entries_of_a_llama().items() if key not in keys})


def with_tensor(tensor: Tensor) -> bytes:
    return gguf(tensors=[*tensors_of_a_llama(), tensor], data=bytes(40_000))


HUGE = (1 << 63) - 1
HOSTILE = "\x1b]0;owned\x07\u202egnp.exe\u0000<script>alert(1)</script>{name}%s" + "A" * 5000

BAD: dict[str, tuple[bytes, str]] = {
    # not a model at all
    "zero-byte": (b"", "gguf_empty"),
    "one-byte": (b"G", "gguf_not_one"),
    "text": (b"this is no model, it is a letter to Ana\n" * 40, "gguf_not_one"),
    "zip": (b"PK\x03\x04" + bytes(2000), "gguf_not_one"),
    "safetensors": (struct.pack("<Q", 60) + b'{"__metadata__":{"format":"pt"}}' + bytes(500), "gguf_not_one"),
    "ggml-of-old": (b"lmgg" + bytes(4000), "gguf_not_one"),
    "html-of-a-login-page": (b"<!doctype html><title>Sign in</title>", "gguf_not_one"),
    "lfs-pointer": (b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n", "gguf_not_one"),
    "zeros": (bytes(100_000), "gguf_not_one"),
    "lower-case-magic": (gguf(magic=b"gguf"), "gguf_not_one"),
    # cut
    "magic-alone": (b"GGUF", "gguf_damaged"),
    "cut-in-its-counts": (gguf()[:20], "gguf_damaged"),
    "cut-in-its-first-key": (gguf()[:40], "gguf_damaged"),
    "cut-in-its-vocabulary": (gguf()[:520], "gguf_damaged"),
    "cut-in-its-tensors": (gguf()[:900], "gguf_damaged"),
    "cut-at-a-third": (cut(0.33)(), "gguf_cut"),
    "cut-at-a-half": (cut(0.5)(), "gguf_cut"),
    "cut-at-nine-tenths": (cut(0.9)(), "gguf_cut"),
    "one-byte-short": (gguf()[:-1], "gguf_cut"),
    "header-alone": (gguf(data=b""), "gguf_cut"),
    # versions
    "version-0": (gguf(version=0), "gguf_byte_order"),
    "version-1": (gguf(version=1), "gguf_version"),
    "version-4": (gguf(version=4), "gguf_version"),
    "version-9999": (gguf(version=9999), "gguf_version"),
    "other-byte-order": (gguf(version=3 << 24), "gguf_byte_order"),
    # counts that lie
    "2^63-tensors": (gguf(counts=(HUGE, 10)), "gguf_damaged"),
    "2^63-entries": (gguf(counts=(12, HUGE)), "gguf_damaged"),
    "more-entries-than-there-are": (gguf(counts=(12, 4000)), "gguf_damaged"),
    "more-tensors-than-there-are": (gguf(counts=(4000, 10)), "gguf_damaged"),
    "fewer-entries-than-there-are": (gguf(counts=(12, 3)), "gguf_damaged"),
    "key-of-2^63": (b"GGUF" + struct.pack("<IQQQ", 3, 1, 1, HUGE) + bytes(99), "gguf_damaged"),
    "text-of-2^63": (with_entry("general.url", Typed(TEXT, raw=struct.pack("<Q", HUGE))), "gguf_damaged"),
    "list-of-2^63": (with_entry("a.list", Typed(LIST, raw=struct.pack("<IQ", U32, HUGE))), "gguf_damaged"),
    "texts-of-2^63": (with_entry("a.list", Typed(LIST, raw=struct.pack("<IQ", TEXT, HUGE))), "gguf_damaged"),
    "list-in-a-list": (with_entry("a.list", Typed(LIST, raw=struct.pack("<IQ", LIST, 3) + bytes(99))), "gguf_damaged"),
    "value-of-no-type": (with_entry("a.value", Typed(77, raw=bytes(8))), "gguf_damaged"),
    "key-twice": (
        gguf()[:16] + struct.pack("<Q", 11) + entry("general.name", Typed(TEXT, "twice")) + gguf()[24:],
        "gguf_damaged",
    ),
    "empty-key": (with_entry("", Typed(U32, 1)), "gguf_damaged"),
    "alignment-of-3": (with_entry("general.alignment", Typed(U32, 3)), "gguf_damaged"),
    "alignment-of-2^31": (with_entry("general.alignment", Typed(U32, 1 << 31)), "gguf_damaged"),
    # tensors that lie
    "tensor-of-9-dimensions": (with_tensor(("x", (1,) * 9, 0)), "gguf_damaged"),
    "tensor-of-2^120-numbers": (
        with_tensor(
            ("x", (1 << 40, 1 << 40, 1 << 40), 0),
        ),
        "gguf_damaged",
    ),
    "tensor-of-nothing": (with_tensor(("x", (0,), 0)), "gguf_damaged"),
    "tensor-of-no-type": (with_tensor(("x", (32,), 4)), "gguf_damaged"),
    "tensor-of-half-a-block": (with_tensor(("x", (33,), 2)), "gguf_damaged"),
    "tensor-twice": (with_tensor(("output.weight", (32,), 0)), "gguf_damaged"),
    "offsets-that-overlap": (gguf(offset=-32), "gguf_damaged"),
    "offsets-beyond-the-end": (gguf(offset=1 << 40), "gguf_damaged"),
    # whole, but nothing that can run
    "vocabulary-only": (gguf(tensors=[]), "gguf_no_weights"),
    "no-vocabulary": (without("tokenizer.ggml.tokens"), "gguf_no_tokenizer"),
    "vocabulary-of-nothing": (with_entry("tokenizer.ggml.tokens", texts([])), "gguf_no_tokenizer"),
    "no-tokenizer": (with_entry("tokenizer.ggml.model", Typed(TEXT, "no_vocab")), "gguf_no_tokenizer"),
    "architecture-of-nobody": (with_entry("general.architecture", Typed(TEXT, "wonder")), "gguf_architecture"),
    "no-architecture": (without("general.architecture"), "gguf_architecture"),
    "architecture-as-a-number": (with_entry("general.architecture", Typed(U32, 7)), "gguf_architecture"),
    "architecture-that-is-hostile": (with_entry("general.architecture", Typed(TEXT, HOSTILE)), "gguf_architecture"),
    "mislabelled-as-mamba": (with_entry("general.architecture", Typed(TEXT, "mamba")), "gguf_lacks"),
    "layers-that-are-not-there": (with_entry("llama.block_count", Typed(U32, 32)), "gguf_lacks"),
    "2^32-layers": (with_entry("llama.block_count", Typed(U32, 0xFFFFFFFF)), "gguf_lacks"),
    "no-embedding": (gguf(tensors=tensors_of_a_llama()[1:]), "gguf_lacks"),
    "adapter": (with_entry("general.type", Typed(TEXT, "adapter")), "gguf_other_thing"),
    "projector": (with_entry("general.architecture", Typed(TEXT, "clip")), "gguf_other_thing"),
    "speaks": (with_entry("general.architecture", Typed(TEXT, "pockettts")), "gguf_other_thing"),
    "first-of-three-parts": (with_entry("split.count", Typed(U32, 3)), "gguf_part"),
    "reranker-of-bert": (
        gguf(
            {
                **{key.replace("llama.", "bert."): typed for key, typed in entries_of_a_llama().items()},
                "general.architecture": Typed(TEXT, "bert"),
                "bert.pooling_type": Typed(U32, 4),
                "tokenizer.ggml.model": Typed(TEXT, "bert"),
                "tokenizer.ggml.token_type_count": Typed(U32, 2),
            }
        ),
        "model_scores_wrongly",
    ),
}
"""Bad files by what is wrong with them: the bytes, and the key of the sentence that refuses them."""
