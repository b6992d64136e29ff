"""What happened, in sentences: the outcome of a job, the state of the service, lists that are empty."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.recall import Recalled
from mnemoteca.core.views import Place
from mnemoteca.gui.commands import PLACE_TEXTS
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
    if job.kind != "import" or job.state is JobState.FAILED:
        return job.message or job.title
    told = _figures.of_import(job.result or {})
    if job.state is JobState.CANCELLED:
        told.insert(0, translate("Outcomes", "Stopped; what had come in stays"))
    nothing = translate("Outcomes", "nothing new")
    return f"{job.title}: {', '.join(told) or nothing}."


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
        named = {
            "sessions_new": self.tr("%Ln new sessions", "", result.get("sessions_new", 0)),
            "memories_new": self.tr("%Ln new memories", "", result.get("memories_new", 0)),
            "changed": self.tr("%Ln changed", "", result.get("changed", 0)),
            "unchanged": self.tr("%Ln were here already", "", result.get("unchanged", 0)),
            "in_trash": self.tr("%Ln of these are in the trash", "", result.get("in_trash", 0)),
            "empty": self.tr("%Ln were empty", "", result.get("empty", 0)),
            "skipped": self.tr("%Ln could not be taken", "", result.get("skipped", 0)),
            "mended": self.tr("%Ln came in with broken characters replaced", "", result.get("mended", 0)),
        }
        return [words for name, words in named.items() if result.get(name)]


_figures = Figures()


def _tr(text: str) -> str:
    return translate("Outcomes", text) if text else ""
