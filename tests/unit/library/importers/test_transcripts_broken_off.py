"""An import of transcripts that stops in the middle, as by a kill, ends as if it had not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.driven import DrivenClock
from tests.unit.library.importers.transcripts import Claude, Codex, at, call, text, write
from tests.unit.library.importing import broken_off, opened

ROUNDS = 120  # of a session


def claude_code(folder: Path) -> None:
    for session in ("s1", "s2", "s3"):
        chat = Claude(session)
        for n in range(ROUNDS):
            chat.user(f"{session}-u{n}", f"Question {n}")
            chat.assistant(f"{session}-a{n}", text("Wait"), call(f"{session}-t{n}"))
            chat.result(f"{session}-r{n}", f"{session}-t{n}", f"out {n}")
            chat.assistant(f"{session}-b{n}", text(f"Answer {n}"), parentUuid=f"{session}-{'ar'[n % 2]}{n}")
        chat.user(f"{session}-new", "Another way", parentUuid=f"{session}-b3")
        chat.write(folder / "projects" / "p")


def codex(folder: Path) -> None:
    for session in ("c1", "c2", "c3"):
        chat = Codex(session)
        for n in range(ROUNDS):
            chat.turn(f"{session}-{n}")
            chat.user("Again" if n % 3 else f"Question {n}")
            chat.call(f"{session}-{n}", "out")
            chat.agent("Answer")
        chat.write(folder / "sessions")


def gemini_cli(folder: Path) -> None:
    for session in ("g1", "g2", "g3"):
        log: list[object] = [{"sessionId": session, "projectHash": "h", "startTime": at(0)}]
        for n in range(ROUNDS):
            log.append({"id": f"u{n}", "timestamp": at(n), "type": "user", "content": f"Question {n}"})
            log += [{"id": f"g{n}", "timestamp": at(n), "type": "gemini", "content": "An" + "swer" * k} for k in (0, 1)]
            log += [{"$rewindTo": f"u{n}"}] if n % 10 == 9 else []
        write(folder / "tmp" / "p" / "chats" / f"session-{session}.jsonl", *log)


@pytest.mark.slow
@pytest.mark.parametrize("make", [claude_code, codex, gemini_cli])
@pytest.mark.parametrize("batches", [1, 2])
def test_transcripts_whose_import_was_broken_off_end_as_an_undisturbed_one(
    tmp_path: Path, make: object, batches: int
) -> None:
    assert callable(make)
    make(tmp_path / "home")
    with opened(tmp_path / "whole", DrivenClock()) as whole:
        undisturbed = whole.bring_in(tmp_path / "home", format="")
        contents = whole.contents()
    assert len(contents) > 700
    library = broken_off(tmp_path / "data", tmp_path / "home", batches=batches)
    assert 0 < len(library.contents()) < len(contents)
    library.jobs_runner.start()
    job = library.wait_job(1, 60.0)
    assert (job.result, job.message) == (undisturbed.result, undisturbed.message)
    assert library.contents() == contents
    library.close()
