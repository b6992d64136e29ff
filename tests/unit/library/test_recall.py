"""Recall by words, over a real library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.memory import Tier
from mnemoteca.core.recall import Question
from tests.driven import DrivenClock
from tests.unit.library.finding import CHAT_AT, Finding


@pytest.fixture
def finding(tmp_path: Path, clock: DrivenClock) -> Iterator[Finding]:
    opened = Finding(tmp_path / "library", clock)
    yield opened
    opened.close()


@pytest.fixture(params=["fresh", "indexed"])
def settle(request: pytest.FixtureRequest, finding: Finding) -> object:
    """What is kept is looked for before the index has it, and after."""
    return finding.index if request.param == "indexed" else lambda: None


def test_accents_do_not_matter_on_either_side(finding: Finding, settle: object) -> None:
    finding.capture("Usuario mencionou que gosta de cafe")
    finding.capture("O café da manhã foi ótimo")
    settle()  # type: ignore[operator]
    assert len(finding.texts("café")) == len(finding.texts("cafe")) == 2


@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        ("She painted the fence", "painting"),
        ("As informações chegaram", "informação"),
        ("Ele gostava de animais", "animal"),
    ],
)
def test_forms_of_a_word_find_each_other(finding: Finding, settle: object, kept: str, asked: str) -> None:
    finding.capture(kept)
    settle()  # type: ignore[operator]
    assert finding.texts(asked) == [kept]


def test_a_phrase_comes_before_the_words_apart(finding: Finding, settle: object) -> None:
    finding.capture("green tea: tea for everyone, green green tea in a green house of tea")
    finding.capture("she asked for a cup of green house tea")
    settle()  # type: ignore[operator]
    assert finding.texts('"green house tea"')[0] == "she asked for a cup of green house tea"
    assert finding.texts("green house tea")[0] == "she asked for a cup of green house tea"


def test_a_phrase_is_never_passed_by_what_is_newer_pinned_and_long(finding: Finding, clock: DrivenClock) -> None:
    finding.say([("Ana", "an old word about the silver key under the mat, with many other words beside it")])
    finding.say([("Ben", "key silver, silver key? key!")], at=clock.now(), tier=2, pinned=True)
    finding.index()
    hits = finding.ask('"the silver key under"').hits
    assert hits[0].memory.speaker == "Ana"
    assert hits[0].score > hits[1].score
    assert hits[0].path[0].arm == "phrase"


def test_the_last_word_as_typed_is_a_beginning(finding: Finding, settle: object) -> None:
    finding.capture("Mangoes are ripe in November")
    settle()  # type: ignore[operator]
    assert finding.texts("ripe nov", as_typed=True) == ["Mangoes are ripe in November"]
    assert finding.texts("m", as_typed=True) == ["Mangoes are ripe in November"]
    assert finding.texts("nov") == []


def test_a_misspelled_word_is_read_as_its_neighbour_and_said_so(finding: Finding, settle: object) -> None:
    finding.capture("The zeppelin crossed the ocean")
    settle()  # type: ignore[operator]
    answer = finding.ask("zepelin")
    assert [hit.memory.text for hit in answer.hits] == ["The zeppelin crossed the ocean"]
    assert answer.notes == ("zepelin → zeppelin",)
    assert "spelling" in {reason.arm for reason in answer.hits[0].path}


def test_another_form_of_a_word_is_said_in_a_short_question(finding: Finding, settle: object) -> None:
    finding.capture("I like mangoes")
    settle()  # type: ignore[operator]
    assert finding.ask("mangos").notes == ("mangos → mangoes",)


def test_what_is_a_letter_off_stands_below_what_was_asked(finding: Finding, settle: object) -> None:
    finding.capture("zeppelin zeppelin zeppelin")
    finding.capture("the ocean is wide and has many names in many languages of the world")
    settle()  # type: ignore[operator]
    assert finding.texts("zepelin ocean")[-1] == "zeppelin zeppelin zeppelin"


def test_what_was_kept_is_found_by_the_very_next_call(finding: Finding) -> None:
    finding.index()
    for n in range(30):
        finding.capture(f"note about quokka{n}")
        assert finding.texts(f"quokka{n}") == [f"note about quokka{n}"]


def test_an_edited_note_is_found_by_its_new_words_only(finding: Finding, settle: object) -> None:
    note = finding.capture("The meeting is on Tuesday")
    settle()  # type: ignore[operator]
    finding.edit(note.id, "The meeting is on Thursday")
    settle()  # type: ignore[operator]
    assert finding.texts("Thursday") == ["The meeting is on Thursday"]
    assert finding.texts("Tuesday") == []


def test_what_is_in_the_trash_never_shows_and_comes_back(finding: Finding, settle: object) -> None:
    note = finding.capture("a secret wombat")
    settle()  # type: ignore[operator]
    finding.forget((note.id,))
    assert finding.texts("wombat") == []
    settle()  # type: ignore[operator]
    assert finding.texts("wombat") == []
    finding.restore((note.id,))
    assert finding.texts("wombat") == ["a secret wombat"]


def test_who_says_the_word_stands_above_who_speaks_under_a_title_that_has_it(finding: Finding) -> None:
    talk = [
        ("Marcos", "The van is free from the 14th on, but bring the straps back this time."),
        ("You", "I promise. Does a fridge go in?"),
        ("Marcos", "It does, upright. I bring two blankets."),
        ("You", "Lunch is on me, then."),
    ]
    finding.say(talk, title="Marcos and the van")
    finding.index()
    hits = finding.ask("who lends the van").hits
    assert hits[0].memory.text == talk[0][1]
    assert len(hits) == 4


def test_turns_beside_a_hit_are_found_with_it_and_notes_are_not(finding: Finding) -> None:
    finding.say([("Ana", "Did you go to the support group?"), ("Ben", "Yes, yesterday."), ("Ana", "Good.")])
    finding.capture("The support group meets at nine")
    finding.capture("Buy milk")
    finding.index()
    hits = {hit.memory.text: hit for hit in finding.ask("support group").hits}
    assert "Yes, yesterday." in hits
    assert [reason.arm for reason in hits["Yes, yesterday."].path] == ["near"]
    assert "Buy milk" not in hits


def test_speaker_title_and_day_lead_to_a_turn(finding: Finding, settle: object) -> None:
    finding.say([("Caroline", "It went well.")], title="Marathon")
    finding.say([("Melanie", "It went badly.")], title="Exam", at=CHAT_AT + timedelta(days=40))
    settle()  # type: ignore[operator]
    assert finding.texts("What did Caroline say?")[0] == "It went well."
    assert finding.texts("exam")[0] == "It went badly."
    assert finding.texts("7 May 2023")[0] == "It went well."


def test_among_equals_the_newer_gains_by_the_formula(finding: Finding, clock: DrivenClock) -> None:
    week_s = 7 * 86_400.0
    now = clock.now()
    finding.say([("Ana", "the heron stood still")], at=now)
    finding.say([("Ana", "the heron stood still")], at=now - timedelta(seconds=week_s))
    finding.index()
    new, old = finding.ask("heron", asked_at=now).hits
    present = (1 + 0.03) / (1 + 0.03 * 2.718281828459045 ** (-7 / 10))
    assert new.score / old.score == pytest.approx(1.2 / (1 + 0.2 / 2.718281828459045) * present, rel=1e-9)


def test_standing_moves_a_score_by_at_most_a_tenth(finding: Finding, clock: DrivenClock) -> None:
    finding.say([("Ana", "the heron stood still")], tier=2, pinned=True)
    finding.say([("Ana", "the heron stood still")])
    finding.index()
    kept, plain = finding.ask("heron").hits
    assert kept.memory.tier is Tier.LONG
    assert 1.0 < kept.score / plain.score <= 1.1


def test_highlights_are_places_in_the_text_as_it_is(finding: Finding, settle: object) -> None:
    text = "Ação! O CAFÉ e\u0301 bom; cafés são ótimos 🎉"
    finding.capture(text)
    settle()  # type: ignore[operator]
    (hit,) = finding.ask("café ótimo").hits
    assert [text[a:b] for a, b in hit.highlights] == ["CAFÉ", "cafés", "ótimos"]


def test_a_phrase_is_lit_up_as_a_whole(finding: Finding) -> None:
    finding.capture("one green house tea please")
    (hit,) = finding.ask('"green house tea"').hits
    assert hit.highlights == ((4, 19),)


def test_every_hit_has_a_path_and_a_score_between_0_and_1(finding: Finding) -> None:
    finding.say([("Ana", f"the heron number {n} stood by the water") for n in range(20)])
    finding.index()
    hits = finding.ask("heron water", limit=20).hits
    assert len(hits) == 20
    assert all(hit.path and 0 < hit.score <= 1 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize("question", ["", "   ", '""', "+-&& || ()", "\ud800", "…?!"])
def test_a_question_without_words_is_refused_with_a_sentence(finding: Finding, question: str) -> None:
    with pytest.raises(BadInput, match="no words"):
        finding.ask(question)


@pytest.mark.slow
@pytest.mark.parametrize(
    "question",
    ["x" * 20_000, "word " * 4_000, " ".join(f"w{n}" for n in range(4_000)), "AND OR NOT", 'body:"a" AND keys:*', "🎉",
     "a\x00b", "\ud800 tea", "%_'; DROP TABLE memories; --", '"unclosed tea', "of the and"],
)  # fmt: skip
def test_hostile_questions_are_answered(finding: Finding, question: str) -> None:
    finding.capture("a cup of tea")
    finding.index()
    assert finding.ask(question).ms < 5_000
    assert finding.ask(question, as_typed=True).ms < 5_000


def test_an_emoji_is_found(finding: Finding, settle: object) -> None:
    finding.capture("we won 🎉")
    settle()  # type: ignore[operator]
    assert finding.texts("🎉") == ["we won 🎉"]


def test_a_question_of_stop_words_finds_what_stands_word_for_word(finding: Finding, settle: object) -> None:
    finding.capture("that is what it is")
    settle()  # type: ignore[operator]
    assert finding.texts("what it is") == ["that is what it is"]


def test_nothing_found_is_no_hit(finding: Finding, settle: object) -> None:
    finding.capture("a cup of tea")
    settle()  # type: ignore[operator]
    assert finding.ask("xylophone").hits == ()


def test_wrong_arms_limits_and_spaces_are_refused(finding: Finding) -> None:
    with pytest.raises(BadInput, match="can't be searched by"):
        finding.ask("tea", arms="sight")
    with pytest.raises(BadInput, match="limit"):
        finding.ask("tea", limit=0)
    with pytest.raises(NotFound, match="no space"):
        finding.ask("tea", space="elsewhere")


def test_a_batch_answers_each_question_by_its_id(finding: Finding) -> None:
    finding.capture("a cup of tea")
    answers = finding.recall_batch((Question("tea", "q1"), Question("cup", "q2")), limit=3)
    assert [(each.id, len(each.hits)) for each in answers] == [("q1", 1), ("q2", 1)]
    with pytest.raises(BadInput, match="questions"):
        finding.recall_batch(tuple(Question("tea", str(n)) for n in range(51)))


@given(st.text(max_size=80), st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_question_is_answered_or_refused(finding: Finding, question: str, as_typed: bool) -> None:
    if not finding.store.last_change > 1:
        finding.capture("a cup of tea, and what it means: ação 🎉 日本")
    try:
        answer = finding.ask(question, as_typed=as_typed)
    except BadInput:
        return
    for hit in answer.hits:
        assert all(0 <= start < end <= len(hit.memory.text) for start, end in hit.highlights)
