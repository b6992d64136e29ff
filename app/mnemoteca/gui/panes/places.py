"""The places of a space: what is there, by kind, by tier, and the trash, each with how much stands in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from mnemoteca.core.memory import Tier
from mnemoteca.core.views import Counts, Place
from mnemoteca.gui import words
from mnemoteca.gui.components.glyph import draw_glyph
from mnemoteca.gui.components.label import Ground, Label
from mnemoteca.gui.components.painting import RIGHT, area, box, focus_ring, grown, line_of_text, painter_on
from mnemoteca.gui.page import Page
from mnemoteca.gui.panes.search_list import SearchList
from mnemoteca.gui.theme.icons import SIZE, draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PLACE_ROW, PLACES, RADIUS, SMALL, Type

ICONS: dict[Place | Page, str] = {
    Place.EVERYTHING: "library",
    Place.SESSIONS: "messages-square",
    Place.NOTES: "notebook-pen",
    Place.PINNED: "pin",
    Place.ARCHIVE: "archive",
    Place.TRASH: "trash-2",
    Page.TODAY: "sun",
    Page.SOURCES: "inbox",
    Page.BACKUPS: "hard-drive",
    Page.TIMELINE: "chart-column",
    Page.ENTITIES: "users",
    Page.FACTS: "quote",
    Page.SLEEP: "moon-star",
    Page.CONTRADICTIONS: "scale",
    Page.FADING: "hourglass",
    Page.GRAPH: "waypoints",
}
SIGNS = {  # the tier, and how full its ring stands in the picture
    Place.SHORT: (Tier.SHORT, 0.62),
    Place.MEDIUM: (Tier.MEDIUM, 0.8),
    Place.LONG: (Tier.LONG, None),
    Place.FADED: (Tier.FADED, None),
}
GROUPS: tuple[tuple[Place | Page, ...], ...] = (
    (Page.TODAY, Place.EVERYTHING, Place.SESSIONS, Place.NOTES, Place.PINNED),
    (Place.SHORT, Place.MEDIUM, Place.LONG, Place.FADED, Place.ARCHIVE),
    (Page.ENTITIES, Page.FACTS, Page.GRAPH, Page.TIMELINE),
    (Page.FADING, Page.CONTRADICTIONS, Page.SLEEP, Page.SOURCES, Page.BACKUPS, Place.TRASH),
)
SIGN_SIZE = 18.0


class PlaceButton(QPushButton):
    """One place with its sign and its count."""

    def __init__(self, theme: Theme, place: Place | Page, icon: str = "") -> None:
        super().__init__()
        self.place, self.count = place, ""
        self._theme, self._icon = theme, icon
        self.setCheckable(True)
        self.setAutoExclusive(True)  # in its group it is one of those already; so it is told as one, too
        self.setFixedHeight(PLACE_ROW)
        theme.changed.connect(self.update)

    def tell(self, name: str, count: str) -> None:
        self.count = count
        self.setText(name)
        self.setAccessibleName(", ".join(part for part in (name, count) if part))
        self.update()

    @grown
    def sizeHint(self) -> QSize:
        return QSize(PLACES - 2 * SMALL, PLACE_ROW)

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens, theme, rect = self._theme.tokens, self._theme, area(self, self._theme)
        middle = rect.center().y()
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            behind = tokens.selected if self.isChecked() else tokens.hover if self.underMouse() else tokens.bg
            if behind != tokens.bg:
                box(painter, rect, behind, RADIUS)
            if isinstance(self.place, Place) and self.place in SIGNS:
                tier, ring = SIGNS[self.place]
                draw_glyph(painter, QPointF(18, middle), tokens, tier, ring=ring, size=SIGN_SIZE)
            else:
                colour = tokens.accent if self.isChecked() else tokens.muted
                draw_icon(painter, 10, middle - SIZE / 2, self._icon, colour)
            name = rect.adjusted(36, 0, -60 if self.count else -SMALL, 0)
            line_of_text(painter, name, self.text(), theme.font(Type.BODY), tokens.text)
            number = rect.adjusted(0, 0, -11, 0)
            line_of_text(painter, number, self.count, theme.font(Type.META), tokens.muted, RIGHT)
            if self.hasFocus():
                focus_ring(painter, rect, self._theme, RADIUS)


class PlacesPane(Ground):
    """All places in their groups; the arrow keys go from one to the next and choose it."""

    place_chosen = Signal(object)
    page_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setMinimumWidth(160)
        self._group = QButtonGroup(self)
        self._buttons = {place: PlaceButton(theme, place, ICONS.get(place, "")) for group in GROUPS for place in group}
        self._place = Place.EVERYTHING
        self._headings = [Label(theme, "", Type.META_BOLD, "muted") for _ in GROUPS]
        self._counts: Counts | None = None
        self._known: dict[Page, int] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, GAP, SMALL, GAP)
        column.setSpacing(0)
        for heading, group in zip(self._headings, GROUPS, strict=True):
            heading.setContentsMargins(10, PLACE_ROW // 2, 0, 6)
            column.addWidget(heading)
            for place in group:
                self._group.addButton(self._buttons[place])
                column.addWidget(self._buttons[place])
        self._headings[0].hide()
        self.searches = SearchList(theme)
        column.addWidget(self.searches)
        column.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)
        self._buttons[Place.EVERYTHING].setChecked(True)
        self._words()

    def set_counts(self, counts: Counts) -> None:
        """How much stands in each place."""
        self._counts = counts
        self._words()

    def set_known(self, counts: dict[Page, int]) -> None:
        """How much is known, or waits for the person, by the page that shows it; others stay as they are."""
        self._known |= counts
        self._words()

    def set_place(self, place: Place) -> None:
        """Show which place is open, without telling anyone."""
        self._place = place
        self._buttons[place].setChecked(True)

    def show_page(self, page: Page) -> None:
        """Show that a page of its own is open, without telling anyone; one that stands elsewhere marks nothing."""
        if page in self._buttons:
            self._buttons[page].setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def place(self) -> Place:
        """The place that is open; while a page of its own is, the one before it."""
        return self._place

    def _clicked(self, button: QWidget) -> None:
        if not isinstance(button, PlaceButton):
            return
        if isinstance(button.place, Page):
            self.page_chosen.emit(button.place)
        else:
            self._place = button.place
            self.place_chosen.emit(button.place)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        self.setAccessibleName(self.tr("Places"))
        self._headings[1].setText(self.tr("Tiers"))
        self._headings[2].setText(self.tr("Knowledge"))
        self._headings[3].setText(self.tr("Care"))
        for place, button in self._buttons.items():
            count = self.count(place)
            button.tell(self._name(place), words.number(count, QLocale()) if count else "")

    def count(self, place: Place | Page) -> int:
        """How much stands there, as far as it is known."""
        if isinstance(place, Page):
            return self._known.get(place, 0)
        return self._counts.counts.get(place, 0) if self._counts else 0

    def _name(self, place: Place | Page) -> str:
        if isinstance(place, Place) and place in SIGNS:
            return words.tier_name(SIGNS[place][0])
        return {
            Place.EVERYTHING: self.tr("Everything"),
            Place.SESSIONS: self.tr("Sessions"),
            Place.NOTES: self.tr("Notes"),
            Place.PINNED: self.tr("Pinned"),
            Place.ARCHIVE: self.tr("Archive"),
            Place.TRASH: self.tr("Trash"),
            Page.TODAY: self.tr("Today"),
            Page.SOURCES: self.tr("Sources"),
            Page.BACKUPS: self.tr("Backups"),
            Page.TIMELINE: self.tr("Timeline"),
            Page.ENTITIES: self.tr("Who and what"),
            Page.FACTS: self.tr("Facts"),
            Page.SLEEP: self.tr("Sleep"),
            Page.CONTRADICTIONS: self.tr("Contradictions"),
            Page.FADING: self.tr("Fading soon"),
            Page.GRAPH: self.tr("Graph"),
        }[place]
