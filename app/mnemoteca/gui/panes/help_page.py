"""The help: its contents and a search over all pages at the left, the page at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.label import Divider, Ground, Label
from mnemoteca.gui.components.page_text import PageText
from mnemoteca.gui.help_text import TOPICS, HelpText, read_pages
from mnemoteca.gui.shortcuts import Keys
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTROL, GAP, PAD, SMALL, WIDE, Type

CONTENTS = 264
LINK = "help:"
TopicRole = Qt.ItemDataRole.UserRole


class HelpPage(Ground):
    """Reads its pages when it is first shown, and anew in another language."""

    left = Signal()  # Esc

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._pages: dict[str, HelpText] = {}
        self._keys: Keys = {}
        self._topic, self._before = TOPICS[0], list[str]()
        self._title = Label(theme, "", Type.PAGE)
        self.search = theme.dress(QLineEdit())
        self.search.setFixedHeight(CONTROL)
        self.search.setClearButtonEnabled(False)
        self.contents = theme.dress(QListWidget())
        self.contents.setObjectName("suggestions")
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = Label(theme, "", Type.SECOND, "muted", wrap=True)
        self._back = Button(theme, "…", icon="arrow-left", kind=Kind.QUIET)
        self.text = PageText(theme, (LINK, "https://"))
        self._lay_out(theme)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._first)
        self.contents.currentItemChanged.connect(self._chosen)
        self.text.followed.connect(self._follow)
        self._back.clicked.connect(self.back)
        self._say()

    def open(self, topic: str) -> None:
        """Show this page; the one before is a step back."""
        self._read()
        if topic in TOPICS and topic != self._topic:
            self._before.append(self._topic)
            self._topic = topic
        self._show()

    def use_keys(self, changed: Keys) -> None:
        """Tell of these keys, where they were changed."""
        self._keys = changed
        self._read_anew()

    def topic(self) -> str:
        """Which page is shown."""
        return self._topic

    def back(self) -> None:
        """Show the page before."""
        if self._before:
            self._topic = self._before.pop()
            self._show()

    def first_focus(self) -> None:
        """Give the keyboard to the search, from which the arrows lead to the pages."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def titles(self) -> list[str]:
        """The pages that are listed."""
        return [self.contents.item(row).text() for row in range(self.contents.count())]

    # -- inside
    def _read(self) -> None:
        if not self._pages:
            self._pages = {page.id: page for page in read_pages(QLocale().name(), self._keys)}
            self._narrow()

    def _read_anew(self) -> None:
        """What the pages say is another: at once where they are in sight."""
        self._pages = {}
        if self.isVisible():
            self._read()
            self._show()

    def _show(self) -> None:
        page = self._pages[self._topic]
        self.text.show_text(page.text)
        self.text.mark(self.search.text())
        self.text.setAccessibleName(page.title)
        self._back.setEnabled(bool(self._before))
        self._mark()

    def _mark(self) -> None:
        """Mark the page that is shown in the contents."""
        with QSignalBlocker(self.contents):
            rows = range(self.contents.count())
            at = next((row for row in rows if self.contents.item(row).data(TopicRole) == self._topic), -1)
            self.contents.setCurrentRow(at)

    def _narrow(self, _: str = "") -> None:
        """List the pages that hold what is sought, those that hold it most first; all where nothing is."""
        asked = self.search.text().strip()
        pages = list(self._pages.values())
        if asked:
            pages = sorted((page for page in pages if page.times(asked)), key=lambda page: -page.times(asked))
        with QSignalBlocker(self.contents):
            self.contents.clear()
            for page in pages:
                item = QListWidgetItem(page.title, self.contents)
                item.setData(TopicRole, page.id)
        self._nothing.setVisible(bool(asked) and not pages)
        self.contents.setVisible(bool(pages))
        self._mark()
        self.text.mark(asked)

    def _first(self) -> None:
        """Open the page that fits best."""
        if self.contents.count():
            self.open(str(self.contents.item(0).data(TopicRole)))

    def _chosen(self, item: QListWidgetItem | None, _: QListWidgetItem | None = None) -> None:
        if item is not None:
            self.open(str(item.data(TopicRole)))

    def _follow(self, link: str) -> None:
        if link.startswith(LINK):
            self.open(link.removeprefix(LINK))
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            QDesktopServices.openUrl(QUrl(link))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.search.clear() if self.search.text() else self.left.emit()
        elif event.key() == Qt.Key.Key_Left and alt:
            self.back()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.contents.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._read_anew()
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Help"))
        self._title.setText(self.tr("Help"))
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.tr("Search the help"))
        self.contents.setAccessibleName(self.tr("Contents"))
        self._nothing.setText(self.tr("Nothing in the help has these words. Try fewer of them."))
        self._back.set_face(self.tr("Back"))

    def _lay_out(self, theme: Theme) -> None:
        left = QWidget()
        left.setFixedWidth(CONTENTS)
        column = QVBoxLayout(left)
        column.setContentsMargins(PAD, WIDE, PAD, PAD)
        column.setSpacing(GAP)
        column.addWidget(self._title)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self.contents, 1)
        column.addStretch(0)
        page = Ground(theme, "surface")
        right = QVBoxLayout(page)
        right.setContentsMargins(SMALL, SMALL, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.text, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(left)
        across.addWidget(Divider(theme, upright=True))
        across.addWidget(page, 1)
