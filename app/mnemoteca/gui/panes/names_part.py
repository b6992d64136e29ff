"""The names that a memory speaks of, as chips; a click says of one what it is, or that it is no name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from mnemoteca.core.processed import NameFound
from mnemoteca.gui.components.chip_flow import ChipFlow
from mnemoteca.gui.theme.theme import Theme

MOST = 40  # names that are shown of one memory
ICONS = {"person": "user", "organisation": "building-2", "place": "map-pin"}
KINDS = ("person", "organisation", "place", "group", "product", "project", "work", "event", "law", "other")


class NamesPart(ChipFlow):
    """What is chosen of a chip's menu is a wish, which the library answers with news."""

    search_wanted = Signal(str)  # this name
    correct_wanted = Signal(str, str)  # this name is of this kind, "" of none
    purge_wanted = Signal(int)  # everything about this entity

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._names: tuple[NameFound, ...] = ()
        self._may_change = True
        self.pressed.connect(lambda number: self.open_menu(number, self.menu_of(self._names[number])))

    def show_names(self, names: Sequence[NameFound], *, may_change: bool) -> None:
        """These stand in the memory."""
        self._names, self._may_change = tuple(names[:MOST]), may_change
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def menu_of(self, name: NameFound) -> QMenu:
        """What can be said of a name."""
        menu = QMenu(self)
        menu.addAction(self.tr("Search this name")).triggered.connect(lambda: self.search_wanted.emit(name.name))
        if self._may_change:
            menu.addSeparator()
            group = QActionGroup(menu)
            for kind in KINDS:
                action = group.addAction(menu.addAction(self._kinds()[kind]))
                action.setCheckable(True)
                action.setChecked(kind == name.kind)
                action.triggered.connect(lambda _, kind=kind: self.correct_wanted.emit(name.name, kind))
            menu.addAction(self.tr("It is no name")).triggered.connect(lambda: self.correct_wanted.emit(name.name, ""))
        if name.entity:
            menu.addSeparator()
            purge = menu.addAction(self.tr("Purge everything about it…"))
            purge.triggered.connect(lambda: self.purge_wanted.emit(name.entity))
        return menu

    def _say(self) -> None:
        kinds = self._kinds()
        said = [(each.name, f"{each.name}: {kinds[each.kind]}", ICONS.get(each.kind, "tag")) for each in self._names]
        self.tell(said)

    def _kinds(self) -> dict[str, str]:
        return {
            "person": self.tr("A person"),
            "organisation": self.tr("An organisation"),
            "place": self.tr("A place"),
            "group": self.tr("A group"),
            "product": self.tr("A product"),
            "project": self.tr("A project"),
            "work": self.tr("A work"),
            "event": self.tr("An event"),
            "law": self.tr("A law"),
            "other": self.tr("Something else"),
        }
