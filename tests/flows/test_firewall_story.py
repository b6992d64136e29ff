"""What an assistant was given teaches nothing when it comes back; what a person says is always learned."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Mnemoteca
from tests.flows.commands import answer, answers

PEOPLE = ["Ana", "Bruno", "Carla", "Davi", "Elisa", "Fábio", "Gilda", "Hugo", "Irene", "Jonas"]
PLACES = ["Olinda", "Recife", "Caruaru", "Natal", "Belém", "Goiana", "Sobral", "Crato", "Patos", "Areia"]


def fact(n: int) -> str:
    """A memory of its own for each number below 200."""
    who, where = PEOPLE[n % 10], PLACES[n // 10 % 10]
    return (
        f"{who} keeps the {n}th key of the blue house in {where} under the third stone by the garden gate. "
        f"We decided that the lock number {n + 1000} in {where} stays with {who} until the end of the winter. "
        f"{who} Prado lives in {where}."
    )


def retold(n: int, text: str) -> str:
    """The same again: verbatim, cut, reordered, or wrapped in a summary."""
    first, second = text.split(". ", 1)
    return (
        text,
        text[: len(text) * 2 // 3],
        f"{second} {first}.",
        f"Here is what I know about it from your notes: {text} Shall I go on?",
    )[n % 4]


def write_chat(path: Path, session: str, turns: list[tuple[str, str]]) -> Path:
    told = [
        {"id": f"{session}-{n}", "role": role, "speaker": role, "at": f"2026-03-01T10:{n % 60:02}:00Z", "text": text}
        for n, (role, text) in enumerate(turns)
    ]
    head = {"session_id": session, "started_at": "2026-03-01T10:00:00Z", "title": session, "turns": told}
    path.write_text(json.dumps({"name": session, "sessions": [head]}) + "\n", encoding="utf-8")
    return path


def learned(mnemoteca: Mnemoteca) -> list[str]:
    """What patterns and digests rest on, in words."""
    held = answer(mnemoteca, "learned")
    spans = [q for d in held["digests"] for q in d["sentences"]] + [p["quote"] for p in held["patterns"]]
    return sorted(quote["text"] for quote in spans)


def facts(mnemoteca: Mnemoteca) -> list[str]:
    """What is known, each with the memory that it stands in."""
    told = answers(mnemoteca, "facts", "--wait", "--limit", "500", "--ended")
    return sorted(json.dumps(each, sort_keys=True) for each in told)


def test_two_hundred_recalls_that_come_back_teach_nothing(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    texts = [fact(n) for n in range(200)]
    answer(
        mnemoteca, "import", str(write_chat(data_folder.parent / "first.jsonl", "first", [("user", t) for t in texts]))
    )
    answer(mnemoteca, "consolidate")
    before, known = learned(mnemoteca), facts(mnemoteca)
    assert known
    questions = data_folder.parent / "questions.jsonl"
    lines = [json.dumps({"id": n, "question": text[:90]}) for n, text in enumerate(texts)]
    questions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    answers(mnemoteca, "recall", "--questions", str(questions), "--as", "assistant", "-n", "3", "--weak")
    back = [("assistant", retold(n, text)) for n, text in enumerate(texts)]
    answer(mnemoteca, "import", str(write_chat(data_folder.parent / "back.jsonl", "back", back)))
    (again,) = [each for each in answers(mnemoteca, "sessions") if each["title"] == "back"]
    run = answer(mnemoteca, "consolidate")
    assert (run["digests"], run["patterns"]) == (0, 0)
    assert learned(mnemoteca) == before
    assert facts(mnemoteca) == known
    turns = answers(mnemoteca, "recall", texts[7], "--session", str(again["id"]), "--weak")[0]["hits"]
    echo = answer(mnemoteca, "show", str(turns[0]["id"]))
    assert answer(mnemoteca, "show", str(echo["echo_of"]))["text"] in texts
    assert echo["importance"] == 0.0
    assert "an assistant's echo of memory" in mnemoteca("show", str(echo["id"])).stdout
    own = [("user", f"I found it out myself: {text}") for text in texts[:20]]  # a person may quote what is kept
    answer(mnemoteca, "import", str(write_chat(data_folder.parent / "own.jsonl", "own", own)))
    (mine,) = [each for each in answers(mnemoteca, "sessions") if each["title"] == "own"]
    run = answer(mnemoteca, "consolidate")
    assert run["digests"] >= 1
    assert run["kept"] >= 20
    for hit in answers(mnemoteca, "recall", "found out myself", "--session", str(mine["id"]), "--weak", "-n", "20"):
        assert all(answer(mnemoteca, "show", str(each["id"]))["echo_of"] is None for each in hit["hits"][:3])


def test_what_a_person_was_given_is_no_echo(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    texts = [fact(n) for n in range(4)]
    answer(
        mnemoteca, "import", str(write_chat(data_folder.parent / "first.jsonl", "first", [("user", t) for t in texts]))
    )
    answers(mnemoteca, "recall", "blue house key", "--weak")
    back = [("assistant", text) for text in texts]
    answer(mnemoteca, "import", str(write_chat(data_folder.parent / "back.jsonl", "back", back)))
    assert answer(mnemoteca, "consolidate")["digests"] >= 1
    (again,) = [each for each in answers(mnemoteca, "sessions") if each["title"] == "back"]
    hits = answers(mnemoteca, "recall", texts[0], "--session", str(again["id"]), "--weak")[0]["hits"]
    assert answer(mnemoteca, "show", str(hits[0]["id"]))["echo_of"] is None
