"""What a person does to memories: pin, forget, restore, promote, let go, undo. Each says so, with its undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from mnemoteca.core.changes import Done
from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.gui.calls import Caller


class Acts(QObject):
    """Calls the library and tells the outcome; what changes on the screen comes round as news."""

    said = Signal(str, bool)  # what was done, whether it can be undone
    done = Signal(object)  # Done

    def __init__(self, link: Caller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self.space = DEFAULT_SPACE

    def pin(self, ids: tuple[int, ...]) -> None:
        self._act("pin", ids, lambda n: self.tr("Pinned.") if n == 1 else self.tr("%Ln pinned.", "", n))

    def unpin(self, ids: tuple[int, ...]) -> None:
        self._act("unpin", ids, lambda n: self.tr("Unpinned.") if n == 1 else self.tr("%Ln unpinned.", "", n))

    def tag(self, ids: tuple[int, ...], tags: tuple[str, ...]) -> None:
        self._act("tag", ids, lambda n: self.tr("Tagged.") if n == 1 else self.tr("%Ln tagged.", "", n), add=tags)

    def forget(self, ids: tuple[int, ...]) -> None:
        self._act("forget", ids, lambda n: self.tr("Forgotten.") if n == 1 else self.tr("%Ln forgotten.", "", n))

    def restore(self, ids: tuple[int, ...]) -> None:
        self._act("restore", ids, lambda n: self.tr("Restored.") if n == 1 else self.tr("%Ln restored.", "", n))

    def promote(self, ids: tuple[int, ...]) -> None:
        self._act("promote", ids, lambda n: self.tr("Promoted.") if n == 1 else self.tr("%Ln promoted.", "", n))

    def rise(self, id: int, tiers: int) -> None:
        """Promote by so many tiers, one act each."""
        if tiers > 1:
            self._link.call("promote", ids=(id,)).then(lambda done: self.rise(id, tiers - 1))
        else:
            self.promote((id,))

    def let_go(self, ids: tuple[int, ...]) -> None:
        self._act("let_go", ids, lambda n: self.tr("Let go. It can still be found."))

    def forget_session(self, session: int) -> None:
        call = self._link.call("forget_session", session=session)
        call.then(lambda done: self._tell(done, self.tr("Forgotten: %Ln memories.", "", done.count), True))

    def undo(self) -> None:
        """Undo the newest act of this space; with none left the library says so."""
        self._link.call("undo", space=self.space).then(lambda done: self._tell(done, self.tr("Undone."), False))

    def redo(self) -> None:
        self._link.call("redo", space=self.space).then(lambda done: self._tell(done, self.tr("Done again."), True))

    def _act(self, name: str, ids: tuple[int, ...], words: Callable[[int], str], **more: object) -> None:
        if ids:
            call = self._link.call(name, ids=ids, **more)
            call.then(lambda done: self._tell(done, words(done.count), done.act is not None))

    def _tell(self, done: Done, words: str, undoable: bool) -> None:
        self.done.emit(done)
        if done.count or not undoable:
            self.said.emit(words, undoable)
