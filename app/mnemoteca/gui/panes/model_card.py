"""One model on its card: what it is, how it fits, how far its download is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mnemoteca.core.model_roles import Role
from mnemoteca.gui import told_models
from mnemoteca.gui.components.bar import Bar
from mnemoteca.gui.components.button import Button, icon_button
from mnemoteca.gui.components.chip import HEIGHT as CHIP
from mnemoteca.gui.components.chip import Chip
from mnemoteca.gui.components.flow import Flow
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.painting import area, box, painter_on
from mnemoteca.gui.panes.sources_page import Figure
from mnemoteca.gui.theme.icons import draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, RADIUS_CARD, SMALL, TIGHT, Type
from mnemoteca.gui.told_models import Act, Shown

FILE, MEMORY = 84, 84  # the columns of figures
STANDING, ACTS = 148, 164
BAR = 120
SIGN = 14
NARROW = 760  # of the card; where it has less room, its figures stand below what is said of it
LEAST = 440


class Standing(Label):
    """How a model fits, or how far its download is, with a sign before it where there is one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", Type.META, "muted", wrap=True)
        self._sign = ""

    def tell(self, words: str, sign: str) -> None:
        self._sign = sign
        self.setText(words)
        self.setContentsMargins(round((SIGN + 6) * self._theme.zoom) if sign else 0, 0, 0, 0)
        self.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._sign:
            with painter_on(self, self._theme) as painter:
                draw_icon(painter, 0, 1, self._sign, self._theme.tokens.muted, SIGN)


class ModelCard(QWidget):
    """A model; what is asked before something is done stands on the card itself."""

    act_wanted = Signal(str, object, bool)  # id, Act, whether the licence is agreed to
    use_wanted = Signal(str, object, bool)  # id, Role, whether
    copy_wanted = Signal(str, str)  # id, in what
    focused = Signal(object)

    def __init__(self, theme: Theme, shown: Shown) -> None:
        super().__init__()
        self._theme, self.shown = theme, shown
        self._name, self._sentence = Label(theme, "", Type.TITLE), Label(theme, "", Type.META, "muted", wrap=True)
        self._chip, self._mark = Chip(theme), Chip(theme)
        self._file, self._memory = Figure(theme, FILE), Figure(theme, MEMORY)
        self._standing, self._bar = Standing(theme), Bar(theme, BAR)
        self._figures, self._below = self._lay_out_figures(), False
        self._buttons = {
            Act.DOWNLOAD: Button(theme, "…", icon="file-down"),
            Act.PAUSE: Button(theme, "…"),
            Act.GO_ON: Button(theme, "…"),
            Act.USE: Button(theme, "…"),
            Act.COPY: icon_button(theme, "copy", "…"),
            Act.REMOVE: icon_button(theme, "trash-2", "…"),
            Act.DROP: icon_button(theme, "x", "…"),
        }
        self._question = Label(theme, "", Type.META, "text", wrap=True)
        self._yes, self._no = Button(theme, "…"), Button(theme, "…")
        self._asked: Callable[[], object] | None = None
        self._menu = theme.dress(QMenu(self))
        self._lay_out()
        self._wire()
        self.tell(shown)
        theme.changed.connect(self.update)

    def tell(self, shown: Shown) -> None:
        """Everything said of it, in the language in force."""
        self.shown = shown
        self.setAccessibleName(", ".join(filter(None, (shown.name, shown.mark, shown.standing))))
        self._name.setText(shown.name)
        self._sentence.setText(shown.sentence)
        self._chip.tell(shown.chip)
        self._mark.tell(shown.mark)
        self._file.tell(self.tr("file"), shown.file)
        self._memory.tell(self.tr("memory"), shown.memory)
        self._standing.tell(shown.standing, shown.sign)
        self._bar.setVisible(shown.bar is not None)
        self._bar.setAccessibleName(shown.name)
        if shown.bar is not None:
            self._bar.tell(*shown.bar)
        faces = {
            Act.DOWNLOAD: self.tr("Download"),
            Act.PAUSE: self.tr("Pause"),
            Act.GO_ON: self.tr("Go on"),
            Act.USE: self.tr("Use for…"),
        }
        names = {
            Act.COPY: self.tr("Make a smaller copy of %1"),
            Act.REMOVE: self.tr("Remove %1 from this computer"),
            Act.DROP: self.tr("Cancel the download of %1"),
        }
        held = next((button for button in self._buttons.values() if button.hasFocus()), None)
        for act, button in self._buttons.items():
            if face := faces.get(act):
                button.set_face(face)
            button.set_name(names[act].replace("%1", shown.name) if act in names else f"{faces[act]} {shown.name}")
            button.setVisible(act in shown.acts)
        if held is not None and held.isHidden():  # what was pressed has done its work
            self.first().setFocus(Qt.FocusReason.OtherFocusReason)
        self._no.set_face(self.tr("No"))
        if self._asked is not None and not {Act.DOWNLOAD, Act.REMOVE, Act.DROP} & set(shown.acts):
            self._ask("", "", None)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange and self._asked is not None:
            self._ask("", "", None)
        super().changeEvent(event)

    def first(self) -> QWidget:
        """What takes the keyboard first."""
        return next((self._buttons[act] for act in self.shown.acts), self)

    # -- inside
    def _wire(self) -> None:
        for act, button in self._buttons.items():
            button.clicked.connect(lambda _=False, act=act: self._do(act))
        self._yes.clicked.connect(self._agreed)
        self._no.clicked.connect(lambda: self._ask("", "", None))

    def _do(self, act: Act) -> None:
        shown, name = self.shown, self.shown.name
        if act is Act.USE:
            self._show_roles()
        elif act is Act.COPY:
            self._show_copies()
        elif act is Act.DOWNLOAD and shown.terms:
            self._ask(shown.terms, self.tr("I agree: download"), lambda: self.act_wanted.emit(shown.id, act, True))
        elif act is Act.REMOVE:
            question = self.tr("Remove %1 from this computer? %2 of the disk become free.").replace("%1", name)
            self._ask(question.replace("%2", shown.frees), self.tr("Remove"), self._wanted(act))
        elif act is Act.DROP:
            question = self.tr("Cancel the download of %1? What is there of it is removed.").replace("%1", name)
            self._ask(question, self.tr("Cancel the download"), self._wanted(act))
        else:
            self._wanted(act)()

    def _wanted(self, act: Act) -> Callable[[], None]:
        return lambda: self.act_wanted.emit(self.shown.id, act, False)

    def _ask(self, question: str, yes: str, does: Callable[[], object] | None) -> None:
        """Ask on the card itself; an empty question takes it away again."""
        self._asked = does
        self._question.setText(question)
        self._yes.set_face(yes)
        self._yes.set_name(f"{yes}: {self.shown.name}" if yes else "")
        self._no.set_name(f"{self._no.text()}: {self.shown.name}")
        for part in (self._question, self._yes, self._no):
            part.setVisible(bool(question))
        if question:
            self._no.setFocus(Qt.FocusReason.OtherFocusReason)
            self.focused.emit(self._no)
        else:
            self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _agreed(self) -> None:
        does = self._asked
        self._ask("", "", None)
        if does is not None:
            does()

    def _show_roles(self) -> None:
        """A menu of what it can be used for, ticked where it is."""
        self._menu.clear()
        for role in self.shown.uses:
            action = self._menu.addAction(told_models.role_name(role))
            action.setCheckable(True)
            action.setChecked(role in self.shown.roles)
            action.toggled.connect(lambda on, role=role: self._use(role, on))
        self._open_menu(self._buttons[Act.USE])

    def _show_copies(self) -> None:
        """A menu of what a smaller copy can be made in."""
        self._menu.clear()
        for to in self.shown.copies:
            action = self._menu.addAction(told_models.copy_said(to))
            action.triggered.connect(lambda _=False, to=to: self.copy_wanted.emit(self.shown.id, to))
        self._open_menu(self._buttons[Act.COPY])

    def _open_menu(self, button: Button) -> None:
        self._menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _use(self, role: Role, on: bool) -> None:
        self.use_wanted.emit(self.shown.id, role, on)

    def _lay_out(self) -> None:
        names, said, asked = Flow(), QVBoxLayout(), QHBoxLayout()
        top = self._top = QHBoxLayout()
        self._name.setMinimumHeight(CHIP)  # in line with the chips
        for part in (self._name, self._chip, self._mark):
            names.addWidget(part)
        said.setSpacing(TIGHT)
        said.addLayout(names)
        said.addWidget(self._sentence)
        top.setSpacing(GAP)
        top.addLayout(said, 1)
        top.addWidget(self._figures, 0, Qt.AlignmentFlag.AlignTop)
        acts = QWidget()
        acts.setFixedWidth(ACTS)
        buttons = QHBoxLayout(acts)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(TIGHT)
        buttons.addStretch(1)
        for button in self._buttons.values():
            buttons.addWidget(button)
        top.addWidget(acts, 0, Qt.AlignmentFlag.AlignTop)
        asked.setSpacing(SMALL)
        asked.addWidget(self._question, 1)
        asked.addWidget(self._yes)
        asked.addWidget(self._no)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(PAD, PAD - 2, PAD - TIGHT, PAD - 2)
        whole.setSpacing(TIGHT)
        whole.addLayout(top)
        whole.addLayout(asked)
        for asked_part in (self._question, self._yes, self._no):
            asked_part.hide()

    def _lay_out_figures(self) -> QWidget:
        """The file, the memory that it takes, how it fits: side by side."""
        standing, figures = QWidget(), QWidget()
        standing.setFixedWidth(STANDING)
        column = QVBoxLayout(standing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self._standing)
        column.addWidget(self._bar)
        column.addStretch(1)
        across = QHBoxLayout(figures)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        for part in (self._file, self._memory, standing):
            across.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        return figures

    def minimumSizeHint(self) -> QSize:
        """With its figures below what is said, it needs less than it takes now."""
        now = super().minimumSizeHint()
        return QSize(min(now.width(), self._theme.px(LEAST)), now.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figures stand beside what is said, or below it where there is no room."""
        super().resizeEvent(event)
        below = self.width() < self._theme.px(NARROW)
        if below != self._below:
            self._below = below
            (self._top if below else self._whole).removeWidget(self._figures)
            if below:
                self._whole.insertWidget(1, self._figures, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self._top.insertWidget(1, self._figures, 0, Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens = self._theme.tokens
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box(painter, area(self, self._theme), tokens.surface, RADIUS_CARD, tokens.line)
