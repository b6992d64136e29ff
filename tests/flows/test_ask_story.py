"""Questions are answered out of what was kept: on the command line, over a real service."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Mnemoteca
from tests.flows.commands import answer


def test_a_question_is_answered_by_quotes_where_no_model_is_there(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    answer(mnemoteca, "add", "It rained. Marcos lends us his van on Friday.")
    answer(mnemoteca, "add", "O dentista vem na segunda-feira.")
    told = answer(mnemoteca, "ask", "Who", "lends", "a", "van?")
    assert told["kind"] == "quoted"
    assert told["stated"][0] == {"text": "Marcos lends us his van on Friday.", "rests_on": [1]}
    assert told["passages"][0]["memory"]["text"].endswith("Friday.")
    assert answer(mnemoteca, "ask", "--more", "When?")["searched"] == "When? lends van"
    assert "dentista" in answer(mnemoteca, "ask", "Quando vem o dentista?")["stated"][0]["text"]
    assert answer(mnemoteca, "ask", "submarine")["kind"] == "nothing"
    read = mnemoteca("ask", "Who lends a van?")
    assert "“Marcos lends us his van on Friday.” [1]" in read.stdout
    assert "quotes" in read.stderr
