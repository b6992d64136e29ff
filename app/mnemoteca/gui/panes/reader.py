"""The reader: a session as the conversation it was, under its title."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from mnemoteca.core.branches import Stretch
from mnemoteca.core.clock import Clock
from mnemoteca.core.memory import Memory, Role, Session, State
from mnemoteca.gui import words
from mnemoteca.gui.components.button import icon_button
from mnemoteca.gui.components.chip import Chip
from mnemoteca.gui.components.empty import Empty
from mnemoteca.gui.components.flow import Flow
from mnemoteca.gui.components.label import Divider, Ground, Label
from mnemoteca.gui.components.links_menu import LinksMenu
from mnemoteca.gui.components.searched import Searched, Span
from mnemoteca.gui.counted import counted
from mnemoteca.gui.finding import Sought, Spans
from mnemoteca.gui.panes.find_bar import FindBar
from mnemoteca.gui.panes.outline_pane import OutlinePane
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import LARGE, PAD, SMALL, WIDE, Type

CHUNK = 100  # turns that are asked for at once
BESIDE = 820  # px of the pane from where the outline stands beside the text; else above it
ANY = 16_777_215  # as wide as Qt lets a widget be
HEADER = 40  # of the list beside it: what is said where there is nothing stands in line there
OUTLINE, HIGHEST = 236, 240  # px: how wide it is there, how high here


class ReaderPane(Ground):
    """Shows a session, or one memory alone; asks for the turns it needs."""

    turns_wanted = Signal(
        object, int, int
    )  # through which turn (0: as was last chosen), from where (-1: around), how many
    turn_chosen = Signal(object)
    pin_wanted = Signal(object)
    forget_wanted = Signal(object)
    copied = Signal()
    path_shown = Signal()  # another session, or another branch of it, or it grew
    grown = Signal()  # turns came

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme, "surface")
        self._clock = clock
        self.setMinimumWidth(300)
        self._session: Session | None = None
        self._through = 0  # the turn that the path shown leads through
        self._first, self._total = 0, 0  # of the path: where what is here begins, and how many turns it has
        self._asked: int | None = None  # from where turns are under way
        self._afresh = False  # whether they take the place of what is here
        self._looked_for: tuple[int, Spans | Sought, bool] | None = None  # the last: the person went there by hand
        self._source, self._span, self._turns = Chip(theme, "", "message-circle"), Chip(theme), Chip(theme)
        self._pin, self._forget = icon_button(theme, "pin", ""), icon_button(theme, "archive-x", "")
        self._more = icon_button(theme, "ellipsis", "")
        self._title = Label(theme, "", Type.PAGE, wrap=True).selectable()
        self._place: tuple[int, Span] | None = None  # what is to be brought into sight once its turn is here
        self._text = Searched(theme)
        self.find_bar, self.outline = FindBar(theme), OutlinePane(theme)
        self._nothing = Empty(theme, HEADER)
        self._lay_out(theme)
        self._connect()
        self.set_nothing("")
        self._words()

    # -- what it is given
    def show_session(self, session: Session | None, through: int = 0) -> None:
        """Show a session along the branch that leads through this turn, once its turns have come.

        With 0 it is the branch that is shown already, or else the one that was last chosen.
        """
        if session is None:
            self.set_nothing("")
            return
        if through or self._session is None or self._session.id != session.id:
            self._through = through
        self._begin(session)
        self._looked_for = None
        self._ask(-1)
        self.path_shown.emit()

    def show_memory(self, memory: Memory, highlights: Spans | Sought = ()) -> None:
        """Show one memory alone, while its session is on its way, or where it has none to be shown in."""
        self._begin(None)
        name = words.session_name(memory.session_title, self._today(), QLocale())
        self._title.setText(name or self._untitled(memory))
        self._source.tell(words.source_name(memory.source))
        self._span.tell(words.when(memory, self._today(), QLocale()))
        self._turns.tell("")
        self._text.add_after((memory,))
        self._text.choose(memory.id, highlights)
        self._show_acts()

    def add_turns(self, through: int, stretch: Stretch) -> None:
        """Turns along the path through this turn came."""
        asked = self._asked
        if self._session is None or asked is None or stretch.session != self._session.id or through != self._through:
            return
        if asked not in (-1, stretch.start):
            return
        self._asked = None
        if self._afresh:
            self._text.clear_turns()
        self._text.set_forks(stretch.forks)
        here = self._text.turns()
        if self._afresh or not here or stretch.start > self._first:
            self._first = stretch.start if self._afresh or not here else self._first
            self._text.add_after(stretch.turns, self._looked_for[0] if self._looked_for else 0)
        else:
            self._text.add_before(stretch.turns[: self._first - stretch.start])
            self._first = stretch.start
        if self._afresh and asked > 0:
            self._text.moveCursor(QTextCursor.MoveOperation.End)
        self._afresh, self._total = False, stretch.total
        self._find()
        self._show_acts()
        self.grown.emit()

    # -- places in it
    def session(self) -> Session | None:
        """The session that is shown; None where it is a memory alone, or nothing."""
        return self._session

    def through(self) -> int:
        """The turn that the path shown leads through, 0: as was last chosen."""
        return self._through

    def place_in_sight(self) -> int:
        """Which place of the path the first turn in sight has."""
        return self._first + self._text.top_turn()

    def when_scrolled(self, does: Callable[[], object]) -> None:
        """Call a method of a QObject whenever another place is in sight; never after that one is gone."""
        self._text.verticalScrollBar().valueChanged.connect(does)

    def mark_found(self, found: Mapping[int, Spans]) -> None:
        """Mark what was found, by the ids of turns; they may come later."""
        self._text.mark_found(found)

    def show_place(self, id: int, at: int, span: Span = (0, 0)) -> None:
        """Bring these characters of the turn at this place of the path into sight; nothing is chosen by that."""
        self._place = None
        if not self._text.show_place(id, span) and self._session is not None:
            self._place, self._looked_for = (id, span), None
            self._go_to(self._through, max(0, at - CHUNK // 3))

    def take(self, id: int) -> None:
        """Choose a turn that is here, as if the person had."""
        if self._text.choose(id, scroll=False):
            self.turn_chosen.emit(self._text.chosen())

    def has_keyboard(self) -> bool:
        """Whether the keyboard is in the reader."""
        held = QApplication.focusWidget()
        return held is not None and (held is self or self.isAncestorOf(held))

    def focus_text(self) -> None:
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def selected(self) -> str:
        """What is selected, where it is a few words on one line."""
        text = self._text.textCursor().selectedText()
        return text if len(text) <= 80 and "\u2029" not in text else ""

    def choose(self, id: int, highlights: Spans | Sought = ()) -> None:
        """Put this turn on its card as soon as it is here; where it stands on another branch, that one is shown."""
        if self._text.choose(id, highlights):
            self._looked_for = None
        elif self._session is not None:
            self._looked_for = (id, highlights, False)
            if self._asked != -1 or self._through != id:
                self._go_to(id)
                self.path_shown.emit()
        self._show_acts()

    def chosen(self) -> Memory | None:
        return self._text.chosen()

    def replace(self, memory: Memory) -> None:
        """Fresh state of a turn that is shown."""
        self._text.replace(memory)
        self._show_acts()

    def set_formatted(self, formatted: bool) -> None:
        """Show Markdown as what it means, or every text as it was written."""
        self._text.set_formatted(formatted)

    def formatted(self) -> bool:
        """Whether Markdown is shown as what it means."""
        return self._text.formatted()

    def copy_code(self) -> bool:
        """Copy the code of the turn at hand; whether there is any."""
        return self._text.copy_code()

    def set_loading(self) -> None:
        """Something is on its way."""
        self.set_nothing(self.tr("One moment…"))

    def set_nothing(self, sentence: str) -> None:
        """Nothing to read, and why."""
        had = self._session is not None
        self._session, self._through, self._asked, self._looked_for = None, 0, None, None
        self._text.clear_turns()
        self._nothing.tell(sentence or self.tr("Choose something to read it here."))
        self._stack.setCurrentIndex(1)
        if had:
            self.path_shown.emit()

    def set_menu(self, menu: QMenu) -> None:
        """The menu behind the three dots."""
        self._more.clicked.connect(lambda: menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft())))
        self._more.show()

    # -- inside
    def _begin(self, session: Session | None) -> None:
        self._session, self._first, self._total, self._asked, self._afresh = session, 0, 0, None, False
        self._text.clear_turns()
        self._stack.setCurrentIndex(0)
        if session is not None:
            name = words.session_name(session.title, self._today(), QLocale())
            self._title.setText(name or self.tr("Untitled"))
            self._source.tell(words.source_name(session.source))
            self._span.tell(words.session_span(session, self._today(), QLocale()))
            self._turns.tell(counted.turns(session.turns))
        self._text.setAccessibleName(self._title.text())
        self._show_acts()

    def _untitled(self, memory: Memory) -> str:
        return self.tr("Note") if memory.role is Role.NOTE else self.tr("Untitled")

    def _today(self) -> date:
        return self._clock.now().astimezone().date()

    def _ask(self, start: int) -> None:
        self._asked = start
        self.turns_wanted.emit(self._through, start, CHUNK)

    def _go_to(self, id: int, start: int = -1) -> None:
        """Show the branch that leads through a turn; what is here stays until it came."""
        self._through, self._afresh = id, True
        self._ask(start)

    def _switch(self, id: int) -> None:
        """The person wants the answer beside one that is shown."""
        if self._session is not None:
            self._looked_for = (id, (), True)
            self._go_to(id)
            self.path_shown.emit()

    def _more_wanted(self, before: bool) -> None:
        if self._session is None or self._asked is not None:
            return
        end = self._first + len(self._text.turns())
        if before and self._first > 0:
            self._ask(max(0, self._first - CHUNK))
        elif not before and end < self._total:
            self._ask(end)

    def _to_the_end(self) -> None:
        if self._session is not None and self._first + len(self._text.turns()) < self._total:
            self._looked_for = None
            self._go_to(self._through, self._total - CHUNK)

    def _find(self) -> None:
        """Choose the turn that is looked for, now that what is around it came."""
        if self._place is not None:
            place, self._place = self._place, None
            self._text.show_place(*place)
        if self._looked_for is not None:
            id, highlights, by_hand = self._looked_for
            self._looked_for = None
            if self._text.choose(id, highlights) and by_hand:
                self.turn_chosen.emit(self._text.chosen())

    def _connect(self) -> None:
        self._text.turn_chosen.connect(self.turn_chosen)
        self._text.turn_chosen.connect(lambda _: self._show_acts())
        self._text.branch_wanted.connect(self._switch)
        self._text.near_end.connect(self._more_wanted)
        self._text.end_wanted.connect(self._to_the_end)
        self._text.links_wanted.connect(self._offer_links)
        self._text.copied.connect(self.copied)
        self.outline.filled.connect(self._place_outline)
        self._pin.clicked.connect(lambda: self._act(lambda memory: self.pin_wanted.emit(memory)))
        self._forget.clicked.connect(lambda: self._act(lambda memory: self.forget_wanted.emit(memory)))

    def _offer_links(self, links: Sequence[str], place: QPoint) -> None:
        """Show where the links lead; only then can one be opened."""
        menu = LinksMenu(self._theme, links, self)
        menu.copied.connect(self.copied)
        menu.popup(place)

    def _act(self, tell: Callable[[Memory], None]) -> None:
        memory = self.chosen()
        if memory is not None:
            tell(memory)

    def _show_acts(self) -> None:
        memory = self.chosen()
        active = memory is not None and memory.state is State.ACTIVE
        pinned = memory is not None and memory.pinned
        self._pin.set_icon_name("pin-off" if pinned else "pin")
        self._pin.set_name(self.tr("Unpin this memory") if pinned else self.tr("Pin this memory"))
        self._forget.set_name(self.tr("Forget this memory"))
        self._more.set_name(self.tr("More"))
        for button in (self._pin, self._forget):
            button.setEnabled(active)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        self.setAccessibleName(self.tr("Reader"))
        self._show_acts()

    def _lay_out(self, theme: Theme) -> None:
        told, chips = Flow(), QHBoxLayout()
        for chip in (self._source, self._span, self._turns):
            told.addWidget(chip)
        told.setContentsMargins(0, 4, 0, 4)
        chips.setSpacing(SMALL)
        chips.addLayout(told, 1)
        for button in (self._pin, self._forget, self._more):
            chips.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._more.hide()
        head = QVBoxLayout()
        head.setContentsMargins(LARGE, PAD + 4, WIDE, PAD + 2)
        head.setSpacing(SMALL)
        head.addLayout(chips)
        head.addWidget(self._title)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Divider(theme))
        column.addWidget(self.find_bar)
        self._middle = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self._edge = Divider(theme)
        for part, share in ((self.outline, 0), (self._edge, 0), (self._text, 1)):
            self._middle.addWidget(part, share)
        column.addLayout(self._middle, 1)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(page)
        self._stack.addWidget(self._nothing)
        self._edge.hide()
        self._place_outline()

    def show_outline(self, shown: bool) -> None:
        """Show or hide the outline."""
        self.outline.setVisible(shown)
        self._edge.setVisible(shown)
        self._place_outline()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_outline()

    def _place_outline(self) -> None:
        """Beside the text where there is room, else above it."""
        px = self._theme.px
        beside = self.width() >= px(BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._middle.setDirection(direction)
        high = min(px(min(HIGHEST, self.outline.high())), self.height() // 3)
        for part, wide, tall in ((self.outline, px(OUTLINE), high), (self._edge, 1, 1)):
            part.setMinimumSize(wide if beside else 0, 0 if beside else tall)
            part.setMaximumSize(wide if beside else ANY, ANY if beside else tall)
