"""import: bring in files, with progress, and say in a sentence what came of it."""

from __future__ import annotations

import os
from collections.abc import Iterator

from mnemoteca.cli.command import SPACE, Call, Command, argument
from mnemoteca.cli.wording import amount, plural
from mnemoteca.core.errors import FAMILIES, BadInput, Problem, Stopped
from mnemoteca.core.jobs import Job, JobState, Skipped
from mnemoteca.core.library import Library

ENDED = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)
_SHOWN = 20  # reasons that are told; the rest is counted
_PAGE = 500


def import_files(call: Call) -> int:
    """One after the other; a file that can't be taken doesn't keep the others out, and decides the exit code."""
    space = call.library.make_space(call.given.space).name
    code = 0
    for file in call.given.files:
        try:
            code = _import_file(call, file, space) or code
        except Stopped:
            raise
        except Problem as problem:
            call.terminal.tell(f"mnemoteca: {problem}")
            code = code or problem.exit_code
    return code


def _import_file(call: Call, file: str, space: str) -> int:
    """The exit code: 0 where nothing was left out."""
    library, terminal = call.library, call.terminal
    job = library.import_file(os.path.abspath(file), space, call.given.format)
    try:
        while job.state not in ENDED:
            terminal.progress(_progress(file, job))
            job = library.wait_job(job.id, timeout_s=0.25 if terminal.shows_progress else 5.0)
    except KeyboardInterrupt:
        library.cancel_job(job.id)
        job = library.wait_job(job.id, timeout_s=10.0)
    terminal.progress("")
    _tell_skipped(call, job)
    if job.state is JobState.FAILED:
        raise FAMILIES.get(job.problem, BadInput)("import_failed", path=file, reason=job.message)
    call.answer(job, f"{os.path.basename(file)}: {job.message}")
    if job.state is JobState.CANCELLED:
        raise Stopped("cancelled")
    return BadInput.exit_code if (job.result or {}).get("skipped") else 0


def _progress(file: str, job: Job) -> str:
    share = f", {100 * job.done / job.total:.0f} %" if job.total else ""
    new = f", {plural(job.result['memories_new'], 'new memory')}" if job.result and "memories_new" in job.result else ""
    rest = f", {job.left_s:.0f} s left" if job.left_s is not None else ""
    return f"{os.path.basename(file)}: {amount(job.done, job.unit)}{share}{new}{rest}"


def _tell_skipped(call: Call, job: Job) -> None:
    """The reasons why something was left out, the first ones by name."""
    count = 0
    for count, skipped in enumerate(_skipped(call.library, job), 1):
        if count <= _SHOWN:
            call.terminal.tell(f"left out: {skipped.where}: {skipped.reason}")
    if count > _SHOWN:
        call.terminal.tell(f"left out: {plural(count - _SHOWN, 'more entry')}")


def _skipped(library: Library, job: Job) -> Iterator[Skipped]:
    start = 0
    while page := library.skipped(job.id, start, _PAGE):
        yield from page
        start += len(page)


COMMANDS = (
    Command(
        "import",
        "bring in files of conversations; what is here already is not taken twice",
        "mnemoteca import --format sessions chats.jsonl",
        import_files,
        (
            argument("files", metavar="FILE", nargs="+", help="the file"),
            SPACE,
            argument("--format", metavar="NAME", default="", help="its format (seen from its content)"),
        ),
    ),
)
