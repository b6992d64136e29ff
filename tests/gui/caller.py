"""A library that answers when a test says so."""

from __future__ import annotations

from typing import Any

from mnemoteca.core.errors import Problem
from mnemoteca.gui.calls import Call


class Answering:
    """Keeps every call until it is answered; `problems` are those that nobody handled."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, object], Call[Any]]] = []
        self.problems: list[Problem] = []

    def call(self, name: str, /, **named: object) -> Call[Any]:
        made: Call[Any] = Call(name, lambda: None, self.problems.append)
        self.asked.append((name, named, made))
        return made

    def named(self, name: str) -> list[Call[Any]]:
        """Every call of this method, in order."""
        return [call for called, _, call in self.asked if called == name]

    def given(self, name: str) -> list[dict[str, object]]:
        """What was given with each."""
        return [given for called, given, _ in self.asked if called == name]
