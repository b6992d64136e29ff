"""Bringing in: a card over the window that shows what would come in, how it comes in, and what came of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from mnemoteca.core.jobs import Skipped
from mnemoteca.core.preview import ImportOptions, Preview
from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.label import Divider, Label
from mnemoteca.gui.components.overlay import BELOW, Overlay
from mnemoteca.gui.components.spoken import announce
from mnemoteca.gui.ending import Ending
from mnemoteca.gui.panes.import_going import EndedPage, GoingPage
from mnemoteca.gui.panes.import_seen import SeenPage
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, LARGE, PAD, SMALL, TIGHT, WIDE, Type
from mnemoteca.gui.told_imports import Progress, figures

WIDTH = 640
INSIDE = WIDTH - 2 * WIDE


class Step(StrEnum):
    """Where a person is in it; each has its page and its buttons."""

    LOOKING = "looking"
    SEEN = "seen"
    COMING = "coming"
    ASKING = "asking"  # how it is to end
    ENDED = "ended"
    TROUBLE = "trouble"


class ImportBox(Overlay):
    """One dialog from the first look to the last figure; whoever owns it is told what the person wants."""

    bring_in_wanted = Signal(object)  # ImportOptions
    format_wanted = Signal(str)
    stop_wanted = Signal()
    go_on_wanted = Signal()
    keep_wanted = Signal()
    take_back_wanted = Signal()
    save_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, WIDTH)
        self.step = Step.LOOKING
        self._name, self._path, self._ending, self._trouble = "", "", Ending(), ("", "")
        self._preview: Preview | None = None
        self._progress = Progress()
        self._title = Label(theme, "", Type.PAGE, wrap=True)
        self._where = Label(theme, "", Type.META, "muted", wrap=True)
        self._seen, self._going, self._ended = SeenPage(theme), GoingPage(theme, INSIDE), EndedPage(theme)
        self._buttons: dict[str, Button] = {
            "leave": Button(theme, "…"),
            "save": Button(theme, "…"),
            "undo": Button(theme, "…", icon="undo-2"),
            "stop": Button(theme, "…"),
            "take_back": Button(theme, "…", icon="undo-2"),
            "again": Button(theme, "…"),
            "bring_in": Button(theme, "…", kind=Kind.PRIMARY, key="↵"),
            "go_on": Button(theme, "…"),
            "keep": Button(theme, "…", kind=Kind.PRIMARY),
            "close": Button(theme, "…", kind=Kind.PRIMARY),
        }
        self._body = theme.dress(QScrollArea())
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self.fit)
        self._lay_out()
        self._connect()
        self._say()

    # -- what it is given
    def set_what(self, name: str, path: str) -> None:
        """What it is about."""
        self._name, self._path = name, path
        self._say()

    def show_looking(self, now: Progress) -> None:
        self._progress = now
        self._turn(Step.LOOKING)

    def show_seen(self, seen: Preview, space: str, today: date, *, many: bool = False) -> None:
        """The preview; with `many` it is that of several paths together."""
        self._preview = seen
        self._seen.show_preview(seen, space, today, many=many)
        self._turn(Step.SEEN)

    def show_coming(self, now: Progress, *, withdrawing: bool = False) -> None:
        """How far it is, or that it is being taken back; a question that is asked stays."""
        self._progress, self._withdrawing = now, withdrawing
        self._turn(self.step if self.step is Step.ASKING else Step.COMING)

    def ask(self, asking: bool = True) -> None:
        """Ask how it is to end; or go on without."""
        self._turn(Step.ASKING if asking else Step.COMING)

    def show_ended(self, ending: Ending) -> None:
        self._ending = ending
        self._ended.tell(ending.sentence, ending.facts)
        self._turn(Step.ENDED)

    def show_skipped(self, skipped: tuple[Skipped, ...], of: int) -> None:
        """The list of what could not be taken."""
        self._ended.show_skipped(skipped, of)
        self._skipped = bool(skipped)
        self._say()
        self._fitting.start()

    _skipped = _withdrawing = False

    def show_trouble(self, sentence: str, next_step: str) -> None:
        """It can't be looked at."""
        self._trouble = (sentence, next_step)
        self._turn(Step.TROUBLE)

    def options(self) -> ImportOptions:
        """What the person chose."""
        return self._seen.options()

    # -- inside
    def _turn(self, step: Step) -> None:
        turned, self.step = step is not self.step, step
        self._say()
        if turned and self.isVisible():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self._title.text())
        self._fitting.start()

    def shown_buttons(self) -> list[str]:
        """The buttons of the step, from left to right."""
        nothing = self._preview is None or not self._preview.memories
        return {
            Step.LOOKING: ["leave"],
            Step.SEEN: ["leave"] if nothing else ["leave", "bring_in"],
            Step.COMING: ["close"] if self._withdrawing else ["stop", "close"],
            Step.ASKING: ["go_on", "take_back", "keep"],
            Step.ENDED: [
                *(["save"] if self._skipped else []),
                *(["undo"] if self._ending.can_undo else []),
                "close",
            ],
            Step.TROUBLE: ["leave", "again"],
        }[self.step]

    def first_focus(self) -> QWidget:
        """The last button of the step, which is the one that is to be done."""
        return self._buttons[self.shown_buttons()[-1]]

    def primary(self) -> QPushButton | None:
        return self._buttons[self.shown_buttons()[-1]]

    def _connect(self) -> None:
        does = {
            "leave": self.left.emit,
            "close": self.left.emit,
            "save": self.save_wanted.emit,
            "undo": self.take_back_wanted.emit,
            "stop": self.stop_wanted.emit,
            "take_back": self.take_back_wanted.emit,
            "again": self.again_wanted.emit,
            "bring_in": lambda: self.bring_in_wanted.emit(self.options()),
            "go_on": self.go_on_wanted.emit,
            "keep": self.keep_wanted.emit,
        }
        for name, button in self._buttons.items():
            button.clicked.connect(lambda _=False, name=name: does[name]())
        self._seen.format_wanted.connect(self.format_wanted)
        self._seen.changed.connect(self._fitting.start)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._seen.say()
            self._ended.say()
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self._title.setText(self._heading())
        self.setAccessibleName(self._title.text())
        self._where.setText(self._path)
        self._where.setVisible(bool(self._path) and self.step is not Step.ENDED)
        if self.step is Step.LOOKING:
            sentence = self.tr("Nothing has come in yet. It is only looked at.")
            self._going.tell(self._progress, self.tr("Opening it"), sentence)
        elif self.step in (Step.COMING, Step.ASKING):
            self._going.tell(self._progress, self.tr("Waits for what came before it"), self._while_coming())
        elif self.step is Step.TROUBLE:
            self._ended.tell(" ".join(filter(None, self._trouble)), ())
        self._seen.setVisible(self.step is Step.SEEN)
        self._going.setVisible(self.step in (Step.LOOKING, Step.COMING, Step.ASKING))
        self._ended.setVisible(self.step in (Step.ENDED, Step.TROUBLE))
        self._say_buttons()

    def _heading(self) -> str:
        if self.step is Step.ASKING:
            return self.tr("Stop bringing in %1?").replace("%1", self._name)
        if self.step is Step.TROUBLE:
            return self.tr("%1 can’t come in").replace("%1", self._name)
        if self.step is Step.COMING and self._withdrawing:
            return self.tr("Taking back %1").replace("%1", self._name)
        told = {
            Step.LOOKING: self.tr("Looking through %1"),
            Step.SEEN: self.tr("Bring in %1?"),
            Step.COMING: self.tr("Bringing in %1"),
            Step.ENDED: self.tr("%1 is in"),
        }[self.step]
        if self.step is Step.ENDED and self._ending.sentence:
            told = "%1"
        return told.replace("%1", self._name)

    def _while_coming(self) -> str:
        if self.step is Step.ASKING:
            return self.tr("What is in can stay, or be taken back as if it had never come. The source stays as it is.")
        return self.tr("You can close this and go on working: the line at the bottom tells how far it is.")

    def _say_buttons(self) -> None:
        new = self._preview.new if self._preview else 0
        faces = {
            "leave": self.tr("Cancel") if self.step is not Step.TROUBLE else self.tr("Close"),
            "save": self.tr("Save the list…"),
            "undo": self.tr("Take it back"),
            "stop": self.tr("Stop…"),
            "take_back": self.tr("Take it back"),
            "again": self.tr("Try again"),
            "bring_in": figures.bring_in(new) if new else self.tr("Bring in"),
            "go_on": self.tr("Go on"),
            "keep": self.tr("Stop, keep what is in"),
            "close": self.tr("Close"),
        }
        shown = self.shown_buttons()
        if self.step is Step.SEEN and "bring_in" not in shown:
            faces["leave"] = self.tr("Close")
        for name, button in self._buttons.items():
            button.set_face(faces[name])
            button.setVisible(name in shown)

    def fit(self) -> None:
        """The card is as high as what it shows, up to the window; more than that is scrolled."""
        inside = self._body.widget()
        layout = inside.layout() if inside is not None else None
        if inside is None or layout is None:
            return
        layout.activate()
        px = self._theme.px
        wide = self.card.width() - 2 * px(WIDE)
        wanted = layout.totalHeightForWidth(wide) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        title = self._title.heightForWidth(wide) + (self._where.heightForWidth(wide) if self._path else 0)
        others = title + self._buttons["leave"].sizeHint().height() + px(4 * WIDE + 2 * PAD)
        room = max(px(120), self.height() - px(LARGE + BELOW) - others)
        self._body.setFixedHeight(min(wanted, room))

    def _lay_out(self) -> None:
        inside = QWidget()
        pages = QVBoxLayout(inside)
        pages.setContentsMargins(WIDE, 0, WIDE, 0)
        pages.setSpacing(0)
        for page in (self._seen, self._going, self._ended):
            pages.addWidget(page)
        self._body.setWidget(inside)
        self._body.setWidgetResizable(True)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (inside, self._body.viewport()):
            part.setAutoFillBackground(False)
        head, foot = QVBoxLayout(), QHBoxLayout()
        head.setContentsMargins(WIDE, 0, WIDE, 0)
        head.setSpacing(TIGHT)
        head.addWidget(self._title)
        head.addWidget(self._where)
        foot.setContentsMargins(WIDE, PAD, WIDE, 0)
        foot.setSpacing(SMALL)
        foot.addStretch(1)
        for button in self._buttons.values():
            foot.addWidget(button)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(1, WIDE, 1, PAD + TIGHT)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(GAP)
        column.addWidget(self._body)
        column.addSpacing(PAD)
        column.addWidget(Divider(self._theme))
        column.addLayout(foot)
