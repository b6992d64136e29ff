"""models download, models token: fetching a model of the catalogue, and who one is to the hub."""

from __future__ import annotations

from urllib.parse import urlsplit

from mnemoteca.cli.command import Call, Command, argument
from mnemoteca.cli.following import ENDED
from mnemoteca.cli.wording import size
from mnemoteca.core.errors import FAMILIES, BadInput, NotFound, Stopped
from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.model_shelf import Fit, Machine, Offered

HUB_HOST = "huggingface.co"
FITS = {
    Fit.WELL: "fits well",
    Fit.FITS: "fits",
    Fit.TIGHT: "tight, slow here",
    Fit.TOO_LARGE: "too large for this machine",
    Fit.UNKNOWN: "not known",
}


def gigabytes(count: int) -> str:
    """Bytes of memory or disk, as people read them; “?” where they aren't known."""
    return f"{count / 1e9:,.1f} GB" if count else "?"


def download(call: Call) -> None:
    """Fetch a model, or go on with it; what it is and how it fits is told before."""
    library, given = call.library, call.given
    if given.cancel:
        library.drop_download(given.id)
        return call.answer({"dropped": given.id}, f"What was there of {given.id} is removed.")
    if given.pause:
        paused = library.pause_download(given.id)
        return call.answer(paused, f"{paused.name} is paused at {size(paused.done)} of {size(paused.total)}.")
    shelf = library.models()
    offered = next((each for each in shelf.offered if each.entry.id == given.id), None)
    if offered is not None and not offered.installed:
        call.terminal.tell(_announced(offered, shelf.machine))
    elif offered is None and not any(each.id == given.id for each in shelf.downloads):
        raise NotFound("no_entry", id=given.id)
    job = library.download_model(given.id, given.accept_licence)
    if given.in_background:
        return call.answer(job, f"{job.title} is being downloaded; see how far with: mnemoteca models list.")
    return ended(call, follow_model(call, job, job.title, given.id))


def _announced(offered: Offered, machine: Machine) -> str:
    entry = offered.entry
    lines = [
        f"{entry.name}: {size(entry.bytes)} from {entry.repository}, licence {entry.licence} ({entry.licence_url})",
        f"It takes about {gigabytes(entry.memory.bytes)} of memory at {entry.memory.context:,} tokens: "
        f"{FITS[offered.fit]} ({gigabytes(machine.memory_free)} free of {gigabytes(machine.memory)}).",
        f"{gigabytes(machine.disk_free)} of the disk are free{'' if offered.room else ', which is too little'}.",
    ]
    if not entry.pinned:
        lines.append("Its size and hash are not verified here: what the hub says is taken, and then held to.")
    return "\n".join(lines)


def follow_model(call: Call, job: Job, label: str, download: str = "") -> Job:
    """The job when it has ended; Ctrl+C pauses a download, and cancels anything else."""
    library, terminal = call.library, call.terminal
    try:
        while job.state not in ENDED:
            terminal.progress(_progress(label, job))
            job = library.wait_job(job.id, timeout_s=0.25 if terminal.shows_progress else 5.0)
    except KeyboardInterrupt:
        if download:
            library.pause_download(download)
        else:
            library.cancel_job(job.id)
        job = library.wait_job(job.id, timeout_s=10.0)
    terminal.progress("")
    return job


def _progress(label: str, job: Job) -> str:
    if (job.result or {}).get("checking"):
        return f"{label}: checking its hash"
    share = f", {100 * job.done / job.total:.0f} %" if job.total else ""
    rate = f", {size(round(job.rate))}/s" if job.rate >= 1 else ""
    rest = f", {job.left_s:.0f} s left" if job.left_s is not None else ""
    return f"{label}: {size(job.done)}{share}{rate}{rest}"


def ended(call: Call, job: Job) -> None:
    """Tell how a job of models ended; raises where it didn't do what it was for."""
    if job.state is JobState.FAILED:
        raise FAMILIES.get(job.problem, BadInput)("unknown", sentence=job.message)
    if job.state is JobState.CANCELLED:
        raise Stopped("unknown", sentence=job.message)
    call.answer(job, job.message)


def token(call: Call) -> None:
    """Keep, or forget, the token by which a hub knows the person; it is never shown."""
    mirror = str(call.library.settings()["models.mirror"])
    host = urlsplit(mirror).hostname or HUB_HOST
    if call.given.forget:
        call.outside.keep_token(host, "")
    elif call.given.token == "-":
        given = call.terminal.read().strip()
        if not given or not given.isascii() or not given.isprintable() or " " in given:
            raise BadInput("bad_token", host=host)
        call.outside.keep_token(host, given)
    there = call.outside.has_token(host)
    said = f"A token for {host} is kept." if there else f"No token for {host} is kept."
    call.answer({"host": host, "token": there}, said)


COMMANDS = (
    Command(
        "download",
        "fetch a model of the catalogue, or go on with it",
        "mnemoteca models download qwen3-0.6b-q8_0",
        download,
        (
            argument("id", metavar="ID", help="the id of a model, as the list has it"),
            argument("--accept-licence", action="store_true", help="you agree to its licence"),
            argument("--in-background", action="store_true", help="don't wait for it"),
            argument("--pause", action="store_true", help="stop it for now; what is there stays"),
            argument("--cancel", action="store_true", help="end it, and take away what is there of it"),
        ),
    ),
    Command(
        "token",
        "the token by which the hub knows you, for models that ask for that",
        "mnemoteca models token",
        token,
        (
            argument("token", metavar="-", nargs="?", choices=("-",), help="keep the one on standard input"),
            argument("--forget", action="store_true", help="take it out of the keyring"),
        ),
    ),
)
