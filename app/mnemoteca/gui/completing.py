"""Completion in the search field: what a space has to offer is asked for when the field gets the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from mnemoteca.core.clock import Clock
from mnemoteca.core.completing import Known, suggested
from mnemoteca.core.memory import Session
from mnemoteca.gui.calls import Caller, quiet
from mnemoteca.gui.panes.top_bar import TopBar


class Completing(QObject):
    """Shows below the field what could stand at the cursor."""

    def __init__(self, link: Caller, clock: Clock, top: TopBar, space: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._clock, self._top, self._space = link, clock, top, space
        self._known = Known()
        self._of = ""
        top.search_entered.connect(self._ask)
        top.cursor_moved.connect(self._suggest)

    def _ask(self) -> None:
        """Who speaks, which tags and which sources there are by now; those of another space don't count."""
        space = self._space()
        if space != self._of:
            self._of, self._known = space, Known()
        for name in ("speakers", "tags"):
            self._link.call(name, space=space).then(partial(self._told, space, name)).failed(quiet)
        call = self._link.call("sessions", space=space)
        call.then(lambda found: self._came(space, "sources", _sources(found))).failed(quiet)

    def _told(self, space: str, field: str, found: dict[str, int]) -> None:
        self._came(space, field, tuple(found))

    def _came(self, space: str, field: str, values: tuple[str, ...]) -> None:
        if space == self._of:
            self._known = replace(self._known, **{field: values})

    def _suggest(self, text: str, cursor: int) -> None:
        today = self._clock.now().astimezone().date()
        self._top.show_suggestions(suggested(text, cursor, self._known, today))


def _sources(sessions: tuple[Session, ...]) -> tuple[str, ...]:
    """Where the sessions came from, the newest first."""
    return tuple(dict.fromkeys(session.source for session in sessions if session.source))
