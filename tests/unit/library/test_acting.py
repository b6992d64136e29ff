"""Pin, forget, restore, undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mnemoteca.core.changes import By
from mnemoteca.core.doer import acting_as
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.memory import State, Tier
from mnemoteca.core.views import Place
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock


def test_a_pinned_memory_never_fades(library: LocalLibrary, clock: DrivenClock) -> None:
    kept = library.add_short_term("keys", "personal", 0.1)
    library.pin((kept.id,))
    for _ in range(3):
        clock.advance(20 * 3600)
        library.run_due()
    assert library.memory(kept.id).tier is Tier.LONG


def test_an_unpinned_memory_has_its_time_anew(library: LocalLibrary, clock: DrivenClock) -> None:
    kept = library.capture("keys", pinned=True)
    clock.advance(30 * 3600)
    library.unpin((kept.id,))
    assert library.memory(kept.id).tier is Tier.MEDIUM
    clock.advance(23 * 3600)
    library.run_due()
    assert library.memory(kept.id).tier is Tier.MEDIUM


def test_a_forgotten_memory_is_in_the_trash_and_comes_back_as_it_was(library: LocalLibrary) -> None:
    kept = library.capture("keys", pinned=True)
    library.forget((kept.id,))
    counts = library.counts().counts
    assert (counts[Place.EVERYTHING], counts[Place.TRASH]) == (0, 1)
    library.restore((kept.id,))
    assert library.memory(kept.id) == kept


def test_a_whole_session_is_forgotten_and_undone_as_one_act(library: LocalLibrary) -> None:
    kept = [library.capture(f"note {n}") for n in range(5)]
    assert library.forget_session(kept[0].session).count == 5
    assert library.undo().count == 5
    assert library.counts().counts[Place.EVERYTHING] == 5


def test_what_is_not_there_can_not_be_pinned(library: LocalLibrary) -> None:
    with pytest.raises(NotFound):
        library.pin((99,))


def test_undo_takes_acts_back_in_turn_and_redo_does_them_again(library: LocalLibrary) -> None:
    kept = library.capture("one")
    library.pin((kept.id,))
    edited = library.edit(kept.id, "two")
    library.forget((edited.id,))
    labels = [library.undo().label for _ in range(4)]
    assert labels == ["forget", "edit", "pin", "keep"]
    assert library.memory(kept.id).state is State.TRASHED
    assert [library.redo().label for _ in range(4)] == ["keep", "pin", "edit", "forget"]
    assert library.memory(edited.id).state is State.TRASHED
    assert library.memory(edited.id).pinned


def test_a_new_act_ends_what_could_be_redone(library: LocalLibrary) -> None:
    library.pin((library.capture("one").id,))
    library.undo()
    library.capture("two")
    with pytest.raises(NotFound):
        library.redo()


def test_undo_is_kept_apart_by_space(library: LocalLibrary) -> None:
    library.make_space("work")
    library.capture("mine")
    library.capture("theirs", space="work")
    library.undo("work")
    with pytest.raises(NotFound):
        library.undo("work")
    assert library.counts().counts[Place.EVERYTHING] == 1


def test_what_an_assistant_keeps_is_not_in_the_chain_of_the_person(library: LocalLibrary) -> None:
    library.add_short_term("by a script", "personal")
    with pytest.raises(NotFound):
        library.undo()


@pytest.mark.slow
def test_two_hundred_acts_can_be_undone(library: LocalLibrary) -> None:
    kept = library.capture("one")
    for _ in range(100):
        library.pin((kept.id,))
        library.unpin((kept.id,))
    assert len(library.history()) == 200
    for _ in range(200):
        library.undo()
    assert library.memory(kept.id).state is State.ACTIVE


def test_two_tiers_at_once_are_one_act(library: LocalLibrary) -> None:
    kept = library.capture("one")
    library.promote((kept.id,), tiers=2)
    assert library.memory(kept.id).tier is Tier.LONG
    library.undo()
    assert library.memory(kept.id).tier is Tier.SHORT


ACTS: dict[str, Callable[[LocalLibrary, int], object]] = {
    "pin": lambda lib, id: lib.pin((id,)),
    "unpin": lambda lib, id: lib.unpin((id,)),
    "forget": lambda lib, id: lib.forget((id,)),
    "restore": lambda lib, id: lib.restore((id,)),
    "promote": lambda lib, id: lib.promote((id,)),
    "let go": lambda lib, id: lib.let_go((id,)),
    "weigh": lambda lib, id: lib.weigh((id,), 0.9),
    "tag": lambda lib, id: lib.tag((id,), ("x",)),
    "untag": lambda lib, id: lib.tag((id,), remove=("x",)),
}


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.sampled_from(sorted(ACTS)), max_size=8))
def test_undoing_everything_leads_back_to_the_beginning(library: LocalLibrary, names: list[str]) -> None:
    kept = library.capture("start #a")
    acts = len(library.history())
    for name in names:
        ACTS[name](library, kept.id)
    done = sum(not act.undone for act in library.history()) - acts
    for _ in range(done):
        library.undo()
    assert library.memory(kept.id) == kept


def test_what_is_done_to_a_former_version_is_done_to_the_one_in_front_of_it(library: LocalLibrary) -> None:
    kept = library.capture("one")
    newer = library.edit(library.edit(kept.id, "two").id, "three")
    assert library.pin((kept.id, newer.id)).ids == (newer.id,)
    library.tag((kept.id,), add=("heron",))
    shown = library.memory(newer.id)
    assert (shown.pinned, shown.tags) == (True, ("heron",))
    library.forget((kept.id,))
    assert library.memory(newer.id).state is State.TRASHED


def test_a_name_that_was_given_away_is_not_taken_back_by_an_undo(library: LocalLibrary) -> None:
    library.make_space("travel")
    library.rename_space("travel", "journeys")
    library.make_space("travel")
    with pytest.raises(BadInput, match="already a space"):
        library.undo("journeys")
    assert [space.name for space in library.spaces()] == ["personal", "journeys", "travel"]


def test_what_is_pinned_alone_in_medium_waits_for_the_next_run_only(library: LocalLibrary, clock: DrivenClock) -> None:
    library.run_due()
    kept = library.capture("keys", pinned=True)
    due = library.next_due()
    assert due is not None
    clock.advance((due - clock.now()).total_seconds())
    library.run_due()
    assert library.memory(kept.id).tier is Tier.LONG


def test_a_hit_across_the_tiers_has_its_text_whole(library: LocalLibrary) -> None:
    text = "heron " * 500
    library.capture(text)
    assert [hit.content for hit in library.recall_across_tiers("heron", "personal")] == [text]


def test_what_a_script_promotes_or_clears_is_not_in_the_chain_of_the_person(library: LocalLibrary) -> None:
    kept = library.capture("mine", pinned=True)
    entry = library.add_short_term("its own", "personal")
    with acting_as(By.ASSISTANT):
        assert library.force_promotion(entry.id)
        library.add_short_term("another", "personal")
        assert library.clear_short_term("personal") == 1
    assert [act.kind for act in library.history()] == ["keep"]
    assert library.undo().ids == (kept.id,)


def test_the_next_run_is_due_by_the_last_one_also_after_a_restart(tmp_path: Path, clock: DrivenClock) -> None:
    opened = LocalLibrary.open(tmp_path / "again", clock)
    opened.capture("waits in MEDIUM", pinned=False)
    opened.promote((opened.capture("rises by hand").id,))
    opened.run_due()
    due = opened.tier_stats().next_run_at
    opened.close()
    clock.advance(600)
    opened = LocalLibrary.open(tmp_path / "again", clock)
    opened.run_due()
    assert opened.tier_stats().next_run_at == due == clock.now() + timedelta(seconds=1800 - 600)
    opened.close()


def test_a_former_text_that_comes_back_stands_as_the_edited_one_stood(
    library: LocalLibrary, clock: DrivenClock
) -> None:
    kept = library.capture("the keys lie in the drawer", importance=0.75)
    edited = library.edit(kept.id, "the keys lie on the shelf")
    library.promote_all_eligible("personal")
    library.accessed((edited.id,))
    library.accessed((edited.id,))
    with acting_as(By.ASSISTANT):
        library.pin((edited.id,))
    clock.advance(1800)
    library.run_due()
    stood = library.memory(edited.id)
    assert stood.tier is Tier.LONG
    library.undo()
    back = library.memory(kept.id)
    assert (back.text, back.tier, back.pinned, back.access_count) == (kept.text, Tier.LONG, True, 2)
    library.redo()
    assert library.memory(edited.id).tier is Tier.LONG
