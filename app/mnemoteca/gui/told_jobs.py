"""What the window says of work that takes a while: what it is, how far it is, and how it ended; pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.standing import MeaningState, MeaningStatus
from mnemoteca.gui import outcomes, words
from mnemoteca.gui.components.facts import Fact
from mnemoteca.gui.counted import counted
from mnemoteca.gui.notices import outcome as said_outcome
from mnemoteca.gui.told_imports import figures

translate = QCoreApplication.translate
UNDER_WAY = (JobState.WAITING, JobState.RUNNING)
ICONS = {
    "import": "inbox",
    "preview": "search",
    "export": "file-down",
    "purge": "trash-2",
    "sleep": "moon-star",
    "model-download": "file-down",
    "model-install": "plus",
    "model-quantize": "copy",
}
MODELS = ("model-download", "model-install", "model-quantize")
CAME = ("memories_new", "changed")
BROUGHT_BACK = "Cancelled; what had come in was taken back."  # as the service says it of an import


def headline(job: Job) -> str:
    """What it does, or what it was."""
    if job.state in UNDER_WAY:
        return outcomes.under_way(job)
    told = {
        "import": translate("Jobs", "Import of %1"),
        "preview": translate("Jobs", "A look into %1"),
        "export": translate("Jobs", "Export to %1"),
        "purge": translate("Jobs", "Purge"),
        "sleep": translate("Jobs", "Sleep in “%1”"),
        "model-download": translate("Jobs", "Download of the model %1"),
        "model-install": translate("Jobs", "The model file %1"),
        "model-quantize": translate("Jobs", "The smaller copy %1"),
    }.get(job.kind, "%1")
    return told.replace("%1", job.title)


def how_far(job: Job) -> str:
    """64 % · 12 MB/s · 20 s left; or that it waits."""
    if job.state is JobState.WAITING:
        return translate("Jobs", "Waits for its turn")
    if (job.result or {}).get("checking"):
        return translate("Models", "Its hash is being checked")
    parts = [f"{min(100, 100 * job.done // job.total)} %"] if job.total else []
    if job.rate >= 1 and job.total:
        parts.append(rate(job))
    if job.left_s is not None and job.total:
        parts.append(translate("Words", "%1 left").replace("%1", words.span(job.left_s)))
    return " · ".join(parts) or translate("Jobs", "Under way")


def rate(job: Job) -> str:
    """How much of it is done in a second."""
    if job.unit == "byte":
        amount = words.size(job.rate, QLocale())
    else:
        amount = counted.memories(round(job.rate)) if job.unit == "memory" else words.number(round(job.rate), QLocale())
    return translate("Imports", "%1/s").replace("%1", amount)


def ending(job: Job) -> str:
    """How it ended, in a sentence."""
    if job.state is JobState.FAILED:
        return said_outcome(job.message)
    if job.state is JobState.CANCELLED:
        return _cancelled(job)
    if job.kind in MODELS:
        return translate("Jobs", "It is installed.")
    if job.kind == "export":
        return outcomes.written(job)
    if job.kind == "purge":
        return translate("Jobs", "The receipt tells what became of it, place by place.")
    if job.kind == "preview":
        return translate("Jobs", "It was looked through; nothing came in by that.")
    told = ", ".join(outcomes.figures_of(job)) or translate("Outcomes", "nothing new")
    return told[:1].upper() + told[1:] + "."


def _cancelled(job: Job) -> str:
    result = job.result or {}
    if job.kind == "model-download":
        return said_outcome(job.message)
    if job.kind in ("model-install", "model-quantize"):
        return translate("Jobs", "It was stopped; nothing of it was kept.")
    if job.message == BROUGHT_BACK:
        return translate("Outcomes", "It was taken back: what had come in is in the trash.")
    if job.kind == "import" and any(result.get(name) for name in CAME):
        return translate("Outcomes", "It was stopped; what had come in stays.")
    if job.kind == "export":
        return translate("Jobs", "It was stopped; nothing was written.")
    if job.kind == "purge":
        return translate("Jobs", "It was stopped; it goes on when the library is opened next.")
    return translate("Jobs", "It was stopped before anything came in.")


def moment(job: Job, now: datetime) -> str:
    """When it ended, and how long it took: 14:31, in 3 min; `now` is aware, in the person's zone."""
    if job.ended_at is None:
        return ""
    locale, ended = QLocale(), job.ended_at.astimezone(now.tzinfo)
    at = words.clock_time(ended, locale)
    if ended.date() != now.date():
        at = words.short_day(ended.date(), now.date(), locale) + " " + at
    took = (job.ended_at - job.started_at).total_seconds() if job.started_at else 0.0
    return translate("Jobs", "%1, in %2").replace("%1", at).replace("%2", words.exact_span(took)) if took >= 1 else at


def can_retry(job: Job) -> bool:
    """Whether it can be started anew as it was asked for."""
    return job.kind in ("import", "export", *MODELS) and job.state in (JobState.FAILED, JobState.CANCELLED)


def can_show(job: Job) -> bool:
    """Whether there is more to see of it than its sentence."""
    return job.kind == "import" and bool(job.result)


@dataclass(frozen=True, slots=True)
class Backlog:
    """How fast a number of things still to be done goes down: since when, and how many there were then."""

    since: float = 0.0
    first: int = 0
    now: int = 0
    at: float = 0.0

    def seen(self, missing: int, at: float) -> Backlog:
        """As it stands now; `at` in seconds of the stopwatch. One that grew, or was empty, begins anew."""
        if missing > self.now or not self.now:
            return Backlog(at, missing, missing, at)
        return Backlog(self.since, self.first, missing, at)

    @property
    def rate(self) -> float:
        """So many a second, 0 where that isn't known yet."""
        passed = self.at - self.since
        return (self.first - self.now) / passed if passed >= 1.0 else 0.0

    @property
    def left_s(self) -> float | None:
        return self.now / self.rate if self.rate > 0 else None


def words_fact(missing: int | None, backlog: Backlog) -> Fact:
    """How the index of words stands."""
    if missing is None:
        return Fact("clock", translate("Jobs", "Search by words"), translate("Jobs", "not known yet"), quiet=True)
    if not missing:
        return Fact("check", translate("Jobs", "Search by words"), translate("Jobs", "everything indexed"), quiet=True)
    told = [counted.still_to_index(missing)]
    if backlog.rate >= 1:
        told.append(translate("Imports", "%1/s").replace("%1", words.number(round(backlog.rate), QLocale())))
    if backlog.left_s is not None:
        told.append(translate("Words", "%1 left").replace("%1", words.span(backlog.left_s)))
    return Fact("clock", translate("Jobs", "Search by words"), " · ".join(told))


def meaning_fact(meaning: MeaningStatus, backlog: Backlog) -> Fact:
    """How search by meaning stands."""
    name = translate("Jobs", "Search by meaning")
    match meaning.state:
        case MeaningState.OFF:
            return Fact("check", name, translate("Jobs", "switched off"), quiet=True)
        case MeaningState.ABSENT:
            told = translate("StatusLine", "Prepare it with: mnemoteca models prepare")
            return Fact("circle-alert", name, told)
        case MeaningState.FAILED:
            return Fact("circle-alert", name, meaning.reason)
        case MeaningState.PREPARING:
            return Fact("clock", name, translate("Jobs", "being prepared"))
    if not meaning.missing:
        return Fact("check", name, translate("Jobs", "everything is found by it"), quiet=True)
    told_parts = [counted.still_to_embed(meaning.missing)]
    if backlog.rate >= 1:
        told_parts.append(translate("Imports", "%1/s").replace("%1", words.number(round(backlog.rate), QLocale())))
    left = meaning.left_s if meaning.left_s is not None else backlog.left_s
    if left is not None:
        told_parts.append(translate("Words", "%1 left").replace("%1", words.span(left)))
    return Fact("clock", name, " · ".join(told_parts))


def listed(job: Job) -> str:
    """How many entries of it could not be taken as they are; "" where all were."""
    count = outcomes.listed(job)
    return figures.left_out(count) if count else ""
