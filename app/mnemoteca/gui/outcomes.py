"""What happened, in sentences: the outcome of a job, the state of the service, lists that are empty."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.recall import Recalled
from mnemoteca.core.views import Place
from mnemoteca.gui.commands import PLACE_TEXTS
from mnemoteca.gui.translations import QT_TRANSLATE_NOOP

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
        QT_TRANSLATE_NOOP("Outcomes", "Ctrl+N writes one."),
    ),
    Place.PINNED: (
        QT_TRANSLATE_NOOP("Outcomes", "Nothing is pinned."),
        QT_TRANSLATE_NOOP("Outcomes", "Ctrl+D pins the memory at hand; it never fades then."),
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
        QT_TRANSLATE_NOOP("Outcomes", "What you forget waits here for 30 days."),
    ),
}


def empty(place: Place) -> tuple[str, str]:
    """Why a list has no rows, and what fills it."""
    sentence, step = EMPTY.get(place, ("", ""))
    return _tr(sentence), _tr(step)


def place_name(place: Place) -> str:
    """The name of a place."""
    return QCoreApplication.translate("Commands", PLACE_TEXTS[place])


def in_ms(ms: float) -> str:
    """How long an answer took."""
    return QCoreApplication.translate("Outcomes", "in %n ms", None, max(1, round(ms)))


def footer(recalled: Recalled) -> str:
    """What stands below the hits: words that were read differently, and what could not be searched yet."""
    told = list(recalled.notes)
    if recalled.missing:
        told.append(QCoreApplication.translate("Outcomes", "%Ln memories are not indexed yet.", None, recalled.missing))
    return " · ".join(told)


def ended(job: Job) -> str:
    """The outcome of a job in a sentence, from its figures."""
    if job.kind != "import" or job.state is JobState.FAILED:
        return job.message or job.title
    told = [part for part in _figures(job.result or {}) if part]
    if job.state is JobState.CANCELLED:
        told.insert(0, _tr("Stopped; what had come in stays"))
    return f"{job.title}: {', '.join(told) or _tr('nothing new')}."


def _figures(result: dict[str, int]) -> tuple[str, ...]:
    said = QCoreApplication.translate
    sessions, new, changed = (result.get(name, 0) for name in ("sessions", "new", "versions"))
    same, empty_ones, skipped = (result.get(name, 0) for name in ("same", "empty", "skipped"))
    return (
        said("Outcomes", "%Ln sessions", None, sessions) if sessions else "",
        said("Outcomes", "%Ln new memories", None, new) if new else "",
        said("Outcomes", "%Ln changed", None, changed) if changed else "",
        said("Outcomes", "%Ln already here", None, same) if same else "",
        said("Outcomes", "%Ln empty", None, empty_ones) if empty_ones else "",
        said("Outcomes", "%Ln skipped", None, skipped) if skipped else "",
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Outcomes", text) if text else ""
