"""What was so on a day, and what the library knew on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock
from tests.unit.library.knowledge.reading_all import read_all

SAID = [
    ("2019-02-01", "Ana lives in Recife."), ("2021-05-01", "Ana moved to Salvador."),
    ("2024-03-01", "Ana se mudou para Lisboa."), ("2018-01-10", "O Marcos trabalha na Embraer."),
    ("2022-07-01", "Marcos started working at Bosch."), ("2023-06-01", "Marcos is married to Julia."),
    ("2020-01-01", "A Helena gosta de samba."), ("2022-01-01", "A Helena não gosta mais de samba."),
    ("2021-01-01", "Helena likes jazz."), ("2020-06-01", "Pedro lives in Porto."),
    ("2023-09-01", "Pedro moved to Braga in 2022."), ("2020-03-01", "The rent is 900 euros."),
    ("2022-03-01", "The rent is 1,100 euros."), ("2021-02-01", "O prazo é 5 de maio de 2021."),
    ("2021-04-01", "O prazo é 9 de junho de 2021."), ("2019-05-01", "Carla studies at UFPE."),
    ("2020-08-01", "Rafael mora em Natal."), ("2021-08-01", "Rafael não mora mais em Natal."),
    ("2020-02-02", "The importer uses lxml."), ("2022-02-02", "The importer uses msgspec."),
]  # fmt: skip
QUESTIONS = [
    ("Ana", "lives_in", ("2020-01-01", {"Recife"}), ("2022-01-01", {"Salvador"})),
    ("Ana", "lives_in", ("2018-01-01", set()), ("2025-01-01", {"Lisboa"})),
    ("Ana", "lives_in", ("2021-04-30", {"Recife"}), ("2021-05-02", {"Salvador"})),
    ("Marcos", "works_at", ("2019-01-01", {"Embraer"}), ("2023-01-01", {"Bosch"})),
    ("Marcos", "works_at", ("2017-01-01", set()), ("2022-06-30", {"Embraer"})),
    ("Marcos", "married_to", ("2023-01-01", set()), ("2024-01-01", {"Julia"})),
    ("Helena", "likes", ("2021-06-01", {"samba", "jazz"}), ("2023-01-01", {"jazz"})),
    ("Helena", "likes", ("2020-06-01", {"samba"}), ("2019-01-01", set())),
    ("Pedro", "lives_in", ("2021-01-01", {"Porto"}), ("2022-06-01", {"Braga"})),
    ("Pedro", "lives_in", ("2020-01-01", set()), ("2024-01-01", {"Braga"})),
    ("rent", "amounts_to", ("2021-01-01", {"900 euros"}), ("2023-01-01", {"1,100 euros"})),
    ("rent", "amounts_to", ("2019-01-01", set()), ("2022-02-28", {"900 euros"})),
    ("prazo", "due_on", ("2021-03-01", {"5 de maio de 2021"}), ("2021-05-01", {"9 de junho de 2021"})),
    ("prazo", "due_on", ("2020-03-01", set()), ("2022-05-01", {"9 de junho de 2021"})),
    ("Carla", "studies_at", ("2018-05-01", set()), ("2024-01-01", {"UFPE"})),
    ("Rafael", "lives_in", ("2021-01-01", {"Natal"}), ("2022-01-01", set())),
    ("Rafael", "lives_in", ("2020-01-01", set()), ("2020-12-01", {"Natal"})),
    ("importer", "uses", ("2021-01-01", {"lxml"}), ("2023-01-01", {"lxml", "msgspec"})),
    ("importer", "uses", ("2019-01-01", set()), ("2022-02-01", {"lxml"})),
    ("Julia", "lives_in", ("2020-01-01", set()), ("2024-01-01", set())),
]  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalLibrary]:
    library = LocalLibrary.open(tmp_path_factory.mktemp("as-of") / "library", DrivenClock())
    for day, text in SAID:
        library.capture(text, occurred_at=datetime.fromisoformat(f"{day}T12:00:00+00:00"), offset_min=0)
    read_all(library)
    yield library
    library.close()


@pytest.mark.parametrize("question", QUESTIONS, ids=[f"{n}-{q[0]}-{q[1]}" for n, q in enumerate(QUESTIONS)])
def test_a_question_has_its_answer_at_each_of_two_dates(
    told: LocalLibrary, question: tuple[str, str, tuple[str, set[str]], tuple[str, set[str]]]
) -> None:
    name, relation, *dates = question
    entity = told.find_entity(name).id
    for day, wanted in dates:
        at = datetime.fromisoformat(f"{day}T23:59:00+00:00")
        found = told.facts(entity=entity, relation=relation, as_of=at)
        assert {fact.object for fact in found if fact.polarity} == wanted, day


def test_what_was_known_is_told_apart_from_what_was_so(library: LocalLibrary, clock: DrivenClock) -> None:
    at = datetime(2020, 1, 1, 12, tzinfo=UTC)
    first = library.capture("Ana lives in Recife.", occurred_at=at, offset_min=0)
    read_all(library)
    before = clock.now()
    clock.advance(3 * 24 * 3600)
    library.edit(first.id, "Ana lives in Olinda.")
    read_all(library)
    assert [fact.object for fact in library.facts(relation="lives_in")] == ["Olinda"]
    (then,) = library.facts(relation="lives_in", known_at=before)
    assert (then.object, then.recorded_to) == ("Recife", clock.now())
    assert [fact.object for fact in library.facts(relation="lives_in", known_at=clock.now())] == ["Olinda"]
    assert library.facts(relation="lives_in", known_at=at) == ()
