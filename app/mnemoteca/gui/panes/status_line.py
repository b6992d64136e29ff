"""The line at the bottom: the offline promise at the left; what runs, the index and the service at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mnemoteca.core.jobs import Job
from mnemoteca.core.standing import MeaningState, MeaningStatus
from mnemoteca.gui import outcomes, words
from mnemoteca.gui.components.bar import Bar
from mnemoteca.gui.components.button import Button, Kind, icon_button
from mnemoteca.gui.components.label import Divider, Ground, Label
from mnemoteca.gui.components.painting import painter_on
from mnemoteca.gui.components.spoken import announce
from mnemoteca.gui.components.tip import tell_tip
from mnemoteca.gui.components.told_button import ToldButton
from mnemoteca.gui.counted import counted
from mnemoteca.gui.theme.icons import draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import PAD, SMALL, STATUS, Type
from mnemoteca.gui.told_jobs import how_far

ICON = 13
LONGEST = 60  # characters of what a job does


class SmallIcon(QWidget):
    """An icon before a few words."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self.setFixedSize(QSize(ICON, ICON))
        theme.changed.connect(self.update)

    def paintEvent(self, _: QPaintEvent) -> None:
        with painter_on(self, self._theme) as painter:
            draw_icon(painter, 0, 0, self._name, self._theme.tokens.muted, ICON)


class Told(QWidget):
    """An icon and a few words; hidden where there are none."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._label = Label(theme, "", Type.META, "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(SmallIcon(theme, icon))
        row.addWidget(self._label)

    def tell(self, sentence: str, more: str = "") -> None:
        """Say this; `more` is told to who points at it."""
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(more)
        tell_tip(self, more)
        self.setVisible(bool(sentence))

    def sentence(self) -> str:
        return self._label.text()


class StatusLine(Ground):
    """Everything in one quiet line."""

    job_chosen = Signal(int)
    job_stopped = Signal(int)
    service_chosen = Signal()
    activity_wanted = Signal()
    network_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setFixedHeight(STATUS)
        self._promise = ToldButton(theme, "wifi-off")
        self._waiting = Told(theme, "notebook-pen")
        self._job_icon, self._job = SmallIcon(theme, "file-down"), Button(theme, "", kind=Kind.LINK)
        self._bar = Bar(theme)
        self._left = Label(theme, "", Type.META, "muted")
        self._stop = icon_button(theme, "x", "")
        self._stop.setFixedSize(QSize(22, 22))
        self._indexed = ToldButton(theme, "check")
        self._indexing = ToldButton(theme, "clock")
        self._meant, self._unmeant = Told(theme, "clock"), Told(theme, "circle-alert")
        self._meaning = MeaningStatus()
        self._preparing, self._unprepared = Told(theme, "clock"), Told(theme, "circle-alert")
        self.set_preparation("")
        self._service = Button(theme, "", kind=Kind.LINK)
        self._jobs: tuple[Job, ...] = ()
        self._missing: int | None = None
        self._notes = 0
        self._said_promise = ""
        self._lay_out(theme)
        self._job.clicked.connect(lambda: self.job_chosen.emit(self._jobs[0].id) if self._jobs else None)
        self._stop.clicked.connect(lambda: self.job_stopped.emit(self._jobs[0].id) if self._jobs else None)
        self._service.clicked.connect(self.service_chosen)
        self._promise.clicked.connect(self.network_wanted)
        for part in (self._indexed, self._indexing):
            part.clicked.connect(self.activity_wanted)
        self._service.hide()
        self._words()

    def set_promise(self, text: str = "") -> None:
        """What is said of the network, by the record of connections."""
        self._said_promise = text
        self._words()

    def set_jobs(self, jobs: tuple[Job, ...]) -> None:
        """What is under way; the first is shown."""
        self._jobs = jobs
        self._words()

    def set_index(self, missing: int | None) -> None:
        """How many memories the index still lacks; None where that isn't known."""
        self._missing = missing
        self._words()

    def set_meaning(self, meaning: MeaningStatus) -> None:
        """How search by meaning stands; nothing is said while all is well, or where it is switched off."""
        self._meaning = meaning
        self._words()

    def set_preparation(self, sentence: str, more: str = "", trouble: bool = False) -> None:
        """What is to be said of the set-up that goes on behind the window."""
        self._preparing.tell("" if trouble else sentence, more)
        self._unprepared.tell(sentence if trouble else "", more)

    def set_waiting(self, notes: int) -> None:
        """How many notes wait for the service."""
        self._notes = notes
        self._words()

    def set_service(self, sentence: str, trouble: bool = False) -> None:
        """What is the matter with the service; nothing while all is well. Trouble can be clicked."""
        if trouble and sentence != self._service.text():
            announce(self, sentence)
        self._service.set_face(sentence)
        self._service.setVisible(bool(sentence))
        self._service.setEnabled(trouble)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        self.setAccessibleName(self.tr("Status"))
        self._promise.tell(self._said_promise, self.tr("Show every connection"))
        self._waiting.tell(counted.notes_waiting(self._notes) if self._notes else "")
        shows = self.tr("Show the activity")
        self._indexed.tell(self._said_indexed() if self._missing == 0 else "", shows)
        self._indexing.tell(counted.still_to_index(self._missing) if self._missing else "", shows)
        self._tell_meaning(self._meaning)
        self._stop.set_name(self.tr("Stop this"))
        job = self._jobs[0] if self._jobs else None
        for part in (self._job_icon, self._job, self._bar, self._left, self._stop):
            part.setVisible(job is not None)
        if job is not None:
            told = outcomes.under_way(job)
            self._job.set_face(told if len(told) <= LONGEST else told[: LONGEST - 1] + "…")
            self._job.set_name(self.tr("%1. Show it").replace("%1", told))
            self._bar.tell(job.done, job.total)
            self._bar.setAccessibleName(told)
            self._left.setText(how_far(job))

    def _said_indexed(self) -> str:
        """Only words, where some memories can't be found by meaning yet, or none can."""
        meaning = self._meaning
        whole = meaning.state is MeaningState.OFF or (meaning.state is MeaningState.READY and not meaning.missing)
        return self.tr("Everything indexed") if whole else self.tr("All words indexed")

    def _tell_meaning(self, meaning: MeaningStatus) -> None:
        goes_on, trouble, more = "", "", ""
        match meaning.state:
            case MeaningState.READY:
                goes_on = counted.still_to_embed(meaning.missing) if meaning.missing else ""
                more = "" if meaning.left_s is None else self.tr("%1 left").replace("%1", words.span(meaning.left_s))
            case MeaningState.PREPARING:
                goes_on = self.tr("Search by meaning is being prepared")
            case MeaningState.ABSENT:
                trouble = self.tr("Words only: search by meaning is not prepared")
                more = self.tr("Prepare it with: mnemoteca models prepare")
            case MeaningState.FAILED:
                trouble, more = self.tr("Words only: search by meaning failed"), meaning.reason
        if meaning.missing and meaning.state is not MeaningState.READY:
            more = ". ".join(filter(None, (more, counted.still_to_embed(meaning.missing))))
        self._meant.tell(goes_on, more)
        self._unmeant.tell(trouble, more)

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(PAD, 0, PAD, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._promise)
        row.addStretch(1)
        part: QWidget
        for part in (self._waiting, self._job_icon, self._job, self._bar, self._left, self._stop):
            row.addWidget(part)
        row.addSpacing(SMALL)
        for part in (
            self._preparing,
            self._unprepared,
            self._unmeant,
            self._meant,
            self._indexed,
            self._indexing,
            self._service,
        ):
            row.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Divider(theme))
        whole.addLayout(row, 1)
