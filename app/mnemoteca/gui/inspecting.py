"""The inspector follows what is read: asks what is known of the memory or session, and shows it when it is there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from mnemoteca.core.life import MemoryLife, SessionFacts
from mnemoteca.core.memory import Memory, Session
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.panes.inspector import InspectorPane


class Inspecting(QObject):
    """Keeps the inspector with the memory at hand, or with the session where none is chosen."""

    def __init__(self, link: Caller, pane: InspectorPane, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._pane = link, pane
        self._living, self._running, self._holding, self._committing = Latest(), Latest(), Latest(), Latest()
        self._naming = Latest()

    def look_at(self, memory: Memory | None) -> None:
        """This memory; with None nothing."""
        self._forget()
        self._pane.set_memory(memory)
        if memory is not None:
            call = self._living.take(self._link.call("life", id=memory.id))
            call.then(self._lived).failed(quiet)
            course = self._running.take(self._link.call("course", id=memory.id, days=1))
            course.then(self._pane.set_course).failed(quiet)
            self.look_for_names()

    def look_for_names(self) -> None:
        """Ask which names the memory at hand speaks of."""
        if (memory := self._pane.memory) is not None:
            call = self._naming.take(self._link.call("names_in", id=memory.id))
            call.then(partial(self._pane.set_names, memory.id)).failed(quiet)

    def look_at_session(self, session: Session) -> None:
        """This session, none of whose memories is chosen."""
        self._forget()
        self._pane.set_session(session)
        held = self._holding.take(self._link.call("session_facts", session=session.id))
        held.then(self._held).failed(quiet)
        made = self._committing.take(self._link.call("commits_of", session=session.id))
        made.then(partial(self._committed, session.id)).failed(quiet)

    def _forget(self) -> None:
        for asking in (self._living, self._running, self._holding, self._committing, self._naming):
            asking.cancel()

    def _lived(self, life: MemoryLife) -> None:
        self._pane.set_life(life)

    def _held(self, facts: SessionFacts) -> None:
        self._pane.set_facts(facts)

    def _committed(self, session: int, commits: tuple[Memory, ...]) -> None:
        self._pane.set_commits(session, commits)
