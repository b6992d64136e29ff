"""The tagger: what it finds in both languages, when it is silent, and what a person's corrections change at once."""

from __future__ import annotations

import pytest

from mnemoteca.models.nano.keywords import keyword_counts
from mnemoteca.models.nano.tag_features import GROUPS, features
from mnemoteca.models.nano.tags import Correction, Tagger, classify, classify_multiple, shipped_tagger, shipped_weights


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Fix the crash when the list is empty", "bug"),
        ("Corrigi o travamento ao abrir uma pasta vazia", "bug"),
        ("Add support for dark mode in the reader", "feature"),
        ("Adicionei suporte a modo escuro no leitor", "feature"),
        ("refactor: split the parser into two modules", "refactor"),
        ("Refatorei o leitor, agora são dois módulos", "refactor"),
        ("Update the readme with an installation guide", "docs"),
        ("Documentei a instalação no README", "docs"),
        ("Add unit tests for the date parser", "test"),
        ("Escrevi testes de unidade para o leitor de datas", "test"),
        ("Change the default timeout setting in config.yml", "config"),
        ("Mudei o tempo limite padrão no config.yml", "config"),
        ("Publish the Docker image from the release workflow", "deploy"),
        ("Publiquei a imagem Docker da versão nova", "deploy"),
    ],
)
def test_a_note_on_work_gets_its_tag_in_both_languages(text: str, tag: str) -> None:
    assert classify(text) == tag


@pytest.mark.parametrize(
    "text",
    [
        "", " \n ", "?!", "👩‍👩‍👧", "12345", "Grandma turned ninety today", "Lunch with Sofia on Friday at one",
        "Minha tia chega na sexta de manhã", "Preciso comprar ração para o gato", "The sea was calm and the bread warm",
        "Marta não come glúten", "He has been vegetarian since March", "O avô da Lia foi pescador",
    ],
)  # fmt: skip
def test_an_ordinary_text_is_general(text: str) -> None:
    assert classify_multiple(text) == ["general"]


def test_a_note_of_several_kinds_has_several_tags_and_never_more_than_asked_for() -> None:
    text = "fixed the failing migration, covered it with a unit test and published a point release"
    found = classify_multiple(text)
    assert set(found) == {"bug", "test", "deploy"}
    assert classify_multiple(text, 2) == found[:2]
    assert classify_multiple(text, 1) == [classify(text)]


def test_keywords_are_whole_words_and_their_stems() -> None:
    assert keyword_counts("The latest contest attested") == {}
    assert keyword_counts("Testing tests, tested") == {"test": 3}
    assert keyword_counts("Corrigindo erros") == {"bug": 2}
    assert keyword_counts("Versões e pacotes") == {"deploy": 2}


def test_a_long_text_speaks_no_louder_than_a_short_one() -> None:
    for text in ("fix it", "fix it now please because of the crash " * 100):
        length = sum(value * value for value in features(text).values())
        assert length <= sum(weight * weight for weight in GROUPS.values()) + 1e-9


def test_a_correction_holds_at_once_for_the_text_and_for_what_is_like_it() -> None:
    tagger = shipped_tagger()
    before = tagger.classify_multiple("Weekly sync with the platform team about quotas")
    taught = tagger.corrected(Correction("Weekly sync with the platform team", ("meeting",)))
    assert before == ["general"]
    assert taught.classify("Weekly sync with the platform team") == "meeting"
    assert taught.classify("Weekly sync with the platform team about quotas") == "meeting"
    assert taught.classify("Fix the crash when the list is empty") == "bug"
    assert taught.classify("Lunch with Sofia on Friday at one") == "general"
    assert tagger.classify("Weekly sync with the platform team") == before[0]


def test_a_correction_without_tags_means_that_nothing_fits() -> None:
    text = "Fix the crash when the list is empty"
    assert shipped_tagger().corrected(Correction(text, ())).classify_multiple(text) == ["general"]


def test_the_last_correction_of_a_text_counts() -> None:
    text = "Bump the parser to 2.0"
    tagger = shipped_tagger().corrected(Correction(text, ("deploy",))).corrected(Correction(text, ("config", "docs")))
    assert set(tagger.classify_multiple(text)) == {"config", "docs"}


def test_corrections_with_a_meaning_hold_for_texts_of_like_meaning() -> None:
    east, north = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)
    taught = Tagger(shipped_weights(), [Correction("Sopa de abóbora com gengibre", ("receitas",), east)])
    scores = taught.scores("Bread rises twice", east), taught.scores("Bread rises twice", north)
    assert scores[0]["receitas"] > scores[1]["receitas"]
    assert taught.scores("Bread rises twice", north) == taught.scores("Bread rises twice")


def test_the_same_corrections_teach_the_same() -> None:
    corrections = [Correction(f"note {n} on the harbour", ("harbour",)) for n in range(20)]
    one, other = (Tagger(shipped_weights(), corrections) for _ in range(2))
    assert one.scores("a note on the old harbour") == other.scores("a note on the old harbour")
