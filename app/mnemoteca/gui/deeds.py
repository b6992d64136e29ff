"""What each command does, upon the memory or session at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from mnemoteca.core.memory import Memory, Session, State
from mnemoteca.core.purging import PurgeTarget
from mnemoteca.core.recall import Recalled
from mnemoteca.core.views import Group, Place
from mnemoteca.gui.acts import Acts
from mnemoteca.gui.browsing import Browsing
from mnemoteca.gui.calls import Caller
from mnemoteca.gui.commands import Situation
from mnemoteca.gui.copying import Copying
from mnemoteca.gui.exporting import Exporting
from mnemoteca.gui.forgetting import Forgetting
from mnemoteca.gui.layout import Panes
from mnemoteca.gui.many import Many
from mnemoteca.gui.menus import Menus
from mnemoteca.gui.page import Page
from mnemoteca.gui.panes.ask_box import AskBox
from mnemoteca.gui.reading import Reading
from mnemoteca.gui.tagging import Tagging


class Deeds(QObject):
    """Runs the commands of the table; the window gives those that are its own."""

    theme_wanted = Signal(str)
    language_wanted = Signal(str)
    zoom_wanted = Signal(str)  # "in", "out", or "reset"
    copied = Signal()
    told = Signal(str)  # a sentence
    formatted_wanted = Signal(bool)

    def __init__(
        self,
        link: Caller,
        panes: Panes,
        acts: Acts,
        browsing: Browsing,
        reading: Reading,
        many: Many,
        copying: Copying,
        ask: AskBox,
        own: Mapping[str, Callable[[], object]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._link, self._panes, self._acts = link, panes, acts
        self._browsing, self._reading, self._window = browsing, reading, window
        self._many, self._ask = many, ask
        self._here = self._coming = False
        self.menus = Menus(window, self.run)
        self.exporting = Exporting(link, window)
        self._forgetting = Forgetting(link, panes.forget, self)
        self.tagging = Tagging(acts, ask, panes.inspector, self)
        panes.reader.copied.connect(self.copied)
        self._wire_many(copying)
        self._does: dict[str, Callable[[], object]] = {
            **own,
            "search": panes.top.focus_search,
            "undo": acts.undo,
            "redo": acts.redo,
            "pin": self._pin,
            "forget": self._forget,
            "restore": lambda: self._act(acts.restore),
            "tag": self._tag,
            "promote": lambda: self._act(acts.promote),
            "let_go": lambda: self._act(acts.let_go),
            "copy": lambda: self._act(copying.texts),
            "copy_source": lambda: self._act(copying.with_source),
            "copy_context": lambda: self._act(copying.context),
            "similar": self._similar,
            "export": self._export,
            "copy_code": panes.reader.copy_code,
            "as_written": lambda: self.formatted_wanted.emit(not panes.reader.formatted()),
        }

    def _wire_many(self, copying: Copying) -> None:
        """What is said of several at once, and the bar that offers what can be done to them."""
        self._panes.list.many.wanted.connect(self.run)
        self._many.changed.connect(self._many_changed)
        self._many.too_many.connect(
            lambda: self.told.emit(self.tr("At most 10,000 can be dealt with at once. Choose fewer."))
        )
        self._many.slipped.connect(
            lambda: self.told.emit(self.tr("The list is changing just now. Try again in a moment."))
        )
        copying.copied.connect(
            lambda n: self.told.emit(self.tr("Copied.") if n == 1 else self.tr("%Ln copied.", "", n))
        )

    def _many_changed(self) -> None:
        """More than one memory is chosen, or no longer."""
        many = self._many
        self._panes.list.many.tell(many.count, many.trashed(), many.all_pinned())
        self.situate()

    def run(self, command: str) -> None:
        """Run a command by its id."""
        kind, _, value = command.partition("_")
        if kind == "place":
            self._panes.top.set_query("")
            self._browsing.go(Place(value))
        elif kind == "page":
            self._panes.top.set_query("")
            self._browsing.go_to(Page(value))
        elif kind == "group":
            self._panes.top.set_query("")
            self._browsing.group_by(Group(value))
            self.menus.mark(command)
        elif kind == "theme":
            self.theme_wanted.emit(value)
        elif kind == "language":
            self.language_wanted.emit(value)
        elif kind == "zoom":
            self.zoom_wanted.emit(value)
        else:
            self._does[command]()

    def memory(self) -> Memory | None:
        """The memory at hand: of the tiers where they are shown, else the one that is read."""
        return self._panes.tiers.chosen() if self._browsing.page is Page.TIERS else self._reading.memory

    def session(self) -> Session | None:
        """The session at hand, where it was chosen and none of its memories was."""
        return None if self.memory() is not None or self._browsing.page is Page.TIERS else self._reading.session

    def situate(self, here: bool | None = None, coming: bool | None = None) -> None:
        """Something changed of what commands depend on."""
        self._here = self._here if here is None else here
        self._coming = self._coming if coming is None else coming
        self.menus.update(Situation(self._here, self.memory(), self.session(), self._coming, self._many.count))

    def show_menu(self, at: QPoint) -> None:
        """The menu of the memory at hand."""
        self.situate()
        self.menus.memory.popup(at)

    def pin(self, memory: Memory | None) -> None:
        """Pin it, or unpin it where it is pinned."""
        if memory is not None:
            (self._acts.unpin if memory.pinned else self._acts.pin)((memory.id,))

    def forget(self, memory: Memory) -> None:
        self._forget_ids((memory.id,))

    def _forget_ids(self, ids: tuple[int, ...]) -> None:
        self._forgetting.memories(ids, lambda: self._acts.forget(ids))

    def restore(self, memory: Memory | None) -> None:
        if memory is not None:
            self._acts.restore((memory.id,))

    def promote(self, memory: Memory) -> None:
        self._acts.promote((memory.id,))

    def _act(self, act: Callable[[tuple[int, ...]], object]) -> None:
        """Do it to all that are chosen, else to the memory at hand."""
        memory = self.memory()
        if self._many.count:
            self._many.then(act)
        elif memory is not None:
            act((memory.id,))

    def _pin(self) -> None:
        memory = self.memory()
        pinned = self._many.all_pinned() if self._many.count else memory is not None and memory.pinned
        self._act(self._acts.unpin if pinned else self._acts.pin)

    def _tag(self) -> None:
        """Which tags, then: to all that are chosen as they were when it was asked."""
        self._act(self._ask_tags)

    def _ask_tags(self, ids: tuple[int, ...]) -> None:
        self._ask.ask(
            self.tr("Tag %Ln memories", "", len(ids)),
            self.tr("Tag"),
            lambda text: self._acts.tag(ids, tuple(text.replace(",", " ").split())),
            help=self.tr("One tag or several, with a space between them."),
        )

    def _forget(self) -> None:
        session = self.session()
        if session is not None:
            self._forgetting.session(session.id, lambda: self._acts.forget_session(session.id))
        else:
            self._act(self._forget_ids)

    def purge(self, ask: Callable[[PurgeTarget, Callable[[], object] | None], object]) -> None:
        """Have `ask` put the question for the session at hand or all that are chosen; the trash is the milder way."""
        session = self.session()
        if session is not None:
            ask(PurgeTarget(session=session.id), lambda: self._acts.forget_session(session.id))
        elif self._many.trashed() or self._in_trash():
            self._act(lambda ids: ask(PurgeTarget(ids=ids), None))
        else:
            self._act(lambda ids: ask(PurgeTarget(ids=ids), lambda: self._acts.forget(ids)))

    def _in_trash(self) -> bool:
        memory = self.memory()
        return memory is not None and memory.state is not State.ACTIVE

    def _export(self) -> None:
        """Write what is chosen, else the memory or the session at hand, to where it is asked for."""
        session = self.session()
        if session is not None:
            self.exporting.session(session)
        else:
            self._act(lambda ids: self.exporting.memories(ids, self._browsing.space))

    def _similar(self) -> None:
        """What is most like the memory at hand, as hits."""
        memory = self.memory()
        if memory is not None:
            self._link.call("similar", id=memory.id, limit=30).then(partial(self._show_similar, memory))

    def _show_similar(self, memory: Memory, found: Recalled) -> None:
        """Show it, unless the person went on to something else meanwhile."""
        at_hand = self.memory()
        if at_hand is not None and at_hand.id == memory.id:
            self._browsing.show_like(memory, found)
