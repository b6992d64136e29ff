"""Keeping, editing and tagging."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

import pytest

from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.memory import Tier
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock


def test_a_note_is_kept_word_for_word_with_its_tags_and_a_floor_of_importance(library: LocalLibrary) -> None:
    text = "Helena says:\n  the keys are ready #move #Casa-Nova"
    kept = library.capture(text, importance=0.2)
    assert library.memory(kept.id) == kept
    assert (kept.text, kept.tags, kept.importance, kept.tier) == (text, ("casa-nova", "move"), 0.7, Tier.SHORT)
    assert uuid.UUID(kept.uuid)


def test_notes_of_a_local_day_share_a_session_in_their_order(library: LocalLibrary, clock: DrivenClock) -> None:
    first, second = library.capture("one"), library.capture("two")
    clock.advance(24 * 3600)
    third = library.capture("three")
    assert first.session == second.session != third.session
    assert [turn.text for turn in library.turns(first.session)] == ["one", "two"]


def test_the_day_of_a_note_is_the_one_of_its_offset(library: LocalLibrary) -> None:
    late = library.capture("late", occurred_at=datetime(2026, 3, 2, 1, 0, tzinfo=UTC), offset_min=-180)
    assert library.session(late.session).source_id == "2026-03-01"


def test_the_same_token_keeps_a_note_once(library: LocalLibrary) -> None:
    assert library.capture("once", token="a").id == library.capture("once", token="a").id
    assert library.status().memories == 1


def test_a_pinned_note_goes_to_medium_at_once(library: LocalLibrary) -> None:
    kept = library.capture("keys", pinned=True)
    assert (kept.tier, kept.pinned, kept.tier_until) == (Tier.MEDIUM, True, None)


@pytest.mark.parametrize(("text", "key"), [("", "empty_text"), (" \n\t", "empty_text")])
def test_an_empty_note_is_refused_with_a_sentence(library: LocalLibrary, text: str, key: str) -> None:
    with pytest.raises(BadInput) as refused:
        library.capture(text)
    assert refused.value.key == key


@pytest.mark.parametrize("importance", [-0.1, 1.5])
def test_an_importance_outside_0_to_1_is_refused(library: LocalLibrary, importance: float) -> None:
    with pytest.raises(BadInput):
        library.capture("text", importance=importance)


def test_an_edit_makes_a_new_version_and_keeps_the_old_text_behind_it(library: LocalLibrary) -> None:
    kept = library.capture("call Ana #today", tags=("family",))
    edited = library.edit(kept.id, "call Ana and Marcos #tomorrow")
    assert [(v.text, v.current) for v in library.versions(edited.id)] == [
        ("call Ana #today", False),
        ("call Ana and Marcos #tomorrow", True),
    ]
    assert edited.tags == ("family", "tomorrow")
    assert library.memory(kept.id).text == "call Ana #today"
    assert [turn.id for turn in library.turns(kept.session)] == [edited.id]


def test_a_former_version_can_not_be_edited(library: LocalLibrary) -> None:
    kept = library.capture("one")
    library.edit(kept.id, "two")
    with pytest.raises(NotFound):
        library.edit(kept.id, "three")


def test_tags_are_put_on_and_taken_off(library: LocalLibrary) -> None:
    kept = library.capture("text #a")
    library.tag((kept.id,), add=("#B", "c/d"), remove=("a",))
    assert library.memory(kept.id).tags == ("b", "c/d")
    with pytest.raises(BadInput):
        library.tag((kept.id,), add=("no blanks",))


def test_surrogates_and_nul_are_taken_as_the_replacement_sign(library: LocalLibrary) -> None:
    assert library.capture("a\ud800b\x00c").text == "a\ufffdb\ufffdc"


def test_a_note_of_ten_million_letters_is_taken_whole(library: LocalLibrary) -> None:
    text = "memória " * 1_250_000
    assert library.memory(library.capture(text).id).text == text
