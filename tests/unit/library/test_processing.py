"""What models make of a kept memory: by the small ones alone, with a language model, and of what is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.model_plan import By, Task
from mnemoteca.core.purging import PurgeTarget
from mnemoteca.core.pushes import JobMoved
from mnemoteca.library.library import LocalLibrary
from mnemoteca.library.purging import PURGE
from tests.driven import DrivenClock
from tests.writer import Scribe, as_writer

STORY = (
    "Ana Lima sold the blue boat in Lisbon because the engine was old. The new boat of Ana is green and has sails. "
    "It lies in the harbour of Setúbal, where her brother keeps the nets. Nobody likes the smell of the nets. "
    "The sails were made by a cousin of hers in winter, and the boat is ready for the summer."
)


def test_a_note_has_its_tags_entities_and_summary_without_any_model_installed(library: LocalLibrary) -> None:
    note = library.capture("Fixed the crash of the importer with Ana Lima in Lisbon")
    made = library.process_memory(note.id)
    assert made.tags[0] == "bug"
    assert {note.text[each.start : each.end] for each in made.entities} >= {"Ana Lima", "Lisbon"}
    assert (made.summary, made.context, made.by) == (note.text, None, {Task.SUMMARY: By.NANO})


def test_what_was_made_changes_nothing(library: LocalLibrary) -> None:
    note = library.capture("Fixed the crash of the importer #mine")
    before, change = library.memory(note.id), library.status().change
    library.process_memory(note.id)
    assert library.memory(note.id) == before
    assert library.memory(note.id).tags == ("mine",)
    assert library.status().change == change


def test_a_long_note_is_summed_up_in_its_own_sentences(library: LocalLibrary) -> None:
    note = library.capture(STORY)
    made = library.process_memory(note.id, quick=True)
    assert len(made.summary) < len(STORY) / 2
    assert all(part.strip() in STORY for part in made.summary.split(". "))


def test_a_memory_that_is_not_there_is_told(library: LocalLibrary) -> None:
    with pytest.raises(NotFound):
        library.process_memory(99)


@pytest.fixture
def scribe(library: LocalLibrary) -> Scribe:
    """A language model that is there and sums up in one sentence."""
    said = {"summary": "Ana sold a boat.", "context": "Ana speaks of the boat that she sold."}
    scribe = Scribe(lambda wish: {field: text for field, text in said.items() if field in wish.grammar})
    library.writer = as_writer(scribe)
    return scribe


def test_a_language_model_sums_up_what_is_longer_once(library: LocalLibrary, scribe: Scribe) -> None:
    note = library.capture(STORY)
    made = [library.process_memory(note.id) for _ in range(2)]
    assert made[0].summary == "Ana sold a boat."
    assert (made[0], len(scribe.wishes)) == (made[1], 1)
    assert library.process_memory(note.id, quick=True).by == {Task.SUMMARY: By.NANO}


def test_what_points_back_is_explained_by_what_was_said_before_it(library: LocalLibrary, scribe: Scribe) -> None:
    library.capture("Ana sold the boat to a cousin")
    note = library.capture("she kept the nets though")
    made = library.process_memory(note.id)
    assert (made.context, made.by[Task.CONTEXT]) == ("Ana speaks of the boat that she sold.", By.LANGUAGE_MODEL)
    assert "sold the boat to a cousin" in scribe.wishes[-1].user


def test_what_was_written_of_memories_is_forgotten_when_some_are_purged(
    library: LocalLibrary, scribe: Scribe, clock: DrivenClock
) -> None:
    library.process_memory(library.capture(STORY).id)
    assert library.remembered.count("summaries") == 1
    job = Job(1, PURGE, "", JobState.RUNNING, 0, 0, "", 0.0, 0.0, "", clock.now(), None, "", None)
    library.forget_processed(JobMoved(job))
    assert library.remembered.count("summaries") == 0


def test_a_batch_goes_to_the_models_that_each_takes(library: LocalLibrary, scribe: Scribe) -> None:
    short, long = library.capture("Ana sold a boat"), library.capture(STORY)
    made = library.process_memories((long.id, short.id, long.id))
    assert [each.by[Task.SUMMARY] for each in made] == [By.LANGUAGE_MODEL, By.NANO, By.LANGUAGE_MODEL]
    assert made[1].summary == short.text
    with pytest.raises(BadInput):
        library.process_memories(())


def test_what_was_made_is_known_after_a_restart_until_a_purge(
    library: LocalLibrary, scribe: Scribe, tmp_path: Path, clock: DrivenClock
) -> None:
    note, other = library.capture(STORY), library.capture("Reguei as plantas da varanda")
    made = library.process_memory(note.id)
    assert (made.by[Task.SUMMARY], len(scribe.wishes)) == (By.LANGUAGE_MODEL, 1)
    library.close()
    again = LocalLibrary.open(tmp_path / "library", clock, writer=as_writer(scribe))
    try:
        again.caching.load()
        assert again.process_memory(note.id) == made
        assert len(scribe.wishes) == 1
        again.purge(PurgeTarget(ids=(other.id,)))
        with again.store.read() as reader:
            assert reader.all("SELECT count(*) FROM cache") == [(0,)], "nobody knows which of it came of that one"
    finally:
        again.close()


def test_what_was_learned_of_a_tag_counts_though_the_text_is_remembered(library: LocalLibrary) -> None:
    note = library.capture("Watered the tomatoes on the balcony")
    assert library.process_memory(note.id).tags == ("general",)
    library.tag((note.id,), add=("garden",))
    assert library.process_memory(note.id).tags == ("garden",)
