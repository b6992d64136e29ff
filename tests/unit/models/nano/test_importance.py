"""How important a text is: what raises it, what lowers it, why, and what a person's acts teach."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core.memory import Role
from mnemoteca.models.nano.importance import Act, Weighing, seen_in

FRESH = Weighing()


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("We decided to move the office to Porto in May", "The office has a window in the hall"),
        ("Decidimos mudar o escritório para o Porto em maio", "O escritório tem uma janela no corredor"),
        ("I am allergic to peanuts, never forget that", "The peanuts were on the table over there"),
        ("Sou alérgica a amendoim, muito importante", "O amendoim estava em cima daquela mesa"),
        ("I have to send the contract by Friday", "ok thanks"),
        ("Preciso enviar o contrato até sexta", "bom dia pessoal"),
        ("Prefiro viajar de trem", "E você viaja de quê?"),
    ],
)
def test_decisions_duties_and_likings_weigh_more_than_talk(more: str, less: str) -> None:
    assert FRESH.importance(more).value > FRESH.importance(less).value + 0.1


def test_what_a_person_wrote_by_hand_weighs_more_than_what_a_tool_printed() -> None:
    text = "The parcel of Ana Lima arrives on Monday"
    by_hand = FRESH.importance(text, Role.NOTE).value
    assert by_hand > FRESH.importance(text).value > FRESH.importance(text, Role.ASSISTANT).value
    assert FRESH.importance(text, Role.ASSISTANT).value > FRESH.importance(text, Role.TOOL).value


def test_it_says_why() -> None:
    reasons = {each.seen: each.share for each in FRESH.importance("We decided it: urgent, by Friday.").reasons}
    assert {"decided", "stressed", "deadline"} <= reasons.keys()
    assert all(share > 0 for share in reasons.values())
    assert FRESH.importance("lol").reasons[0].seen == "small talk"
    assert FRESH.importance("lol").reasons[0].share < 0


def test_pins_raise_and_forgetting_lowers_what_is_like_it() -> None:
    choir, newsletter = "Rehearsal of the choir in the old church", "The newsletter of the supermarket is here"
    taught = FRESH.taught([(choir, Act.PINNED), (newsletter, Act.FORGOTTEN)] * 3)
    other_choir, other_newsletter = "The choir sings a new song", "Another newsletter of a supermarket"
    assert taught.importance(other_choir).value > FRESH.importance(other_choir).value + 0.05
    assert taught.importance(other_newsletter).value < FRESH.importance(other_newsletter).value - 0.05
    assert any(each.seen == "choir" and each.share > 0 for each in taught.importance(other_choir).reasons)


def test_opening_raises_less_than_pinning() -> None:
    text = "The key of the cellar hangs behind the door"
    opened, pinned = FRESH.taught([(text, Act.OPENED)]), FRESH.taught([(text, Act.PINNED)])
    assert FRESH.importance(text).value < opened.importance(text).value < pinned.importance(text).value


def test_a_thousand_acts_leave_the_weights_within_bounds() -> None:
    acts = [(f"{word} of the day {n}", Act.FORGOTTEN) for n in range(300) for word in ("weather", "traffic", "menu")]
    taught = FRESH.taught(acts)
    assert max(map(abs, taught.moved.values())) <= 3
    assert taught.importance("We decided to sell the house").value > 0.5
    assert taught.importance("menu of the day").value < 0.3


def test_the_same_acts_teach_the_same_and_the_fresh_one_stays_as_it_was() -> None:
    acts = [("Rehearsal of the choir", Act.PINNED), ("Newsletter", Act.FORGOTTEN)]
    assert FRESH.taught(acts) == FRESH.taught(acts)
    assert FRESH.moved == {}


@given(st.text(max_size=200))
def test_any_text_has_an_importance_between_0_and_1(text: str) -> None:
    told = FRESH.importance(text)
    assert 0 <= told.value <= 1
    assert seen_in(text)["plain"] == 1.0
