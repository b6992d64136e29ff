"""A question that goes on from the one before it is searched with its words."""

from __future__ import annotations

import pytest

from mnemoteca.core.answers import Asking
from mnemoteca.core.follow_ups import MOST_KEPT, kept_in_mind, searched_for

VAN = Asking("Who lends us the van?", "Who lends us the van?", "Marcos does.")


@pytest.mark.parametrize("question", ["When?", "and on Sunday with Ana?", "Where does he live now?", "E o Marcos vem?"])
def test_what_points_back_is_searched_with_the_telling_words_of_the_one_before(question: str) -> None:
    assert searched_for(question, [VAN]) == f"{question} lends van"


def test_what_stands_by_itself_is_searched_as_it_is() -> None:
    assert searched_for("Which doctor does Ana see?", [VAN]) == "Which doctor does Ana see?"
    assert searched_for("When?", []) == "When?"


def test_words_are_not_repeated() -> None:
    assert searched_for("And the van?", [VAN]) == "And the van? lends"


def test_only_the_last_questions_are_kept_in_mind() -> None:
    kept: tuple[Asking, ...] = ()
    for number in range(20):
        kept = kept_in_mind(kept, Asking(str(number), "", ""))
    assert [each.question for each in kept] == [str(n) for n in range(20 - MOST_KEPT, 20)]
