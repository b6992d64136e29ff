"""A reranker of random numbers as a GGUF file, of the architecture of Qwen3's: its scores mean nothing, but differ."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np

from tests.models.tiny_models import HEADS, MARKS, Numbers, vocabulary

WIDTH, LAYERS, CONTEXT = 64, 2, 512


def write_tiny_reranker(path: Path, seed: int = 1) -> Path:
    """Write the model; its output is one score."""
    writer = gguf.GGUFWriter(path, "qwen3")
    writer.add_name("tiny reranker")
    for add, number in (
        (writer.add_context_length, CONTEXT), (writer.add_embedding_length, WIDTH), (writer.add_block_count, LAYERS),
        (writer.add_feed_forward_length, 2 * WIDTH), (writer.add_head_count, HEADS), (writer.add_head_count_kv, HEADS),
        (writer.add_key_length, WIDTH // HEADS), (writer.add_value_length, WIDTH // HEADS),
    ):  # fmt: skip
        add(number)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_pooling_type(gguf.PoolingType.RANK)
    writer.add_classifier_output_labels(["yes", "no"])
    tokens, merges = vocabulary()
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("qwen2")
    writer.add_token_list(tokens)
    writer.add_token_types([gguf.TokenType.CONTROL if token in MARKS else gguf.TokenType.NORMAL for token in tokens])
    writer.add_token_merges(merges)
    writer.add_bos_token_id(tokens.index("<s>"))
    writer.add_eos_token_id(tokens.index("</s>"))
    for name, shape in _shapes(len(tokens)).items():
        writer.add_tensor(name, _numbers(name, shape, seed))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _shapes(tokens: int) -> dict[str, tuple[int, ...]]:
    shapes: dict[str, tuple[int, ...]] = {
        "token_embd.weight": (tokens, WIDTH), "output_norm.weight": (WIDTH,), "cls.output.weight": (2, WIDTH),
    }  # fmt: skip
    for layer in range(LAYERS):
        part = f"blk.{layer}"
        shapes |= {f"{part}.{name}_norm.weight": (WIDTH,) for name in ("attn", "ffn")}
        shapes |= {f"{part}.attn_{name}_norm.weight": (WIDTH // HEADS,) for name in ("q", "k")}
        shapes |= {f"{part}.attn_{name}.weight": (WIDTH, WIDTH) for name in ("q", "k", "v", "output")}
        shapes |= {f"{part}.ffn_{name}.weight": (2 * WIDTH, WIDTH) for name in ("gate", "up")}
        shapes[f"{part}.ffn_down.weight"] = (WIDTH, 2 * WIDTH)
    return shapes


def _numbers(name: str, shape: tuple[int, ...], seed: int) -> Numbers:
    if name.endswith("norm.weight"):
        return np.ones(shape, np.float32)
    random = np.random.default_rng([seed, *name.encode()])
    made: Numbers = (random.standard_normal(shape) * 2.4 / np.sqrt(shape[-1])).astype(np.float32)
    return made
