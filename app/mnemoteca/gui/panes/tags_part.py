"""The tags of a memory: the person's own, those that are suggested, and a way to add one; a click says what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QMenu

from mnemoteca.gui.components.chip import ChipButton
from mnemoteca.gui.components.chip_flow import ChipFlow
from mnemoteca.gui.theme.theme import Theme


class TagsPart(ChipFlow):
    """Chips in a flow; what is chosen of a chip's menu is a wish, which the library answers with news."""

    tag_chosen = Signal(str)  # to be searched
    add_wanted = Signal()
    change_wanted = Signal(str)  # this one, into another
    retag_wanted = Signal(object, object)  # tags to put on, tags to take off or decline

    def __init__(self, theme: Theme) -> None:
        self._plus = ChipButton(theme, "…", "plus")
        super().__init__(theme, self._plus)
        self._own: tuple[str, ...] = ()
        self._suggested: tuple[str, ...] = ()
        self._may_change = True
        self._told: list[tuple[str, bool]] = []  # what each chip says, and whether it is suggested
        self._plus.clicked.connect(self.add_wanted)
        self.pressed.connect(self._open)

    def show_tags(self, own: Sequence[str], suggested: Sequence[str], *, may_change: bool) -> None:
        """These are on the memory, and these are suggested for it."""
        self._own, self._suggested, self._may_change = tuple(own), tuple(suggested), may_change
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def menu_of(self, tag: str, *, suggested: bool) -> QMenu:
        """What can be done with a tag."""
        menu = QMenu(self)
        if suggested:
            menu.addAction(self.tr("Keep this tag")).triggered.connect(lambda: self.retag_wanted.emit((tag,), ()))
        else:
            menu.addAction(self.tr("Search this tag")).triggered.connect(lambda: self.tag_chosen.emit(tag))
        if self._may_change:
            menu.addAction(self.tr("Change it…")).triggered.connect(lambda: self.change_wanted.emit(tag))
            name = self.tr("It doesn’t fit") if suggested else self.tr("Remove it")
            menu.addAction(name).triggered.connect(lambda: self.retag_wanted.emit((), (tag,)))
        return menu

    def _say(self) -> None:
        self._told = [(tag, False) for tag in self._own]
        self._told += [(tag, True) for tag in self._suggested] if self._may_change else []
        self._plus.tell(self.tr("Add"), self.tr("Add a tag"))
        self._plus.setVisible(self._may_change)
        self.tell([self._chip(tag, suggested) for tag, suggested in self._told])

    def _chip(self, tag: str, suggested: bool) -> tuple[str, str, str]:
        name = self.tr("Suggested tag %1") if suggested else self.tr("Tag %1")
        return "#" + tag, name.replace("%1", tag), "circle-question-mark" if suggested else ""

    def _open(self, number: int) -> None:
        tag, suggested = self._told[number]
        self.open_menu(number, self.menu_of(tag, suggested=suggested))
