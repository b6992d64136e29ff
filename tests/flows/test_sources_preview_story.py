"""A preview tells what an import would do, writes nothing, and the import then does just that."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Mnemoteca
from tests.flows.commands import answer, answers
from tests.unit.core.planted import drawn


def written(path: Path, *turns: tuple[str, str, str], torn: bool = False) -> Path:
    told = [{"id": id, "text": text, "role": role, "at": "2025-05-08T13:56:00Z"} for id, text, role in turns]
    line = json.dumps({"name": "c", "sessions": [{"session_id": "s", "title": "Access", "turns": told}]})
    path.write_text(line + "\n" + ("{torn\n" if torn else ""), encoding="utf-8")
    return path


def test_all_that_a_preview_tells_is_what_comes_of_the_import(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    path, token = data_folder.parent / "chats.jsonl", "gh" + "p_" + drawn(36)
    long = "a sentence that is long enough to be a duplicate"
    answer(mnemoteca, "import", str(written(path, ("a", "as it was", "user"), ("b", "stays", "assistant"))))
    written(
        path, ("a", "as it is", "user"), ("b", "stays", "assistant"), ("c", f"use {token}", "user"),
        ("d", long, "user"), ("e", long, "user"), ("f", " ", "user"), ("g", "x" * 30_000, "tool"), torn=True,
    )  # fmt: skip
    before = answer(mnemoteca, "stats")
    done = mnemoteca("import", "--preview", "--json", str(path))
    assert done.returncode == 3  # something in it can't be read
    seen = json.loads(done.stdout)
    counted = {name: seen[name] for name in ("sessions", "sessions_new", "memories", "new", "changed", "unchanged")}
    assert counted == {"sessions": 1, "sessions_new": 0, "memories": 6, "new": 4, "changed": 1, "unchanged": 1}
    junk = (seen["duplicates"], seen["empty"], seen["tool_output"], seen["unread"])
    assert junk == (1, 1, 1, 1)
    assert seen["secrets"][0]["examples"][0]["shown"] == f"ghp_…{token[-4:]}"
    assert (seen["first"], seen["reasons"][0]["where"]) == ("2025-05-08T13:56:00Z", "line 2")
    assert answer(mnemoteca, "stats")["places"] == before["places"]

    result = json.loads(mnemoteca("import", "--json", str(path)).stdout)["result"]
    kept = {name: result[name] for name in ("memories_new", "changed", "unchanged", "empty", "skipped", "secrets")}
    assert kept == {"memories_new": 4, "changed": 1, "unchanged": 1, "empty": 1, "skipped": 1, "secrets": 1}
    texts = [turn["text"] for turn in answers(mnemoteca, "show", "1", "--session")]
    assert "use ‹secret: GitHub token›" in texts
    mnemoteca("import", "--keep-secrets", str(path))
    texts = [turn["text"] for turn in answers(mnemoteca, "show", "1", "--session")]
    assert f"use {token}" in texts
    assert token not in (data_folder / "service.log").read_text(encoding="utf-8")
