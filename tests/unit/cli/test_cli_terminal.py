"""What is written: nothing a memory holds can steer the terminal; values are worded for people."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mnemoteca.cli.terminal import printable
from mnemoteca.cli.wording import left, memory_line, moment, plural, shortened, size
from mnemoteca.core.care import BackupInfo, Finding
from mnemoteca.core.changes import Done
from mnemoteca.core.errors import DiskTrouble, Unavailable
from mnemoteca.core.memory import Precision, State
from tests.unit.cli.fakes import MEMORY, NOON, STATUS, command


def test_control_characters_are_shown_and_not_obeyed() -> None:
    assert printable("a\x1b[2Jb\x07\x9b\n\tc") == "a␛[2Jb␇�\n\tc"


@pytest.mark.parametrize(("count", "said"), [(1, "1 memory"), (0, "0 memories"), (2652, "2,652 memories")])
def test_counts_are_worded(count: int, said: str) -> None:
    assert plural(count, "memory") == said


def test_times_stand_as_they_were_said_and_no_finer_than_known() -> None:
    assert moment(NOON, 60) == "2026-11-21 13:00"
    assert moment(NOON, -180, Precision.DAY) == "2026-11-21"
    assert moment(None) == moment(NOON, 0, Precision.UNKNOWN) == "no date"
    assert moment(datetime.max.replace(tzinfo=UTC), 600).startswith("9999-12-31")


def test_remaining_time_is_worded() -> None:
    assert [left(NOON + timedelta(seconds=s), NOON) for s in (-5, 40, 600, 86_400)] == ["0 s", "40 s", "10 min", "24 h"]


def test_sizes_and_long_texts_are_shortened() -> None:
    assert (size(1_234), size(2_500_000)) == ("1.2 kB", "2.5 MB")
    assert shortened("a  b\nc", 10) == "a b c"
    assert shortened("x" * 200, 10) == "x" * 9 + "…"
    assert memory_line(MEMORY) == "[1] 2026-11-21 13:00  short    Anna: I like my coffee black"


def test_show_writes_the_memory_with_its_origin() -> None:
    out = command("show", "1", memory=MEMORY, accessed=Done(1, 9)).out
    assert out.endswith("\n\nI like my coffee black\n")
    assert "session 3: Saturday" in out


def test_a_memory_that_a_person_has_shown_was_accessed_and_one_that_a_script_reads_was_not() -> None:
    ran = command("show", "1", memory=MEMORY, accessed=DiskTrouble("disk_full", folder="/data"))
    assert (ran.code, ran.err) == (0, "")
    assert [request.ids for request in ran.library.named("accessed")] == [(1,)]
    assert command("show", "1", "--json", memory=MEMORY).library.named("accessed") == []
    trashed = replace(MEMORY, state=State.TRASHED)
    assert command("show", "1", memory=trashed).library.named("accessed") == []


def test_the_doctor_ends_with_its_own_code_where_something_is_not_sound() -> None:
    sound = Finding("words", True, "The words index is whole.")
    broken = Finding("counts", False, "12 memories are not indexed.", "Run: mnemoteca doctor --mend.")
    mended = Finding("counts", False, "12 memories were not indexed.", "They are now.", mended=True)
    assert command("doctor", doctor=(sound,)).code == 0
    assert command("doctor", doctor=(sound, broken)).code == 6
    ran = command("doctor", "--mend", doctor=(sound, mended))
    assert (ran.code, ran.library.named("doctor")[0].mend) == (0, True)


def test_status_starts_no_service() -> None:
    ran = command("service", "status", running=False)
    assert ran.code == 0
    assert ran.out.startswith("No service runs for ")
    assert command("service", "status", "--json", running=False).json()[0]["running"] is False


def test_status_of_a_running_service_tells_its_figures_and_the_set_up() -> None:
    ran = command("service", "status", status=STATUS)
    assert "process 42, version 0.1.0" in ran.out
    assert "language models" in ran.out


def test_stopping_what_does_not_run_is_no_problem() -> None:
    assert command("service", "stop", running=False).code == 0
    assert command("service", "stop").out == "The service has stopped.\n"


def test_a_service_that_cannot_be_told_from_another_s_is_said() -> None:
    ran = command("service", "status", status=Unavailable("not_our_service", address="a"))
    assert ran.code == 5


def test_a_backup_is_brought_back_with_no_service_in_the_way(tmp_path: Path) -> None:
    ran = command("restore-backup", str(tmp_path / "b.duckdb"), "--data", str(tmp_path), status=STATUS)
    assert ran.restored == [(tmp_path, tmp_path / "b.duckdb")]
    assert "with 7 memories" in ran.out


def test_a_backup_goes_where_it_is_wanted() -> None:
    info = BackupInfo("/b/x.duckdb", NOON, 2_000_000, 3, "hand")
    ran = command("backup", "/b/x.duckdb", backup=info)
    assert ran.out == "3 memories backed up in /b/x.duckdb (2.0 MB).\n"
    assert command("backup", backup=info).library.named("backup")[0].path == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_a_window_without_a_screen_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    ran = command("window")
    assert (ran.code, ran.err.startswith("mnemoteca: There is no screen")) == (5, True)
    monkeypatch.setenv("DISPLAY", ":7")
    assert command("window").code == 0
