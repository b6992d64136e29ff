"""The day: what came in, what fades soon and can be kept by one key, what was on this day, and a line to write in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from mnemoteca.core.clock import Clock
from mnemoteca.core.glance import SHOWN, Today
from mnemoteca.core.memory import Memory, Session
from mnemoteca.core.sleep.values import Digest, Pattern, RunDifference
from mnemoteca.gui import rows, told_backups, told_sleep, words
from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.label import Ground, Label
from mnemoteca.gui.components.leaf import TOP, scrolling
from mnemoteca.gui.components.line_card import Card
from mnemoteca.gui.components.lines import Line, Lines
from mnemoteca.gui.components.painting import CENTRE, area, box, focus_ring, grown, line_of_text, painter_on, width_of
from mnemoteca.gui.components.told_button import ToldButton
from mnemoteca.gui.counted import counted
from mnemoteca.gui.theme.icons import SIZE, draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, RADIUS_CARD, SMALL, TIGHT, WIDE, Type

WIDEST = 1024
WRITE, CAP = 44, 20
KEEP, LET_GO = "K", "L"


class WriteLine(QPushButton):
    """Looks like a field; a click or Enter opens the box in which a note is written."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._key = theme, ""
        self.setFixedHeight(WRITE)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        theme.changed.connect(self.update)

    def show_key(self, key: str) -> None:
        """The key that opens the box; none takes it away."""
        self._key = key
        self.update()

    @grown
    def sizeHint(self) -> QSize:
        return QSize(400, WRITE)

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens, rect = self._theme.tokens, area(self, self._theme)
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box(painter, rect, tokens.surface, RADIUS_CARD, tokens.edge if self.underMouse() else tokens.line)
            draw_icon(painter, GAP, (WRITE - SIZE) / 2, "notebook-pen", tokens.muted)
            small = self._theme.font(Type.SMALL)
            wide = width_of(self._key, small) + 13 if self._key else 0.0
            if self._key:
                cap = QRectF(rect.right() - GAP - wide, (WRITE - CAP) / 2, wide, CAP)
                box(painter, cap, tokens.raised, 5, tokens.edge)
                line_of_text(painter, cap, self._key, small, tokens.muted, CENTRE)
            inside = rect.adjusted(GAP + SIZE + GAP, 0, -wide - 2 * GAP, 0)
            line_of_text(painter, inside, self.text(), self._theme.font(Type.NOTE), tokens.muted)
            if self.hasFocus():
                focus_ring(painter, rect, self._theme, RADIUS_CARD)


class TodayPage(Ground):
    """What opens first."""

    note_wanted = Signal()
    memory_opened = Signal(object)
    session_opened = Signal(object)
    keep_wanted = Signal(object)
    let_go_wanted = Signal(object)
    backups_wanted = Signal()
    trash_wanted = Signal()
    learned_opened = Signal(object)  # Digest or Pattern
    run_wanted = Signal(int)
    decide_wanted = Signal()

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self._clock = clock
        self._today: Today | None = None
        self._here = self._everywhere = ""  # keys
        self._title = Label(theme, "", Type.PAGE)
        self._sentence = Label(theme, "", Type.BODY, "muted", wrap=True)
        self._write = WriteLine(theme)
        self._copy = ToldButton(theme, "hard-drive")
        self._trash = ToldButton(theme, "trash-2")
        self._new = Card(theme, Lines(theme, self._new_line))
        self._fading = Card(theme, Lines(theme, self._fading_line, (KEEP, LET_GO)))
        self._years = Card(theme, Lines(theme, self._year_line))
        self._learned = Card(theme, Lines(theme, self._learned_line))
        self._run: RunDifference | None = None
        self._open = 0  # contradictions that wait for the person
        self._learned.hide()
        self._show_run = Button(theme, "…", kind=Kind.LINK)
        self._learned.foot.addWidget(self._show_run)
        self._learned.foot.addStretch(1)
        self._keep = Button(theme, "…", key=KEEP)
        self._let_go = Button(theme, "…", key=LET_GO)
        for button in (self._keep, self._let_go):
            self._fading.foot.addWidget(button)
        self._fading.foot.addStretch(1)
        self._lay_out()
        self._connect()
        self._say()

    def set_today(self, today: Today) -> None:
        """Show this day."""
        self._today = today
        self._new.lines.show_things((*today.notes, *today.sessions)[:8])
        self._fading.lines.show_things(today.fading)
        self._years.lines.show_things(today.years)
        self._say()

    def set_learned(self, run: RunDifference | None) -> None:
        """What the last run learned; None where none did since yesterday evening."""
        self._run = run
        self._show_learned()

    def set_open(self, contradictions: int) -> None:
        """So many contradictions wait for the person."""
        self._open = contradictions
        self._show_learned()

    def _show_learned(self) -> None:
        run = self._run
        things: tuple[object, ...] = () if run is None else (*run.digests, *run.patterns)[:SHOWN]
        self._learned.lines.show_things((*things, *((self._open,) if self._open else ())))
        self._say()

    def first_focus(self) -> None:
        """Give the keyboard to the line to write in."""
        self._write.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_key(self, key: str) -> None:
        """The key that opens the box in the window."""
        self._here = key
        self._say_key()

    def show_everywhere(self, key: str) -> None:
        """The key that does so in every program, "" where none does."""
        self._everywhere = key
        self._say_key()

    def _say_key(self) -> None:
        everywhere = self.tr("%1 from anywhere").replace("%1", self._everywhere) if self._everywhere else ""
        self._write.show_key(everywhere or self._here)

    # -- lines
    def _now(self) -> datetime:
        return self._clock.now().astimezone()

    def _new_line(self, thing: object) -> Line:
        locale, now = QLocale(), self._now()
        if isinstance(thing, Session):
            row = rows.session_row(thing, now, locale)
            return Line(row.headline, counted.turns(thing.turns), thing.tier, row.ring, thing.pinned, row.pace_s)
        assert isinstance(thing, Memory)
        row = rows.memory_row(thing, now, locale)
        fades = thing.tier.value == "short" and thing.promotes_at is None
        right = words.what_next(thing, now) if fades else words.time_of(thing, locale)
        return Line(row.headline, right, thing.tier, row.ring, thing.pinned, row.pace_s)

    def _fading_line(self, thing: object) -> Line:
        assert isinstance(thing, Memory)
        row, now = rows.memory_row(thing, self._now(), QLocale()), self._now()
        left = words.span(max(0.0, words.seconds_to(thing.tier_until, now))) if thing.tier_until else ""
        return Line(row.headline, left, thing.tier, row.ring, thing.pinned, row.pace_s)

    def _year_line(self, thing: object) -> Line:
        assert isinstance(thing, Memory)
        row = rows.memory_row(thing, self._now(), QLocale())
        year = "" if thing.occurred_at is None else str(words.local(thing.occurred_at, thing.offset_min).year)
        return Line(row.headline, year, thing.tier, row.ring, thing.pinned, row.pace_s)

    def _learned_line(self, thing: object) -> Line:
        if isinstance(thing, Digest):
            line = told_sleep.digest_line(thing, self._now().date())
            return Line(line.text, told_sleep.figures.from_memories(thing.sources), icon="file-text")
        if isinstance(thing, Pattern):
            line = told_sleep.pattern_line(thing)
            return Line(line.text, told_sleep.pattern_kind(thing.kind), icon="list-tree")
        assert isinstance(thing, int)
        return Line(told_sleep.figures.contradictions(thing), self.tr("decide"), icon="scale")

    # -- words
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        today, locale = self._today, QLocale()
        day = date.fromisoformat(today.day) if today else self._now().date()
        self._title.setText(words.whole_day(day, locale))
        self._sentence.setText(self._summary(today) if today else "")
        self.setAccessibleName(self.tr("Today"))
        self._say_key()
        due = today is not None and today.copy_due
        old = told_backups.old_copy(today.copied_at, self._now()) if today and due else ""
        self._copy.tell(old, self.tr("Show the backups"))
        self._trash.tell(self._goes_soon(today) if today else "", self.tr("Show the trash"))
        self._write.setText(self.tr("Write something down"))
        self._write.setAccessibleName(self.tr("Write something down"))
        new, soon, years = self._nothing_known() if today else ("", "", "")
        self._new.tell(self.tr("New"), self.tr("today"), new)
        fading = words.number(today.fading_count, locale) if today and today.fading_count else ""
        self._fading.tell(self.tr("Fading soon"), fading, soon)
        self._years.tell(self.tr("On this day"), "", years)
        self._say_learned()
        self._keep.set_face(self.tr("Keep"))
        self._let_go.set_face(self.tr("Let go"))
        for button in (self._keep, self._let_go):
            button.setVisible(bool(fading))

    def _say_learned(self) -> None:
        run = None if self._run is None else self._run.run
        title = told_sleep.learned_when(run, self._now()) if run is not None else self.tr("For you to decide")
        self._learned.tell(title, told_sleep.headline(run) if run is not None else "", "")
        some = bool(self._learned.lines.model().rowCount())
        if some is self._learned.isHidden():
            self._grid.removeWidget(self._new)  # it takes the room of both where there is nothing below it
            self._grid.addWidget(self._new, 0, 0, 1 if some else 2, 1)
            self._learned.setVisible(some)
        self._show_run.set_face(self.tr("Show the run"))
        self._show_run.setVisible(run is not None)

    def _nothing_known(self) -> tuple[str, str, str]:
        """What the cards say where they are empty; before the service has told of the day they claim nothing."""
        return (
            self.tr("Nothing came in yet."),
            self.tr("Nothing fades in the next hours."),
            self.tr("Nothing is known of this day in years before."),
        )

    def _goes_soon(self, today: Today) -> str:
        """That something in the trash is purged within a week; "" where nothing is."""
        if today.purged_from is None:
            return ""
        day = words.short_day(today.purged_from.astimezone().date(), self._now().date(), QLocale())
        return self.tr("%Ln memories in the trash go for good from %1 on.", "", today.purged_soon).replace("%1", day)

    def _summary(self, today: Today) -> str:
        if not (today.added or today.promoted or today.let_go):
            return self.tr("Nothing has happened yet today.")
        new = self.tr("%Ln new memories today", "", today.added) if today.added else self.tr("nothing new today")
        parts = [new[:1].upper() + new[1:]]
        if today.promoted:
            parts.append(self.tr("%Ln promoted", "", today.promoted))
        if today.let_go:
            parts.append(self.tr("%Ln let go", "", today.let_go))
        return ", ".join(parts) + "."

    # -- inside
    def _connect(self) -> None:
        self._write.clicked.connect(self.note_wanted)
        self._copy.clicked.connect(self.backups_wanted)
        self._trash.clicked.connect(self.trash_wanted)
        for card in (self._new, self._fading, self._years):
            card.lines.opened.connect(self._opened)
        self._learned.lines.opened.connect(self._learned_opened)
        self._show_run.clicked.connect(lambda: self.run_wanted.emit(self._run.run.run if self._run else 0))
        self._fading.lines.pressed_key.connect(self._key)
        self._keep.clicked.connect(lambda: self._key(KEEP, self._fading.lines.at_hand()))
        self._let_go.clicked.connect(lambda: self._key(LET_GO, self._fading.lines.at_hand()))

    def _opened(self, thing: object) -> None:
        (self.session_opened if isinstance(thing, Session) else self.memory_opened).emit(thing)

    def _learned_opened(self, thing: object) -> None:
        if isinstance(thing, int):
            self.decide_wanted.emit()
        else:
            self.learned_opened.emit(thing)

    def _key(self, key: str, thing: object) -> None:
        today = self._today
        if isinstance(thing, Memory) and today is not None:
            (self.keep_wanted if key == KEEP else self.let_go_wanted).emit(thing)
            left = tuple(each for each in today.fading if each.id != thing.id)  # pressed again, the key means the next
            self.set_today(replace(today, fading=left, fading_count=max(0, today.fading_count - 1)))

    def _lay_out(self) -> None:
        page = QWidget()
        page.setMaximumWidth(WIDEST)
        grid = self._grid = QGridLayout()
        grid.setSpacing(PAD)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.addWidget(self._new, 0, 0, 2, 1)
        grid.addWidget(self._learned, 1, 0)
        grid.addWidget(self._fading, 0, 1)
        grid.addWidget(self._years, 1, 1)
        head = QVBoxLayout()
        head.setSpacing(TIGHT)
        head.addWidget(self._title)
        head.addWidget(self._sentence)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, TOP, 0, WIDE)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addSpacing(TIGHT)
        column.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._trash, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._write)
        column.addSpacing(SMALL)
        column.addLayout(grid)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(self._theme, page))
