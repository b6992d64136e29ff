"""The tags of a memory: the person's own, those that are suggested, and a way to add one; a click says what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from mnemoteca.gui.components.chip import ChipButton
from mnemoteca.gui.components.flow import Flow
from mnemoteca.gui.theme.theme import Theme

CHIPS = 12  # that have their place among what is gone through by keys


class TagsPart(QWidget):
    """Chips in a flow; what is chosen of a chip's menu is a wish, which the library answers with news."""

    tag_chosen = Signal(str)  # to be searched
    add_wanted = Signal()
    change_wanted = Signal(str)  # this one, into another
    retag_wanted = Signal(object, object)  # tags to put on, tags to take off or decline

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._look = theme
        self._own: tuple[str, ...] = ()
        self._suggested: tuple[str, ...] = ()
        self._may_change = True
        self._told: list[tuple[str, bool]] = []  # what each chip says, and whether it is suggested
        self._chips: list[ChipButton] = []
        self._flow = Flow(self)
        for _ in range(CHIPS):
            self._make()
        self._plus = ChipButton(theme, "…", "plus")
        self._plus.clicked.connect(self.add_wanted)
        self._flow.addWidget(self._plus)

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
        self._look.dress(menu)
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
        told = [(tag, False) for tag in self._own]
        told += [(tag, True) for tag in self._suggested] if self._may_change else []
        while len(self._chips) < len(told):
            self._make()
        for chip, (tag, suggested) in zip(self._chips, told, strict=False):
            name = self.tr("Suggested tag %1") if suggested else self.tr("Tag %1")
            chip.tell("#" + tag, name.replace("%1", tag), "circle-question-mark" if suggested else "")
        for n, chip in enumerate(self._chips):
            chip.setVisible(n < len(told))
        self._told = told
        self._plus.tell(self.tr("Add"), self.tr("Add a tag"))
        self._plus.setVisible(self._may_change)
        self._flow.invalidate()

    def _make(self) -> None:
        """One chip more; it stays, so that whoever goes by keys comes to it here, and not behind everything."""
        number, chip = len(self._chips), ChipButton(self._look, "#")
        chip.hide()
        chip.clicked.connect(lambda: self._open(chip, *self._told[number]))
        self._flow.addWidget(chip)
        self._chips.append(chip)

    def _open(self, chip: ChipButton, tag: str, suggested: bool) -> None:
        menu = self.menu_of(tag, suggested=suggested)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))
