"""What a person does to memories: pin, forget, restore, promote, let go, undo. Each says so, with its undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from mnemoteca.core.changes import Done, Undoable
from mnemoteca.core.knowledge.values import Verdict
from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.gui.calls import Caller


class Acts(QObject):
    """Calls the library and tells the outcome; what changes on the screen comes round as news."""

    said = Signal(str, object)  # what was done, and the way back, None where there is none
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

    def retag(self, id: int, add: tuple[str, ...], remove: tuple[str, ...]) -> None:
        """What a person says of the tags of one memory, own and suggested."""
        self._act("tag", (id,), lambda n: self.tr("Tags changed, and learned of."), add=add, remove=remove)

    def correct_name(self, id: int, name: str, kind: str) -> None:
        """What a person says of a name in one memory: its kind, "" that it is none."""
        call, space = self._link.call("correct_name", id=id, name=name, kind=kind), self.space
        call.then(lambda done: self._tell(done, self.tr("Learned what this name is."), space))

    def forget(self, ids: tuple[int, ...]) -> None:
        self._act("forget", ids, lambda n: self.tr("Forgotten.") if n == 1 else self.tr("%Ln forgotten.", "", n))

    def restore(self, ids: tuple[int, ...]) -> None:
        self._act("restore", ids, lambda n: self.tr("Restored.") if n == 1 else self.tr("%Ln restored.", "", n))

    def promote(self, ids: tuple[int, ...]) -> None:
        self._act("promote", ids, lambda n: self.tr("Promoted.") if n == 1 else self.tr("%Ln promoted.", "", n))

    def rise(self, id: int, tiers: int) -> None:
        """Promote by so many tiers, as one act."""
        if tiers > 0:
            self._act("promote", (id,), lambda n: self.tr("Promoted."), tiers=tiers)

    def let_go(self, ids: tuple[int, ...]) -> None:
        self._act("let_go", ids, lambda n: self.tr("Let go. It can still be found."))

    def merge(self, id: int, into: int) -> None:
        """Let it fade, and point to the one that says the same."""
        call, space = self._link.call("merge", id=id, into=into), self.space
        call.then(lambda done: self._tell(done, self.tr("Merged. It can still be found."), space))

    def settle(self, contradiction: int, keep: Verdict) -> None:
        """Say which of two statements is right."""
        call, space = self._link.call("settle_contradiction", id=contradiction, keep=keep), self.space
        call.then(lambda done: self._tell(done, self.tr("Decided."), space))

    def forget_session(self, session: int) -> None:
        call, space = self._link.call("forget_session", session=session), self.space
        call.then(lambda done: self._tell(done, self.tr("Forgotten: %Ln memories.", "", done.count), space))

    def merge_entities(self, keep: int, others: tuple[int, ...]) -> None:
        """They are one."""
        call, space = self._link.call("merge_entities", keep=keep, others=others), self.space
        call.then(lambda done: self._tell(done, self.tr("They are one now."), space))

    def split_entity(self, names: tuple[int, ...]) -> None:
        """These names are somebody else's."""
        call, space = self._link.call("split_entity", names=names), self.space
        call.then(lambda done: self._tell(done, self.tr("Somebody else’s name now."), space))

    def undo(self) -> None:
        """Undo the newest act of this space; with none left the library says so."""
        self._link.call("undo", space=self.space).then(lambda done: self._tell(done, self.tr("Undone.")))

    def redo(self) -> None:
        space = self.space
        self._link.call("redo", space=space).then(lambda done: self._tell(done, self.tr("Done again."), space))

    def undo_kept(self, space: str) -> None:
        """Undo the keeping of the note that came in last, while nothing else was done in its space since."""
        self._undo_if(space, lambda newest: newest.kind == "keep")

    def _undo_if(self, space: str, means: Callable[[Undoable], bool]) -> None:
        """Undo the newest act of a space where it is the one that is meant; an act that came since stays done."""
        call = self._link.call("history", space=space, limit=1)
        call.then(lambda acts: self._undo_newest(space, any(means(act) and not act.undone for act in acts)))

    def _undo_newest(self, space: str, meant: bool) -> None:
        if meant:
            self._link.call("undo", space=space).then(lambda done: self._tell(done, self.tr("Undone.")))
        else:
            self.said.emit(self.tr("Something else was done since. The history undoes down to each act."), None)

    def _act(self, name: str, ids: tuple[int, ...], words: Callable[[int], str], **more: object) -> None:
        if ids:
            call, space = self._link.call(name, ids=ids, **more), self.space
            call.then(lambda done: self._tell(done, words(done.count), space))

    def _tell(self, done: Done, words: str, space: str | None = None) -> None:
        """Say what was done; with the `space` it was done in, the way back stands beside it."""
        self.done.emit(done)
        back = None if space is None or done.act is None else partial(self._back, space, done.act)
        if done.count or back is None:
            self.said.emit(words, back)

    def _back(self, space: str, act: int) -> None:
        self._undo_if(space, lambda newest: newest.act == act)
