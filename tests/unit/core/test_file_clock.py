"""The clock that a test drives from outside the process."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from mnemoteca.core.clock import FileClock, SystemClock, clock_of


def test_an_iso_time_stands_still_until_the_file_says_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "clock"
    path.write_text("2026-11-21T12:00:00+01:00\n")
    clock = FileClock(path)
    assert clock.now() == clock.now() == datetime(2026, 11, 21, 11, tzinfo=UTC)
    path.write_text("2026-11-21T12:00:30+00:00")
    assert clock.now() == datetime(2026, 11, 21, 12, 0, 30, tzinfo=UTC)


def test_an_offset_is_added_to_the_machines_time(tmp_path: Path) -> None:
    path = tmp_path / "clock"
    for words, seconds in (("+3600", 3600), ("-60.5", -60.5), ("", 0)):
        path.write_text(words)
        assert abs(FileClock(path).now() - SystemClock().now() - timedelta(seconds=seconds)) < timedelta(seconds=5)


def test_only_the_environment_brings_it_in(tmp_path: Path) -> None:
    (tmp_path / "c").write_text("+0")
    assert isinstance(clock_of({"MNEMOTECA_TEST_CLOCK": str(tmp_path / "c")}), FileClock)
    assert isinstance(clock_of({}), SystemClock)
