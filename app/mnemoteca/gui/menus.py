"""Menus and shortcuts, made from the table of commands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from mnemoteca.gui.commands import COMMANDS, MENUS, Command, Situation


def text_of(command: Command) -> str:
    """The text of a command in the window's language."""
    return QCoreApplication.translate("Commands", command.text)


class Menus:
    """The actions of a window by the id of their command, and the menus that show them."""

    def __init__(self, window: QWidget, run: Callable[[str], None]) -> None:
        self._window = window
        self._groups: dict[str, QActionGroup] = {}
        self.actions: dict[str, QAction] = {command.id: self._action(command, run) for command in COMMANDS}
        window.addActions(list(self.actions.values()))

    def _action(self, command: Command, run: Callable[[str], None]) -> QAction:
        action = QAction(text_of(command), self._window)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.triggered.connect(lambda: run(command.id))
        if command.choice:
            if command.choice not in self._groups:
                self._groups[command.choice] = QActionGroup(self._window)
            action.setCheckable(True)
            self._groups[command.choice].addAction(action)
        return action

    def update(self, now: Situation) -> None:
        """What can be used now."""
        for command in COMMANDS:
            self.actions[command.id].setEnabled(command.enabled(now))

    def mark(self, id: str) -> None:
        """This one of the commands that exclude each other is in force."""
        if id in self.actions:
            self.actions[id].setChecked(True)

    def whole(self, parent: QWidget) -> QMenu:
        """The menu of the window: commands of the app, and a menu for each other kind."""
        menu = QMenu(parent)
        for name, text in MENUS.items():
            if text:
                menu.addMenu(self._fill(QMenu(QCoreApplication.translate("Commands", text), menu), name))
        menu.addSeparator()
        return self._fill(menu, "app")

    def memory(self, parent: QWidget) -> QMenu:
        """The menu of the memory at hand."""
        return self._fill(QMenu(parent), "memory")

    def _fill(self, menu: QMenu, name: str) -> QMenu:
        menu.addActions([self.actions[command.id] for command in COMMANDS if command.menu == name])
        return menu
