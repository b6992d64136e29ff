"""The part of the inspector that shows a session: what it holds, where it came from, its commits and tags."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mnemoteca.core.life import SessionFacts
from mnemoteca.core.memory import Memory, Session
from mnemoteca.gui import told_life, words
from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.chip import ChipButton
from mnemoteca.gui.components.fact_rows import FactRows
from mnemoteca.gui.components.flow import Flow
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.tip import tell_tip
from mnemoteca.gui.rows import one_line
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, TIGHT, Type

COMMITS = 8
SUBJECT = 44  # characters


class SessionPart(QWidget):
    """One session, looked at closely."""

    memory_wanted = Signal(object)
    tag_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._look = theme
        self._headings = [Label(theme, "", Type.META_BOLD, "muted") for _ in range(5)]
        self._title = Label(theme, "", Type.TITLE, wrap=True)
        self._holds, self._from = FactRows(theme), FactRows(theme)
        self._commit_area, self._tag_area = QWidget(), QWidget()
        self._commits = QVBoxLayout(self._commit_area)
        self._commits.setContentsMargins(0, 0, 0, 0)
        self._commits.setSpacing(TIGHT)
        self._tags = Flow(self._tag_area)
        self._commit_buttons: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        parts = (self._title, self._holds, self._from, self._commit_area, self._tag_area)
        for heading, part in zip(self._headings, parts, strict=True):
            column.addWidget(heading)
            column.addSpacing(TIGHT)
            column.addWidget(part)
            column.addSpacing(GAP)

    def show_session(
        self, session: Session, facts: SessionFacts | None, commits: tuple[Memory, ...], now: datetime
    ) -> None:
        """All that is known of a session by now."""
        said = (
            self.tr("This session"),
            self.tr("What it holds"),
            self.tr("Where it came from"),
            self.tr("Commits made during it"),
            self.tr("Tags"),
        )
        for heading, text in zip(self._headings, said, strict=True):
            heading.setText(text)
        locale = QLocale()
        name = words.session_name(session.title, now.date(), locale)
        self._title.setText(name or self.tr("Untitled"))
        self._holds.tell(told_life.holds(session, facts, now, locale))
        self._from.tell(told_life.session_from(session, facts))
        self._show_commits(commits)
        self._show_tags(facts.tags if facts is not None else {})

    def _show_commits(self, commits: tuple[Memory, ...]) -> None:
        for button in self._commit_buttons:
            self._commits.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._commit_buttons = []
        for commit in commits[:COMMITS]:
            subject = one_line(commit.text.strip().partition("\n")[0])
            short = subject if len(subject) <= SUBJECT else subject[: SUBJECT - 1] + "…"
            button = Button(self._look, short, kind=Kind.LINK)
            tell_tip(button, subject)
            button.setAccessibleName(self.tr("Open the commit %1").replace("%1", subject))
            button.clicked.connect(lambda _=False, commit=commit: self.memory_wanted.emit(commit))
            self._commits.addWidget(button)
            self._commit_buttons.append(button)
        self._headings[3].setVisible(bool(commits))
        self._commit_area.setVisible(bool(commits))

    def _show_tags(self, tags: dict[str, int]) -> None:
        self._tags.clear()
        for tag, count in tags.items():
            name = self.tr("Search the tag %1").replace("%1", tag)
            chip = ChipButton(self._look, f"#{tag} {count}" if count > 1 else f"#{tag}", name=name)
            chip.clicked.connect(lambda _=False, tag=tag: self.tag_chosen.emit(tag))
            self._tags.addWidget(chip)
        self._headings[4].setVisible(bool(tags))
        self._tag_area.setVisible(bool(tags))
