"""A llama of some thousand random numbers with a byte-level vocabulary, as a GGUF file."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np

WIDTH, FORWARD, HEADS, LAYERS, CONTEXT = 64, 128, 4, 2, 512


def byte_letters() -> list[str]:
    """The printable character that stands for each byte in a byte-level vocabulary."""
    kept = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = iter(range(256, 512))
    return [chr(byte) if byte in kept else chr(next(others)) for byte in range(256)]


def write_tiny_llama(path: Path, seed: int = 1) -> None:
    """Write the model; about half a megabyte."""
    tokens = [*byte_letters(), "<s>", "</s>"]
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(FORWARD)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("default")
    writer.add_token_list(tokens)
    writer.add_token_types([gguf.TokenType.NORMAL] * 256 + [gguf.TokenType.CONTROL] * 2)
    writer.add_token_merges(["a b"])
    writer.add_bos_token_id(256)
    writer.add_eos_token_id(257)
    for name, shape in _shapes(len(tokens)).items():
        writer.add_tensor(name, _numbers(name, shape, seed))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _shapes(vocabulary: int) -> dict[str, tuple[int, ...]]:
    shapes: dict[str, tuple[int, ...]] = {
        "token_embd.weight": (vocabulary, WIDTH),
        "output_norm.weight": (WIDTH,),
        "output.weight": (vocabulary, WIDTH),
    }
    for layer in range(LAYERS):
        part = f"blk.{layer}"
        shapes |= {f"{part}.{name}_norm.weight": (WIDTH,) for name in ("attn", "ffn")}
        shapes |= {f"{part}.attn_{name}.weight": (WIDTH, WIDTH) for name in ("q", "k", "v", "output")}
        shapes |= {f"{part}.ffn_{name}.weight": (FORWARD, WIDTH) for name in ("gate", "up")}
        shapes[f"{part}.ffn_down.weight"] = (WIDTH, FORWARD)
    return shapes


def _numbers(name: str, shape: tuple[int, ...], seed: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    if name.endswith("norm.weight"):
        return np.ones(shape, np.float32)
    random = np.random.default_rng([seed, *name.encode()])
    return (random.standard_normal(shape) * 0.3).astype(np.float32)
