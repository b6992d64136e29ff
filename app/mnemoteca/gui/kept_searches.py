"""Searches kept under a name: saved from the field, shown in the rail and the palette, renamed, deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from mnemoteca.core.changes import Done
from mnemoteca.core.saved_searches import MOST, SETTING, Saved, read_saved, renamed, with_saved, without_saved, written
from mnemoteca.core.settings import Value
from mnemoteca.gui.calls import Call, Caller, Latest, quiet
from mnemoteca.gui.panes.ask_box import AskBox
from mnemoteca.gui.panes.search_list import SearchList

Change = Callable[[Sequence[Saved]], tuple[Saved, ...]]


class KeptSearches(QObject):
    """Keeps the list right; what is changed is read anew first, since another window may have changed it."""

    told = Signal(str, str, object)  # a sentence, what can be done about it, and the doing of it
    search_wanted = Signal(str)

    def __init__(self, link: Caller, pane: SearchList, ask: AskBox, space: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._pane, self._box, self._space = link, pane, ask, space
        self._asking = Latest()
        pane.chosen.connect(self.search_wanted)
        pane.rename_wanted.connect(self.rename)
        pane.delete_wanted.connect(self.delete)

    def ask(self) -> None:
        """Look which there are in the space at hand."""
        self._asking.take(self._link.call("settings", space=self._space())).then(self._came).failed(quiet)

    def save(self, query: str) -> None:
        """Ask for a name for what stands in the search field."""
        query = query.strip()
        if not query:
            self.told.emit(self.tr("Type what you search for, then save it."), "", None)
            return
        self._box.ask(
            self.tr("Save this search"),
            self.tr("Save"),
            lambda name: self._change(
                lambda there: with_saved(there, name, query), self.tr("Saved: %1.").replace("%1", name)
            ),
            text=query,
            help=self.tr("Its name. One that is there already is replaced."),
        )

    def rename(self, name: str) -> None:
        self._box.ask(
            self.tr("Rename the search"),
            self.tr("Rename"),
            lambda new_name: self._change(lambda there: renamed(there, name, new_name)),
            text=name,
        )

    def delete(self, name: str) -> None:
        self._change(lambda there: without_saved(there, name), self.tr("Deleted: %1.").replace("%1", name))

    def _change(self, change: Change, sentence: str = "") -> None:
        space = self._space()
        call = self._link.call("settings", space=space)
        call.then(lambda values: self._put(space, read_saved(str(values[SETTING])), change, sentence))

    def _put(self, space: str, there: tuple[Saved, ...], change: Change, sentence: str) -> None:
        wanted = change(there)
        if len(wanted) > max(MOST, len(there)):
            self.told.emit(self.tr("No more searches can be saved. Delete one first."), "", None)
        elif wanted != there:
            self._write(space, wanted).then(lambda _: self._changed(space, wanted, there, sentence))

    def _write(self, space: str, searches: tuple[Saved, ...]) -> Call[Done]:
        return self._link.call("set_setting", name=SETTING, value=written(searches), space=space)

    def _changed(self, space: str, now: tuple[Saved, ...], before: tuple[Saved, ...], sentence: str) -> None:
        if space == self._space():
            self._pane.set_searches(now)
        if sentence:
            self.told.emit(sentence, self.tr("Undo"), lambda: self._back(space, before))

    def _back(self, space: str, before: tuple[Saved, ...]) -> None:
        self._write(space, before).then(lambda _: self.ask())

    def _came(self, values: dict[str, Value]) -> None:
        self._pane.set_searches(read_saved(str(values[SETTING])))
