"""The words index on the disk, and what is fresh beside it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from mnemoteca.store.order import Order
from mnemoteca.store.wording import Document, Found, Statistics, Wanted, spelled
from mnemoteca.store.words import Unusable, Words
from mnemoteca.store.words_fresh import FreshWords

ROOT = Path(__file__).resolve().parents[3]
MORNING = datetime(2023, 5, 7, 9, 0, tzinfo=UTC)


def document(id: int, text: str, *, space: int = 1, session: int = 1, speaker: str = "", lang: str = "en") -> Document:
    at = MORNING.timestamp() + 60 * id
    voice = abs(hash(speaker)) if speaker else -1
    return Document(id, space, session, id, at, voice, speaker, "A title", lang, MORNING, 0, "instant", text)


def wanted(question: str, *, space: int = 1, **rest: object) -> Wanted:
    terms = {key: 1.0 for word in question.split() for key in spelled(word)}
    return Wanted(space, terms, **rest)  # type: ignore[arg-type]


@pytest.fixture
def words(tmp_path: Path) -> Words:
    made = Words.make(tmp_path / "words")
    made.change_documents((), [document(1, "The mangoes are ripe"), document(2, "O café da manhã", lang="pt")])
    made.change_documents((), [document(3, "coffee in another space", space=2), document(4, "ripe pears, ripe figs")])
    made.commit(9)
    return made


def ids(found: Found) -> list[int]:
    return list(map(int, found.ids))


def test_a_word_is_found_in_any_of_its_forms_and_without_accents(words: Words) -> None:
    assert ids(words.search(wanted("mango"))) == [1]
    assert ids(words.search(wanted("cafe"))) == [2]
    assert ids(words.search(wanted("ripe"))) == [4, 1]


def test_speaker_day_and_title_are_found_too(words: Words) -> None:
    words.change_documents((), [document(5, "Hello there", speaker="Caroline")])
    words.commit(10)
    assert ids(words.search(wanted("caroline"))) == [5]
    assert set(ids(words.search(wanted("may")))) == {1, 2, 4, 5}


def test_another_space_is_never_shown(words: Words) -> None:
    assert ids(words.search(wanted("coffee"))) == []
    assert ids(words.search(wanted("coffee", space=2))) == [3]


def test_a_phrase_stands_word_for_word(words: Words) -> None:
    assert ids(words.search_phrases(wanted("", phrases=(("cafe", "da", "manha"),)))) == [2]
    assert ids(words.search_phrases(wanted("", phrases=(("manha", "da", "cafe"),)))) == []
    assert ids(words.search_phrases(wanted("", phrases=(("da", "man"),), open_end=True))) == [2]


def test_a_beginning_finds_what_goes_on(words: Words) -> None:
    assert ids(words.search(Wanted(1, {}, starts=("man",)))) == [2, 1] or ids(
        words.search(Wanted(1, {}, starts=("man",)))
    ) == [1, 2]


def test_only_allowed_ids_are_found_however_few_or_many(words: Words) -> None:
    assert ids(words.search(wanted("ripe", allowed=np.array([1])))) == [1]
    many = np.arange(2, 5_000)
    assert ids(words.search(wanted("ripe", allowed=many))) == [4]
    assert ids(words.search(wanted("ripe", allowed=np.empty(0, np.int64)))) == []


def test_what_was_taken_out_is_gone(words: Words) -> None:
    words.change_documents([4], [])
    words.commit(10)
    assert ids(words.search(wanted("ripe"))) == [1]
    assert sorted(words.ids().tolist()) == [1, 2, 3]
    assert (words.documents, words.highest_id()) == (3, 3)


def test_a_memory_that_is_put_in_again_stands_there_once(words: Words) -> None:
    words.change_documents([1], [document(1, "only plums")])
    words.commit(10)
    assert ids(words.search(wanted("plums"))) == [1]
    assert ids(words.search(wanted("mangoes"))) == []


def test_the_index_knows_its_change_when_it_is_opened_again(words: Words, tmp_path: Path) -> None:
    words.rest()
    again = Words.open(tmp_path / "words")
    assert (again.change, again.documents) == (9, 4)


def test_what_was_not_committed_is_not_there_afterwards(words: Words, tmp_path: Path) -> None:
    words.change_documents((), [document(6, "lost plums")])
    words.rest()
    again = Words.open(tmp_path / "words")
    assert (again.change, ids(again.search(wanted("plums")))) == (9, [])


def test_no_index_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="missing"):
        Words.open(tmp_path / "words")


@pytest.mark.parametrize("name", ["*.idx", "*.term", "*.store", "meta.json"])
def test_a_changed_byte_is_noticed(words: Words, tmp_path: Path, name: str) -> None:
    words.rest()
    path = next((tmp_path / "words").glob(name))
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 0xFF
    path.unlink()
    path.write_bytes(content)
    with pytest.raises(Unusable, match="damaged"):
        Words.open(tmp_path / "words")


def test_a_lost_file_is_noticed(words: Words, tmp_path: Path) -> None:
    words.rest()
    next((tmp_path / "words").glob("*.idx")).unlink()
    with pytest.raises(Unusable, match="damaged"):
        Words.open(tmp_path / "words")


@pytest.mark.slow
def test_a_text_of_ten_megabytes_is_found_by_its_last_word(words: Words) -> None:
    words.change_documents((), [document(7, "filler words here " * 550_000 + "zyzzyva")])
    words.commit(10)
    assert ids(words.search(wanted("zyzzyva"))) == [7]


@pytest.mark.slow
def test_a_killed_commit_leaves_the_index_of_before_or_after(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from mnemoteca.store.words import Words\n"
        "from tests.unit.store.test_words import document\n"
        "words = Words.make(Path(sys.argv[1]))\n"
        "for n in range(1, 9):\n"
        "    words.change_documents((), [document(n, 'plums')]); words.commit(n); print(n, flush=True)\n"
    )
    for turn in (3, 4):
        folder = tmp_path / str(turn)
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join([str(ROOT / "app"), str(ROOT)]),
            "MNEMOTECA_FAIL_AT": f"words.commit:{turn}",
        }
        done = subprocess.run(
            [sys.executable, "-c", script, str(folder)], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == -9, done.stderr
        again = Words.open(folder)
        assert again.change == turn // 2
        assert sorted(again.ids().tolist()) == list(range(1, again.change + 1))


# -- what is fresh


@pytest.fixture
def fresh() -> FreshWords:
    made = FreshWords()
    made.put([document(1, "The mangoes are ripe"), document(2, "O café da manhã", lang="pt")])
    made.put([document(3, "coffee in another space", space=2), document(4, "ripe pears, ripe figs")])
    return made


STATISTICS = Statistics(0, 8.0)


def test_what_a_memory_holds_of_some_words_is_the_sum_of_what_they_count(words: Words, fresh: FreshWords) -> None:
    told = {spelled("ripe"): 0.5, spelled("mangoes"): 0.25, spelled("coffee"): 0.25}
    for search in (words.search_held, fresh.search_held):
        found = search(Wanted(1, {}, words=told))
        assert dict(zip(ids(found), found.scores.tolist(), strict=True)) == pytest.approx({1: 0.75, 4: 0.5})
        assert ids(search(Wanted(1, {}, words=told, allowed=np.array([4])))) == [4]
        assert ids(search(Wanted(1, {}))) == []


def test_what_is_fresh_is_found_as_in_the_index(fresh: FreshWords) -> None:
    assert ids(fresh.search(wanted("mango"), STATISTICS)) == [1]
    assert ids(fresh.search(wanted("cafe"), STATISTICS)) == [2]
    assert ids(fresh.search(wanted("ripe"), STATISTICS)) == [4, 1]
    assert ids(fresh.search(wanted("coffee"), STATISTICS)) == []
    assert ids(fresh.search(Wanted(1, {}, starts=("man",)), STATISTICS)) == [2, 1]
    assert ids(fresh.search_phrases(wanted("", phrases=(("da", "man"),), open_end=True))) == [2]
    assert ids(fresh.search_phrases(wanted("", phrases=(("da", "man"),)))) == []
    assert ids(fresh.search(wanted("ripe", allowed=np.array([1])), STATISTICS)) == [1]


def test_fresh_scores_are_those_of_the_index(words: Words, fresh: FreshWords) -> None:
    in_index = words.search(wanted("ripe"))
    length = words.statistics([]).mean_length
    beside = fresh.search(wanted("ripe"), Statistics(1, length))  # the mark counts as a document
    assert beside.scores == pytest.approx(in_index.scores, rel=0.1)


def test_fresh_documents_go_when_the_index_has_them(fresh: FreshWords) -> None:
    fresh.keep_only(np.array([2, 3]))
    assert fresh.ids().tolist() == [2, 3]
    assert fresh.lacking(np.array([1, 2])).tolist() == [1]


# -- where memories stand


def test_turns_of_one_hour_follow_each_other_and_notes_do_not() -> None:
    talk = [document(n, "", session=5, speaker=name) for n, name in ((1, "Ana"), (2, "Ben"), (90, "Ana"))]
    notes = [document(n, "", session=6) for n in (3, 4)]
    order = Order.empty().changed(np.empty(0, np.int64), [each.place() for each in (*notes, *reversed(talk))])
    assert order.ids.tolist() == [1, 2, 90, 3, 4]
    assert order.follows.tolist() == [False, True, False, False, False]


def test_sections_of_one_moment_by_one_voice_do_not_follow_each_other() -> None:
    places = [document(n, "", speaker="doc").place()._replace(at=MORNING.timestamp()) for n in (1, 2)]
    assert not Order.empty().changed(np.empty(0, np.int64), places).follows.any()


def test_the_order_takes_in_and_lets_go() -> None:
    order = Order.empty().changed(np.empty(0, np.int64), [document(n, "", speaker="Ana").place() for n in (1, 2, 3)])
    order = order.changed(np.array([2]), [document(1, "", session=9, speaker="Ben").place()])
    assert order.ids.tolist() == [3, 1]
    assert order.rows_of(np.array([1, 2, 3, 99])).tolist() == [1, -1, 0, -1]
    assert len(order.named(frozenset({"ben"}))) == 1


def test_the_mark_is_readable_json_of_this_version(words: Words) -> None:
    mark = words._mark_entry(12).get_all("mark")
    assert json.loads(mark[1])["change"] == 12
