"""A person says of tags and names in the inspector that they fit, don't, or are others; small models learn of it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mnemoteca.gui.acts import Acts
from mnemoteca.gui.panes.ask_box import AskBox
from mnemoteca.gui.panes.inspector import InspectorPane


class Tagging(QObject):
    """Turns what is chosen of a tag or a name into acts upon the memory that the inspector shows."""

    def __init__(self, acts: Acts, ask: AskBox, pane: InspectorPane, parent: QObject) -> None:
        super().__init__(parent)
        self._acts, self._ask, self._pane = acts, ask, pane
        pane.tags.retag_wanted.connect(self._retag)
        pane.tags.add_wanted.connect(self._add)
        pane.tags.change_wanted.connect(self._change)
        pane.names.correct_wanted.connect(self._correct)

    def _retag(self, add: tuple[str, ...], remove: tuple[str, ...]) -> None:
        if (memory := self._pane.memory) is not None:
            self._acts.retag(memory.id, add, remove)

    def _correct(self, name: str, kind: str) -> None:
        if (memory := self._pane.memory) is not None:
            self._acts.correct_name(memory.id, name, kind)

    def _add(self) -> None:
        self._name(self.tr("Add a tag"), "", ())

    def _change(self, tag: str) -> None:
        self._name(self.tr("Change the tag %1").replace("%1", tag), tag, (tag,))

    def _name(self, title: str, text: str, instead_of: tuple[str, ...]) -> None:
        memory = self._pane.memory
        if memory is None:
            return

        def named(typed: str) -> None:
            tags = tuple(dict.fromkeys(each.lstrip("#") for each in typed.replace(",", " ").split()))
            self._acts.retag(memory.id, tags, tuple(each for each in instead_of if each not in tags))

        self._ask.ask(
            title, self.tr("Tag"), named, text=text, help=self.tr("One tag or several, with a space between them.")
        )
