"""How quick sources come in: the same once more, transcripts of assistants, a look through a large export."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.jobs import Job, JobState
from tests.bench.desk import Desk
from tests.bench.library_speed import captures
from tests.bench.sources_written import TURNS, chatgpt, claude_code
from tests.bench.table import Row, single, timed

_EXPORT_BYTES = 1_000_000_000  # at 100,000 memories


def reimporting(desk: Desk) -> Iterator[Row]:
    """The file that filled the library comes once more, and nothing in it is new."""
    desk.filled()
    path, cpu = desk.file(desk.size, "first"), desk.cpu_s()
    began = stopwatch()
    job = desk.wait_for(desk.library.import_file(str(path)))
    took = stopwatch() - began
    unchanged = (job.result or {})["unchanged"]
    yield single("importing again what is here", unchanged, unchanged / took, "turns/s", least=20_000)
    yield single("the same by CPU time of the service", unchanged, unchanged / (desk.cpu_s() - cpu), "turns/s")


def transcripts(desk: Desk) -> Iterator[Row]:
    """A transcript and an export come in while notes are kept; rate by wall and by CPU, memory above what it was."""
    desk.filled()
    count = desk.size - desk.size % TURNS
    for name, write in (("claude_code", claude_code), ("chatgpt", chatgpt)):
        path = write(desk.folder.parent / f"{name}.{'jsonl' if name == 'claude_code' else 'json'}", count)
        resident, cpu, began = desk.resident_mb(), desk.cpu_s(), stopwatch()
        job = desk.library.import_file(str(path))
        most = [resident]
        kept, _, _ = captures(desk, 200, _going_on(desk, job, most))
        desk.wait_for(job)
        desk.library.wait()
        took = stopwatch() - began
        yield single(f"{name} into store and words, with notes", count, count / took, "messages/s", least=2_000)
        yield single("the same by CPU time of the service", count, count / (desk.cpu_s() - cpu), "messages/s")
        yield timed(f"capture during {name}", count, kept, None, 40)
        yield single(f"more memory during {name}", count, max(most) - resident, "MB", most=250)


def _going_on(desk: Desk, job: Job, most: list[float]) -> Callable[[], bool]:
    def busy() -> bool:
        most.append(desk.resident_mb())
        return desk.library.job(job.id).state in (JobState.WAITING, JobState.RUNNING)

    return busy


def previewing(desk: Desk) -> Iterator[Row]:
    """A look through an export of ChatGPT of 1 GB (at 100,000 memories), of which nothing is here."""
    library, wanted = desk.library, _EXPORT_BYTES * desk.size // 100_000
    path = _export(desk.folder.parent / "export.json", wanted)
    size, cpu, began = path.stat().st_size, desk.cpu_s(), stopwatch()
    job = desk.wait_for(library.preview_import(str(path)))
    took = stopwatch() - began
    messages = library.preview(job.id).memories
    yield single("preview of an export", messages, took * wanted / size, "s", most=60 * desk.size / 100_000)
    yield single("the same by CPU time of the service", messages, (desk.cpu_s() - cpu) * wanted / size, "s")
    path.unlink()


def _export(path: Path, wanted: int) -> Path:
    """An export of about so many bytes, as many messages as a sample of it tells."""
    sample = chatgpt(path.with_suffix(".sample"), 50 * TURNS)
    messages = wanted * 50 * TURNS // sample.stat().st_size
    sample.unlink()
    return chatgpt(path, max(TURNS, messages))
