"""What notes tell becomes facts with their sentence: as of a day, in two languages, and gone with their memory."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.conftest import Mnemoteca
from tests.flows.canaries import traces
from tests.flows.commands import answer, answers
from tests.flows.test_purge_story import plain

__all__ = ["plain"]  # tables without compression, so that a search for bytes proves something

CANARY = "Zoroastra Quintanilha"


def note(mnemoteca: Mnemoteca, text: str, day: str) -> int:
    return int(answer(mnemoteca, "add", text, "--at", f"{day}T12:00:00+00:00")["id"])


def facts(mnemoteca: Mnemoteca, *arguments: str) -> list[tuple[str, str, str]]:
    """Subject, relation and object of what is known, the newest first."""
    return [
        (f["subject"]["name"], f["relation"], f["object"]) for f in answers(mnemoteca, "facts", "--wait", *arguments)
    ]


def test_a_move_is_known_as_of_each_day_with_its_sentence(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    note(mnemoteca, "I live in Porto and I like strong coffee.", "2024-01-10")
    moved = note(mnemoteca, "Na semana passada me mudei para Lisboa.", "2025-03-12")
    note(mnemoteca, "If I lived in Rome, I would eat pasta. Do you live in Rome?", "2025-04-01")
    assert facts(mnemoteca, "--relation", "lives_in") == [("me", "lives_in", "Lisboa")]
    assert facts(mnemoteca, "--relation", "lives_in", "--as-of", "2024-06-01") == [("me", "lives_in", "Porto")]
    assert facts(mnemoteca, "--relation", "lives_in", "--as-of", "2023-06-01") == []
    ended = answers(mnemoteca, "facts", "--relation", "lives_in", "--ended")
    assert [(f["object"], f["standing"], (f["valid_to"] or "")[:10]) for f in ended] == [
        ("Lisboa", "holds", ""), ("Porto", "ended", "2025-03-03"),
    ]  # fmt: skip
    quote = ended[0]["evidence"]
    assert (quote["memory"], quote["quote"]) == (moved, "me mudei para Lisboa")
    assert ("me", "likes", "strong coffee") in facts(mnemoteca)
    assert "Lisboa" in mnemoteca("facts", "Lisboa").stdout


def test_what_is_forgotten_edited_and_restored_takes_its_facts_along(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    note(mnemoteca, "I work at Siemens.", "2024-01-10")
    later = note(mnemoteca, "I started working at Bosch.", "2025-01-10")
    assert facts(mnemoteca) == [("me", "works_at", "Bosch")]
    answer(mnemoteca, "forget", str(later))
    assert facts(mnemoteca) == [("me", "works_at", "Siemens")]  # what had ended it is gone
    answer(mnemoteca, "restore", str(later))
    assert facts(mnemoteca) == [("me", "works_at", "Bosch")]
    newest = answer(mnemoteca, "edit", str(later), "I started working at Natura.")["id"]
    assert facts(mnemoteca) == [("me", "works_at", "Natura")]
    answer(mnemoteca, "undo")
    assert facts(mnemoteca) == [("me", "works_at", "Bosch")]
    answer(mnemoteca, "undo", "--redo")
    assert facts(mnemoteca) == [("me", "works_at", "Natura")]
    assert answer(mnemoteca, "purge", str(newest), "--yes")["done_at"]
    assert facts(mnemoteca) == [("me", "works_at", "Siemens")]


def test_what_an_assistant_says_is_never_the_persons(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    turns = [
        {"id": "1", "speaker": "user", "role": "user", "at": "2025-01-01T10:00:00Z", "text": "I live in Recife."},
        {"id": "2", "speaker": "assistant", "role": "assistant", "at": "2025-02-01T10:00:00Z",
         "text": "I live in Paris. I love coffee. Ana lives in Natal."},
    ]  # fmt: skip
    head: dict[str, Any] = {"session_id": "s", "started_at": "2025-01-01T10:00:00Z", "title": "Hello", "turns": turns}
    file = data_folder.parent / "talk.jsonl"
    file.write_text(json.dumps({"name": "talks", "sessions": [head]}) + "\n", encoding="utf-8")
    answer(mnemoteca, "import", str(file))
    found = answers(mnemoteca, "facts", "--wait")
    assert {(f["subject"]["kind"], f["object"], f["taint"]) for f in found} == {
        ("self", "Recife", "person"), ("person", "Natal", "assistant"),
    }  # fmt: skip


def test_a_purge_leaves_nothing_of_what_was_known(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    kept = "Marcos lives in Olinda."
    note(mnemoteca, kept, "2024-01-10")
    id = note(
        mnemoteca, f"{CANARY} lives in Xapuriville. Marcos met {CANARY}. See zoroastra/quintanilha.py", "2024-02-10"
    )
    assert (CANARY, "lives_in", "Xapuriville") in facts(mnemoteca)
    answer(mnemoteca, "entity", "merge", "Marcos", CANARY)
    answer(mnemoteca, "undo")
    answer(mnemoteca, "backup")
    mnemoteca("service", "stop")
    assert "library.duckdb" in traces(data_folder, CANARY)
    assert answer(mnemoteca, "purge", str(id), "--yes")["done_at"]
    assert facts(mnemoteca) == [("Marcos", "lives_in", "Olinda")]
    assert [e["name"] for e in answers(mnemoteca, "entities", "--wait")] == ["Marcos", "Olinda"]
    assert answers(mnemoteca, "about") == []
    mnemoteca("service", "stop")
    for text in (CANARY, CANARY.lower(), "Xapuriville", "quintanilha.py"):
        assert traces(data_folder, text) == []
