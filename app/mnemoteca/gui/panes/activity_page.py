"""Activity: what runs, with how far it is; what ran, with how it ended; the newest first."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEvent, Qt, Signal

from mnemoteca.core.clock import Clock
from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.standing import MeaningStatus
from mnemoteca.gui import told_jobs
from mnemoteca.gui.components.button import Button
from mnemoteca.gui.components.entries import Entries, Entry
from mnemoteca.gui.components.facts import Fact, FactsCard
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.leaf import Leaf
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import Type
from mnemoteca.gui.told_jobs import UNDER_WAY, Backlog


class JobEntry(Entry):
    """One job."""

    def __init__(self, theme: Theme, clock: Clock, job: Job) -> None:
        self._stop, self._again, self._show = Button(theme, "…"), Button(theme, "…"), Button(theme, "…")
        super().__init__(theme, told_jobs.ICONS.get(job.kind, "clock"), (self._show, self._again, self._stop))
        self._clock, self.job = clock, job
        self.tell_job(job)

    def tell_job(self, job: Job) -> None:
        """Everything that is said of it, in the language in force."""
        self.job = job
        running, name = job.state in UNDER_WAY, told_jobs.headline(job)
        if running:
            self.tell(name, told_jobs.how_far(job))
        else:
            detail = " ".join(filter(None, (told_jobs.ending(job), self._listed())))
            self.tell(name, detail, told_jobs.moment(job, self._clock.now().astimezone()))
        if job.state is JobState.FAILED:
            self.show_sign("circle-alert", "text")
        else:
            self.show_sign(told_jobs.ICONS.get(job.kind, "clock"))
        self.show_progress(job.done, job.total, name if job.state is JobState.RUNNING else "")
        for button, text, offered in (
            (self._stop, self.tr("Stop"), running),
            (self._again, self.tr("Try again"), told_jobs.can_retry(job)),
            (self._show, self.tr("Show"), told_jobs.can_show(job)),
        ):
            button.set_face(text)
            button.set_name(f"{text}: {name}")
            button.setVisible(offered)

    def _listed(self) -> str:
        told = told_jobs.listed(self.job)
        return told + "." if told else ""


class ActivityPage(Leaf):
    """All work that takes a while."""

    stop_wanted = Signal(object)  # Job
    again_wanted = Signal(object)
    show_wanted = Signal(object)

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self._clock = clock
        self._jobs: tuple[Job, ...] = ()
        self._standing: tuple[int | None, Backlog, MeaningStatus, Backlog] | None = None
        self._engine = Fact("check", "")
        self._indexes = FactsCard(theme)
        self._now, self._past = self.heading(), self.heading()
        self._running, self._ended = Entries(theme), Entries(theme)
        self._nothing = Label(theme, "", Type.SECOND, "muted", wrap=True)
        for part in (self._indexes, self._now, self._running, self._past, self._ended, self._nothing):
            self.column.addWidget(part)
        for entries in (self._running, self._ended):
            entries.focused.connect(self.keep_in_sight)
        self._say()

    def set_jobs(self, jobs: tuple[Job, ...]) -> None:
        """These, the newest first."""
        self._jobs = jobs
        known = {job.id: job for job in jobs}

        def make(key: Hashable) -> Entry:
            return self._entry(next(job for job in jobs if job.id == key))

        for entries, running in ((self._running, True), (self._ended, False)):
            entries.show_keys([job.id for job in jobs if (job.state in UNDER_WAY) is running], make)
            for entry in entries.entries():
                if isinstance(entry, JobEntry):
                    entry.tell_job(known[entry.job.id])
        self._say()
        self.filled()

    def set_indexes(self, missing: int | None, by_words: Backlog, meaning: MeaningStatus, by_meaning: Backlog) -> None:
        """How far both indexes are."""
        self._standing = (missing, by_words, meaning, by_meaning)
        self._say_indexes()

    def set_preparation(self, sentence: str, more: str = "", trouble: bool = False) -> None:
        """What is to be said of the set-up behind the window; nothing once all is ready."""
        self._engine = Fact("circle-alert" if trouble else "clock", sentence, more)
        self._say_indexes()

    def first_focus(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        for entries in (self._running, self._ended):
            button = entries.first_button()
            if button is not None:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.set_jobs(self._jobs)
            self._say_indexes()
        super().changeEvent(event)

    def _entry(self, job: Job) -> JobEntry:
        made = JobEntry(self._theme, self._clock, job)
        show, again, stop = made.buttons
        show.clicked.connect(lambda: self.show_wanted.emit(made.job))
        again.clicked.connect(lambda: self.again_wanted.emit(made.job))
        stop.clicked.connect(lambda: self.stop_wanted.emit(made.job))
        return made

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Activity"))
        self.title.setText(self.tr("Activity"))
        self.sentence.setText(self.tr("Work that takes a while goes on by itself, also while the window is closed."))
        self._now.setText(self.tr("Under way"))
        self._past.setText(self.tr("Ended"))
        running = any(job.state in UNDER_WAY for job in self._jobs)
        self._now.setVisible(running)
        self._past.setVisible(any(job.state not in UNDER_WAY for job in self._jobs))
        self._nothing.setText(self.tr("Nothing was brought in or written out yet."))
        self._nothing.setVisible(not self._jobs)

    def _say_indexes(self) -> None:
        told = []
        if self._standing is not None:
            missing, by_words, meaning, by_meaning = self._standing
            told = [told_jobs.words_fact(missing, by_words), told_jobs.meaning_fact(meaning, by_meaning)]
        if self._engine.words:
            told.append(self._engine)
        self._indexes.tell(told)
