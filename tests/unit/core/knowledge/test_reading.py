"""What a text states, and what only looks like it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core.knowledge.reading import Heard, Name, Statement, statements
from mnemoteca.core.knowledge.relations import RELATIONS
from mnemoteca.models.nano.entities.entity import NAMES
from mnemoteca.models.nano.entities.finder import entities_of

SAID_AT = datetime(2025, 3, 10, 12)
TOLD = [
    json.loads(line)
    for line in (Path(__file__).parents[3] / "data/told_pt.jsonl").read_text(encoding="utf-8").splitlines()
]


def read(text: str, *, first_person: bool = True) -> tuple[Statement, ...]:
    names = [Name(each.start, each.end, each.kind) for each in entities_of(text) if each.kind in NAMES]
    return statements(Heard(text, names, SAID_AT), first_person=first_person)


def told(text: str) -> list[tuple[str | None, str, str]]:
    """Subject (None: whoever speaks), relation and object of each statement."""
    return [
        (None if s.subject is None else text[slice(*s.subject)], s.relation, text[slice(*s.object)]) for s in read(text)
    ]


@pytest.mark.parametrize("line", TOLD, ids=[str(n) for n in range(len(TOLD))])
def test_portuguese_notes_tell_what_they_tell(line: dict[str, object]) -> None:
    text = str(line["text"])
    found = [
        [
            None if s.subject is None else text[slice(*s.subject)],
            ("" if s.polarity else "not ") + s.relation,
            text[slice(*s.object)],
            "" if s.since.at is None else s.since.at.date().isoformat(),
        ]
        for s in read(text)
    ]
    assert found == line["facts"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I moved from Rio to Lisbon in 2019.", [(None, "lives_in", "Lisbon")]),
        ("I'm a nurse and I work at the Royal Hospital.", [
            (None, "works_as", "nurse"), (None, "works_at", "Royal Hospital"),
        ]),
        ("We decided to use DuckDB because it is fast.", [(None, "decided", "to use DuckDB")]),
        ("Do I like tea? I love tea.", [(None, "likes", "tea")]),
        ("My friend John said I live in a bubble.", [(None, "knows", "John")]),
        ("The service depends on DuckDB.", [("service", "depends_on", "DuckDB")]),
        ("I just finished a book called \"Dune\" last week.", [(None, "did", 'finished a book called "Dune"')]),
    ],
)  # fmt: skip
def test_english_sentences_tell_what_they_tell(text: str, wanted: list[tuple[str | None, str, str]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Do you live in Lima?", "If I lived in Rome, I would eat pasta.", "I wish I lived in Rome.",
        'She said "I live in Madrid now and love it".', "> I live in Madrid", "Maybe I like tea.", "I love it.",
        "I love your painting!", "I'd like a coffee.", "I would love to live in Oslo.",
        "I won't let anything get me down.",
        "```\nI live in Madrid\n```", "She lives in Natal.", "I love that you came.", "Imagine I work at NASA.",
        "Gostaria de morar em Paris.", "Você mora em São Paulo?", "Se eu morasse em Lisboa, iria à praia.",
        'A Ana disse: "moro em Recife há anos".', "Talvez eu me mude para Porto Alegre.", "Gosto não se discute.",
        "Trabalho em equipe é importante.", "Uso de drogas é crime.", "Amo você!", "Ela mora em Natal.",
        "Quem dera eu trabalhasse na Google.", "Adoro isso.", "Mora em Recife.",
    ],
)  # fmt: skip
def test_questions_doubts_wishes_and_quotes_state_nothing(text: str) -> None:
    assert told(text) == []


def test_without_the_first_person_only_what_is_said_of_others_counts() -> None:
    text = "I live in Paris. Ana lives in Natal. My sister Julia called."
    found = read(text, first_person=False)
    assert [(s.relation, text[slice(*s.object)]) for s in found] == [("lives_in", "Natal")]


@given(
    st.lists(
        st.sampled_from([*(str(line["text"]) for line in TOLD), "I live in Porto.", "\n", "“", "? ", " se ", "I "])
    )
)
def test_spans_stand_in_the_text_and_hold_their_object(parts: list[str]) -> None:
    text = " ".join(parts)
    for each in read(text):
        assert each.relation in RELATIONS
        assert 0 <= each.start <= each.object[0] < each.object[1] <= max(each.end, each.object[1]) <= len(text)
        assert text[slice(*each.object)].strip() == text[slice(*each.object)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sou alérgica a amendoim.", "amendoim"), ("Tenho alergia a camarão.", "camarão"),
        ("Sou a proprietária.", None), ("A Helena é a proprietária.", None), ("O Marcos é ao menos pontual.", None),
    ],
)  # fmt: skip
def test_only_who_is_said_to_be_allergic_is(text: str, wanted: str | None) -> None:
    found = [text[slice(*s.object)] for s in read(text) if s.relation == "allergic_to"]
    assert found == ([] if wanted is None else [wanted])
