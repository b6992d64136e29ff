"""Keeping a note: from the capture box by way of the draft file into the library, once."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from mnemoteca.core.errors import Problem, Stopped, Unavailable
from mnemoteca.core.memory import Memory
from mnemoteca.gui.calls import Caller
from mnemoteca.gui.drafts import Draft, DraftFile, Note, read_draft

SAVE_AFTER_MS = 300  # from the first key; what was typed a second ago stands on the disk


class Keeping(QObject):
    """The draft and the notes on their way.

    A note that is kept is first written to the draft file with its token, then sent; it leaves the file when
    the library has acknowledged it. While the service is away it waits there.
    """

    kept = Signal(object)  # Memory
    returned = Signal(object)  # Draft: a note could not be taken and stands in the box again
    redrafted = Signal()  # what is typed and not yet kept is another text now
    waiting = Signal(int)  # how many notes wait
    saved = Signal()  # what is typed stands on the disk
    trouble = Signal(str)  # it can't be written there, why
    problem = Signal(object)
    _saved = Signal(object, object)  # Draft, the error or None

    def __init__(self, link: Caller, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._file = DraftFile(path)
        self.draft: Draft = read_draft(path)
        self._sent: set[str] = set()
        self._here = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SAVE_AFTER_MS)
        self._soon.timeout.connect(self._save)
        self._saved.connect(self._after_save)

    def typed(self, text: str, pinned: bool, importance: float) -> None:
        """The box holds this now."""
        typed = replace(self.draft, text=text, pinned=pinned, importance=importance)
        if typed != self.draft:
            self.draft = typed
            self.redrafted.emit()
            if not self._soon.isActive():
                self._soon.start()

    def keep(self, space: str) -> bool:
        """Keep what the box holds; False where that is nothing."""
        if not self.draft.text.strip():
            return False
        self.draft = self.draft.kept(space)
        self.redrafted.emit()
        self._save()
        return True

    def set_here(self, here: bool) -> None:
        """The service came or went."""
        self._here = here
        self._sent.clear()
        self._send()

    def close(self) -> None:
        """Write what is left to write, and return when it stands on the disk."""
        if self._soon.isActive():
            self._soon.stop()
            self._file.save(self.draft)
        self._file.close()

    def _save(self) -> None:
        self._soon.stop()
        draft = self.draft
        self._file.save(draft).add_done_callback(lambda done: self._tell(draft, done))

    def _tell(self, draft: Draft, done: Future[None]) -> None:
        """On the writing thread: carry the outcome into Qt."""
        self._saved.emit(draft, done.exception())

    def _after_save(self, draft: Draft, error: BaseException | None) -> None:
        if isinstance(error, OSError):
            self.trouble.emit(error.strerror or str(error))
        elif error is not None:
            raise error
        elif draft == self.draft:
            self.saved.emit()
        self._send()

    def _send(self) -> None:
        if self._here:
            for note in self.draft.waiting:
                if note.token not in self._sent:
                    self._sent.add(note.token)
                    self._capture(note)
        self.waiting.emit(len([n for n in self.draft.waiting if n.token not in self._sent]))

    def _capture(self, note: Note) -> None:
        def took(memory: Memory) -> None:
            self.draft = self.draft.without(note.token)
            self._save()
            self.kept.emit(memory)

        def refused(problem: Problem) -> None:
            self._sent.discard(note.token)
            if isinstance(problem, (Unavailable, Stopped)):
                self.waiting.emit(len(self.draft.waiting))
                return
            self.draft = self.draft.returned(note)
            self.redrafted.emit()
            self._save()
            self.returned.emit(self.draft)
            self.problem.emit(problem)

        call = self._link.call(
            "capture",
            text=note.text,
            space=note.space,
            importance=note.importance,
            pinned=note.pinned,
            token=note.token,
        )
        call.then(took).failed(refused)
