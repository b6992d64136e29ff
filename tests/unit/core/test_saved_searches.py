"""Searches kept under a name, as they stand in a setting."""

from __future__ import annotations

from mnemoteca.core.saved_searches import Saved, read_saved, renamed, with_saved, without_saved, written

TWO = (Saved("Truck", "who lends a truck"), Saved("Ana", "from:Ana is:pinned"))


def test_what_was_written_is_read() -> None:
    assert read_saved(written(TWO)) == TWO
    assert written(()) == ""
    assert read_saved("") == ()


def test_what_is_no_search_is_passed_over() -> None:
    assert read_saved("{not json") == read_saved("7") == ()
    assert read_saved('[["a", "b"], ["only"], [1, "x"], ["", "q"], "text"]') == (Saved("a", "b"),)


def test_a_name_is_kept_once() -> None:
    assert with_saved(TWO, " Truck ", "van") == (Saved("Truck", "van"), TWO[1])
    assert with_saved(TWO, "New", "milk")[-1] == Saved("New", "milk")
    assert with_saved(TWO, " ", "milk") == with_saved(TWO, "x", " ") == TWO


def test_a_search_is_renamed_and_taken_away() -> None:
    assert renamed(TWO, "Truck", "Van")[0] == Saved("Van", "who lends a truck")
    assert renamed(TWO, "Truck", "Ana") == (Saved("Ana", "who lends a truck"),)
    assert renamed(TWO, "Truck", "  ") == TWO
    assert without_saved(TWO, "Truck") == TWO[1:]
