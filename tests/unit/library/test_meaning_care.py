"""Care for the vectors: waiting, how they are, the doctor's look at them, and what a backup brings back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from mnemoteca.core.errors import Unavailable
from mnemoteca.core.meaning import Sought
from mnemoteca.core.recall import Question
from mnemoteca.core.standing import EmbedderState, MeaningState
from mnemoteca.library.library import LocalLibrary
from mnemoteca.store.places import Places
from mnemoteca.store.restore import restore_backup
from mnemoteca.store.vectors import Passage
from mnemoteca.store.vectors_files import rows_files
from tests.driven import DrivenClock
from tests.embedder import BagOfWords, vector_of


@pytest.fixture
def embedder() -> BagOfWords:
    return BagOfWords()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path, clock: DrivenClock, embedder: BagOfWords) -> Iterator[LocalLibrary]:
    opened = LocalLibrary.open(folder, clock, embedder)
    opened.follow()
    yield opened
    opened.close()


def vectors_finding(library: LocalLibrary, *, mend: bool = False) -> tuple[bool, bool, str]:
    found = next(each for each in library.doctor(mend) if each.name == "vectors")
    return found.sound, found.mended, found.sentence


def test_waiting_returns_when_every_memory_has_its_vector(library: LocalLibrary) -> None:
    ids = [library.capture(f"the heron number {n}").id for n in range(20)]
    status = library.wait()
    assert (status.meaning.state, status.meaning.missing, status.meaning.model) == (MeaningState.READY, 0, "bag/1")
    assert library.following.ids().tolist() == ids
    assert vectors_finding(library) == (True, False, "Every memory has its vectors and is found by them.")


def test_the_setting_switches_meaning_off_and_on_while_the_library_is_open(library: LocalLibrary) -> None:
    library.set_setting("meaning", False)
    library.capture("the heron")
    assert library.wait().meaning.state is MeaningState.OFF
    assert vectors_finding(library)[2] == "Search by meaning is switched off."
    assert not len(library.following.ids())
    library.set_setting("meaning", True)
    assert library.wait().meaning.state is MeaningState.READY
    assert len(library.following.ids()) == 1


def test_without_a_prepared_embedder_waiting_says_what_to_do_and_recall_goes_by_words(
    library: LocalLibrary, embedder: BagOfWords
) -> None:
    embedder.standing = EmbedderState(MeaningState.ABSENT)
    library.capture("the heron")
    with pytest.raises(Unavailable, match="models prepare"):
        library.wait()
    assert library.status().meaning.missing == 1
    sound, _, sentence = vectors_finding(library)
    assert (sound, "not prepared" in sentence) == (True, True)
    assert [hit.memory.text for hit in library.recall(Question("heron")).hits] == ["the heron"]


def test_without_an_embedder_at_all_only_the_words_are_waited_for(folder: Path, clock: DrivenClock) -> None:
    bare = LocalLibrary.open(folder, clock)
    bare.follow()
    bare.capture("the heron")
    assert bare.wait().meaning.state is MeaningState.OFF
    assert rows_files(folder) == []
    bare.close()


def test_the_doctor_finds_a_memory_without_vectors_and_one_too_many_and_mends_it(library: LocalLibrary) -> None:
    ids = [library.capture(f"the heron number {n}").id for n in range(30)]
    library.wait()
    vectors = library.following.vectors
    assert vectors is not None
    vectors.remove(np.array(ids[:1]))
    vectors.add([Passage(9_999, 0, 1, 1)], vector_of("a ghost")[None], 1)
    sound, _, sentence = vectors_finding(library)
    assert not sound
    assert f"1 memories have no vectors ({ids[0]})." in sentence
    assert "1 memories that aren't there have vectors (9999)." in sentence
    assert vectors_finding(library, mend=True)[:2] == (False, True)
    library.wait()
    assert vectors_finding(library)[0]
    assert library.following.ids().tolist() == ids


def test_a_backup_that_is_brought_back_leaves_the_vectors_of_the_other_state_behind(
    folder: Path, clock: DrivenClock, embedder: BagOfWords
) -> None:
    library = LocalLibrary.open(folder, clock, embedder)
    library.follow()
    library.capture("the heron")
    library.wait()
    made = library.backup()
    library.capture("the pelican")
    library.wait()
    library.close()
    assert not [path for path in (folder / "backups").rglob("*") if "vectors" in path.name]
    restore_backup(Places(folder), Path(made.path))
    assert rows_files(folder) == []
    again = LocalLibrary.open(folder, clock, embedder)
    again.follow()
    again.capture("the cormorant")  # takes the number that the pelican had
    again.wait()
    hits = again.following.search(Sought(vector_of("the pelican"), "bag/1"), 5)
    assert len(hits.ids) == 2
    assert hits.cosines.max() < 0.9
    again.close()
