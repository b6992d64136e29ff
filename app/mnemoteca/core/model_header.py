"""What a model file tells of itself, and what follows from it: its kind, and the memory that it will need."""

from __future__ import annotations

from dataclasses import dataclass

from mnemoteca.core.architectures import ENCODERS, STATE_SPACE, WRITERS
from mnemoteca.core.model_roles import Kind

RANKS = 4  # the pooling of a model whose one output is a score
BATCH = 512  # tokens that are read at once


@dataclass(frozen=True, slots=True)
class ModelHeader:
    """The header of a model file; what it doesn't tell is 0 or "".

    `context` is in tokens, `bytes` of the whole file, `pooling` as llama.cpp numbers it (-1 where it has none),
    `keys_width` how many numbers a token leaves in the keys (and in the values) of all layers together.
    """

    architecture: str
    name: str
    parameters: int
    quantisation: str
    context: int
    tokenizer: str
    vocabulary: int
    bytes: int
    tensors: int = 0
    layers: int = 0
    width: int = 0
    keys_width: int = 0
    experts: int = 0
    pooling: int = -1
    token_types: int = 0
    scores: bool = False  # it has an output that is a score
    chat_template: bool = False


def kind_of(header: ModelHeader) -> Kind | None:
    """What the model is made for; None where nothing here can ask it."""
    if header.architecture not in ENCODERS | WRITERS:
        return None
    if header.pooling == RANKS or header.scores:
        return Kind.RERANK
    return Kind.EMBED if header.architecture in ENCODERS or header.pooling > 0 else Kind.GENERATE


def scores_wrongly(header: ModelHeader) -> bool:
    """Whether a reranker is one whose scores the engine gets wrong.

    Those of BERT tell question and passage apart by a mark on each token; the engine gives every token the same one.
    XLM-R, whose files name the same architecture, has no such marks.
    """
    return header.architecture == "bert" and header.token_types != 1


def memory_needed(header: ModelHeader, context: int) -> int:
    """About how many bytes of memory the model takes at a context of so many tokens: weights, keys and values, work."""
    held = 0 if header.architecture in STATE_SPACE else 2 * 2 * header.keys_width * min(context, header.context)
    work = 4 * BATCH * (header.vocabulary + 8 * header.width)
    return header.bytes + held + work
