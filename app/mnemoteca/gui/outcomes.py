"""What happened, in sentences: the outcome of a job, the state of the service, lists that are empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from mnemoteca.core.errors import Problem
from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.recall import Recalled
from mnemoteca.core.views import Place
from mnemoteca.gui.commands import PLACE_TEXTS
from mnemoteca.gui.components.facts import Fact
from mnemoteca.gui.counted import counted
from mnemoteca.gui.ending import Ending
from mnemoteca.gui.notices import outcome
from mnemoteca.gui.problems import said
from mnemoteca.gui.translations import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

EMPTY: dict[Place, tuple[str, str]] = {
    Place.EVERYTHING: (
        QT_TRANSLATE_NOOP("Outcomes", "Nothing is here yet."),
        QT_TRANSLATE_NOOP("Outcomes", "Write a note, or open a file."),
    ),
    Place.SESSIONS: (
        QT_TRANSLATE_NOOP("Outcomes", "There are no sessions yet."),
        QT_TRANSLATE_NOOP("Outcomes", "Open a file of conversations, or drop one on the window."),
    ),
    Place.NOTES: (
        QT_TRANSLATE_NOOP("Outcomes", "There are no notes yet."),
        QT_TRANSLATE_NOOP("Outcomes", "%1 writes one."),
    ),
    Place.PINNED: (
        QT_TRANSLATE_NOOP("Outcomes", "Nothing is pinned."),
        QT_TRANSLATE_NOOP("Outcomes", "%1 pins the memory at hand; it never fades then."),
    ),
    Place.FADED: (
        QT_TRANSLATE_NOOP("Outcomes", "Nothing has faded."),
        QT_TRANSLATE_NOOP("Outcomes", "What leaves the tiers by time is listed here, and can still be found."),
    ),
    Place.ARCHIVE: (
        QT_TRANSLATE_NOOP("Outcomes", "The archive is empty."),
        QT_TRANSLATE_NOOP("Outcomes", "What you bring in and is older than a day is listed here."),
    ),
    Place.TRASH: (
        QT_TRANSLATE_NOOP("Outcomes", "The trash is empty."),
        QT_TRANSLATE_NOOP("Outcomes", "What you forget waits here, and can be brought back."),
    ),
}

FILLS = {Place.NOTES: "new_note", Place.PINNED: "pin"}  # the command that the step names


def empty(place: Place, key: Callable[[str], str]) -> tuple[str, str]:
    """Why a list has no rows, and what fills it; `key` tells how a command is called for."""
    sentence, step = EMPTY.get(place, ("", ""))
    by = key(FILLS[place]) if place in FILLS else ""
    return _tr(sentence), _tr(step).replace("%1", by)


def remark(place: Place, key: Callable[[str], str]) -> str:
    """What is to be said below the rows of a place."""
    if place is not Place.TRASH:
        return ""
    said = translate(
        "Outcomes", "%1 brings back what is chosen. After the days that are set for the trash it goes for good."
    )
    return said.replace("%1", key("restore"))


def place_name(place: Place) -> str:
    """The name of a place."""
    return translate("Commands", PLACE_TEXTS[place])


def in_ms(ms: float) -> str:
    """How long an answer took."""
    return _figures.in_ms(max(1, round(ms)))


def footer(recalled: Recalled) -> str:
    """What stands below the hits: words that were read differently, and what could not be searched yet."""
    told = list(recalled.notes)
    if recalled.missing:
        told.append(_figures.missing(recalled.missing))
    return " · ".join(told)


def ended(job: Job) -> str:
    """The outcome of a job in a sentence, from its figures."""
    if job.kind == "export" and job.state is JobState.DONE:
        return f"{job.title}: {written(job)}"
    if job.kind.startswith("model-") and job.state is JobState.DONE:
        return translate("Outcomes", "%1 is installed.").replace("%1", job.title)
    if job.kind != "import" or job.state is JobState.FAILED:
        return outcome(job.message) or job.title
    told = figures_of(job)
    if job.state is JobState.CANCELLED:
        told.insert(0, translate("Outcomes", "Stopped; what had come in stays"))
    nothing = translate("Outcomes", "nothing new")
    return f"{job.title}: {', '.join(told) or nothing}."


def figures_of(job: Job) -> list[str]:
    """What came in by an import, and what did not."""
    return _figures.of_import(job.result or {})


def written(job: Job) -> str:
    """What an export wrote."""
    result = job.result or {}
    memories, sessions = counted.memories(result.get("memories", 0)), _figures.in_sessions(result.get("sessions", 0))
    return translate("Outcomes", "Written: %1 %2.").replace("%1", memories).replace("%2", sessions)


def under_way(job: Job) -> str:
    """What a job does, in a few words."""
    told = {
        "import": translate("Outcomes", "Bringing in %1"),
        "preview": translate("Outcomes", "Looking through %1"),
        "export": translate("Outcomes", "Writing %1"),
        "purge": translate("Outcomes", "Purging: the last bytes go"),
        "sleep": translate("Outcomes", "Learning from “%1”"),
        "model-download": translate("Outcomes", "Downloading %1"),
        "model-install": translate("Outcomes", "Taking in %1"),
        "model-quantize": translate("Outcomes", "Making a smaller copy: %1"),
    }.get(job.kind, "%1")
    return told.replace("%1", job.title)


def listed(job: Job) -> int:
    """How many entries the list of what an import could not take as it is has."""
    result = job.result or {}
    return result.get("skipped", 0) + result.get("mended", 0)


def ending(jobs: Sequence[Job], problems: Sequence[Problem], taken_back: bool) -> Ending:
    """How an import of one or more paths ended, for its dialog."""
    counts = Counter[str]()
    for job in jobs:
        counts.update(job.result or {})
    result = dict(counts)
    sentences = [" ".join(filter(None, said(problem))) for problem in problems]
    sentences += [ended(job) for job in jobs if job.state is JobState.FAILED]
    if taken_back:
        sentences.insert(0, translate("Outcomes", "It was taken back: what had come in is in the trash."))
    elif any(job.state is JobState.CANCELLED for job in jobs):
        sentences.insert(0, translate("Outcomes", "It was stopped; what had come in stays."))
    facts = [Fact(ICONS_OF[name], words) for name, words in _figures.named(result).items() if result.get(name)]
    if not facts and not sentences:
        facts = [Fact("inbox", translate("Outcomes", "There was nothing in it that could come in"))]
    came = any(result.get(name) for name in ("memories_new", "changed"))
    return Ending(" ".join(sentences), () if taken_back else tuple(facts), came and not taken_back)


def together(jobs: Sequence[Job]) -> str:
    """The outcome of several imports at once, in a sentence."""
    counts = Counter[str]()
    for job in jobs:
        counts.update(job.result or {})
    came = {name: counts[name] for name in ("memories_new", "changed", "skipped") if counts[name]}
    told = ", ".join(_figures.of_import(came)) or translate("Outcomes", "nothing new")
    sources = _figures.sources(len(jobs))
    failed = [ended(job) for job in jobs if job.state is JobState.FAILED]
    return " ".join([f"{sources}: {told}.", *failed])


ICONS_OF = {
    "memories_new": "inbox",
    "sessions_new": "messages-square",
    "changed": "redo-2",
    "unchanged": "check",
    "in_trash": "trash-2",
    "empty": "archive-x",
    "left_out": "feather",
    "secrets": "key-round",
    "skipped": "circle-alert",
    "mended": "circle-alert",
    "elsewhere": "check",
    "brought_back": "trash-2",
    "refused": "archive-x",
    "retitled": "redo-2",
}


class Figures:
    """Numbers in words; `tr` is where lupdate sees a plural."""

    def tr(self, text: str, comment: str, n: int) -> str:
        return translate("Figures", text, comment or None, n)

    def in_ms(self, n: int) -> str:
        return self.tr("in %Ln ms", "", n)

    def missing(self, n: int) -> str:
        return self.tr("%Ln memories are not indexed yet.", "", n)

    def of_import(self, result: dict[str, int]) -> list[str]:
        """What came in, and what did not."""
        return [words for name, words in self.named(result).items() if result.get(name)]

    def in_sessions(self, n: int) -> str:
        return self.tr("in %Ln sessions", "", n)

    def sources(self, n: int) -> str:
        return self.tr("From %Ln sources", "", n)

    def named(self, result: dict[str, int]) -> dict[str, str]:
        """Each figure of an import in words."""
        return {
            "sessions_new": self.tr("%Ln new sessions", "", result.get("sessions_new", 0)),
            "memories_new": self.tr("%Ln new memories", "", result.get("memories_new", 0)),
            "changed": self.tr("%Ln changed", "", result.get("changed", 0)),
            "unchanged": self.tr("%Ln were here already", "", result.get("unchanged", 0)),
            "in_trash": self.tr("%Ln of these are in the trash", "", result.get("in_trash", 0)),
            "empty": self.tr("%Ln were empty", "", result.get("empty", 0)),
            "left_out": self.tr("%Ln were left out as you asked", "", result.get("left_out", 0)),
            "secrets": self.tr("%Ln secrets were left out", "", result.get("secrets", 0)),
            "skipped": self.tr("%Ln could not be taken", "", result.get("skipped", 0)),
            "mended": self.tr("%Ln came in changed, for a reason that is listed", "", result.get("mended", 0)),
            "elsewhere": self.tr("%Ln sessions were here from another source", "", result.get("elsewhere", 0)),
            "brought_back": self.tr("%Ln came back from the trash", "", result.get("brought_back", 0)),
            "refused": self.tr("%Ln stay out: receipts say that they were purged", "", result.get("refused", 0)),
            "retitled": self.tr("%Ln sessions have a new title", "", result.get("retitled", 0)),
        }


_figures = Figures()


def _tr(text: str) -> str:
    return translate("Outcomes", text) if text else ""
