"""What comes again is known: by other paths, packed or not, from another source, grown, edited, gone or forgotten."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from tests.conftest import Mnemoteca
from tests.flows.commands import answer, answers
from tests.unit.library.importers.exported import AT, as_file, as_zip, conversation, message
from tests.unit.library.importers.exported import answer as replied
from tests.unit.library.importers.transcripts import Claude, text

WORDS = ("Which colour?", "Blue.", "Why?", "Like the sea.")


def talk(count: int, **more: Any) -> dict[str, Any]:
    nodes = {
        f"n{n}": (f"n{n - 1}" if n else None, (replied if n % 2 else message)(WORDS[n], at=AT + 60 * n))
        for n in range(count)
    }
    return conversation(nodes, **more)


def copied(path: Path, *words: str, by: str = "Phone") -> Path:
    """The same conversation as another program wrote it: other ids, times to the second."""
    turns = [
        {"id": f"x{n}", "text": word, "role": ("user", "assistant")[n % 2], "at": f"2023-11-14T22:{13 + n}:20Z"}
        for n, word in enumerate(words)
    ]
    told = {
        "name": f"copies of {by}",
        "source": by,
        "sessions": [{"session_id": "other", "title": "Copy", "turns": turns}],
    }
    path.write_text(json.dumps(told) + "\n", encoding="utf-8")
    return path


def result(mnemoteca: Mnemoteca, path: Path, *options: str) -> dict[str, int]:
    found: dict[str, int] = answer(mnemoteca, "import", str(path), *options)["result"]
    return found


def texts(mnemoteca: Mnemoteca, session: int = 1) -> list[str]:
    return [turn["text"] for turn in answers(mnemoteca, "show", str(session), "--session")]


def test_a_conversation_from_many_sources_is_shown_once(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    base = data_folder.parent
    first = as_zip(base / "export.zip", {"conversations.json": [talk(3)]})
    assert result(mnemoteca, first)["memories_new"] == 3
    unpacked = as_file(base / "unpacked" / "conversations.json", [talk(3)]).parent
    assert result(mnemoteca, unpacked)["unchanged"] == 3

    copy = copied(base / "copy.jsonl", *WORDS[:3])
    assert "already here from ChatGPT; shown once" in mnemoteca("import", "--preview", str(copy)).stdout
    assert result(mnemoteca, copy)["elsewhere"] == 1
    similar = copied(base / "similar.jsonl", *WORDS[:2], "Why not red?")
    assert result(mnemoteca, similar)["sessions_new"] == 1
    assert len(answers(mnemoteca, "sessions")) == 2

    grown = as_zip(base / "later.zip", {"conversations.json": [talk(4, title="The sea")]})
    told = result(mnemoteca, grown)
    assert (told["memories_new"], told["unchanged"], told["retitled"]) == (1, 3, 1)
    assert texts(mnemoteca) == list(WORDS)
    edited = talk(4, title="The sea")
    edited["mapping"]["n1"]["message"]["content"]["parts"] = ["Green."]
    assert result(mnemoteca, as_zip(base / "edited.zip", {"conversations.json": [edited]}))["changed"] == 1
    assert texts(mnemoteca)[1] == "Green."
    assert [v["text"] for v in answers(mnemoteca, "show", "2", "--versions")] == ["Blue.", "Green."]


def test_a_conversation_that_two_files_of_one_import_tell_is_shown_once(
    mnemoteca: Mnemoteca, data_folder: Path
) -> None:
    folder = data_folder.parent / "copies"
    folder.mkdir()
    copied(folder / "a.jsonl", *WORDS)
    copied(folder / "b.jsonl", *WORDS, by="Tablet")
    assert "already here from Phone; shown once" in mnemoteca("import", "--preview", str(folder)).stdout
    for elsewhere, new in ((1, 4), (1, 0)):
        told = result(mnemoteca, folder)
        assert (told["elsewhere"], told["memories_new"]) == (elsewhere, new)
        assert [texts(mnemoteca, session["id"]) for session in answers(mnemoteca, "sessions")] == [list(WORDS)]


def test_what_is_gone_at_its_source_or_forgotten_here_stays_as_it_is(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    base, code = data_folder.parent, Claude()
    code.user("u1", "Which port?")
    code.assistant("a1", text("5432."))
    code.write(base / "one")
    assert result(mnemoteca, base / "one")["memories_new"] == 2
    shutil.copytree(base / "one", base / "two")
    assert result(mnemoteca, base / "two")["unchanged"] == 2  # the same files by another path
    shutil.rmtree(base / "one")
    assert mnemoteca("import", "--again").returncode == 0
    assert texts(mnemoteca) == ["Which port?", "5432."]
    assert mnemoteca("forget", "1").returncode == 0
    assert result(mnemoteca, base / "two")["in_trash"] == 1
    assert texts(mnemoteca) == ["5432."]
    assert result(mnemoteca, base / "two", "--bring-back")["brought_back"] == 1
    assert texts(mnemoteca) == ["Which port?", "5432."]
