"""What is on this machine is listed unopened, says what is deleted soon, and comes in again with one word."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.conftest import Mnemoteca
from tests.flows.commands import answer, answers
from tests.unit.library.importers.transcripts import Claude, text


def talk(folder: Path, name: str, *words: str) -> Path:
    code = Claude(name)
    for n, word in enumerate(words):
        code.user(f"{name}{n}", word) if n % 2 == 0 else code.assistant(f"{name}{n}", text(word))
    return code.write(folder)


def test_a_source_is_found_said_yes_to_and_brought_in_again(
    data_folder: Path, mnemoteca: Mnemoteca, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = data_folder.parent / "home"
    for name in ("CLAUDE_CONFIG_DIR", "CODEX_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    folder = home / ".claude" / "projects" / "app"
    old = talk(folder, "old", "first", "answer")
    days_ago = time.time() - 26 * 86_400
    os.utime(old, (days_ago, days_ago))
    locked = folder / "locked.jsonl"
    locked.write_text("this is not opened before a yes")

    (found,) = answers(mnemoteca, "sources")
    told = (found["name"], found["files"], found["deleted_after_days"], found["deleted_soon"], found["yes_at"])
    assert told == ("Claude Code", 2, 30, 1, None)
    assert "bring it in with: mnemoteca import" in mnemoteca("sources").stdout
    assert answer(mnemoteca, "stats")["places"]["everything"] == 0
    locked.unlink()

    assert answer(mnemoteca, "import", found["path"])["result"]["memories_new"] == 2
    talk(folder, "new", "second")
    again = answer(mnemoteca, "import", "--again")
    assert (again["result"]["memories_new"], again["result"]["unchanged"]) == (1, 2)
    (source,) = answers(mnemoteca, "sources")
    assert source["yes_at"] is not None
    assert source["last_at"] is not None
    assert not source["daily"]
    mnemoteca("sources", "--daily", "on")
    assert answers(mnemoteca, "sources")[0]["daily"]
    mnemoteca("sources", "--drop", found["path"])
    assert answers(mnemoteca, "sources")[0]["yes_at"] is None
    assert answer(mnemoteca, "stats")["places"]["everything"] == 3
