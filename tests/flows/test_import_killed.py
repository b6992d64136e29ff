"""An import of any format that is killed in its middle goes on when the library opens again, as if undisturbed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mnemoteca.core.clock import SystemClock
from mnemoteca.core.jobs import Job, JobState
from mnemoteca.library.importers.detect import IMPORTERS
from mnemoteca.library.library import LocalLibrary
from tests.unit.library.importers.samples import SAMPLES

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by a signal")
ROUNDS = 2_400  # more than two batches of each format
_TOLD = ("sessions_new", "memories_new", "changed", "unchanged", "empty", "skipped", "mended")
_BRING_IN = """
import sys
from pathlib import Path
from mnemoteca.core.clock import SystemClock
from mnemoteca.library.library import LocalLibrary
library = LocalLibrary.open(Path(sys.argv[1]), SystemClock())
library.jobs_runner.start()
library.wait_job(library.import_file(sys.argv[2]).id, 60.0)
"""


def ended(library: LocalLibrary, job: int) -> tuple[Job, dict[str, Any]]:
    told = library.wait_job(job, 60.0)
    assert told.state is JobState.DONE, told.message
    assert told.result is not None
    return told, {name: told.result[name] for name in _TOLD}


def contents(library: LocalLibrary) -> list[tuple[Any, ...]]:
    """Each memory where it stands in its session."""
    with library.store.read() as reader:
        return reader.all(
            "SELECT s.collection, s.source_id, m.source_id, m.text, m.speaker, m.role, m.occurred_at FROM memories m "
            "JOIN sessions s ON s.id = m.session WHERE m.state = 0 ORDER BY s.collection, s.source_id, m.position, m.id"
        )


@pytest.mark.parametrize("batch", [2, pytest.param(1, marks=pytest.mark.long)])
@pytest.mark.parametrize("format", [each.name for each in IMPORTERS])
def test_an_import_of_any_format_that_is_killed_ends_with_the_counts_of_an_undisturbed_one(
    tmp_path: Path, format: str, batch: int
) -> None:
    path = SAMPLES[format](tmp_path / "source", "kept", ROUNDS)
    whole = LocalLibrary.open(tmp_path / "whole", SystemClock())
    try:
        whole.jobs_runner.start()
        job, counts = ended(whole, whole.import_file(str(path)).id)
        expected = contents(whole)
    finally:
        whole.close()
    assert counts["memories_new"] == len(expected) >= 2_000, job.message
    folder = tmp_path / "library"
    killed = subprocess.run(
        [sys.executable, "-c", _BRING_IN, str(folder), str(path)],
        env={**os.environ, "MNEMOTECA_FAIL_AT": f"import.batch:{batch}"},
        timeout=240,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    library = LocalLibrary.open(folder, SystemClock())
    try:
        library.jobs_runner.start()
        (job,) = library.jobs()
        assert ended(library, job.id)[1] == counts
        assert contents(library) == expected
        again = ended(library, library.import_file(str(path)).id)[1]
        assert (again["sessions_new"], again["memories_new"], again["changed"]) == (0, 0, 0)
    finally:
        library.close()
