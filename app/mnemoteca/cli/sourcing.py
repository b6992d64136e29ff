"""sources, export: where more can come from, and taking all of it out again."""

from __future__ import annotations

import os

from mnemoteca.cli.command import SPACE, Call, Command, argument
from mnemoteca.cli.following import follow
from mnemoteca.cli.wording import aligned, here, plural, size
from mnemoteca.core.errors import DiskTrouble, Stopped
from mnemoteca.core.jobs import JobState
from mnemoteca.core.known_sources import Source


def sources(call: Call) -> None:
    library, given = call.library, call.given
    paths = tuple(os.path.abspath(path) for path in given.paths)
    if given.drop:
        done = library.drop_sources(paths)
        return call.answer(done, f"{plural(done.count, 'source')} no more; what came from there stays.")
    if given.daily:
        done = library.daily_sources(given.daily == "on", paths)
        said = "by itself" if given.daily == "on" else "when you say so"
        return call.answer(done, f"{plural(done.count, 'source')}: what is new comes in {said}.")
    found = library.sources()
    return call.answers(found, "\n".join(map(_told, found)) or "No known source of memories is on this machine.")


def _told(source: Source) -> str:
    if not source.there:
        return f"{source.name}: {source.path} is not there any more; what came from it stays."
    span = f", {here(source.oldest)} to {here(source.newest)}" if source.oldest else ""
    rows = [("", f"{plural(source.files, 'file')}, {size(source.size)}{span}")]
    if source.yes_at:
        daily = "once a day by itself" if source.daily else "with: mnemoteca import --again"
        rows.append(("", f"last brought into “{source.space}”: {here(source.last_at)}; comes in {daily}"))
    else:
        rows.append(("", f"bring it in with: mnemoteca import {source.path}"))
    if source.deleted_after_days:
        soon = f": {plural(source.deleted_soon, 'file')} within a week" if source.deleted_soon else ""
        rows.append(("", f"{source.name} itself deletes files after {source.deleted_after_days} days{soon}"))
    return f"{source.name}: {source.path}\n{aligned(rows)}"


def export(call: Call) -> None:
    given = call.given
    path = os.path.abspath(given.path)
    job = call.library.export(path, given.space, given.format, tuple(given.ids), given.session)
    job = follow(call, job, os.path.basename(given.path))
    if job.state is JobState.FAILED:
        raise DiskTrouble("unknown", sentence=job.message)
    call.answer(job, job.message)
    if job.state is JobState.CANCELLED:
        raise Stopped("cancelled")


COMMANDS = (
    Command(
        "sources",
        "what can be brought in from this machine, and what comes in again",
        "mnemoteca sources",
        sources,
        (
            argument("paths", metavar="PATH", nargs="*", help="which sources --daily and --drop are about"),
            argument("--daily", choices=("on", "off"), help="whether what is new comes in once a day by itself"),
            argument("--drop", action="store_true", help="they are none any more; what came from there stays"),
        ),
    ),
    Command(
        "export",
        "write a space to a file (sessions: without loss) or a folder (markdown)",
        "mnemoteca export memories.jsonl",
        export,
        (
            argument("path", metavar="PATH", help="a file or folder that is not there yet"),
            SPACE,
            argument("--format", choices=("sessions", "markdown"), default="sessions", help="sessions, or markdown"),
            argument("--ids", metavar="ID", nargs="+", type=int, default=[], help="only these memories"),
            argument("--session", metavar="ID", type=int, default=0, help="only this session"),
        ),
    ),
)
