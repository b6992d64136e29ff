"""Menus and shortcuts, made from the table of commands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from mnemoteca.gui.commands import COMMANDS, MENUS, Command, Situation
from mnemoteca.gui.shortcuts import Keys, keys_of


class Menus:
    """The actions of a window by the id of their command, and the menus that show them."""

    def __init__(self, window: QWidget, run: Callable[[str], None]) -> None:
        self._window = window
        self.changed: Keys = {}  # the keys that a person changed
        self._groups: dict[str, QActionGroup] = {}
        self._menus: dict[str, QMenu] = {}
        self.actions: dict[str, QAction] = {command.id: self._action(command, run) for command in COMMANDS}
        window.addActions(list(self.actions.values()))
        self.whole = QMenu(window)
        for name, text in MENUS.items():
            self._menus[name] = QMenu(self.whole) if text else self.whole
            if text:
                self.whole.addMenu(self._menus[name])
        self.whole.addSeparator()
        for command in COMMANDS:
            self._menus[command.menu].addAction(self.actions[command.id])
        self.memory = self._menus["memory"]
        self.say()

    def _action(self, command: Command, run: Callable[[str], None]) -> QAction:
        action = QAction(self._window)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.triggered.connect(lambda: run(command.id))
        if command.choice:
            if command.choice not in self._groups:
                self._groups[command.choice] = QActionGroup(self._window)
            action.setCheckable(True)
            self._groups[command.choice].addAction(action)
        return action

    def say(self) -> None:
        """Put every text into the language in force."""
        for command in COMMANDS:
            self.actions[command.id].setText(QCoreApplication.translate("Commands", command.text))
        for name, text in MENUS.items():
            if text:
                self._menus[name].setTitle(QCoreApplication.translate("Commands", text))

    def show_icons(self, icon: Callable[[str], QIcon]) -> None:
        """Give each command its icon, in the colours in force."""
        for command in COMMANDS:
            if command.icon:
                self.actions[command.id].setIcon(icon(command.icon))

    def use_keys(self, changed: Keys) -> None:
        """From now on each command has the keys that the person gave it."""
        self.changed = changed
        for command in COMMANDS:
            self.actions[command.id].setShortcuts([QKeySequence(key) for key in keys_of(command.id, changed)])

    def keys(self, id: str) -> tuple[str, ...]:
        """The keys of a command, the one that is shown first."""
        return keys_of(id, self.changed)

    def update(self, now: Situation) -> None:
        """What can be used now."""
        for command in COMMANDS:
            self.actions[command.id].setEnabled(command.enabled(now))

    def mark(self, id: str) -> None:
        """This one of the commands that exclude each other is in force."""
        if id in self.actions:
            self.actions[id].setChecked(True)
