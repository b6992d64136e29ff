"""Where the panes stand: places · list · reader · inspector between the top bar and the status line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mnemoteca.core.clock import Clock
from mnemoteca.gui.components.drop import DropVeil
from mnemoteca.gui.components.leaf import Leaf
from mnemoteca.gui.components.notice import Notice
from mnemoteca.gui.components.split import Split
from mnemoteca.gui.components.tip import Tips
from mnemoteca.gui.components.toast import Toast
from mnemoteca.gui.page import Page
from mnemoteca.gui.panes.activity_page import ActivityPage
from mnemoteca.gui.panes.answer_card import AnswerCard
from mnemoteca.gui.panes.backups_page import BackupsPage
from mnemoteca.gui.panes.capture_box import CaptureBox
from mnemoteca.gui.panes.contradictions_page import ContradictionsPage
from mnemoteca.gui.panes.entities_page import EntitiesPage
from mnemoteca.gui.panes.facts_page import FactsPage
from mnemoteca.gui.panes.fading_page import FadingPage
from mnemoteca.gui.panes.forget_card import ForgetCard
from mnemoteca.gui.panes.graph_page import GraphPage
from mnemoteca.gui.panes.help_page import HelpPage
from mnemoteca.gui.panes.history_page import HistoryPage
from mnemoteca.gui.panes.import_box import ImportBox
from mnemoteca.gui.panes.inspector import InspectorPane
from mnemoteca.gui.panes.keyboard_page import KeyboardPage
from mnemoteca.gui.panes.keys_sheet import KeysSheet
from mnemoteca.gui.panes.list_pane import ListPane
from mnemoteca.gui.panes.models_page import ModelsPage
from mnemoteca.gui.panes.network_page import NetworkPage
from mnemoteca.gui.panes.palette import Palette
from mnemoteca.gui.panes.places import PlacesPane
from mnemoteca.gui.panes.purge_card import PurgeCard
from mnemoteca.gui.panes.reader import ReaderPane
from mnemoteca.gui.panes.reason_card import ReasonCard
from mnemoteca.gui.panes.receipts_page import ReceiptsPage
from mnemoteca.gui.panes.restore_box import RestoreBox
from mnemoteca.gui.panes.settings_page import SettingsPage
from mnemoteca.gui.panes.sleep_page import SleepPage
from mnemoteca.gui.panes.sources_page import SourcesPage
from mnemoteca.gui.panes.status_line import StatusLine
from mnemoteca.gui.panes.tiers_page import TiersPage
from mnemoteca.gui.panes.timeline_page import TimelinePage
from mnemoteca.gui.panes.today_page import TodayPage
from mnemoteca.gui.panes.top_bar import TopBar
from mnemoteca.gui.panes.welcome import WelcomePane
from mnemoteca.gui.panes.why_card import WhyCard
from mnemoteca.gui.theme.theme import Theme

LEAST = (520, 320)  # the window at its smallest
WITH_INSPECTOR, WITH_PLACES = 1000, 740  # from so wide on there is room for them
NESTED = 3  # layouts within layouts of a page: all are made before it is painted for the first time
WIDTHS = (224, 392, 512, 312)  # places, list, reader, inspector; the reader takes what is left


class Panes(QWidget):
    """All panes of a window, laid out; `sizes` are the widths of the four."""

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__()
        self._theme, self._zoom = theme, theme.zoom
        self.top = TopBar(theme)
        self.notice = Notice(theme)
        self.demo = Notice(theme)  # says of invented conversations that they are
        self.places = PlacesPane(theme)
        self.list = ListPane(theme)
        self.reader = ReaderPane(theme, clock)
        self.inspector = InspectorPane(theme, clock)
        self.tiers = TiersPage(theme, clock)
        self.sources = SourcesPage(theme, clock)
        self.today = TodayPage(theme, clock)
        self.settings = SettingsPage(theme)
        self.keyboard = KeyboardPage(theme)
        self.activity = ActivityPage(theme, clock)
        self.backups = BackupsPage(theme, clock)
        self.receipts = ReceiptsPage(theme, clock)
        self.models = ModelsPage(theme)
        self.network = NetworkPage(theme, clock)
        self.history = HistoryPage(theme, clock)
        self.timeline = TimelinePage(theme, clock)
        self.entities, self.facts = EntitiesPage(theme, clock), FactsPage(theme, clock)
        self.sleep = SleepPage(theme, clock)
        self.contradictions, self.fading = ContradictionsPage(theme, clock), FadingPage(theme, clock)
        self.graph = GraphPage(theme, clock)
        self.help = HelpPage(theme)
        self.welcome = WelcomePane(theme)
        self.status = StatusLine(theme)
        self.why = WhyCard(theme)
        self._reading = Split(theme, self.list, _below(self.reader, self.why), self.inspector)
        self._pages = QStackedWidget()
        self._by_page = self._made_pages(theme)
        for page in self._by_page.values():
            self._pages.addWidget(page)
        self._beside = theme.dress(_scrolled(self.places))
        self._whole = Split(theme, self._beside, self._pages)
        self._lay_out()
        self.capture = CaptureBox(theme, self, clock)
        self.palette_box = Palette(theme, self)
        self.keys, self.answer = KeysSheet(theme, self), AnswerCard(theme, self, clock)
        self.bring_in = ImportBox(theme, self)
        self.restore = RestoreBox(theme, clock, self)
        self.forget = ForgetCard(theme, self)
        self.purge, self.reason = PurgeCard(theme, self), ReasonCard(theme, clock, self)
        self.toast = Toast(theme, self)
        self.veil, self.tips = DropVeil(theme, self), Tips(theme, self)
        theme.changed.connect(self._look_anew)
        self.set_sizes(WIDTHS)

    def _made_pages(self, theme: Theme) -> dict[Page, QWidget]:
        """What the middle shows for each page."""
        return {
            Page.LIST: self._reading,
            Page.TIERS: theme.dress(_scrolled(self.tiers)),
            Page.WELCOME: theme.dress(_scrolled(self.welcome)),
            Page.TODAY: self.today,
            Page.SOURCES: self.sources,
            Page.SETTINGS: self.settings,
            Page.KEYBOARD: self.keyboard,
            Page.ACTIVITY: self.activity,
            Page.BACKUPS: self.backups,
            Page.RECEIPTS: self.receipts,
            Page.MODELS: self.models,
            Page.NETWORK: self.network,
            Page.HISTORY: self.history,
            Page.TIMELINE: self.timeline,
            Page.FACTS: self.facts,
            Page.ENTITIES: self.entities,
            Page.SLEEP: self.sleep,
            Page.CONTRADICTIONS: self.contradictions,
            Page.FADING: self.fading,
            Page.GRAPH: self.graph,
            Page.HELP: self.help,
        }

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """What does not fit is hidden, or scrolls: the window may be as small as a list."""
        return self._theme.grown(QSize(*LEAST))

    def _look_anew(self) -> None:
        """Where everything is of another size, so are the panes."""
        if self._zoom != self._theme.zoom:
            by, self._zoom = self._theme.zoom / self._zoom, self._theme.zoom
            self.set_sizes(tuple(round(size * by) for size in self.sizes()))
            self._make_room()

    def _make_room(self) -> None:
        """Where the four panes do not fit side by side, the inspector goes, then the places."""
        wide = self.width() / self._theme.zoom
        self.inspector.setVisible(wide >= WITH_INSPECTOR)
        self._beside.setVisible(wide >= WITH_PLACES)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, self.notice, self.demo):
            column.addWidget(part)
        column.addWidget(self._whole, 1)
        column.addWidget(self.status)
        self._reading.setStretchFactor(1, 1)
        self._whole.setStretchFactor(1, 1)

    def turn(self, page: Page) -> None:
        """Show this page in the middle."""
        self._pages.setCurrentWidget(self._by_page[page])
        for _ in range(NESTED):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        if not self._keyboard_in_use():
            self.focus_page()

    def show_keys(self, key: Callable[[str], str]) -> None:
        """The keys of commands (by their id) wherever they stand beside what they do."""
        spaced = {id: key(id).replace("+", " ") for id in ("search", "new_note", "open_file")}
        self.top.show_key(spaced["search"])
        self.welcome.show_keys(spaced["new_note"], spaced["open_file"])
        self.today.show_key(spaced["new_note"])
        self.sources.show_key(spaced["open_file"])
        self.palette_box.show_key(key("search"))

    def show_capture_key(self, key: str) -> None:
        """The key of quick capture in every program, "" where none is held."""
        self.today.show_everywhere(key.replace("+", " "))

    def focus_page(self) -> None:
        """Give the keyboard to what the middle shows."""
        at = self._pages.currentWidget()
        match at.widget() if isinstance(at, QScrollArea) else at:
            case self.welcome:
                self.welcome.setFocus()
            case self.tiers:
                self.tiers.first_focus()
            case self.today:
                self.today.first_focus()
            case self.settings:
                self.settings.first_focus()
            case Leaf() as leaf:
                leaf.first_focus()
            case self.sleep:
                self.sleep.first_focus()
            case self.help:
                self.help.first_focus()
            case self.timeline:
                self.timeline.first_focus()
            case self.facts:
                self.facts.first_focus()
            case self.entities:
                self.entities.first_focus()
            case self.graph:
                self.graph.first_focus()
            case self._reading:
                self.list.focus_list()
            case _:
                pass

    def _keyboard_in_use(self) -> bool:
        """Whether a person types, or goes through the places."""
        focus = QApplication.focusWidget()
        return isinstance(focus, (QLineEdit, QPlainTextEdit)) or (focus is not None and self.places.isAncestorOf(focus))

    def sizes(self) -> tuple[int, ...]:
        return (self._whole.sizes()[0], *self._reading.sizes())

    def set_sizes(self, sizes: tuple[int, ...]) -> None:
        """Give the four panes these widths, as far as there is room."""
        if len(sizes) == len(WIDTHS):
            self._whole.setSizes([sizes[0], sum(sizes[1:])])
            self._reading.setSizes(list(sizes[1:]))


def _scrolled(pane: QWidget) -> QScrollArea:
    """A pane that scrolls where it is higher than its room; the keyboard goes to what is in it."""
    made = QScrollArea()
    made.setWidget(pane)
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setMinimumWidth(pane.minimumWidth())
    return made


def _below(pane: QWidget, card: QWidget) -> QWidget:
    """A pane with a card at its foot."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(pane, 1)
    column.addWidget(card)
    return both
