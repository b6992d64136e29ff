"""recall: one question or a file of them, as lines of JSON or for a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mnemoteca.core.memory import Tier
from mnemoteca.core.recall import Hit, Question, Reason, Recalled, Window
from tests.unit.cli.fakes import MEMORY, Ran, command

HIT = Hit(MEMORY, 0.83, ((10, 16),), (Reason("words", "coffee", 0.8), Reason("recency", "", 0.03)))
FOUND = Recalled("", (HIT,), 3.4, notes=("“cofee” was read as “coffee”.",))


def answered(questions: tuple[Question, ...], *_: object) -> tuple[Recalled, ...]:
    return tuple(Recalled(q.id, (HIT,), 1.5) for q in questions)


def ask_file(tmp_path: Path, text: str | bytes, *more: str) -> Ran:
    file = tmp_path / "questions.jsonl"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return command(
        "recall", "--space", "s", "-n", "20", "--json", "--questions", str(file), *more, recall_batch=answered
    )


def test_a_person_reads_the_hits_with_their_reasons() -> None:
    ran = command("recall", "black", "coffee", recall=FOUND)
    assert ran.library.named("recall")[0].question.text == "black coffee"
    assert "1. [1] 2026-11-21 13:00  Anna  short  0.83" in ran.out
    assert "why: words “coffee” · recency\n" in ran.out
    assert "was read as" in ran.out
    assert ran.out.endswith("1 hit in 3 ms\n")


def test_nothing_found_is_said() -> None:
    assert command("recall", "x", recall=Recalled("", (), 1.0)).out == "Nothing found.\n"


def test_a_question_without_words_is_refused() -> None:
    assert command("recall").code == command("recall", " ").code == 3


def test_one_answer_is_one_line_of_json() -> None:
    (answer,) = command("recall", "coffee", "--json", recall=FOUND).json()
    assert answer["ms"] == 3.4
    (hit,) = answer["hits"]
    assert (hit["source_id"], hit["id"], hit["score"], hit["highlights"]) == ("D1:3", 1, 0.83, [[10, 16]])
    assert hit["path"][0] == {"arm": "words", "detail": "coffee", "weight": 0.8, "hop": 0, "via": 0}


def test_a_file_of_questions_is_answered_line_by_line_with_its_own_ids(tmp_path: Path) -> None:
    lines = '{"id": "q1", "question": "a", "asked_at": "2026-01-02T03:04:05Z"}\n\n{"id": 7, "question": "b"}\n'
    ran = ask_file(tmp_path, lines, "--arms", "words")
    assert [(a["id"], a["hits"][0]["source_id"], a["ms"]) for a in ran.json()] == [
        ("q1", "D1:3", 1.5),
        (7, "D1:3", 1.5),
    ]
    (request,) = ran.library.named("recall_batch")
    assert (request.space, request.limit, request.arms) == ("s", 20, "words")
    assert request.questions[0].asked_at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_many_questions_go_in_batches_and_keep_their_order(tmp_path: Path) -> None:
    ran = ask_file(tmp_path, "".join(f'{{"id": {n}, "question": "q"}}\n' for n in range(120)))
    assert [answer["id"] for answer in ran.json()] == list(range(120))
    assert [len(request.questions) for request in ran.library.named("recall_batch")] == [50, 50, 20]


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        '{"question": "no id"}',
        '{"id": 1}',
        "[1]",
        '{"id": 1, "question": 2}',
        b'{"id": 1, "question": "\xff"}',
    ],
)
def test_a_line_that_is_no_question_is_named(tmp_path: Path, line: str | bytes) -> None:
    good = b'{"id": 1, "question": "a"}\n'
    ran = ask_file(tmp_path, good + (line.encode() if isinstance(line, str) else line))
    assert (ran.code, "Line 2" in ran.err, ran.out) == (3, True, "")


def test_a_file_of_questions_that_is_not_there(tmp_path: Path) -> None:
    assert command("recall", "--questions", str(tmp_path / "none")).code == 4
    assert command("recall", "--questions", str(tmp_path)).code == 3


def test_every_filter_reaches_the_library() -> None:
    given = "--session 3 --speaker Anna --tier short --tier long --source chats --tag a --pinned --window 1w"
    ran = command("recall", "x", *given.split(), "--after", "2026-01-01T00:00Z", recall=FOUND)
    filters = ran.library.named("recall")[0].filters
    assert (filters.session, filters.speaker, filters.source, filters.tags) == (3, "Anna", "chats", ("a",))
    assert (filters.tiers, filters.pinned, filters.window) == ((Tier.SHORT, Tier.LONG), True, Window.WEEK)
    assert filters.after == datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("given", [("--tier", "huge"), ("--window", "2w"), ("--after", "soon")])
def test_a_filter_that_cannot_be_is_refused_in_a_sentence(given: tuple[str, str]) -> None:
    ran = command("recall", "x", *given)
    assert (ran.code, given[1] in ran.err) == (3, True)


def context(*more: str) -> Ran:
    """The hits as context: one good answer, and one that is none."""
    weak = replace(HIT, memory=replace(MEMORY, id=2), weak=True)
    found, settings = Recalled("", (HIT, weak), 1.0), {"context.tokens": 4000}
    return command("recall", "coffee", "--as-context", *more, recall=found, whole=(MEMORY,), settings=settings)


def test_hits_as_context_are_whole_and_within_the_tokens() -> None:
    ran = context()
    assert ran.out == "**Anna** · 2026-11-21 13:00 · Saturday · chats\n\n> I like my coffee black\n"
    assert ran.err == "1 memory, about 18 tokens (an estimate).\n"
    assert ran.library.named("whole")[0].ids == (1,)
    small = context("--tokens", "5")
    assert small.out == ""
    assert "1 memory had no room" in small.err
    assert context("--tokens", "0").code == 3
    (made,) = context("--json").json()
    assert (made["taken"], made["left_out"]) == (1, 0)
