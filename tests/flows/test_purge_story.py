"""What a person purges is gone from every byte of the library, and doesn't come back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mnemoteca.core.saved_searches import SETTING, Saved, written
from mnemoteca.wire.client import connect
from mnemoteca.wire.start import start_service
from tests import processes
from tests.conftest import Mnemoteca
from tests.flows.canaries import traces
from tests.flows.commands import answer, answers, found
from tests.processes import wait_until

CANARY = "Zéfiro-quartzo: a coruja grisalha atravessou o pátio às três"
EDITED = "Xilofone-âmbar: o velho relojoeiro perdeu a chave dourada"
KEPT = "The neighbour's bicycle stands in the hall until Friday."


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables without compression: else no search for bytes would find anything, before either."""
    monkeypatch.setenv("MNEMOTECA_TEST_PLAIN", "1")


def write_talk(path: Path, *texts: str, session: str = "s1", at: str = "2026-03-01T10:00:00Z") -> Path:
    """A conversation whose title is its first turn."""
    turns = [{"id": f"{session}-{n}", "speaker": "Ana", "at": at, "text": text} for n, text in enumerate(texts)]
    head = {"session_id": session, "started_at": at, "title": texts[0]}
    path.write_text(json.dumps({"name": "talks", "sessions": [head | {"turns": turns}]}) + "\n", encoding="utf-8")
    return path


def canary_everywhere(mnemoteca: Mnemoteca, data_folder: Path) -> tuple[int, Path]:
    """Put the canary through what the library does; the number of its memory, and the file that it came from."""
    source = write_talk(data_folder.parent / "talk.jsonl", CANARY, KEPT)
    answer(mnemoteca, "import", str(source))
    answer(mnemoteca, "import", "--preview", str(source))
    (hit,) = [hit for hit in answer(mnemoteca, "recall", "coruja grisalha")["hits"] if hit["text"] == CANARY]
    for arguments in (("pin",), ("unpin",), ("tag", "--add", "bird"), ("forget",), ("restore",)):
        answer(mnemoteca, arguments[0], str(hit["id"]), *arguments[1:])
    client = connect(data_folder, start=start_service, role="test")
    client.library.set_setting(SETTING, written([Saved("owl", CANARY[:30]), Saved("hall", "bicycle")]), "personal")
    client.close()
    answer(mnemoteca, "consolidate")
    answer(mnemoteca, "recall", "coruja grisalha", "--as", "assistant")
    answer(mnemoteca, "backup")
    drafts = data_folder / "drafts"
    drafts.mkdir(mode=0o700, exist_ok=True)
    (drafts / "box.json").write_text(json.dumps({"text": f"about {CANARY}"}), encoding="utf-8")
    (drafts / "other.json").write_text(json.dumps({"text": "about nothing of it"}), encoding="utf-8")
    answers(mnemoteca, "restore-backup", answers(mnemoteca, "backup", "--list")[0]["path"])  # the former goes aside
    return int(hit["id"]), source


def test_a_purged_memory_is_in_no_byte_and_every_place_is_told_before_and_after(
    mnemoteca: Mnemoteca, data_folder: Path
) -> None:
    id, source = canary_everywhere(mnemoteca, data_folder)
    mnemoteca("service", "stop")
    before = traces(data_folder, CANARY)
    assert {"library.duckdb", "drafts/box.json"} < set(before)
    assert [name for name in before if name.startswith("backups/")]
    assert [name for name in before if name.startswith("aside/")]
    seen = answer(mnemoteca, "purge", str(id), "--preview")
    assert (seen["memories"], seen["drafts"], seen["searches"], seen["sources"]) == (1, 1, 1, [str(source)])
    assert answer(mnemoteca, "recall", "coruja grisalha")["hits"]  # a preview changes nothing
    answer(mnemoteca, "wait")  # what was brought back is indexed anew
    refused = mnemoteca("purge", str(id))
    assert refused.returncode == 3
    assert "--yes" in refused.stderr
    receipt = answer(mnemoteca, "purge", str(id), "--yes")
    assert receipt["done_at"], receipt
    finds = {each["place"]: (each["before"], each["after"]) for each in receipt["finds"]}
    assert finds.pop("vectors") == (0, 0)
    assert finds["tables"] == finds["drafts"] == (1, 0)
    assert len(finds) == 5  # with the words index, the backup, and what was set aside
    assert set(finds.values()) == {(1, 0)}
    assert traces(data_folder, CANARY) == []
    assert (data_folder / "drafts/other.json").exists()
    mnemoteca("service", "stop")
    assert traces(data_folder, CANARY) == []
    assert found(mnemoteca, "bicycle") == [KEPT]
    assert traces(data_folder.parent / "run", CANARY) == []


def test_importing_again_does_not_bring_it_back_and_says_so(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    source = write_talk(data_folder.parent / "talk.jsonl", CANARY, KEPT)
    answer(mnemoteca, "import", str(source))
    (id,) = [hit["id"] for hit in answer(mnemoteca, "recall", "coruja")["hits"] if hit["text"] == CANARY]
    answer(mnemoteca, "purge", str(id), "--yes")
    again = mnemoteca("import", str(source))
    assert "1 stays out: a receipt says that it was purged" in again.stdout
    elsewhere = write_talk(data_folder.parent / "other.jsonl", "Something else", f"  {CANARY}\n", session="s2")
    seen = mnemoteca("import", "--preview", str(elsewhere))
    assert "1 memory stay out" in seen.stdout
    answer(mnemoteca, "import", str(elsewhere))
    assert CANARY not in " ".join(found(mnemoteca, "coruja grisalha"))
    mnemoteca("service", "stop")
    assert traces(data_folder, CANARY) == []


def test_former_versions_go_with_the_newest(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    first = answer(mnemoteca, "add", CANARY)["id"]
    newest = answer(mnemoteca, "edit", str(first), EDITED)["id"]
    answer(mnemoteca, "purge", str(newest), "--yes")
    mnemoteca("service", "stop")
    assert traces(data_folder, CANARY) == traces(data_folder, EDITED) == []
    assert answer(mnemoteca, "add", KEPT)["id"] > newest  # no id is given twice


@pytest.mark.parametrize("what", ["session", "days", "space"])
def test_a_session_a_range_of_days_and_a_space_go_whole(mnemoteca: Mnemoteca, data_folder: Path, what: str) -> None:
    answer(mnemoteca, "spaces", "make", "quartz garden")
    source = write_talk(data_folder.parent / "talk.jsonl", CANARY, EDITED)
    answer(mnemoteca, "import", str(source), "--space", "quartz garden")
    answer(mnemoteca, "backup")
    (session,) = answers(mnemoteca, "sessions", "--space", "quartz garden")
    given = {
        "session": ("--session", str(session["id"])),
        "days": ("--space", "quartz garden", "--after", "2026-02-28", "--before", "2026-03-03"),
        "space": ("--space", "quartz garden", "--whole-space"),
    }[what]
    answer(mnemoteca, "add", KEPT)
    assert answer(mnemoteca, "purge", *given, "--yes")["done_at"]
    mnemoteca("service", "stop")
    assert traces(data_folder, CANARY) == traces(data_folder, EDITED) == []
    if what == "space":
        assert traces(data_folder, "quartz garden") == []
    assert found(mnemoteca, "bicycle") == [KEPT]
    findings = answers(mnemoteca, "doctor")
    assert [each["sentence"] for each in findings if not each["sound"]] == []


def test_everything_about_somebody_goes_and_what_is_shared_is_told_before(
    mnemoteca: Mnemoteca, data_folder: Path
) -> None:
    name = "Quartzilde Andorinha"
    texts = (f"{name} lives in Olinda.", f"Marcos Lima met {name} in Recife.")
    source = write_talk(data_folder.parent / "talk.jsonl", *texts, KEPT)
    answer(mnemoteca, "import", str(source))
    alone = answer(mnemoteca, "add", f"A {name} mora em Olinda desde 2020.")["id"]
    assert answers(mnemoteca, "facts", name, "--wait")
    answer(mnemoteca, "consolidate")
    answer(mnemoteca, "backup")
    mnemoteca("service", "stop")
    before = traces(data_folder, name)
    assert "library.duckdb" in before
    assert [each for each in before if each.startswith("backups/")]
    told = mnemoteca("purge", "--entity", name, "--preview").stdout
    assert f"everything about {name}: 3 memories" in told
    assert "also speak" in told
    assert "Marcos Lima" in told
    seen = answer(mnemoteca, "purge", "--entity", name, "--preview")
    assert (seen["memories"], alone in seen["ids"]) == (3, True)
    assert seen["facts"] >= 1
    assert {*texts} < {*found(mnemoteca, "Olinda")}, "a preview changes nothing"
    receipt = answer(mnemoteca, "purge", "--entity", name, "--yes")
    assert (receipt["kind"], receipt["memories"]) == ("entity", 3)
    assert receipt["done_at"], receipt
    assert all(each["after"] == 0 for each in receipt["finds"])
    mnemoteca("service", "stop")
    assert traces(data_folder, name) == []
    assert mnemoteca("purge", "--entity", name, "--preview").returncode == 4
    assert found(mnemoteca, "bicycle") == [KEPT]
    answer(mnemoteca, "import", str(source))
    mnemoteca("service", "stop")
    assert traces(data_folder, name) == [], "importing again brings nothing back"
    assert [each["sentence"] for each in answers(mnemoteca, "doctor") if not each["sound"]] == []


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
@pytest.mark.parametrize(
    "place",
    ["commit.before", "commit.after", "words.moved", "purge.tables", "purge.swap", "purge.swapped", "purge.copy"],
)
def test_a_kill_at_any_step_leaves_the_old_or_the_new_state_and_the_purge_goes_on(
    mnemoteca: Mnemoteca, data_folder: Path, place: str
) -> None:
    id = answer(mnemoteca, "add", CANARY)["id"]
    answer(mnemoteca, "add", KEPT)
    answer(mnemoteca, "wait")
    answer(mnemoteca, "backup")
    mnemoteca("service", "stop")
    with subprocess.Popen(
        [sys.executable, "-m", "mnemoteca", "service", "start"],
        env=os.environ | {"MNEMOTECA_FAIL_AT": f"{place}:1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as starting:
        starting.wait(60)
    mnemoteca("purge", str(id), "--yes")  # the service is killed meanwhile
    assert wait_until(lambda: not killed_ones(data_folder), 60)
    left = found(mnemoteca, "coruja grisalha")
    if answers(mnemoteca, "receipts"):
        assert left == []
        assert wait_until(lambda: bool(answers(mnemoteca, "receipts")[0]["done_at"]), 60)
        mnemoteca("service", "stop")
        assert traces(data_folder, CANARY) == []
    else:
        assert left == [CANARY]
    assert found(mnemoteca, "bicycle") == [KEPT]


def killed_ones(data_folder: Path) -> list[int]:
    """The service, while it is still the one that is to be killed."""
    return [pid for pid in processes.of_folder(data_folder) if processes.alive(pid) and _is_armed(pid)]


def _is_armed(pid: int) -> bool:
    try:
        return b"MNEMOTECA_FAIL_AT=" in Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:
        return False


def test_a_second_folder_that_is_away_keeps_the_receipt_in_progress_until_it_is_back(
    mnemoteca: Mnemoteca, data_folder: Path
) -> None:
    second = data_folder.parent / "second"
    second.mkdir()
    answer(mnemoteca, "settings", "set", "backup.second_folder", str(second))
    id = answer(mnemoteca, "add", CANARY)["id"]
    answer(mnemoteca, "backup")
    assert [path for path in second.iterdir() if traces(second, CANARY)]
    away = second.rename(data_folder.parent / "away")
    receipt = answer(mnemoteca, "purge", str(id), "--yes")
    assert receipt["done_at"] is None
    assert receipt["waiting"] == [str(second)]
    away.rename(second)
    mnemoteca("service", "stop")
    answer(mnemoteca, "service", "start")
    assert wait_until(lambda: bool(answers(mnemoteca, "receipts")[0]["done_at"]), 60)
    assert traces(second, CANARY) == traces(data_folder, CANARY) == []


def test_a_copy_that_cannot_be_opened_is_named_and_removed_when_asked(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    id = answer(mnemoteca, "add", CANARY)["id"]
    other = answer(mnemoteca, "add", EDITED)["id"]
    answer(mnemoteca, "backup")
    (backup,) = (data_folder / "backups").glob("*.duckdb")
    backup.write_bytes(backup.read_bytes()[5_000:])
    assert answer(mnemoteca, "purge", str(id), "--preview")["unreadable"] == [str(backup)]
    receipt = answer(mnemoteca, "purge", str(id), "--yes")
    assert (receipt["done_at"], receipt["waiting"]) == (None, [str(backup)])
    assert backup.exists()
    assert answer(mnemoteca, "purge", str(other), "--yes", "--remove-unreadable")["done_at"]
    assert not backup.exists()
    mnemoteca("service", "stop")
    answer(mnemoteca, "service", "start")
    assert wait_until(lambda: all(each["done_at"] for each in answers(mnemoteca, "receipts")), 60)
