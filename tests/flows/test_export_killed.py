"""An import that is killed in its middle goes on when the library opens again, and ends with the same counts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from mnemoteca.core.clock import SystemClock
from mnemoteca.core.jobs import JobState
from mnemoteca.library.library import LocalLibrary
from tests.unit.library.importers.exported import AT, ROOT, answer, as_zip, chat, conversation, message, said

_TALKS, _MESSAGES = 30, 100
_BRING_IN = """
import sys
from pathlib import Path
from mnemoteca.core.clock import SystemClock
from mnemoteca.library.library import LocalLibrary
library = LocalLibrary.open(Path(sys.argv[1]), SystemClock())
library.jobs_runner.start()
library.wait_job(library.import_file(sys.argv[2]).id, 60.0)
"""


def above(n: int, talk: int) -> str | None:
    """What the message answers: a chain from which every tenth message forks off."""
    return None if n == 0 else f"t{talk}-{n - 2 if n % 10 == 0 else n - 1}"


def talks() -> list[Any]:
    found = []
    for talk in range(_TALKS):
        nodes = {
            f"t{talk}-{n}": (above(n, talk), (answer if n % 2 else message)(f"talk {talk}, message {n}"))
            for n in range(_MESSAGES)
        }
        found.append(conversation(nodes, conversation_id=f"t{talk}", create_time=AT + talk))
    return found


def chats() -> list[Any]:
    return [
        chat(
            *(
                said(f"t{talk}-{n}", f"talk {talk}, message {n}", parent=above(n, talk) or ROOT)
                for n in range(_MESSAGES)
            ),
            uuid=f"t{talk}",
        )
        for talk in range(_TALKS)
    ]


@pytest.mark.parametrize(("make", "batch"), [(talks, 1), (talks, 3), (chats, 2)])
def test_an_export_that_is_killed_in_its_middle_comes_in_whole(tmp_path: Path, make: Any, batch: int) -> None:
    half = make()
    shards = {f"conversations-{n:03}.json": half[n * 10 : n * 10 + 10] for n in range(3)}
    export, folder = as_zip(tmp_path / "export.zip", shards), tmp_path / "library"
    killed = subprocess.run(
        [sys.executable, "-c", _BRING_IN, str(folder), str(export)],
        env={**os.environ, "MNEMOTECA_FAIL_AT": f"import.batch:{batch}"},
        timeout=240,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    library = LocalLibrary.open(folder, SystemClock())
    try:
        library.jobs_runner.start()
        (job,) = library.jobs()
        ended = library.wait_job(job.id, 60.0)
        assert ended.state is JobState.DONE, ended.message
        assert ended.result is not None
        assert (ended.result["memories_new"], ended.result["sessions_new"]) == (_TALKS * _MESSAGES, _TALKS)
        texts = Counter(turn.text for session in library.sessions() for turn in library.turns(session.id, 0, 500))
        assert texts == Counter(f"talk {talk}, message {n}" for talk in range(_TALKS) for n in range(_MESSAGES))
        again = library.wait_job(library.import_file(str(export)).id, 60.0)
        assert again.result is not None
        assert (again.result["memories_new"], again.result["changed"]) == (0, 0)
    finally:
        library.close()
