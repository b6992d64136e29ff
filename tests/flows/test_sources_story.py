"""Bringing in and taking out by the command line: preview, secrets, a folder that comes in again, an export."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.conftest import Mnemoteca
from tests.flows.chats import TURNS, write_chats
from tests.unit.core.planted import drawn


def lines(out: str) -> list[Any]:
    return [json.loads(line) for line in out.splitlines()]


def everything(mnemoteca: Mnemoteca, space: str = "personal") -> int:
    return int(lines(mnemoteca("stats", "--space", space, "--json").stdout)[0]["places"]["everything"])


def test_a_secret_is_seen_left_out_and_kept_when_the_person_says_so(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    token = "gh" + "p_" + drawn(36)
    turns = [{"id": "a", "speaker": "Anna", "text": f"I use {token} for it", "at": "2025-01-01T10:00:00Z"}]
    told = {"name": "c", "sessions": [{"session_id": "s", "started_at": "", "title": "Access", "turns": turns}]}
    path = data_folder.parent / "access.jsonl"
    path.write_text(json.dumps(told) + "\n", encoding="utf-8")

    seen = mnemoteca("import", "--preview", str(path))
    assert seen.returncode == 0, seen.stderr
    assert f"1 × GitHub token: ghp_…{token[-4:]} (line 1, session 1, turn 1)" in seen.stdout
    assert everything(mnemoteca) == 0

    job = lines(mnemoteca("import", str(path), "--json").stdout)[0]
    assert (job["result"]["secret: GitHub token"], job["result"]["secrets"]) == (1, 1)
    assert lines(mnemoteca("show", "1", "--json").stdout)[0]["text"] == "I use ‹secret: GitHub token› for it"
    assert "1 changed" in mnemoteca("import", "--keep-secrets", str(path)).stdout
    assert "1 was here already" in mnemoteca("import", str(path)).stdout
    assert token in mnemoteca("show", "2").stdout
    assert token not in (data_folder / "service.log").read_text(encoding="utf-8")


def test_a_folder_comes_in_again_and_by_itself(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    folder = data_folder.parent / "talks"
    folder.mkdir()
    write_chats(folder / "chats.jsonl")
    assert mnemoteca("import", str(folder)).returncode == 0
    (folder / "more.jsonl").write_text(
        json.dumps({"name": "n", "sessions": [{"session_id": "s", "turns": [{"id": "x", "text": "new"}]}]}) + "\n"
    )
    again = mnemoteca("import", "--again")
    assert again.returncode == 0, again.stderr
    assert f"1 new memory, {TURNS} were here already" in again.stdout
    assert "1 source" in mnemoteca("sources", "--daily", "on").stdout
    (source,) = [each for each in lines(mnemoteca("sources", "--json").stdout) if each["yes_at"]]
    assert (source["path"], source["daily"], source["files"]) == (str(folder), True, 2)
    assert mnemoteca("sources", "--drop", str(folder)).returncode == 0
    assert everything(mnemoteca) == TURNS + 1


def test_an_export_comes_into_another_space_and_out_again_the_same(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    base = data_folder.parent
    mnemoteca("import", str(write_chats(base / "chats.jsonl")))
    mnemoteca("add", "a note of mine #tag", "--pin")
    done = mnemoteca("export", str(base / "out.jsonl"))
    assert done.returncode == 0, done.stderr
    assert f"{TURNS + 1} memories of 3 sessions" in done.stdout
    assert mnemoteca("import", str(base / "out.jsonl")).stdout.endswith(f"{TURNS + 1} were here already.\n")
    assert mnemoteca("export", str(base / "out.jsonl")).returncode == 7
    moved = ("--data", str(base / "other"))
    assert mnemoteca("import", str(base / "out.jsonl"), *moved).returncode == 0
    assert mnemoteca("export", str(base / "again.jsonl"), *moved).returncode == 0
    mnemoteca("service", "stop", *moved)
    assert (base / "again.jsonl").read_bytes() == (base / "out.jsonl").read_bytes()
    assert mnemoteca("export", str(base / "notes"), "--format", "markdown").returncode == 0
    assert len(list((base / "notes").glob("*.md"))) == 3


def test_what_could_not_be_taken_is_saved(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    base = data_folder.parent
    path = write_chats(base / "chats.jsonl")
    path.write_bytes(path.read_bytes() + b'{"name": "torn", "sessions": [')
    done = mnemoteca("import", str(path), "--errors", str(base / "errors.txt"))
    assert done.returncode == 3
    assert (base / "errors.txt").read_text().startswith("chats.jsonl: line 2: it ends too early")
