"""The vectors follow the store: nothing is embedded twice, nothing that is gone is found, and waiting says why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from mnemoteca.core.changes import By, Happened
from mnemoteca.core.clock import Clock
from mnemoteca.core.errors import Stopped, Unavailable
from mnemoteca.core.meaning import Sought
from mnemoteca.core.pushes import MeaningMoved
from mnemoteca.core.standing import EmbedderState, MeaningState
from mnemoteca.library.meaning.following import MeaningIndexing
from mnemoteca.store.places import undeclared
from mnemoteca.store.vectors_files import graph_files, rows_files
from tests.driven import DrivenClock
from tests.embedder import BagOfWords, vector_of
from tests.processes import wait_until
from tests.unit.library.finding import Finding


class Meant(Finding):
    """A library with vectors that are followed only when it is told to."""

    def __init__(self, folder: Path, clock: Clock, embedder: BagOfWords) -> None:
        super().__init__(folder, clock)
        self.wanted = True
        self.embedder = embedder
        self.following = MeaningIndexing(self.store, embedder, self.push, lambda: self.wanted)

    def embed(self) -> None:
        if self.following._thread is None:
            self.following.start()
        self.following.wait()

    def near(self, text: str, n: int = 3) -> list[int]:
        """The ids of what is nearest to a text."""
        sought = self.following.question(text, 0.0)
        return [] if sought is None else [int(id) for id in self.following.search(sought, n, space=1).ids]

    def close(self) -> None:
        self.following.stop()
        super().close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def embedder() -> BagOfWords:
    return BagOfWords()


@pytest.fixture
def meant(folder: Path, clock: DrivenClock, embedder: BagOfWords) -> Iterator[Meant]:
    opened = Meant(folder, clock, embedder)
    yield opened
    opened.close()


def reopened(meant: Meant, folder: Path, clock: DrivenClock, embedder: BagOfWords | None = None) -> Meant:
    meant.close()
    return Meant(folder, clock, embedder or BagOfWords())


def test_everything_gets_its_vector_the_newest_first_and_it_is_told(meant: Meant) -> None:
    ids = meant.say([("Ana", f"the heron number {n}") for n in range(100)])
    assert meant.following.status().missing == 100
    meant.embed()
    assert meant.following.ids().tolist() == ids
    assert meant.embedder.texts[0] == "Ana: the heron number 99"
    assert meant.near("Ana: the heron number 42")[0] == ids[42]
    told = [push.meaning for push in meant.pushed if isinstance(push, MeaningMoved)]
    assert (told[-1].state, told[-1].missing) == (MeaningState.READY, 0)
    assert undeclared(meant.store.places.folder) == []


def test_what_was_embedded_is_not_embedded_again_after_a_restart(
    meant: Meant, folder: Path, clock: DrivenClock
) -> None:
    ids = meant.say([("Ana", f"the heron number {n}") for n in range(70)])
    meant.embed()
    meant.following.stop()
    later = meant.capture("the pelican").id
    meant.forget((ids[3],))
    again = reopened(meant, folder, clock)
    again.embed()
    assert again.embedder.texts == ["the pelican"]
    assert later in again.following.ids()
    assert ids[3] not in again.following.ids()
    again.close()


def test_what_is_forgotten_is_not_found_and_comes_back_without_being_embedded_again(meant: Meant) -> None:
    ids = meant.say([("Ana", f"the heron number {n}") for n in range(5)])
    meant.embed()
    meant.forget((ids[2],))
    meant.embed()
    assert ids[2] not in meant.near("the heron number 2", 5)
    assert ids[2] not in meant.following.ids()
    made = len(meant.embedder.texts)
    meant.undo()
    meant.embed()
    assert meant.near("Ana: the heron number 2", 1) == [ids[2]]
    assert len(meant.embedder.texts) == made


def test_a_new_version_takes_the_place_of_the_former_one(meant: Meant) -> None:
    old = meant.capture("the heron")
    meant.embed()
    new = meant.edit(old.id, "the pelican")
    meant.embed()
    assert meant.following.ids().tolist() == [new.id]
    assert meant.near("the heron", 5) == [new.id]


def test_a_renamed_session_is_embedded_again_once(meant: Meant, folder: Path, clock: DrivenClock) -> None:
    (id,) = meant.say([("Ana", "It went well.")], title="Marathon")
    meant.embed()
    session = meant.memory(id).session
    meant.store.write(lambda tx: tx.change(Happened.SESSION_RENAMED, session, 1, By.PERSON))
    meant.embed()
    assert len(meant.embedder.texts) == 2
    again = reopened(meant, folder, clock)
    again.embed()
    assert again.embedder.texts == []
    again.close()


def test_a_long_text_is_found_by_any_of_its_passages_and_a_blank_one_bothers_nobody(meant: Meant) -> None:
    long = " ".join(f"Chapter {n} tells of harbour {n}." for n in range(400))
    ids = meant.say([("Ana", long), ("Rui", " \n "), ("Rui", "🙂🙂"), ("Rui", "e" * 30_000)])
    meant.embed()
    assert meant.following.missing == 0
    assert set(meant.following.ids()) >= {ids[0], ids[2], ids[3]}
    assert meant.near("Ana: Chapter 399 tells of harbour 399. Chapter 398 tells of harbour 398.")[0] == ids[0]


def test_a_text_that_the_embedder_dies_of_costs_only_itself_and_waiting_says_so(meant: Meant) -> None:
    meant.embedder.poison = "cobra"
    ids = meant.say([("Ana", f"the heron number {n}") for n in range(80)] + [("Ana", "the cobra")])
    with pytest.raises(Stopped, match="the embedder died"):
        meant.embed()
    assert meant.following.ids().tolist() == ids[:-1]
    status = meant.following.status()
    assert (status.missing, status.state) == (1, MeaningState.READY)


def test_a_vector_that_is_no_number_is_never_kept(meant: Meant) -> None:
    meant.embedder.lame = "cobra"
    ids = meant.say([("Ana", "the heron"), ("Ana", "the cobra"), ("Ana", "the pelican")])
    with pytest.raises(Stopped):
        meant.embed()
    assert meant.following.ids().tolist() == [ids[0], ids[2]]
    meant.embedder.lame = ""
    meant.following.rebuild()
    meant.embed()
    assert meant.following.ids().tolist() == ids


@pytest.mark.parametrize(
    ("state", "key"), [(MeaningState.ABSENT, "meaning_absent"), (MeaningState.FAILED, "meaning_failed")]
)
def test_waiting_fails_with_what_to_do_where_there_is_no_embedder(
    meant: Meant, embedder: BagOfWords, state: MeaningState, key: str
) -> None:
    embedder.standing = EmbedderState(state, "the package is damaged")
    meant.capture("the heron")
    with pytest.raises(Unavailable) as caught:
        meant.embed()
    assert caught.value.key == key
    assert "mnemoteca models prepare" in caught.value.next_step
    assert meant.following.status().missing == 1


def test_an_embedder_that_becomes_ready_later_is_waited_for_and_used(meant: Meant, embedder: BagOfWords) -> None:
    embedder.standing = EmbedderState(MeaningState.PREPARING)
    note = meant.capture("the heron")
    meant.following.start()
    assert wait_until(lambda: meant.following._change >= 0)
    assert embedder.texts == []
    embedder.standing = EmbedderState(MeaningState.READY)
    meant.following.wait()
    assert meant.following.ids().tolist() == [note.id]


def test_where_meaning_is_off_nothing_is_opened_embedded_or_waited_for(meant: Meant, folder: Path) -> None:
    meant.wanted = False
    meant.capture("the heron")
    meant.embed()
    assert meant.following.status().state is MeaningState.OFF
    assert rows_files(folder) == []
    meant.wanted = True
    meant.capture("the pelican")
    meant.embed()
    assert len(meant.following.ids()) == 2


def test_vectors_ahead_of_the_tables_are_thrown_away_and_it_is_said(
    meant: Meant, folder: Path, clock: DrivenClock
) -> None:
    meant.capture("the heron")
    meant.embed()
    vectors = meant.following.vectors
    assert vectors is not None
    vectors.write_mark(meant.store.last_change + 5)
    again = reopened(meant, folder, clock)
    again.embed()
    assert again.embedder.texts == ["the heron"]
    assert again.near("the heron") != []
    again.close()


def test_damaged_vectors_are_set_aside_and_only_what_is_lost_is_embedded_again(
    meant: Meant, folder: Path, clock: DrivenClock
) -> None:
    meant.say([("Ana", f"the heron number {n}") for n in range(40)])
    meant.embed()
    meant.close()
    (path,) = rows_files(folder)
    content = bytearray(path.read_bytes())
    content[10_000] ^= 8
    path.write_bytes(content)
    again = Meant(folder, clock, BagOfWords("bag/1", MeaningState.PREPARING))
    again.following.start()
    assert wait_until(lambda: bool(again.following.notices))
    assert "damaged" in again.following.notices[0]
    again.embedder.standing = EmbedderState(MeaningState.READY)
    again.following.wait()
    assert len(again.embedder.texts) == 1
    assert len(again.following.ids()) == 40
    assert list((folder / "aside").rglob("*.rows"))
    again.close()


def test_former_vectors_serve_until_those_of_another_variant_are_whole(
    meant: Meant, folder: Path, clock: DrivenClock
) -> None:
    ids = meant.say([("Ana", f"the heron number {n}") for n in range(5)])
    meant.embed()
    other = BagOfWords("bag/2")
    other.poison = "number 3"
    again = reopened(meant, folder, clock, other)
    with pytest.raises(Stopped):
        again.embed()
    assert again.near("Ana: the heron number 3", 1) == [ids[3]]
    assert len(rows_files(folder)) == 2
    other.poison = ""
    again.following.rebuild()
    again.embed()
    assert wait_until(lambda: len(rows_files(folder)) == 1)
    assert again.near("Ana: the heron number 3", 1) == [ids[3]]
    again.close()


def test_vectors_of_a_strange_model_are_never_held_against_a_question(
    meant: Meant, folder: Path, clock: DrivenClock
) -> None:
    meant.capture("the heron")
    meant.embed()
    again = reopened(meant, folder, clock, BagOfWords("other/1", MeaningState.PREPARING))
    again.following.start()
    assert wait_until(lambda: again.following._change >= 0)
    assert again.near("the heron") == []
    again.embedder.standing = EmbedderState(MeaningState.READY)
    again.following.rebuild()
    again.following.wait()
    assert len(again.near("the heron")) == 1
    again.close()


def test_when_it_has_been_quiet_a_graph_is_made_and_nothing_more_is_done(meant: Meant, folder: Path) -> None:
    meant.say([("Ana", f"the heron number {n}") for n in range(600)])
    meant.embed()
    assert meant.following.vectors is not None
    meant.following.rebuild()
    assert wait_until(lambda: len(graph_files(folder)) == 1)
    assert wait_until(lambda: meant.following.vectors is not None and meant.following.vectors.loose < 2)
    assert meant.near("Ana: the heron number 7", 1) == meant.near("Ana: the heron number 7", 9)[:1]
    assert np.isnan(meant.following.scores(Sought(vector_of("heron"), "bag/1"), np.array([9_999])))[0]
