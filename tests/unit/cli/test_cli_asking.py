"""ask: an answer for a person to read, as JSON, and for a file of questions."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

from mnemoteca.core.answers import Answer, AnswerKind, Passage, Stated
from mnemoteca.core.pushes import AnswerGrew
from tests.unit.cli.fakes import MEMORY, command

PASSAGE = Passage(1, MEMORY, MEMORY.text, 0, len(MEMORY.text))
QUOTED = Answer(
    "coffee?", AnswerKind.QUOTED, (Stated(MEMORY.text, (1,)),), (PASSAGE,), "coffee?", without_model="absent"
)
WRITTEN = Answer("coffee?", AnswerKind.WRITTEN, (Stated("Black.", (1, 2)),), (PASSAGE,), "coffee?", "tiny")
NOTHING = Answer("coffee?", AnswerKind.NOTHING, searched="coffee?")


def test_quotes_are_marked_as_such_and_name_their_memory() -> None:
    ran = command("ask", "coffee?", answer=QUOTED)
    assert "“I like my coffee black” [1]\n\n[1] memory 1, 2026-11-21 13:00, Anna, Saturday\n" in ran.out
    assert "quotes" in ran.err


def test_what_a_model_wrote_is_no_quote() -> None:
    ran = command("ask", "coffee?", answer=WRITTEN)
    assert ran.out.startswith("Black. [1][2]\n")
    assert "quote" not in ran.err


def test_nothing_found_is_said_and_is_no_error() -> None:
    ran = command("ask", "coffee?", answer=NOTHING)
    assert (ran.code, ran.out) == (0, "Nothing was found about this.\n")


def test_json_is_one_line_with_all_of_it() -> None:
    (told,) = command("ask", "coffee?", "--json", answer=QUOTED).json()
    assert (told["kind"], told["stated"][0]["rests_on"], told["passages"][0]["memory"]["id"]) == ("quoted", [1], 1)


def test_more_goes_on_from_the_last_question() -> None:
    first, second = command("ask", "a", answer=NOTHING), command("ask", "--more", "b", answer=NOTHING)
    (one,), (two,) = first.library.named("answer"), second.library.named("answer")
    assert (one.conversation, one.follow_up) == ("terminal", False)
    assert (two.conversation, two.follow_up) == ("terminal", True)


def test_a_file_of_questions_is_answered_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text("".join(json.dumps({"id": n, "question": f"q{n}"}) + "\n" for n in range(3)))
    ran = command("ask", "--questions", str(file), "--json", answer=QUOTED)
    assert [each["id"] for each in ran.json()] == [0, 1, 2]
    assert [each.conversation for each in ran.library.named("answer")] == ["", "", ""]
    assert command("ask", "--questions", str(file), answer=QUOTED).out.count("“I like") == 3


def test_a_question_without_words_is_refused() -> None:
    assert command("ask").code == command("ask", " ").code == 3


def test_why_no_model_worded_it_is_said() -> None:
    for ending, reason in (("unfit", "a bad file"), ("crashed", "it died"), ("absent", "no engine")):
        told = replace(QUOTED, without_model=ending, reason=reason)
        assert f"{reason}. These are quotes" in command("ask", "coffee?", answer=told).err
    assert "word for word" in command("ask", "coffee?", "--quotes", answer=replace(QUOTED, without_model="")).err
    assert "2 sentences left out" in command("ask", "coffee?", answer=replace(WRITTEN, dropped=2)).err


def test_a_person_sees_the_answer_grow_and_a_script_does_not() -> None:
    growing = AnswerGrew(f"terminal {os.getpid()}", (Stated("Black, and", (1,)),), True)
    other = AnswerGrew("another", (Stated("Nothing of ours", (1,)),), True)
    ran = command("ask", "coffee?", tty=True, answer=WRITTEN, news=[growing, other])
    assert "Black, and" in ran.err
    assert "Nothing of ours" not in ran.err
    assert ran.library.named("answer")[0].stream == growing.stream
    script = command("ask", "coffee?", answer=WRITTEN, news=[growing])
    assert "Black, and" not in script.err
    assert script.library.named("answer")[0].stream == ""


def test_what_is_written_cannot_steer_the_terminal() -> None:
    steering = AnswerGrew(f"terminal {os.getpid()}", (Stated("a\x1b[2J\nb", (1,)),), True)
    ran = command("ask", "coffee?", tty=True, answer=WRITTEN, news=[steering])
    assert "\x1b" not in ran.err


def test_an_answer_is_kept_on_demand_with_what_it_rests_on() -> None:
    ran = command("ask", "coffee?", "--keep", answer=WRITTEN, keep_answer=MEMORY)
    (kept,) = ran.library.named("keep_answer")
    assert (kept.text, kept.question, kept.rests_on, kept.model) == ("Black.", "coffee?", (1,), "tiny")
    assert "marked as inferred" in ran.err
    for other in (NOTHING, QUOTED):
        left = command("ask", "coffee?", "--keep", answer=other)
        assert left.library.named("keep_answer") == []
        assert "nothing was kept" in left.err
