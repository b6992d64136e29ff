"""The pages of sleep and of what it leaves to the person: each is kept right while it is shown, and counted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from mnemoteca.core.knowledge.values import KnowledgeState
from mnemoteca.core.memory import Memory
from mnemoteca.core.pushes import JobMoved
from mnemoteca.core.sleep.values import Digest, Fading, Pattern
from mnemoteca.core.views import Place
from mnemoteca.gui.acts import Acts
from mnemoteca.gui.browsing import Browsing
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.components.pulse import Pulse
from mnemoteca.gui.deciding import Deciding
from mnemoteca.gui.fading import LOOKED_AT_S, FadingSoon
from mnemoteca.gui.following import Following
from mnemoteca.gui.layout import Panes
from mnemoteca.gui.page import Page
from mnemoteca.gui.sleeping import Sleeping
from mnemoteca.gui.whying import Whying

SOON_MS = 1_000  # while many changes come, what waits is counted this often


class SleepPages(QObject):
    """Wires sleep, contradictions and what fades to the library, to the acts of the person, and to the reader."""

    def __init__(
        self,
        link: Caller,
        panes: Panes,
        acts: Acts,
        browsing: Browsing,
        open_memory: Callable[[Memory], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._link, self._panes, self._browsing, self._open = link, panes, browsing, open_memory
        self._space: Callable[[], str] = lambda: browsing.space
        self._known, self._fades = Latest(), Latest()
        self._waiting = 0  # contradictions, when they were counted last
        self.sleeping = Sleeping(link, panes.sleep, self._space, self)
        self.deciding = Deciding(link, panes.contradictions, acts, self._space, self)
        self.fading = FadingSoon(link, panes.fading, acts, self._space, self)
        self._by_page: dict[Page, Following] = {
            Page.SLEEP: self.sleeping,
            Page.CONTRADICTIONS: self.deciding,
            Page.FADING: self.fading,
        }
        self.whying = Whying(link, panes.reason, self)
        self.sleeping.said.connect(acts.said)
        self.sleeping.reason_wanted.connect(self.whying.ask_of)
        panes.inspector.why_wanted.connect(self.whying.ask)
        for shows in (panes.reason, panes.today):
            shows.run_wanted.connect(self.show_run)
        panes.today.learned_opened.connect(self._why_learned)
        panes.today.decide_wanted.connect(lambda: browsing.go_to(Page.CONTRADICTIONS))
        for page in (self.sleeping, panes.contradictions, panes.fading, panes.reason):
            page.memory_wanted.connect(self.open_memory)
        panes.sleep.run.decide_wanted.connect(lambda: browsing.go_to(Page.CONTRADICTIONS))
        self._soon, self._pulse = QTimer(self), Pulse(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._count)
        self._pulse.beat.connect(self._count)

    def turned(self, page: Page) -> None:
        """Another page is shown."""
        for own, keeper in self._by_page.items():
            keeper.show() if own is page else keeper.hide()

    def refresh(self) -> None:
        """The library changed."""
        for keeper in self._by_page.values():
            keeper.refresh()
        if not self._soon.isActive():
            self._soon.start()

    def hear(self, news: JobMoved) -> None:
        """A job went on."""
        self.sleeping.hear(news)

    def show_run(self, run: int) -> None:
        """Have a look at a run, beside the list of all."""
        self._browsing.go_to(Page.SLEEP)
        self.sleeping.choose(run)

    def _why_learned(self, thing: Digest | Pattern) -> None:
        self.whying.ask_of("digest" if isinstance(thing, Digest) else "pattern", thing.id)

    def open_memory(self, id: int) -> None:
        """Read a memory, of which only its number is known."""
        self._link.call("memory", id=id).then(self._open)

    def _count(self) -> None:
        """How much waits for the person, for the rail of places."""
        space = self._space()
        self._known.take(self._link.call("knowledge", space=space)).then(self._counted).failed(quiet)
        self._fades.take(self._link.call("fading", space=space)).then(self._faded).failed(quiet)

    def _counted(self, known: KnowledgeState) -> None:
        self._panes.places.set_known({Page.CONTRADICTIONS: known.contradictions})
        if known.contradictions != self._waiting:
            self._waiting = known.contradictions
            self.deciding.refresh()
            self.sleeping.refresh()

    def _faded(self, fading: tuple[Fading, ...]) -> None:
        """Where something stands in a tier that ends, the clock alone may bring the next one."""
        places = self._panes.places
        places.set_known({Page.FADING: len(fading)})
        self._pulse.set_pace(LOOKED_AT_S if places.count(Place.SHORT) + places.count(Place.MEDIUM) else 0)
