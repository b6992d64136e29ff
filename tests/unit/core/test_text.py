"""Words, stems, language and what can be stored."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core.stems import keys, prefix_stem, stem
from mnemoteca.core.text import content_words, fold, keys_of, language, slices, storable, words, words_at


def test_accents_and_case_fold_away() -> None:
    assert fold("Café AÇÃO über") == "cafe acao uber"


def test_words_are_split_at_what_is_neither_letter_nor_digit() -> None:
    assert words("Caroline's user_id: 2023-05-08, não?") == ["caroline", "s", "user", "id", "2023", "05", "08", "nao"]


def test_accents_that_come_as_signs_of_their_own_belong_to_the_word() -> None:
    assert words("cafe\u0301") == ["cafe"]
    assert [(w.text, w.start, w.end) for w in words_at("um cafe\u0301!")] == [("um", 0, 2), ("cafe", 3, 8)]


def test_each_sign_of_japanese_and_each_emoji_is_a_word() -> None:
    assert words("日本 🎉ok") == ["日", "本", "🎉", "ok"]


def test_a_very_long_run_counts_with_its_beginning() -> None:
    assert words("x" * 500) == ["x" * 64]


def test_stop_words_are_left_out_unless_nothing_else_is_there() -> None:
    assert content_words(words("What did the cat eat?")) == ["cat", "eat"]
    assert content_words(words("Who are you")) == ["who", "are", "you"]
    assert keys_of(words("of the"), "en") == []


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("en", "paint paints painted painting"),
        ("en", "city cities"),
        ("en", "plan plans planned planning"),
        ("en", "mango mangos mangoes"),
        ("pt", "informacao informacoes"),
        ("pt", "gosta gostar gostava gostou gostando"),
        ("pt", "animal animais"),
        ("pt", "casa casas"),
    ],
)
def test_the_forms_of_a_word_share_a_stem(lang: str, forms: str) -> None:
    assert len({stem(form, lang) for form in forms.split()}) == 1


def test_a_word_is_kept_under_its_first_letters_and_under_the_stem_of_its_language() -> None:
    assert keys("painting", "en") == ("=paint", "enpaint")
    assert set(keys("painting", "")) >= {"=paint", "enpaint"}


def test_numbers_are_kept_whole_and_without_leading_zeros() -> None:
    assert (prefix_stem("20230508"), prefix_stem("07"), prefix_stem("000")) == ("20230508", "7", "0")
    assert prefix_stem("abcdef12") == "abcdef12"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What is this about, and where did you find it?", "en"),
        ("Não sei o que é isso", "pt"),
        ("Usuario mencionou que gosta de cafe", "pt"),
        ("ok", ""),
        ("", ""),
        ("42", ""),
    ],
)
def test_the_language_is_told_by_stop_words_and_letters(text: str, expected: str) -> None:
    assert language(text) == expected


def test_only_what_no_table_can_hold_is_replaced() -> None:
    assert storable("a\x00b\ud800c") == "a\ufffdb\ufffdc"
    kept = "tab\t bell\x07 zero-width\u200b café \U0001f389"
    assert storable(kept) == kept


@given(st.text())
def test_a_storable_text_is_valid_utf_8_of_the_same_length(text: str) -> None:
    assert len(storable(text).encode().decode()) == len(text)


@given(st.text(max_size=300))
def test_words_and_their_places_tell_the_same_words(text: str) -> None:
    placed = list(words_at(text))
    assert all(word.text in words(text[word.start : word.end]) for word in placed)
    assert all(0 <= word.start < word.end <= len(text) for word in placed)


@given(st.text(max_size=400), st.integers(5, 50))
def test_slices_lose_nothing(text: str, size: int) -> None:
    assert "".join(slices(text, size)) == text


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=60))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
