"""What a person's library knows is found, what the person corrects counts at once."""

from __future__ import annotations

from mnemoteca.models.nano.entities.finder import entities_of
from mnemoteca.models.nano.entities.gazetteer import Gazetteer


def named(text: str, gazetteer: Gazetteer) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.kind) for each in entities_of(text, gazetteer)]


def test_a_known_name_is_found_in_any_case() -> None:
    known = Gazetteer({"Zuleide Brück": "person"})
    assert named("ontem vi zuleide brück por aqui", known) == [("zuleide brück", "person")]


def test_a_known_name_has_the_kind_that_the_person_gave_it() -> None:
    text = "We used Mercury for the demo."
    assert ("Mercury", "project") in named(text, Gazetteer({"Mercury": "project"}))


def test_a_name_that_is_also_a_word_needs_its_capital() -> None:
    known = Gazetteer({"Will": "person"})
    assert named("i will do it", known) == []
    assert ("Will", "person") in named("Then Will did it", known)


def test_what_was_refused_is_no_longer_found_in_any_case() -> None:
    text = "I met Caroline in Lisbon"
    refused = Gazetteer().without("caroline")
    assert named(text, refused) == [("Lisbon", "place")]


def test_the_last_correction_counts() -> None:
    once = Gazetteer().without("Lisbon").with_name("Lisbon", "project")
    assert ("Lisbon", "project") in named("I met Caroline in Lisbon", once)
    assert named("Lisbon", once.without("LISBON")) == []
    assert once.with_name("lisbon", "place").names == {"lisbon": "place"}


def test_a_known_name_within_a_longer_one_leaves_the_longer_whole() -> None:
    assert named("I met Ana Souza in Lisbon", Gazetteer({"Ana": "person"}))[0] == ("Ana Souza", "person")


def test_the_longest_known_name_is_taken() -> None:
    known = Gazetteer({"blue heron": "project", "blue heron atlas": "work"})
    assert named("started on blue heron atlas today", known) == [("blue heron atlas", "work")]


def test_a_form_that_holds_a_known_name_stays_whole() -> None:
    assert named("see https://ana.org", Gazetteer({"ana": "person"})) == [("https://ana.org", "url")]


def test_an_empty_name_changes_nothing() -> None:
    assert named("x", Gazetteer({"": "person", "  ": "place"})) == []
