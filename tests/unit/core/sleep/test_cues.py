"""By which words a sentence is known as what it is."""

from __future__ import annotations

import pytest

from mnemoteca.core.sleep.cues import kind_of

KNOWN = [
    ("We decided to use DuckDB for the tables.", "decision"),
    ("Decidimos usar o DuckDB nas tabelas.", "decision"),
    ("Ficou decidido que a mudança é em janeiro.", "decision"),
    ("I prefer tea to coffee.", "preference"),
    ("Eu gosto de café sem açúcar.", "preference"),
    ("I don't like loud restaurants.", "preference"),
    ("To restart the server, run the script in tools.", "how_to"),
    ("Para reiniciar o servidor, rode o script.", "how_to"),
    ("We still have to find out who has the keys.", "question"),
    ("Ainda não sabemos quem tem as chaves.", "question"),
]
NOTHING = [
    "Should we use DuckDB for the tables?",
    "If we decided to use DuckDB, it would be quicker.",
    "I would prefer to stay at home.",
    "Gostaria de um café sem açúcar.",
    "I love it.",
    "The weather was fine and the train was late.",
    "O trem atrasou outra vez na sexta-feira.",
]


@pytest.mark.parametrize(("sentence", "kind"), KNOWN)
def test_a_sentence_is_known_in_both_languages(sentence: str, kind: str) -> None:
    assert kind_of(sentence) == kind


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_asked_or_supposed_is_nothing(sentence: str) -> None:
    assert kind_of(sentence) is None
