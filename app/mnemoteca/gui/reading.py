"""Reading: the session around what was chosen, its turns as the reader asks for them, and what counts as read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from mnemoteca.core.branches import Stretch
from mnemoteca.core.memory import Memory, Session, State
from mnemoteca.core.pushes import Suggested
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.finding import Sought, Spans
from mnemoteca.gui.inspecting import Inspecting
from mnemoteca.gui.panes.inspector import InspectorPane
from mnemoteca.gui.panes.reader import ReaderPane

READ_AFTER_MS = 2000  # a memory that was open for so long was accessed
NEXT_MS = 15  # what was chosen is shown after the list, which is painted first
FOLLOWS_MS = 90  # while a key is held and one memory is chosen after the other, the last of them is shown

Highlights = Spans | Sought


class Reading(QObject):
    """Keeps reader and inspector with what was chosen: a session, or a memory in its session."""

    chose = Signal(object)  # Memory or None: what acts act upon

    def __init__(self, link: Caller, reader: ReaderPane, inspector: InspectorPane, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._reader = link, reader
        self._inspecting = Inspecting(link, inspector, self)
        self._opening, self._renewing = Latest(), Latest()
        self.session: Session | None = None
        self.memory: Memory | None = None
        self._generation = 0  # turns of a session that is no longer shown are dropped
        self._read = QTimer(self)
        self._read.setSingleShot(True)
        self._read.setInterval(READ_AFTER_MS)
        self._read.timeout.connect(self.accessed)
        self._late: tuple[Memory, Highlights] | None = None  # is chosen, and not yet shown
        self._follow, self._lately = QTimer(self), QTimer(self)
        for timer in (self._follow, self._lately):
            timer.setSingleShot(True)
        self._follow.timeout.connect(self._followed)
        reader.turns_wanted.connect(self._turns_wanted)
        reader.turn_chosen.connect(self._choose)
        inspector.memory_wanted.connect(self.open_memory)

    def open_memory(self, memory: Memory, highlights: Highlights = ()) -> None:
        """Show a memory in its session; open for 2 s, it was accessed. Acts are upon it at once."""
        self._follow.start(FOLLOWS_MS if self._lately.isActive() else NEXT_MS)
        self._lately.start(FOLLOWS_MS)
        self._opening.cancel()
        self._late = (memory, highlights)
        self._hold(memory)

    @property
    def behind(self) -> bool:
        """Whether another memory is chosen than the one that is shown."""
        return self._late is not None

    def _followed(self) -> None:
        late, self._late = self._late, None
        if late is not None:
            self._open(*late)

    def _open(self, memory: Memory, highlights: Highlights) -> None:
        self._late = None
        self._choose(memory)
        self._opening.cancel()
        if memory.state is not State.ACTIVE:
            self.session = None
            self._reader.show_memory(memory, highlights)
        elif self.session is not None and self.session.id == memory.session:
            self._reader.choose(memory.id, highlights)
        else:
            self._reader.show_memory(memory, highlights)
            call = self._opening.take(self._link.call("session", id=memory.session))
            call.then(lambda session: self._show(session, memory, highlights)).failed(quiet)

    def open_session(self, session: Session) -> None:
        """Show a session from its beginning; none of its memories is chosen."""
        self._late = None
        self._opening.cancel()
        self._choose(None)
        if self.session is None or self.session.id != session.id:
            self._show(session, None)
        else:
            self._inspecting.look_at_session(session)

    def close(self, sentence: str = "") -> None:
        """Show nothing, or the sentence why."""
        self._late = None
        self._opening.cancel()
        self._generation += 1
        self.session = None
        self._choose(None)
        self._reader.set_nothing(sentence)

    def renew(self) -> None:
        """The library changed: look again at the memory that is shown."""
        if self.memory is not None:
            call = self._renewing.take(self._link.call("memory", id=self.memory.id))
            call.then(self._renewed).failed(quiet)
            self._inspecting.look_for_names()

    def suggested(self, news: Suggested) -> None:
        """Other tags are suggested for some memories: perhaps for the one that is shown."""
        if self.memory is not None and self.memory.id in news.ids:
            self.renew()

    def reload(self) -> None:
        """The session on the screen grew or shrank, or the service was away: ask for its turns again."""
        session, memory = self.session, self.memory
        if session is not None and not self.behind:
            call = self._opening.take(self._link.call("session", id=session.id))
            call.then(lambda fresh: self._show(fresh, memory)).failed(quiet)

    def accessed(self) -> None:
        """The person opened, copied or chose the memory at hand."""
        self._read.stop()
        if self.memory is not None and self.memory.state is State.ACTIVE:
            self._link.call("accessed", ids=(self.memory.id,)).failed(quiet)

    def _show(self, session: Session, memory: Memory | None, highlights: Highlights = ()) -> None:
        self._generation += 1
        self.session = session
        self._reader.show_session(session, memory.id if memory else 0)
        if memory is not None:
            self._reader.choose(memory.id, highlights)
        else:
            self._inspecting.look_at_session(session)

    def _turns_wanted(self, through: int, start: int, limit: int) -> None:
        if self.session is not None:
            call = self._link.call("path", session=self.session.id, through=through, start=start, limit=min(limit, 500))
            call.then(partial(self._turns_came, self._generation, through)).failed(quiet)

    def _turns_came(self, generation: int, through: int, stretch: Stretch) -> None:
        if generation == self._generation:
            self._reader.add_turns(through, stretch)

    def _choose(self, memory: Memory | None) -> None:
        """Choose it, and show it in the inspector."""
        self._late = None
        self._inspecting.look_at(memory)
        self._hold(memory)

    def _hold(self, memory: Memory | None) -> None:
        """It is what acts act upon."""
        if memory is None or self.memory is None or memory.id != self.memory.id:
            self._read.stop()
            if memory is not None:
                self._read.start()
        self.memory = memory
        self.chose.emit(memory)

    def _renewed(self, memory: Memory) -> None:
        if self.memory is None or self.memory.id != memory.id or self.memory == memory:
            return
        self.memory = memory
        self._inspecting.look_at(memory)
        if memory.state is State.ACTIVE:
            self._reader.replace(memory)
        self.chose.emit(memory)
