"""What is on this machine that can be brought in: each source with its dates, what it deletes, and what was said."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mnemoteca.core.clock import Clock
from mnemoteca.core.known_sources import Source
from mnemoteca.gui import told_sources, words
from mnemoteca.gui.components.button import Button, icon_button
from mnemoteca.gui.components.chip import Chip
from mnemoteca.gui.components.label import Ground, Label
from mnemoteca.gui.components.painting import area, box, painter_on
from mnemoteca.gui.components.tick import Tick
from mnemoteca.gui.components.tip import tell_tip
from mnemoteca.gui.theme.icons import SIZE, draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, RADIUS_CARD, SMALL, TIGHT, WIDE, Type
from mnemoteca.gui.told_imports import figures, into

FILES, SIZES, DATES, LAST = 60, 76, 148, 124  # the columns of figures
ACTS = 208


class Figure(QWidget):
    """A word and below it a figure."""

    def __init__(self, theme: Theme, width: int) -> None:
        super().__init__()
        self._word = Label(theme, "", Type.META, "muted")
        self._figure = Label(theme, "", Type.META)
        self.setFixedWidth(width)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._word)
        column.addWidget(self._figure)

    def tell(self, word: str, figure: str) -> None:
        self._word.setText(word if figure else "")
        self._figure.setText(figure)


class Elided(Label):
    """A path in one line, cut in its middle where it doesn't fit; the whole of it is its tip."""

    def __init__(self, theme: Theme, path: str) -> None:
        super().__init__(theme, path, Type.META, "muted")
        self._whole = path
        tell_tip(self, path)
        self.setAccessibleName(path)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, self.width()))


class Warning(QWidget):
    """A sentence that a person should know of, with its sign."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sentence = Label(theme, "", Type.META, "text")
        row = QHBoxLayout(self)
        row.setContentsMargins(SIZE + 6, 0, 0, 0)
        row.addWidget(self._sentence, 1)
        theme.changed.connect(self.update)

    def tell(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))

    def paintEvent(self, _: QPaintEvent) -> None:
        with painter_on(self, self._theme) as painter:
            draw_icon(
                painter, 0, (area(self, self._theme).height() - SIZE) / 2, "circle-alert", self._theme.tokens.text
            )


class SourceCard(QWidget):
    """One source, and what can be done with it."""

    look_wanted = Signal(object)
    daily_wanted = Signal(object, bool)
    drop_wanted = Signal(object)

    def __init__(self, theme: Theme, clock: Clock, source: Source) -> None:
        super().__init__()
        self._theme, self._clock, self.source = theme, clock, source
        self._name = Label(theme, source.name, Type.TITLE)
        self._space = Chip(theme)
        self._path = Elided(theme, source.path)
        self._warning = Warning(theme)
        self._files, self._size = Figure(theme, FILES), Figure(theme, SIZES)
        self._dates, self._last = Figure(theme, DATES), Figure(theme, LAST)
        self._daily = Tick(theme)
        self._look = Button(theme, "…")
        self._drop = icon_button(theme, "x", "…")
        self._lay_out()
        self.tell(source)
        self._look.clicked.connect(lambda: self.look_wanted.emit(self.source))
        self._daily.toggled.connect(lambda on: self.daily_wanted.emit(self.source, on))
        self._drop.clicked.connect(lambda: self.drop_wanted.emit(self.source))
        theme.changed.connect(self.update)

    def tell(self, source: Source) -> None:
        """Everything said of it, in the language in force."""
        self.source = source
        now, locale, yes = self._clock.now().astimezone(), QLocale(), source.yes_at is not None
        self.setAccessibleName(", ".join((source.name, source.path)))
        self._space.tell(into(source.space) if yes else "")
        self._warning.tell(told_sources.warning(source))
        self._files.tell(self.tr("files"), words.number(source.files, locale) if source.files else "")
        self._size.tell(self.tr("size"), words.size(source.size, locale) if source.files else "")
        self._dates.tell(self.tr("last changed"), told_sources.dates(source, now.date(), locale))
        last = told_sources.last(source, now, locale) if yes else ""
        self._last.tell(self.tr("brought in"), last)
        self._daily.blockSignals(True)
        self._daily.setChecked(source.daily)
        self._daily.blockSignals(False)
        self._daily.tell(self.tr("Once a day by itself"))
        self._daily.setAccessibleName(self.tr("Bring in %1 once a day by itself").replace("%1", source.name))
        self._daily.setVisible(yes)
        self._look.set_face(self.tr("See what is new…") if yes else self.tr("Look inside…"))
        self._look.set_name(self._look.text() + " " + source.name)
        self._look.setVisible(source.there)
        self._drop.set_name(self.tr("Bring in nothing more from %1").replace("%1", source.name))
        self._drop.setVisible(yes)

    def first(self) -> QWidget:
        """What takes the keyboard first."""
        return self._look if self.source.there else self._drop

    def _lay_out(self) -> None:
        names, said = QHBoxLayout(), QVBoxLayout()
        names.setSpacing(SMALL)
        names.addWidget(self._name)
        names.addWidget(self._space)
        names.addStretch(1)
        said.setSpacing(TIGHT)
        said.addLayout(names)
        said.addWidget(self._path)
        said.addStretch(1)
        acts = QWidget()
        acts.setFixedWidth(ACTS)
        buttons = QHBoxLayout(acts)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(TIGHT)
        buttons.addStretch(1)
        buttons.addWidget(self._look)
        buttons.addWidget(self._drop)
        top, below = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(GAP)
        top.addLayout(said, 1)
        for figure in (self._files, self._size, self._dates, self._last):
            top.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(acts, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._warning, 1)
        below.addStretch(1)
        below.addWidget(self._daily)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PAD, PAD - 2, PAD - TIGHT, PAD - 2)
        whole.setSpacing(TIGHT)
        whole.addLayout(top)
        whole.addLayout(below)

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens = self._theme.tokens
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box(painter, area(self, self._theme), tokens.surface, RADIUS_CARD, tokens.line)


class SourcesPage(Ground):
    """The sources a person said yes to, then what else is here."""

    look_wanted = Signal(object)  # Source
    daily_wanted = Signal(object, bool)  # Source, whether
    drop_wanted = Signal(object)  # Source
    again_wanted = Signal()
    file_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self._clock = clock
        self._sources: tuple[Source, ...] | None = None
        self._cards: list[SourceCard] = []
        self._title = Label(theme, "", Type.PAGE)
        self._sentence = Label(theme, "", Type.BODY, "muted", wrap=True)
        self._again = Button(theme, "…", icon="refresh-cw", key="F5")
        self._file = Button(theme, "…", icon="file-down", key="Ctrl O")
        self._folder = Button(theme, "…", icon="folder-open")
        self._yes, self._others = Label(theme, "", Type.META_BOLD, "muted"), Label(theme, "", Type.META_BOLD, "muted")
        self._nothing = Label(theme, "", Type.SECOND, "muted", wrap=True)
        self._again.clicked.connect(self.again_wanted)
        self._file.clicked.connect(self.file_wanted)
        self._folder.clicked.connect(self.folder_wanted)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._lay_out()
        self._say()

    def show_key(self, key: str) -> None:
        """The key that opens a file."""
        self._file.set_key(key)

    def set_sources(self, sources: tuple[Source, ...]) -> None:
        """What there is; cards that stay are not made anew, so that the keyboard stays where it is."""
        self._sources = sources
        if [card.source.path for card in self._cards] != [source.path for source in sources]:
            self._make_cards(sources)
        for card, source in zip(self._cards, sources, strict=True):
            card.tell(source)
        self._say()

    def focus_first(self) -> None:
        """Give the keyboard to the first source."""
        (self._cards[0].first() if self._cards else self._folder).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_cards(self, sources: tuple[Source, ...]) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [SourceCard(self._theme, self._clock, source) for source in sources]
        for card in self._cards:
            card.look_wanted.connect(self.look_wanted)
            card.daily_wanted.connect(self.daily_wanted)
            card.drop_wanted.connect(self.drop_wanted)
        while self._column.count():
            self._column.takeAt(0)
        self._column.addWidget(self._yes)
        for card in (card for card in self._cards if card.source.yes_at):
            self._column.addWidget(card)
        self._column.addWidget(self._others)
        for card in (card for card in self._cards if not card.source.yes_at):
            self._column.addWidget(card)
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
            for card in self._cards:
                card.tell(card.source)
        super().changeEvent(event)

    def _say(self) -> None:
        yes = sum(source.yes_at is not None for source in self._sources or ())
        others = len(self._sources or ()) - yes
        self.setAccessibleName(self.tr("Sources"))
        self._title.setText(self.tr("Sources"))
        self._sentence.setText(
            self.tr("What is on this computer and can be brought in. Nothing is opened before you say so.")
        )
        self._again.set_face(self.tr("Bring in what is new"))
        self._again.setEnabled(yes > 0)
        self._file.set_face(self.tr("Open a file…"))
        self._folder.set_face(self.tr("Choose a folder…"))
        self._yes.setText(self.tr("You said yes to these"))
        self._yes.setVisible(yes > 0)
        self._others.setText(self.tr("Also on this computer"))
        self._others.setVisible(others > 0)
        self._nothing.setText(self._why_nothing())
        self._nothing.setVisible(not self._cards)
        self._inside.setAccessibleName(figures.files(sum(source.files for source in self._sources or ())))

    def _why_nothing(self) -> str:
        if self._sources is None:
            return self.tr("Looking where programs keep what you said to them…")
        return self.tr("No program that keeps conversations or notes is known to be here. Choose a folder yourself.")

    def _lay_out(self) -> None:
        head, row, said = QVBoxLayout(), QHBoxLayout(), QVBoxLayout()
        said.setSpacing(TIGHT)
        said.addWidget(self._title)
        said.addWidget(self._sentence)
        row.setSpacing(SMALL)
        row.addLayout(said, 1)
        for button in (self._file, self._folder, self._again):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(row)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        scroll = self._theme.dress(QScrollArea())
        scroll.setWidget(self._inside)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in (self._inside, scroll.viewport()):
            part.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(WIDE + TIGHT, PAD + TIGHT, WIDE + TIGHT, PAD)
        whole.setSpacing(PAD)
        whole.addLayout(head)
        whole.addWidget(scroll, 1)
