"""The header of a model file is read without its weights, and what can't run is refused with a sentence."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from mnemoteca.core.errors import Problem
from mnemoteca.core.model_header import ModelHeader, kind_of, memory_needed, scores_wrongly
from mnemoteca.core.model_roles import Kind
from mnemoteca.models.gguf_file import clean, read_header
from mnemoteca.models.installed import kind_to_install
from tests.gguf_made import BAD, HOSTILE, LETTERS, LIST, TEXT, U32, Typed, entries_of_a_llama, gguf, texts, with_entry


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "made.gguf"
    path.write_bytes(gguf())
    return path


def header_of(path: Path, content: bytes) -> ModelHeader:
    path.write_bytes(content)
    return read_header(path)


def test_a_header_tells_what_the_model_is(model: Path) -> None:
    header = read_header(model)
    assert (header.architecture, header.name, header.quantisation) == ("llama", "Made by hand", "F32")
    assert (header.context, header.layers, header.width, header.vocabulary) == (128, 1, 32, len(LETTERS))
    assert header.parameters == 2 * 16 * 32 + 3 * 32 + 7 * 32 * 32
    assert (header.tokenizer, header.bytes) == ("gpt2", model.stat().st_size)
    assert kind_of(header) is Kind.GENERATE


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_can_not_run_is_refused_with_a_sentence(name: str, model: Path) -> None:
    content, key = BAD[name]
    with pytest.raises(Problem) as raised:
        kind_to_install(header_of(model, content), model.name)
    assert raised.value.key == key
    assert str(raised.value).isprintable()
    assert len(str(raised.value)) < 400


def test_there_are_fifty_bad_files_at_least() -> None:
    assert len(BAD) >= 50
    assert len({content for content, _ in BAD.values()}) == len(BAD)


def test_hostile_texts_in_a_header_are_cut_and_cleaned(model: Path) -> None:
    header = header_of(model, with_entry("general.name", Typed(TEXT, HOSTILE)))
    assert header.name.isprintable()
    assert len(header.name) <= 120
    assert clean("name\n\x1b[2J\u202e" + "x" * 500, 20).isprintable()


def test_a_file_that_grows_after_its_weights_is_read(model: Path) -> None:
    assert header_of(model, gguf() + b"more").parameters


@pytest.mark.parametrize("seed", range(20))
def test_a_file_with_bytes_changed_at_random_is_read_or_refused(seed: int, model: Path) -> None:
    content = bytearray(gguf())
    state = seed + 1
    for _ in range(20):
        state = state * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
        content[state % 1200] = state >> 56
    with suppress(Problem):
        header_of(model, bytes(content))


def test_the_vocabulary_is_counted_and_not_kept(model: Path) -> None:
    many = [f"token {n}" for n in range(50_000)]
    assert header_of(model, with_entry("tokenizer.ggml.tokens", texts(many))).vocabulary == 50_000


@pytest.mark.parametrize(
    ("architecture", "pooling", "token_types", "kind"),
    [
        ("qwen3", -1, 0, Kind.GENERATE),
        ("qwen3", 3, 0, Kind.EMBED),
        ("qwen3", 4, 0, Kind.RERANK),
        ("bert", 1, 2, Kind.EMBED),
        ("bert", 4, 1, Kind.RERANK),
        ("gemma-embedding", 1, 0, Kind.EMBED),
        ("mamba", -1, 0, Kind.GENERATE),
        ("granitehybrid", -1, 0, Kind.GENERATE),
        ("clip", -1, 0, None),
    ],
)
def test_what_a_model_is_for_follows_from_its_header(
    architecture: str, pooling: int, token_types: int, kind: Kind | None, model: Path
) -> None:
    header = replace(read_header(model), architecture=architecture, pooling=pooling, token_types=token_types)
    assert kind_of(header) is kind


def test_a_reranker_of_xlm_r_scores_rightly_and_one_of_bert_does_not(model: Path) -> None:
    header = replace(read_header(model), architecture="bert", pooling=4)
    assert scores_wrongly(replace(header, token_types=2))
    assert not scores_wrongly(replace(header, token_types=1))


def test_memory_grows_with_the_context_but_not_that_of_a_state_space_model(model: Path) -> None:
    header = replace(read_header(model), context=8192, keys_width=1024)
    assert memory_needed(header, 4096) - memory_needed(header, 2048) == 2 * 2 * 1024 * 2048
    assert memory_needed(header, 1 << 20) == memory_needed(header, 8192)
    assert memory_needed(replace(header, architecture="mamba"), 8192) < memory_needed(header, 1)


def test_layers_without_attention_leave_no_keys(model: Path) -> None:
    kept = Typed(LIST, raw=(5).to_bytes(4, "little") + (1).to_bytes(8, "little") + (0).to_bytes(4, "little"))
    entries = {**entries_of_a_llama(), "llama.attention.head_count_kv": kept}
    assert header_of(model, gguf(entries)).keys_width == 0
    entries["llama.attention.head_count_kv"] = Typed(U32, 1)
    assert header_of(model, gguf(entries)).keys_width == 16
