"""Backups: those that are there, making one now, bringing one back, and the second folder."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEvent, Qt, Signal

from mnemoteca.core.care import BackupInfo, LastCopy
from mnemoteca.core.clock import Clock
from mnemoteca.gui import told_backups
from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.entries import Entries, Entry
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.leaf import Leaf
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import Type

SECOND = "second folder"


class BackupsPage(Leaf):
    """Keeps what is safe in sight."""

    make_wanted = Signal()
    restore_wanted = Signal(object)  # BackupInfo
    folder_wanted = Signal()
    copy_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self._clock = clock
        self._backups: tuple[BackupInfo, ...] | None = None
        self._folder, self._last, self._making = "", LastCopy(), False
        self._make = Button(theme, "…", icon="copy", kind=Kind.PRIMARY)
        self._make.clicked.connect(self.make_wanted)
        self.acts.addWidget(self._make)
        self._elsewhere, self._here = self.heading(), self.heading()
        self._choose, self._copy, self._drop = Button(theme, "…"), Button(theme, "…"), Button(theme, "…")
        self._choose.clicked.connect(self.folder_wanted)
        self._copy.clicked.connect(self.copy_wanted)
        self._drop.clicked.connect(self.drop_wanted)
        self._second, self._list = Entries(theme), Entries(theme)
        self._second.show_keys([SECOND], lambda _: Entry(theme, "folder-open", (self._copy, self._drop, self._choose)))
        self._nothing = Label(theme, "", Type.SECOND, "muted", wrap=True)
        for part in (self._elsewhere, self._second, self._here, self._list, self._nothing):
            self.column.addWidget(part)
        self._list.focused.connect(self.keep_in_sight)
        self._say()

    def set_backups(self, backups: tuple[BackupInfo, ...]) -> None:
        """Those that are there, the newest first."""
        self._backups = backups
        known = {info.path: info for info in backups}

        def make(key: Hashable) -> Entry:
            button = Button(self._theme, "…")
            button.clicked.connect(lambda: self._restore(str(key)))
            return Entry(self._theme, "archive", (button,))

        self._list.show_keys(list(known), make)
        self._say()

    def set_second(self, folder: str, last: LastCopy) -> None:
        """The second folder ("": none), and what is known of the last copy."""
        self._folder, self._last = folder, last
        self._say()

    def set_making(self, making: bool) -> None:
        """One is just being made."""
        self._making = making
        self._say()

    def first_focus(self) -> None:
        self._make.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restore(self, path: str) -> None:
        info = next((each for each in self._backups or () if each.path == path), None)
        if info is not None:
            self.restore_wanted.emit(info)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Backups"))
        self.title.setText(self.tr("Backups"))
        self.sentence.setText(
            self.tr("A backup is a copy of everything, made while you go on. One is made once a day by itself.")
        )
        self._make.set_face(self.tr("Being made…") if self._making else self.tr("Make one now"))
        self._make.setEnabled(not self._making)
        self._elsewhere.setText(self.tr("Elsewhere"))
        self._here.setText(self.tr("In the folder of the library"))
        self._here.setVisible(bool(self._backups))
        self._nothing.setText(self.tr("There is no backup yet. The first is made by itself once something is kept."))
        self._nothing.setVisible(self._backups == ())
        self._say_second()
        now = self._clock.now().astimezone()
        for info, entry in zip(self._backups or (), self._list.entries(), strict=True):
            at = told_backups.moment(info.made_at, now)
            entry.tell(at, told_backups.detail(info))
            entry.buttons[0].set_face(self.tr("Bring back…"))
            entry.buttons[0].set_name(self.tr("Bring back the library of %1").replace("%1", at))

    def _say_second(self) -> None:
        entry, now = self._second.entry(SECOND), self._clock.now().astimezone()
        entry.tell(
            self._folder or self.tr("No second folder"), told_backups.second_folder(self._folder, self._last, now)
        )
        trouble = bool(self._folder and self._last.failed)
        entry.show_sign("circle-alert" if trouble else "folder-open", "text" if trouble else "muted")
        self._choose.set_face(self.tr("Choose another…") if self._folder else self.tr("Choose a folder…"))
        self._copy.set_face(self.tr("Copy now"))
        self._drop.set_face(self.tr("No longer"))
        self._drop.set_name(self.tr("Copy no more backups to %1").replace("%1", self._folder))
        self._copy.setVisible(trouble)
        self._drop.setVisible(bool(self._folder))
