"""import: bring in files and folders, or see what would come in; say in a sentence what came of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from mnemoteca.cli.command import SPACE, Call, Command, argument
from mnemoteca.cli.following import follow
from mnemoteca.cli.parser import Misunderstood
from mnemoteca.cli.previewing import preview_told
from mnemoteca.cli.wording import plural
from mnemoteca.core.errors import FAMILIES, BadInput, DiskTrouble, Problem, Stopped
from mnemoteca.core.jobs import Job, JobState, Skipped
from mnemoteca.core.library import Library
from mnemoteca.core.preview import ImportOptions

_SHOWN = 20  # reasons that are told; the rest is counted
_PAGE = 500


def import_files(call: Call) -> int:
    """One after the other; a file that can't be taken doesn't keep the others out, and decides the exit code."""
    given = call.given
    if bool(given.files) == given.again or (given.again and given.preview):
        raise Misunderstood("name what to bring in, or use --again alone", "mnemoteca import")
    if given.errors:
        _save_errors(given.errors, ())
    if given.again:
        return _import_again(call)
    act = _preview if given.preview else _import
    given.space = call.library.make_space(given.space).name
    return _one_by_one(call, [partial(act, call, file) for file in given.files])


def _one_by_one(call: Call, acts: Iterable[Callable[[], int]]) -> int:
    code = 0
    for act in acts:
        try:
            own = act()
            code = code or own
        except Stopped:
            raise
        except Problem as problem:
            call.terminal.tell(f"mnemoteca: {problem}")
            code = code or problem.exit_code
    return code


def _import(call: Call, file: str) -> int:
    given = call.given
    options = ImportOptions(given.keep_secrets, given.leave_out_junk, given.leave_out_tools, given.bring_back)
    job = call.library.import_file(os.path.abspath(file), given.space, given.format, options)
    return _ended(call, follow(call, job, os.path.basename(file)), os.path.basename(file))


def _import_again(call: Call) -> int:
    jobs = call.library.import_again()
    if not jobs:
        call.answer([], "There is no source yet, or none is there. A folder that you import becomes one.")
    return _one_by_one(call, [partial(_again, call, job) for job in jobs])


def _again(call: Call, job: Job) -> int:
    return _ended(call, follow(call, job, job.title), job.title)


def _ended(call: Call, job: Job, label: str) -> int:
    """The exit code: 0 where nothing was left out."""
    _tell_skipped(call, job, label)
    if job.state is JobState.FAILED:
        raise FAMILIES.get(job.problem, BadInput)("import_failed", path=label, reason=job.message)
    call.answer(job, f"{label}: {job.message}")
    if job.state is JobState.CANCELLED:
        raise Stopped("cancelled")
    return BadInput.exit_code if (job.result or {}).get("skipped") else 0


def _preview(call: Call, file: str) -> int:
    given, label = call.given, os.path.basename(os.path.abspath(file))
    job = call.library.preview_import(os.path.abspath(file), given.space, given.format)
    job = follow(call, job, label)
    if job.state is JobState.FAILED:
        raise BadInput("import_failed", path=label, reason=job.message)
    seen = call.library.preview(job.id)
    call.answer(seen, preview_told(label, seen))
    if job.state is JobState.CANCELLED:
        raise Stopped("cancelled")
    return BadInput.exit_code if seen.unread else 0


def _tell_skipped(call: Call, job: Job, label: str) -> None:
    """The reasons why something was left out: the first ones by name, all of them in the file asked for."""
    count = 0
    for count, skipped in enumerate(_skipped(call.library, job), 1):
        if count <= _SHOWN:
            call.terminal.tell(f"left out: {skipped.where}: {skipped.reason}")
    if count > _SHOWN:
        call.terminal.tell(f"left out: {plural(count - _SHOWN, 'more entry')}")
    if call.given.errors:
        _save_errors(call.given.errors, (f"{label}: {s.where}: {s.reason}" for s in _skipped(call.library, job)))


def _save_errors(path: str, lines: Iterator[str] | tuple[str, ...]) -> None:
    """Begin the list anew where there are no lines yet, else go on with it."""
    try:
        with Path(path).open("a" if lines else "w", encoding="utf-8", newline="\n") as file:
            file.writelines(" ".join(line.splitlines()) + "\n" for line in lines)
    except OSError as error:
        raise DiskTrouble("read_only", folder=path) from error


def _skipped(library: Library, job: Job) -> Iterator[Skipped]:
    start = 0
    while page := library.skipped(job.id, start, _PAGE):
        yield from page
        start += len(page)


COMMANDS = (
    Command(
        "import",
        "bring in files, folders and exports; what is here already is not taken twice",
        "mnemoteca import --format sessions chats.jsonl",
        import_files,
        (
            argument("files", metavar="PATH", nargs="*", help="a file, a folder or a zip"),
            SPACE,
            argument("--format", metavar="NAME", default="", help="its format (seen from its content)"),
            argument("--preview", action="store_true", help="only tell what would come in; nothing is written"),
            argument("--keep-secrets", action="store_true", help="bring in keys, passwords and card numbers, too"),
            argument("--leave-out-junk", action="store_true", help="no boilerplate, no very long tool output"),
            argument("--leave-out-tools", action="store_true", help="no tool output at all"),
            argument("--bring-back", action="store_true", help="what of it is in the trash comes back, too"),
            argument("--again", action="store_true", help="what is new in each folder that was imported before"),
            argument("--errors", metavar="FILE", help="save the list of what could not be taken"),
        ),
    ),
)
