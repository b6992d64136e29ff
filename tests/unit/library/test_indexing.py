"""The words index follows the store, and is made anew when it doesn't fit."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from mnemoteca.core.cancel import Token, working_for
from mnemoteca.core.changes import By, Happened
from mnemoteca.core.errors import Stopped
from mnemoteca.core.pushes import Indexed
from mnemoteca.library.indexing import Indexing
from tests.driven import DrivenClock
from tests.unit.library.finding import Finding


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def finding(folder: Path, clock: DrivenClock) -> Iterator[Finding]:
    opened = Finding(folder, clock)
    yield opened
    opened.close()


def reopened(finding: Finding, folder: Path, clock: DrivenClock) -> Finding:
    finding.close()
    return Finding(folder, clock)


def test_it_follows_and_tells(finding: Finding) -> None:
    finding.say([("Ana", f"turn {n}") for n in range(50)])
    assert (finding.indexing.missing, finding.indexing.words_change) == (50, 0)
    finding.index()
    assert finding.indexing.words_change == finding.store.last_change
    assert finding.indexing.missing == 0
    assert finding.indexing.words.documents == 50
    assert [push for push in finding.pushed if isinstance(push, Indexed)][-1] == Indexed(finding.store.last_change, 0)


def test_what_is_committed_is_there_after_a_restart_without_work(
    finding: Finding, folder: Path, clock: DrivenClock
) -> None:
    finding.say([("Ana", "the heron")])
    finding.index()
    again = reopened(finding, folder, clock)
    assert again.indexing.in_step
    assert again.texts("heron") == ["the heron"]
    again.close()


def test_changes_that_came_while_it_was_away_are_found(finding: Finding, folder: Path, clock: DrivenClock) -> None:
    note = finding.capture("the heron")
    finding.index()
    finding.indexing.stop()
    finding.capture("the pelican")
    finding.forget((note.id,))
    again = reopened(finding, folder, clock)
    assert again.texts("pelican") == ["the pelican"]
    assert again.texts("heron") == []
    again.index()
    assert sorted(again.indexing.ids().tolist()) == [note.id + 1]
    again.close()


def test_a_damaged_index_is_made_anew_while_recall_answers(finding: Finding, folder: Path, clock: DrivenClock) -> None:
    finding.say([("Ana", f"heron {n}") for n in range(40)])
    finding.index()
    finding.close()
    path = max((folder / "words").glob("*.idx"), key=lambda each: each.stat().st_size)
    path.write_bytes(b"\x00" * 64)
    again = Finding(folder, clock)
    assert "damaged" in again.indexing.notices[0]
    assert len(again.texts("heron")) == 10
    again.index()
    assert again.indexing.words.documents == 40
    assert again.indexing.notices == ()
    again.close()


def test_a_lost_index_is_made_anew_without_a_word(finding: Finding, folder: Path, clock: DrivenClock) -> None:
    finding.capture("the heron")
    finding.index()
    finding.close()
    shutil.rmtree(folder / "words")
    again = Finding(folder, clock)
    assert again.indexing.notices == ()
    assert again.texts("heron") == ["the heron"]
    again.close()


def test_an_index_ahead_of_the_tables_is_thrown_away(finding: Finding, folder: Path, clock: DrivenClock) -> None:
    finding.capture("the heron")
    finding.index()
    finding.indexing.words.commit(finding.store.last_change + 5)
    again = reopened(finding, folder, clock)
    assert "knew more" in again.indexing.notices[0]
    again.index()
    assert again.indexing.words.change == again.store.last_change
    assert again.texts("heron") == ["the heron"]
    again.close()


def test_rebuilding_brings_back_every_memory(finding: Finding) -> None:
    finding.say([("Ana", f"heron {n}") for n in range(30)])
    finding.index()
    finding.indexing.rebuild()
    finding.indexing.wait()
    assert finding.indexing.words.documents == 30


def test_what_is_missing_is_said(finding: Finding) -> None:
    finding.say([("Ana", f"heron {n}") for n in range(1_000)])
    answer = finding.ask("heron", as_typed=True)
    assert answer.partial
    assert answer.missing == 700
    finding.index()
    answer = finding.ask("heron")
    assert (answer.partial, answer.missing) == (False, 0)


def test_while_an_import_goes_on_a_question_waits_for_no_index_and_tells_what_it_misses(
    folder: Path, clock: DrivenClock
) -> None:
    class Importing(Finding):
        goes_on = True

        def __init__(self, folder: Path, clock: DrivenClock) -> None:
            super().__init__(folder, clock)
            self.indexing.stop()
            self.indexing = Indexing(self.store, clock, self.push, lambda: self.goes_on)

    with closing(Importing(folder, clock)) as finding:
        finding.capture("the pelican")
        finding.say([("Ana", f"heron {n}") for n in range(500)])
        answer = finding.ask("heron pelican")
        assert [hit.memory.text for hit in answer.hits] == ["the pelican"]
        assert (answer.partial, answer.missing) == (True, 500)
        finding.goes_on = False
        assert finding.ask("heron 499", as_typed=True).hits[0].memory.text == "heron 499"


def test_a_note_by_hand_is_found_at_once_in_the_middle_of_an_import(finding: Finding) -> None:
    finding.capture("the pelican")
    finding.say([("Ana", f"heron {n}") for n in range(1_000)])
    assert finding.texts("pelican", as_typed=True) == ["the pelican"]


def test_changes_that_have_no_words_cost_no_commit(finding: Finding) -> None:
    note = finding.capture("the heron")
    finding.index()
    files = sorted(path.name for path in finding.store.places.words.iterdir())
    finding.pin((note.id,))
    finding.indexing.wait()
    assert sorted(path.name for path in finding.store.places.words.iterdir()) == files
    assert finding.indexing.words_change == finding.store.last_change


def test_a_renamed_session_is_found_by_its_new_title(finding: Finding) -> None:
    (id,) = finding.say([("Ana", "It went well.")], title="Marathon")
    finding.index()
    session = finding.memory(id).session
    finding.store.write(lambda tx: tx.run("UPDATE sessions SET title = 'Olympics' WHERE id = ?", (session,)))
    finding.store.write(lambda tx: tx.change(Happened.SESSION_RENAMED, session, 1, By.PERSON))
    assert finding.texts("olympics") == ["It went well."]
    assert finding.texts("marathon") == []
    finding.indexing.wait()
    assert finding.texts("olympics") == ["It went well."]


def test_waiting_can_be_given_up(finding: Finding) -> None:
    finding.capture("the heron")
    token = Token()
    token.cancel()
    with working_for(token), pytest.raises(Stopped, match="cancelled"):
        finding.indexing.wait()


def test_waiting_says_when_nothing_follows(finding: Finding) -> None:
    finding.capture("the heron")
    with pytest.raises(Stopped, match="nothing follows"):
        finding.indexing.wait()


def test_what_was_forgotten_and_brought_back_is_found_again(finding: Finding) -> None:
    note = finding.capture("the heron")
    finding.index()
    finding.forget((note.id,))
    assert finding.texts("heron") == []
    finding.indexing.wait()
    finding.undo()
    finding.indexing.wait()
    assert finding.texts("heron") == ["the heron"]


def test_an_index_that_is_made_anew_is_not_taken_for_whole(finding: Finding) -> None:
    finding.capture("the heron")
    assert finding.texts("heron") == ["the heron"]
    finding.index()
    finding.indexing.stop()
    finding.indexing.rebuild()
    assert not finding.indexing.in_step
    assert finding.texts("heron") == ["the heron"]
