"""Waiting for a job: progress for a person, Ctrl+C to cancel it."""

from __future__ import annotations

from mnemoteca.cli.command import Call
from mnemoteca.cli.wording import amount, plural
from mnemoteca.core.jobs import Job, JobState

ENDED = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


def follow(call: Call, job: Job, label: str) -> Job:
    """The job when it has ended."""
    library, terminal = call.library, call.terminal
    try:
        while job.state not in ENDED:
            terminal.progress(_progress(label, job))
            job = library.wait_job(job.id, timeout_s=0.25 if terminal.shows_progress else 5.0)
    except KeyboardInterrupt:
        library.cancel_job(job.id)
        job = library.wait_job(job.id, timeout_s=10.0)
    terminal.progress("")
    return job


def _progress(label: str, job: Job) -> str:
    share = f", {100 * job.done / job.total:.0f} %" if job.total else ""
    new = f", {plural(job.result['memories_new'], 'new memory')}" if job.result and "memories_new" in job.result else ""
    rest = f", {job.left_s:.0f} s left" if job.left_s is not None else ""
    return f"{label}: {amount(job.done, job.unit)}{share}{new}{rest}"
