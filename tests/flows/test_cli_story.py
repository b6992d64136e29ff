"""The command line on a real service: what is kept is found, acted on, undone, and still there after a restart."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from tests import processes
from tests.conftest import Mnemoteca
from tests.flows.chats import TURNS, write_chats


def lines(out: str) -> list[Any]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_note_lives_through_everything_a_person_does(mnemoteca: Mnemoteca) -> None:
    kept = mnemoteca("add", "Usuário mencionou que gosta de café", "--json")
    assert kept.returncode == 0, kept.stderr
    id = str(lines(kept.stdout)[0]["id"])

    def found(word: str) -> list[Any]:
        asked = mnemoteca("recall", word, "--json")
        assert asked.returncode == 0, asked.stderr
        return [hit["id"] for hit in lines(asked.stdout)[0]["hits"]]

    assert found("cafe") == found("café") == [int(id)]
    assert mnemoteca("pin", id).stdout == "1 memory pinned.\n"
    assert "pinned" in mnemoteca("show", id).stdout
    assert mnemoteca("forget", id).returncode == 0
    assert found("cafe") == []
    assert mnemoteca("undo").returncode == 0
    assert found("cafe") == [int(id)]
    assert mnemoteca("service", "stop").returncode == 0
    assert found("cafe") == [int(id)]
    assert lines(mnemoteca("show", id, "--json").stdout)[0]["pinned"] is True


def test_a_file_is_imported_once_and_its_questions_are_answered(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    chats = write_chats(data_folder.parent / "chats.jsonl")
    first = mnemoteca("import", "--space", "s", "--format", "sessions", str(chats))
    assert first.returncode == 0, first.stderr
    assert str(TURNS) in first.stdout
    assert mnemoteca("import", "--space", "s", str(chats)).returncode == 0
    assert mnemoteca("wait").returncode == 0
    stats = lines(mnemoteca("stats", "--space", "s", "--json").stdout)[0]
    assert stats["places"]["everything"] == TURNS
    asked = data_folder.parent / "questions.jsonl"
    questions = [
        {"id": "a", "question": "yellow umbrellas"},
        {"id": "b", "question": "marathon", "asked_at": "2025-06-02"},
    ]
    asked.write_text("".join(json.dumps(q) + "\n" for q in questions), encoding="utf-8")
    done = mnemoteca("recall", "--space", "s", "-n", "3", "--arms", "words", "--json", "--questions", str(asked))
    assert done.returncode == 0, done.stderr
    answers = lines(done.stdout)
    assert [(a["id"], a["hits"][0]["source_id"]) for a in answers] == [("a", "D1:3"), ("b", "D2:1")]
    assert all(answer["ms"] >= 0 for answer in answers)
    assert mnemoteca("consolidate", "--space", "s").returncode == 0


def test_a_relative_path_is_the_caller_s(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    write_chats(data_folder.parent / "chats.jsonl")
    done = mnemoteca("import", "chats.jsonl")
    assert done.returncode == 0, done.stderr


def test_each_family_of_problems_ends_with_its_exit_code(mnemoteca: Mnemoteca, service: Path) -> None:
    given = {
        ("show", "999"): 4,
        ("show", "--session", "999"): 4,
        ("add", " "): 3,
        ("add", "x", "--space", "nowhere"): 4,
        ("recall", "x", "--arms", "sight"): 3,
        ("recall", "x", "--window", "2w"): 3,
        ("import", "none.jsonl"): 4,
        ("restore-backup", "none.duckdb"): 4,
        ("undo",): 4,
        ("tires",): 2,
    }
    for arguments, code in given.items():
        done = mnemoteca(*arguments)
        assert done.returncode == code, (arguments, done.stderr)
        assert done.stderr.startswith("mnemoteca: ")
        assert done.stderr.count("\n") == 1, done.stderr
        assert "Traceback" not in done.stderr


def test_bytes_that_are_no_text_are_refused_and_nothing_is_lost(mnemoteca: Mnemoteca, service: Path) -> None:
    assert mnemoteca("add", "kept").returncode == 0
    for done in (mnemoteca("add", "-", input=b"caf\xe9"), mnemoteca("add", b"caf\xe9"), mnemoteca("recall", b"\xff")):
        assert done.returncode == 3, done.stderr
        assert "UTF-8" in done.stderr
    assert len(lines(mnemoteca("recall", "kept", "--json").stdout)[0]["hits"]) == 1


def test_a_reader_that_leaves_early_is_no_error(mnemoteca: Mnemoteca, service: Path, data_folder: Path) -> None:
    mnemoteca("import", str(write_chats(data_folder.parent / "chats.jsonl")))
    assert mnemoteca("tag", "1", "--add", "a").returncode == 0
    done = processes.shell('"$PYTHON" -m mnemoteca show 1 --json | true; echo "${PIPESTATUS[0]}"')
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_closed_streams_are_no_error(mnemoteca: Mnemoteca, service: Path) -> None:
    done = processes.shell('"$PYTHON" -m mnemoteca add coffee <&- >&- 2>&-; echo "$?"')
    assert done.stdout == "0\n"
    assert "1 hit" in mnemoteca("recall", "coffee").stdout


def test_a_backup_is_brought_back(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    backup = data_folder.parent / "b.duckdb"
    assert mnemoteca("add", "before the backup").returncode == 0
    assert mnemoteca("backup", str(backup)).returncode == 0
    assert mnemoteca("add", "after the backup").returncode == 0
    back = mnemoteca("restore-backup", str(backup))
    assert back.returncode == 0, back.stderr
    hits = lines(mnemoteca("recall", "backup", "--json").stdout)[0]["hits"]
    assert [hit["text"] for hit in hits] == ["before the backup"]


def test_the_command_line_loads_no_engine(mnemoteca: Mnemoteca, service: Path) -> None:
    assert mnemoteca("add", "coffee").returncode == 0
    script = (
        "import sys; from mnemoteca.main import main; sys.argv = ['mnemoteca', *sys.argv[1:]]; code = main();"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr); sys.exit(code)"
    )
    for arguments in (("tiers",), ("recall", "coffee"), ("service", "status"), ("add", "tea")):
        done = processes.python(script, *arguments)
        assert done.returncode == 0, done.stderr
        engines = {"duckdb", "usearch", "tantivy", "onnxruntime", "llama_cpp", "apscheduler", "numpy", "pyarrow"}
        assert not (engines | {"PySide6", "asyncio"}) & set(done.stderr.split())


def test_starting_it_captured_does_not_wait_for_the_service(mnemoteca: Mnemoteca) -> None:
    done = mnemoteca("service", "start")
    assert re.fullmatch(r"The service runs \(process \d+\)\.\n", done.stdout)
    status = mnemoteca("service", "status", "--json")
    assert lines(status.stdout)[0]["running"] is True
