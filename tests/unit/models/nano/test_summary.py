"""The shortest summary: whole sentences of the text, the telling ones, without repetition, never over 50 tokens."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from mnemoteca.models.nano.sentences import sentences_of
from mnemoteca.models.nano.summary import MOST_TOKENS, summary, tokens_in

HARBOUR = """Hello! The harbour of Aveiro will be closed to all boats from Monday because of repairs to its sluice.
My neighbour has a red bicycle. The repairs to the harbour's sluice take three weeks, and all boats wait in Ílhavo.
What did you have for lunch? The harbour is closed and the boats wait because the sluice is under repair.
I bought a new lamp yesterday. The soup was good."""
FEIRA = """Bom dia! A feira de Olhão muda para o largo da igreja a partir de sábado por causa das obras no mercado.
O meu vizinho tem uma bicicleta vermelha. As obras no mercado de Olhão duram três semanas e a feira fica no largo.
O que comeste ao almoço? A feira fica no largo da igreja porque o mercado está em obras.
Ontem comprei um candeeiro novo. A sopa estava boa."""


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences_of(text)]


@pytest.mark.parametrize(("text", "about"), [(HARBOUR, "harbour"), (FEIRA, "feira")])
def test_what_the_text_is_about_is_told_in_its_own_sentences(text: str, about: str) -> None:
    told = summary(text)
    assert about in told
    assert all(part in cut(text) for part in cut(told))
    assert "bi" not in {word[:2] for word in told.lower().split()}, "the bicycle is beside the point"
    assert not told.endswith("?")


@pytest.mark.parametrize("text", [HARBOUR, FEIRA])
def test_sentences_stand_in_the_order_of_the_text_and_none_repeats_another(text: str) -> None:
    told = cut(summary(text, most_tokens=90))
    assert [text.index(part) for part in told] == sorted(text.index(part) for part in told)
    assert len(told) == len(set(told))
    repeated = "The boats wait in the harbour of Faro. " * 3 + "Nobody knows when the sluice of Faro is mended. " * 3
    assert summary(repeated).count("The boats wait") <= 1


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "\n\n- \n", "Anna likes her coffee black", "word " * 500, "a" * 3_000, "é" * 3_000, "好" * 500,
        "1234567890" * 80, "?!" * 200, "Long, " * 200, HARBOUR * 20, "x. " * 300, "👩‍👩‍👧 " * 100,
    ],
)  # fmt: skip
def test_a_summary_is_never_longer_than_50_tokens(text: str) -> None:
    told = summary(text)
    assert tokens_in(told) <= MOST_TOKENS
    assert bool(told) == bool(cut(text))
    assert len(told.split()) <= MOST_TOKENS


def test_a_short_text_is_its_own_summary() -> None:
    assert summary("Anna likes her coffee black.\nWithout sugar.") == "Anna likes her coffee black. Without sugar."


def test_a_sentence_without_room_is_cut_at_a_clause_and_says_so() -> None:
    clause = "the boats of the whole coast wait in the harbour of Faro until the sluice is mended, "
    told = summary(clause * 8)
    assert told.endswith("mended…")
    assert clause.startswith(told.removesuffix("…").split(", ")[0])


def test_vectors_tell_the_middle_of_a_text_and_what_repeats_it() -> None:
    text = "We sail at dawn with the tide. Boats leave early in the morning. My aunt knits blue socks all winter. " * 2
    text += (
        "Ships depart when the sun comes up over the sea. " + "The crew is ready before first light on Tuesday. " * 2
    )

    def embed(texts: Sequence[str]) -> list[tuple[float, float]]:
        return [(0.0, 1.0) if "socks" in each else (1.0, 0.0) for each in texts]

    told = cut(summary(text, embed))
    assert len(told) == 1, "the others mean the same"
    assert "socks" not in told[0]


def test_sentences_end_where_they_end() -> None:
    assert cut("Dr. Lima came at 3.5 km. He left.") == ["Dr. Lima came at 3.5 km.", "He left."]
    assert cut("O sr. J. Silva chegou. Foi embora!") == ["O sr. J. Silva chegou.", "Foi embora!"]
    assert cut("1. Buy milk\n2) Call Ana\n- Rest…") == ["Buy milk", "Call Ana", "Rest…"]
    assert cut("# Title\nWhat? “Yes.” No") == ["Title", "What?", "“Yes.”", "No"]
