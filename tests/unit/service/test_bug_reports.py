"""What is written down of a bug: where it struck and of what kind it is, never its words."""

from __future__ import annotations

from mnemoteca.service.lanes import without_words


def raised(error: Exception, cause: BaseException | None = None) -> Exception:
    try:
        raise error from cause
    except type(error) as caught:
        return caught


def test_a_bug_is_told_with_its_causes_and_without_their_words() -> None:
    told = without_words(raised(RuntimeError("secret"), raised(KeyError("hidden"))))
    assert told.index("builtins.KeyError") < told.index("which led to") < told.index("builtins.RuntimeError")
    assert "secret" not in told.replace('"secret"', "")
    assert __file__ in told


def test_an_error_that_is_its_own_cause_is_told_once() -> None:
    error = RuntimeError("secret")
    assert without_words(raised(error, error)).count("builtins.RuntimeError") == 1
