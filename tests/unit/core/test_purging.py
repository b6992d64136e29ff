"""What goes with a purged text, and what stays."""

from __future__ import annotations

from uuid import UUID

from mnemoteca.core.purging import key_mark, sharing, text_mark

TEXT = "The grey owl crossed the yard at three, and nobody but the baker saw it go."
KEY = b"k" * 32


def test_what_holds_the_text_stands_in_it_or_shares_a_long_run_goes() -> None:
    held = [f"about: {TEXT}", TEXT[:30], "before: " + TEXT[10:55] + " and after", "The grey"]
    assert sharing(held, [TEXT]) == {0, 1, 2, 3}


def test_a_few_common_words_cost_nobody_a_draft_or_a_title() -> None:
    held = ["Who crossed the yard at night?", "nobody but the postman", "", "an owl"]
    assert sharing(held, [TEXT]) == frozenset()


def test_a_mark_is_of_the_text_however_its_letters_and_blanks_are_written() -> None:
    assert text_mark(KEY, "Caf\u00e9 com   leite de manh\u00e3\n") == text_mark(
        KEY, "Cafe\u0301 com leite de manha\u0303"
    )
    assert text_mark(KEY, "ok, thanks") is None
    assert text_mark(b"x" * 32, TEXT) != text_mark(KEY, TEXT)
    assert key_mark(KEY, UUID(int=1)) != key_mark(KEY, UUID(int=2))
