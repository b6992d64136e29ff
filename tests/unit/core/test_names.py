"""Names in a text."""

from __future__ import annotations

import pytest

from mnemoteca.core.names import names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lothair II was a son of Ermengarde of Tours.", [("lothair", "ii"), ("ermengarde", "of", "tours")]),
        ("A capital é São João do Ouro, perto de Itabira.", [("sao", "joao", "do", "ouro"), ("itabira",)]),
        ("The Demon Dice came out in 1995.", [("demon", "dice")]),
        ("nothing here is a name", []),
        ("", []),
    ],
)  # fmt: skip
def test_runs_of_capitalised_words_are_names(text: str, names: list[tuple[str, ...]]) -> None:
    assert list(names_in(text)) == names


def test_a_name_is_told_once_and_not_more_than_asked_for() -> None:
    assert names_in("Ana and Ben met Ana. Cleo came.") == (("ana",), ("ben",), ("cleo",))
    assert len(names_in(" and ".join(f"Name{n}x" for n in range(100)), 7)) == 7
