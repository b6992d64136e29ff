"""The finder: places in characters, kinds, confidence, and texts of any sort."""

from __future__ import annotations

from itertools import pairwise

import pytest

from mnemoteca.models.nano.entities.entity import FORMS, NAMES
from mnemoteca.models.nano.entities.finder import entities_of, graph_worthy
from mnemoteca.models.nano.entities.weights import shipped_weights


def named(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.kind) for each in entities_of(text)]


def test_people_places_and_organisations_are_told_apart_in_both_languages() -> None:
    assert named("I met Caroline in Lisbon") == [("Caroline", "person"), ("Lisbon", "place")]
    assert named("Falei com a Ana da Petrobras") == [("Ana", "person"), ("Petrobras", "organisation")]


def test_the_possessive_is_no_part_of_a_name() -> None:
    assert named("Anna's dog is at Peter’s.")[0] == ("Anna", "person")


@pytest.mark.parametrize(
    "text",
    [
        "Bread, milk and eggs.",
        "Bom dia! Hoje acordei cedo e fui correr no parque.",
        "That sounds fun! What are your plans for the weekend?",
        "On Monday I have the dentist, on Friday the exam.",
        "Thanks! I'm so happy for you.",
        "",
        "  \n\n ",
        "...",
        "🙂🙂🙂",
    ],
)
def test_where_no_name_is_none_is_found(text: str) -> None:
    assert entities_of(text) == ()


def test_places_are_counted_in_characters_also_behind_emoji_and_lines() -> None:
    text = "🙂 Oi\n\n👩‍👩‍👧 Vi a Joana em Coimbra ontem."
    assert ("Joana", "person") in named(text)
    assert ("Coimbra", "place") in named(text)


def test_nothing_overlaps_and_everything_lies_within_the_text() -> None:
    text = "Lei nº 9.610: see https://a.org/Ana_Silva, src/Ana.py and ana@silva.pt | (Porto [Lisboa) R$ 3,50 Ana " * 30
    found = entities_of(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert {each.kind for each in found} <= {*NAMES, *FORMS}
    assert all(0 <= each.confidence <= 1 for each in found)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["a" * 50_000, "A." * 20_000, "(" * 5_000, "Ana " * 5_000, "a.b/" * 8_000, "\u0000\udcff"]
)
def test_a_text_of_any_sort_is_gone_through(text: str) -> None:
    entities_of(text)


def test_the_same_text_gives_the_same_names_whatever_came_before() -> None:
    text = "Marta and Paulo moved to Recife."
    before = entities_of(text)
    for other in ("Recife Recife", "marta", "Paulo?"):
        entities_of(other)
    assert entities_of(text) == before


def test_only_names_that_are_sure_are_worthy_of_the_graph() -> None:
    sure = [each for each in entities_of("I met Caroline in Lisbon, see a.py") if graph_worthy(each)]
    assert [each.kind for each in sure] == ["person", "place"]
    assert all(each.confidence >= shipped_weights().worthy for each in sure)
    assert 0.5 < shipped_weights().worthy < 1


def test_what_a_name_of_another_sort_is_is_told_by_its_words() -> None:
    assert ("Projeto Aurora", "project") in named("Segunda começa o Projeto Aurora em Manaus.")
    assert ("Web Summit", "event") in named("We met at the Web Summit in Lisbon.")
