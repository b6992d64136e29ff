"""Backup, damage, restore, by the command line: what is lost is said with its number, and all else goes on."""

from __future__ import annotations

import json
import os
import re
import signal
from pathlib import Path
from typing import Any

import pytest

from tests import processes
from tests.conftest import Mnemoteca
from tests.processes import wait_until

GARBAGE = bytes(range(256)) * 64
FRUIT = ("mango", "papaya", "guava", "quince", "medlar")


def answer(mnemoteca: Mnemoteca, *arguments: str) -> list[Any]:
    """What a command answers, as JSON."""
    done = mnemoteca(*arguments, "--json")
    assert done.returncode == 0, (arguments, done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def add(mnemoteca: Mnemoteca, *words: str) -> None:
    for word in words:
        done = mnemoteca("add", f"A note on the {word}")
        assert done.returncode == 0, done.stderr


def found(mnemoteca: Mnemoteca, word: str) -> list[str]:
    return [hit["text"] for hit in answer(mnemoteca, "recall", word)[0]["hits"] if word in hit["text"]]


def missing(mnemoteca: Mnemoteca, word: str) -> int:
    return int(answer(mnemoteca, "recall", word)[0]["missing"])


def service_pid(mnemoteca: Mnemoteca) -> int:
    return int(answer(mnemoteca, "service", "status")[0]["status"]["pid"])


def kill_service(mnemoteca: Mnemoteca) -> None:
    pid = service_pid(mnemoteca)
    os.kill(pid, signal.SIGKILL)
    assert wait_until(lambda: not processes.alive(pid))


def damage(path: Path) -> None:
    """Write garbage over a file, its length unchanged."""
    size = path.stat().st_size
    path.write_bytes((GARBAGE * (size // len(GARBAGE) + 1))[:size])


def test_a_damaged_library_is_said_and_the_last_backup_brings_it_back(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    add(mnemoteca, *FRUIT)
    assert mnemoteca("pin", "1").returncode == 0
    backup = answer(mnemoteca, "backup")[0]["path"]
    assert mnemoteca("service", "stop").returncode == 0
    damage(data_folder / "library.duckdb")
    for command in (("tiers",), ("recall", "mango"), ("add", "more")):
        refused = mnemoteca(*command)
        assert refused.returncode == 6, refused
        assert "is damaged" in refused.stderr
        assert f"({backup})" in refused.stderr
        assert "restore-backup" in refused.stderr
    restored = mnemoteca("restore-backup", backup)
    assert restored.returncode == 0, restored.stderr
    assert "with 5 memories" in restored.stdout
    assert [len(found(mnemoteca, word)) for word in FRUIT] == [1] * 5
    assert answer(mnemoteca, "show", "1")[0]["pinned"] is True
    assert len(list((data_folder / "aside").glob("*/library.duckdb"))) == 1
    assert mnemoteca("wait").returncode == 0
    assert mnemoteca("doctor").returncode == 0


@pytest.mark.parametrize("loss", ["removed", "garbage"])
def test_a_lost_write_ahead_log_is_told_with_what_is_missing_and_the_app_goes_on(
    mnemoteca: Mnemoteca, data_folder: Path, loss: str
) -> None:
    add(mnemoteca, "mango", "papaya")
    assert mnemoteca("service", "stop").returncode == 0  # these two are in the database itself
    answer(mnemoteca, "service", "start")
    before = answer(mnemoteca, "service", "status")[0]["status"]["change"]
    add(mnemoteca, "guava", "quince", "medlar")
    after = answer(mnemoteca, "service", "status")[0]["status"]["change"]
    kill_service(mnemoteca)
    log = data_folder / "library.duckdb.wal"
    if loss == "removed":
        log.unlink()
    else:
        damage(log)
    assert [len(found(mnemoteca, word)) for word in FRUIT] == [1, 1, 0, 0, 0]
    told = mnemoteca("service", "status").stdout
    told_missing = re.search(r"The last (\d+) changes of this library are missing", told)
    assert told_missing, told
    lost = int(told_missing[1])
    assert lost >= after - before  # what is kept is read in the background, which changes something, too
    add(mnemoteca, "damson")
    assert len(found(mnemoteca, "damson")) == 1
    looked = mnemoteca("doctor")
    assert looked.returncode == 6
    assert f"BAD  The last {lost} changes" in looked.stdout
    assert mnemoteca("doctor", "--mend").returncode == 0  # “I go on with what is here”
    assert "missing" not in mnemoteca("service", "status").stdout
    assert mnemoteca("doctor").returncode == 0


def test_what_was_missing_is_there_again_after_the_backup(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    add(mnemoteca, *FRUIT)
    assert mnemoteca("backup").returncode == 0
    kill_service(mnemoteca)
    (data_folder / "library.duckdb.wal").unlink()
    assert mnemoteca("tiers").returncode == 0
    told = mnemoteca("service", "status").stdout
    named = re.search(r"The last backup is (\S+\.duckdb);", told)
    assert named, told
    assert mnemoteca("restore-backup", named[1]).returncode == 0
    assert [len(found(mnemoteca, word)) for word in FRUIT] == [1] * 5
    assert "are missing" not in mnemoteca("service", "status").stdout


@pytest.mark.parametrize("which", ["meta.json", "*.idx", "every file"])
def test_a_damaged_words_index_is_made_anew_while_recall_answers(
    mnemoteca: Mnemoteca, data_folder: Path, which: str
) -> None:
    add(mnemoteca, *FRUIT)
    assert mnemoteca("wait").returncode == 0
    assert mnemoteca("service", "stop").returncode == 0
    files = [path for path in (data_folder / "words").glob("*" if which == "every file" else which) if path.is_file()]
    assert files
    for path in files:
        damage(path)
    answered = answer(mnemoteca, "recall", "mango")[0]
    assert answered["missing"] > 0 or any("mango" in hit["text"] for hit in answered["hits"])
    assert mnemoteca("wait").returncode == 0
    assert [len(found(mnemoteca, word)) for word in FRUIT] == [1] * 5
    assert missing(mnemoteca, "mango") == 0
    assert mnemoteca("doctor").returncode == 0


def test_a_words_index_that_is_gone_is_made_anew(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    add(mnemoteca, *FRUIT)
    kill_service(mnemoteca)
    for path in (data_folder / "words").iterdir():
        path.unlink()
    assert [len(found(mnemoteca, word)) for word in FRUIT] == [1] * 5
    assert mnemoteca("wait").returncode == 0
    assert mnemoteca("doctor").returncode == 0
