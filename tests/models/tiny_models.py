"""Models of some hundred thousand random numbers as GGUF files: dense, a mixture of experts, a state space.

They have a tokenizer that was learned from a text, the marks of a chat and the form of one, as real ones have.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import gguf
import numpy as np
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

from tests.models.tiny_llama import byte_letters

HEADS, CONTEXT, EXPERTS, STATE = 4, 4096, 4, 16
MARKS = ["<s>", "</s>", "<|im_start|>", "<|im_end|>"]
CHAT = (
    "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + "
    "'\\n'}}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)
_LEARNED_FROM = """Marcos lends us his van on Friday, said Ana, and the boxes go to Rua da Aurora before the summer.
O dentista ligou na segunda-feira: a consulta ficou para quinta, porque a doutora viaja. She likes her coffee black.
We decided to keep the old flat until January; the landlord agreed and wants the keys by the fifth of December.
A reunião foi adiada. The answer, the summary, the tags and the facts are written down with their quotes."""


@dataclass(frozen=True, slots=True)
class Size:
    """How wide a model is, and how many layers it has."""

    width: int = 64
    layers: int = 2

    @property
    def forward(self) -> int:
        return 2 * self.width

    @property
    def inner(self) -> int:
        return 2 * self.width


TINY, SMALL = Size(), Size(512, 12)
Shapes = dict[str, tuple[int, ...]]
Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


@cache
def vocabulary() -> tuple[list[str], list[str]]:
    """The tokens, and the merges that make them, of a byte-level tokenizer that was learned here."""
    learning = Tokenizer(models.BPE())
    learning.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trainer = trainers.BpeTrainer(vocab_size=420, initial_alphabet=byte_letters(), show_progress=False)
    learning.train_from_iterator([_LEARNED_FROM], trainer)
    found = learning.get_vocab()
    tokens = sorted(found, key=lambda token: found[token])
    merges = [merge for merge in _merges(learning) if len(merge) == 2]
    return [*tokens, *MARKS], [" ".join(merge) for merge in merges]


def _merges(tokenizer: Tokenizer) -> list[tuple[str, ...]]:
    told = json.loads(tokenizer.to_str())["model"]["merges"]
    return [tuple(each.split(" ")) if isinstance(each, str) else tuple(each) for each in told]


def write_tiny(path: Path, kind: str = "dense", seed: int = 1, change: Callable[[str, Numbers], Numbers] | None = None,
               context: int = CONTEXT, chat: str = CHAT, size: Size = TINY, pooling: int = 0) -> Path:  # fmt: skip
    """Write a model of a kind: dense, experts or state space; `change` may spoil its numbers.

    With a pooling (as llama.cpp numbers it) it makes a vector of a text, or a score.
    """
    writer = gguf.GGUFWriter(path, "mamba" if kind == "state space" else "llama")
    writer.add_name(f"tiny {kind}")
    writer.add_context_length(context)
    writer.add_embedding_length(size.width)
    writer.add_block_count(size.layers)
    writer.add_layer_norm_rms_eps(1e-5)
    if kind == "state space":
        _describe_state_space(writer, size)
    else:
        _describe_attention(writer, kind, size)
    if pooling:
        writer.add_uint32(f"{writer.arch}.pooling_type", pooling)
    tokens = _describe_tokens(writer, chat)
    for name, shape in _shapes(kind, tokens, size).items():
        numbers = _numbers(name, shape, seed)
        writer.add_tensor(name, change(name, numbers) if change else numbers)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _describe_attention(writer: gguf.GGUFWriter, kind: str, size: Size) -> None:
    writer.add_feed_forward_length(size.forward)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_rope_dimension_count(size.width // HEADS)
    if kind == "experts":
        writer.add_expert_count(EXPERTS)
        writer.add_expert_used_count(2)


def _describe_state_space(writer: gguf.GGUFWriter, size: Size) -> None:
    writer.add_feed_forward_length(0)
    writer.add_head_count(0)
    writer.add_ssm_conv_kernel(4)
    writer.add_ssm_inner_size(size.inner)
    writer.add_ssm_state_size(STATE)
    writer.add_ssm_time_step_rank(4)


def _describe_tokens(writer: gguf.GGUFWriter, chat: str) -> int:
    tokens, merges = vocabulary()
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("default")
    writer.add_token_list(tokens)
    writer.add_token_types([gguf.TokenType.CONTROL if token in MARKS else gguf.TokenType.NORMAL for token in tokens])
    writer.add_token_merges(merges)
    writer.add_bos_token_id(tokens.index("<s>"))
    writer.add_eos_token_id(tokens.index("<|im_end|>"))
    writer.add_add_bos_token(True)
    if chat:
        writer.add_chat_template(chat)
    return len(tokens)


def _shapes(kind: str, vocabulary: int, size: Size) -> Shapes:
    shapes: Shapes = {
        "token_embd.weight": (vocabulary, size.width),
        "output_norm.weight": (size.width,),
        "output.weight": (vocabulary, size.width),
    }
    for layer in range(size.layers):
        part = f"blk.{layer}"
        shapes[f"{part}.attn_norm.weight"] = (size.width,)
        shapes |= _state_space(part, size) if kind == "state space" else _attention(part, kind, size)
    return shapes


def _attention(part: str, kind: str, size: Size) -> Shapes:
    shapes: Shapes = {f"{part}.attn_{name}.weight": (size.width, size.width) for name in ("q", "k", "v", "output")}
    shapes[f"{part}.ffn_norm.weight"] = (size.width,)
    if kind == "experts":
        shapes[f"{part}.ffn_gate_inp.weight"] = (EXPERTS, size.width)
        shapes |= {f"{part}.ffn_{name}_exps.weight": (EXPERTS, size.forward, size.width) for name in ("gate", "up")}
        shapes[f"{part}.ffn_down_exps.weight"] = (EXPERTS, size.width, size.forward)
    else:
        shapes |= {f"{part}.ffn_{name}.weight": (size.forward, size.width) for name in ("gate", "up")}
        shapes[f"{part}.ffn_down.weight"] = (size.width, size.forward)
    return shapes


def _state_space(part: str, size: Size) -> Shapes:
    return {
        f"{part}.ssm_in.weight": (2 * size.inner, size.width),
        f"{part}.ssm_conv1d.weight": (size.inner, 4),
        f"{part}.ssm_conv1d.bias": (size.inner,),
        f"{part}.ssm_x.weight": (4 + 2 * STATE, size.inner),
        f"{part}.ssm_dt.weight": (size.inner, 4),
        f"{part}.ssm_dt.bias": (size.inner,),
        f"{part}.ssm_a": (size.inner, STATE),
        f"{part}.ssm_d": (size.inner,),
        f"{part}.ssm_out.weight": (size.width, size.inner),
    }


def _numbers(name: str, shape: tuple[int, ...], seed: int) -> Numbers:
    if name.endswith("norm.weight"):
        return np.ones(shape, np.float32)
    random = np.random.default_rng([seed, *name.encode()])
    made: Numbers = (random.standard_normal(shape) * 2.4 / np.sqrt(shape[-1])).astype(np.float32)
    if name.endswith("ssm_a"):
        made = (-np.abs(made) - 0.1).astype(np.float32)
    return made
