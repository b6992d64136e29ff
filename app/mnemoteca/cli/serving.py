"""service, window, capture: the process that owns the library, the window on it, and its box to write a note in."""

from __future__ import annotations

import os
import sys

from mnemoteca.cli.command import Call, Command, argument
from mnemoteca.cli.wording import aligned, amount, here
from mnemoteca.core.errors import Unavailable
from mnemoteca.core.jobs import Job
from mnemoteca.core.reports import Status
from mnemoteca.core.standing import MeaningState, MeaningStatus

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")  # one of them names where a window can stand


def start(call: Call) -> None:
    welcome = call.connection().welcome
    call.answer({"running": True, "pid": welcome.pid}, f"The service runs (process {welcome.pid}).")


def stop(call: Call) -> None:
    ended = end_service(call)
    call.answer({"running": False}, "The service has stopped." if ended else "No service was running.")


def end_service(call: Call) -> bool:
    """Have the service finish; False where none ran."""
    try:
        connection = call.connection(start=False)
    except Unavailable as problem:
        if problem.key != "service_off":
            raise
        return False
    if not connection.finish():
        raise Unavailable("service_stopping")
    call.close()
    return True


def status(call: Call) -> None:
    """How the service is, without starting one."""
    held = _status(call)
    preparation = call.outside.preparation()
    if call.as_json:
        call.terminal.json({"running": held is not None, "status": held, "preparation": preparation})
        return
    call.terminal.say(_figures(held) if held else f"No service runs for {call.folder}.")
    call.terminal.say(preparation.sentence(call.outside.clock.now()))


def _status(call: Call) -> Status | None:
    try:
        return call.connection(start=False).library.status()
    except Unavailable as problem:
        if problem.key != "service_off":
            raise
        return None


def _figures(status: Status) -> str:
    rows = [
        ("service", f"process {status.pid}, version {status.app}"),
        ("data folder", status.folder),
        ("memories", f"{status.memories:,}"),
        ("changes", f"{status.change:,}"),
        ("not indexed yet", f"{status.words_missing:,}"),
        ("meaning", _meaning(status.meaning)),
        ("last backup", here(status.last_backup)),
    ]
    rows += [(f"job {job.id}", _job(job)) for job in status.jobs]
    return "\n".join([aligned(rows), *status.notices])


def _meaning(meaning: MeaningStatus) -> str:
    """How search by meaning stands, in some words."""
    match meaning.state:
        case MeaningState.OFF:
            return "switched off"
        case MeaningState.ABSENT:
            return "not prepared; prepare it with: mnemoteca models prepare"
        case MeaningState.PREPARING:
            return f"being prepared; {meaning.missing:,} wait for it"
        case MeaningState.FAILED:
            return f"failed: {meaning.reason}"
    if not meaning.missing:
        return "ready"
    left = "" if meaning.left_s is None else f", about {max(1, round(meaning.left_s / 60))} min left"
    return f"{meaning.missing:,} not yet found by it{left}"


def _job(job: Job) -> str:
    return f"{job.title}, {job.state}, {amount(job.done, job.unit)}. {job.message}".rstrip()


def run(call: Call) -> int:
    return call.outside.serve(call.folder)


def window(call: Call) -> int:
    _need_screen()
    if call.given.tray:
        return call.outside.tray(call.folder)
    return call.outside.window(call.folder, call.given.files)


def capture(call: Call) -> int:
    _need_screen()
    return call.outside.capture(call.folder)


def _need_screen() -> None:
    if sys.platform.startswith("linux") and not any(map(os.environ.get, _SCREENS)):
        raise Unavailable("no_screen")


COMMANDS = (
    Command(
        "service",
        "start, stop and look at the process that owns the library",
        "mnemoteca service status",
        status,
        parts=(
            Command("start", "start it, if it doesn't run", "mnemoteca service start", start),
            Command("stop", "have it finish", "mnemoteca service stop", stop),
            Command("status", "how it is", "mnemoteca service status", status),
            Command("run", "be the service, in the foreground", "mnemoteca service run", run),
        ),
    ),
    Command(
        "window",
        "open the window",
        "mnemoteca window",
        window,
        (
            argument("files", metavar="FILE", nargs="*", help="files to bring in at once"),
            argument("--tray", action="store_true", help="begin in the tray, without a window"),
        ),
    ),
    Command("capture", "open the box to write a note in; bind it to any key", "mnemoteca capture", capture),
)
