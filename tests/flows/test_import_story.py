"""Import of `sessions`, with real processes: what is bad is told and costs nothing else, kills lose nothing."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Mnemoteca
from tests.processes import alive, of_folder, peak_mb, wait_until
from tests.unit.library.importing import corpus, session, turn

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
MOST_MEMORY_MB = 400.0


def written(path: Path, *lines: bytes) -> Path:
    with path.open("wb") as out:
        for line in lines:
            out.write(line + b"\n")
    return path


def line(name: str, *turns: object) -> bytes:
    return json.dumps(corpus(name, session("s", *turns))).encode()


def huge() -> bytes:
    return b'{"name":"huge","sessions":[{"session_id":"s","turns":[{"id":"x","text":"' + b"x" * 200_000_000 + b'"}]}]}'


def long() -> bytes:
    return line("long", *[turn(f"t{n}", f"mango {n} " + "y" * 10_000_000) for n in range(4)])


def many() -> bytes:
    return line("many", *[turn(f"t{n}", f"mango {n} among many") for n in range(20_000)])


BAD: list[tuple[Callable[[], bytes], int, str]] = [
    (huge, 3, "left out: line 2: it has 200,000,078 bytes; at most 64,000,000 are read"),
    (lambda: line("torn", turn("a"))[:-7], 3, "left out: line 2: it ends too early"),
    (lambda: line("wrong", turn("a", "WRONG")).replace(b"WRONG", b"\xff"), 3, "turn 1: its text is not UTF-8 (byte"),
    (lambda: line("twice", turn("a"), turn("a")), 3, "the id “a” came before; the first one counts"),
    (lambda: line("half", turn("a", "\ud800 \x07")), 0, "its broken characters, which came in as �"),
    (lambda: line("empty", turn("a", "")), 0, ""),
    (lambda: line("when", turn("a", at="0000-01-01"), turn("b", at="9999-12-31"), turn("c", at="2024-01-05")), 0, ""),
    (long, 0, ""),
    (many, 0, ""),
]  # fmt: skip


@pytest.mark.parametrize(("bad", "code", "told"), BAD, ids=[each[0].__name__ + str(n) for n, each in enumerate(BAD)])
def test_bad_input_is_told_and_what_stands_around_it_comes_in(
    service: Path, mnemoteca: Mnemoteca, tmp_path: Path, bad: Callable[[], bytes], code: int, told: str
) -> None:
    file = written(
        tmp_path / "chats.jsonl", line("before", turn("a", "apricots")), bad(), line("after", turn("a", "plums"))
    )
    done = mnemoteca("import", "--format", "sessions", str(file), timeout_s=300.0)
    assert (done.returncode, told in done.stderr) == (code, True), done.stdout + done.stderr
    assert mnemoteca("wait", timeout_s=300.0).returncode == 0
    for word in ("apricots", "plums"):
        assert word in mnemoteca("recall", word).stdout
    [pid] = [each for each in of_folder(service) if alive(each)]
    assert peak_mb(pid) <= MOST_MEMORY_MB


def test_a_service_killed_inside_a_batch_goes_on_by_itself_and_ends_with_the_same_counts(
    mnemoteca: Mnemoteca, data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = [turn(f"t{n}", "" if n % 9 == 0 else f"mango {n}") for n in range(2_000)]
    file = written(tmp_path / "chats.jsonl", line("c", *turns), b"{torn", line("d", *turns))
    monkeypatch.setenv("MNEMOTECA_FAIL_AT", "import.batch:4")
    assert mnemoteca("service", "start").returncode == 0
    [pid] = [each for each in of_folder(data_folder) if alive(each)]
    assert mnemoteca("import", "--format", "sessions", str(file)).returncode != 0
    assert wait_until(lambda: not alive(pid))
    monkeypatch.delenv("MNEMOTECA_FAIL_AT")
    done = mnemoteca("--json", "import", "--format", "sessions", str(file))
    assert done.returncode == 3, done.stderr
    result = json.loads(done.stdout)["result"]
    told = {name: result[name] for name in ("memories_new", "unchanged", "changed", "empty", "skipped")}
    expected = {"memories_new": 3554, "unchanged": 0, "changed": 0, "empty": 446, "skipped": 1}
    assert told == expected
    again = json.loads(mnemoteca("--json", "import", "--format", "sessions", str(file)).stdout)["result"]
    assert (again["memories_new"], again["unchanged"]) == (0, 3554)


def test_nothing_of_a_library_that_is_killed_while_importing_stays_locked(
    mnemoteca: Mnemoteca, service: Path, tmp_path: Path
) -> None:
    file = written(tmp_path / "chats.jsonl", many())
    [pid] = [each for each in of_folder(service) if alive(each)]
    os.kill(pid, signal.SIGKILL)
    assert wait_until(lambda: not alive(pid))
    assert "20,000 new memories" in mnemoteca("import", str(file), timeout_s=120.0).stdout
