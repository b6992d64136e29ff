"""What would come in: figures, titles, secrets with the choice, what can't be read, and options."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mnemoteca.core.preview import ImportOptions, Preview
from mnemoteca.gui import skips, words
from mnemoteca.gui.components.chip import Chip, ChipButton
from mnemoteca.gui.components.facts import Fact, FactsCard
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.tick import Choice, Tick
from mnemoteca.gui.formats import FORMATS, format_name
from mnemoteca.gui.secret_kinds import kind_name
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, SMALL, TIGHT, Type
from mnemoteca.gui.told_imports import EXAMPLES, days, facts, figures, into, secrets_in

TITLES = 5
REASONS = 6


class SeenPage(QWidget):
    """Shows a preview; `options` is what the person chose."""

    format_wanted = Signal(str)
    changed = Signal()  # what the person chose, or how high it is

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._seen: Preview | None = None
        self._today, self._many = date.min, False
        self._format = ChipButton(theme, "", "chevron-down")
        self._size, self._days, self._space = Chip(theme), Chip(theme, "", "calendar-days"), Chip(theme)
        self._facts = FactsCard(theme)
        self._titles = Label(theme, "", Type.SECOND, "muted", wrap=True)
        self._secrets_title = Label(theme, "", Type.TITLE)
        self._secrets = FactsCard(theme)
        self._leave, self._keep = Choice(theme), Choice(theme)
        self._reasons_title = Label(theme, "", Type.TITLE)
        self._reasons = Label(theme, "", Type.META, "muted", wrap=True).selectable()
        self._junk, self._tools, self._back = Tick(theme), Tick(theme), Tick(theme)
        self._group = QButtonGroup(self)
        for choice in (self._leave, self._keep):
            self._group.addButton(choice)
        self._leave.setChecked(True)
        self._format.clicked.connect(self._choose_format)
        for button in (self._leave, self._junk, self._tools, self._back):
            button.toggled.connect(self._said)
        self._lay_out()

    def show_preview(self, seen: Preview, space: str, today: date, *, many: bool = False) -> None:
        """Show what would come in; of several paths together the format isn't to be changed."""
        self._seen, self._today, self._many = seen, today, many
        self._space_name = space
        self._leave.setChecked(True)
        for tick in (self._junk, self._tools, self._back):
            tick.setChecked(False)
        self.say()

    _space_name = ""

    def options(self) -> ImportOptions:
        """What the person chose."""
        ticks = (self._keep, self._junk, self._tools, self._back)
        return ImportOptions(*(tick.isChecked() for tick in ticks))

    def say(self) -> None:
        """Everything, in the language in force."""
        seen = self._seen
        if seen is None:
            return
        locale = QLocale()
        name = format_name(seen.format)
        self._format.tell(name, self.tr("Format: %1. Choose another one").replace("%1", name))
        self._format.setVisible(not self._many)
        self._size.tell(words.size(seen.size, locale))
        self._days.tell(days(seen, self._today, locale))
        self._space.tell(into(self._space_name))
        self._say_facts(seen)
        self._say_titles(seen)
        self._say_secrets(seen)
        self._say_reasons(seen)
        self._say_options(seen)
        self.changed.emit()

    def _say_facts(self, seen: Preview) -> None:
        self._facts.tell(facts(seen, without_junk=self._junk.isChecked(), bring_back=self._back.isChecked()))

    def _say_titles(self, seen: Preview) -> None:
        shown = [f"“{title}”" for title in seen.titles[:TITLES]]
        rest = seen.sessions > len(shown)
        told = self.tr("Among them: %1") if rest else "%1"
        self._titles.setText(told.replace("%1", ", ".join(shown) + (" …" if rest else "")))
        self._titles.setVisible(bool(shown))

    def _say_secrets(self, seen: Preview) -> None:
        count = secrets_in(seen)
        lines = []
        for kind in seen.secrets:
            examples = "   ".join(each.shown for each in kind.examples[:EXAMPLES])
            lines.append(Fact("key-round", f"{kind_name(kind.kind)} × {QLocale().toString(kind.count)}", examples))
        self._secrets_title.setText(figures.secrets(count))
        self._secrets.tell(lines)
        self._leave.tell(
            self.tr("Leave the secrets out"),
            self.tr("Only these spans: ‹secret: kind› stands in their place, the rest of the text comes in."),
        )
        self._keep.tell(self.tr("Keep them"), self.tr("The texts come in as they are, keys and passwords, too."))
        for part in (self._secrets_title, self._secrets, self._leave, self._keep):
            part.setVisible(count > 0)

    def _say_reasons(self, seen: Preview) -> None:
        told = [skips.told(each) for each in seen.reasons[:REASONS]]
        if seen.unread > len(told):
            told.append(figures.more_left_out(seen.unread - len(told)) if told else "")
        self._reasons_title.setText(self.tr("What can’t be read"))
        self._reasons.setText("\n".join(filter(None, told)))
        for part in (self._reasons_title, self._reasons):
            part.setVisible(bool(told))

    def _say_options(self, seen: Preview) -> None:
        self._junk.tell(self.tr("Leave out what only machines write, and very long outputs of tools"))
        self._tools.tell(self.tr("Leave out all outputs of tools"))
        self._back.tell(self.tr("Bring back what of it is in the trash"))
        self._back.setVisible(seen.in_trash > 0)
        self._junk.setVisible(seen.boilerplate + seen.tool_output > 0)
        self._tools.setVisible(seen.tool_output > 0 or seen.format in ("claude_code", "codex", "gemini_cli"))

    def _said(self) -> None:
        if self._seen is not None:
            self._say_facts(self._seen)
        self.changed.emit()

    def _choose_format(self) -> None:
        menu = self._theme.dress(QMenu(self))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Formats"))
        for name in FORMATS:
            action = menu.addAction(format_name(name))
            action.setCheckable(True)
            action.setChecked(self._seen is not None and name == self._seen.format)
            action.triggered.connect(lambda _=False, name=name: self.format_wanted.emit(name))
        menu.popup(self._format.mapToGlobal(self._format.rect().bottomLeft()))

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(SMALL)
        for chip in (self._format, self._size, self._days, self._space):
            chips.addWidget(chip)
        chips.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(chips)
        column.addWidget(self._facts)
        column.addWidget(self._titles)
        column.addWidget(self._secrets_title)
        column.addWidget(self._secrets)
        choices = QVBoxLayout()
        choices.setSpacing(TIGHT)
        for choice in (self._leave, self._keep):
            choices.addWidget(choice)
        column.addLayout(choices)
        column.addWidget(self._reasons_title)
        column.addWidget(self._reasons)
        ticks = QVBoxLayout()
        ticks.setSpacing(TIGHT)
        for tick in (self._junk, self._tools, self._back):
            ticks.addWidget(tick)
        column.addLayout(ticks)
