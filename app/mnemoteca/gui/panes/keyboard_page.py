"""The page of keys: every command with its key; a new one is recorded by pressing it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from mnemoteca.gui.commands import COMMANDS, MENUS, Command
from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.findable import FindablePage, FindableRow
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.shortcuts import BY_ID, Keys, Verdict, holder, judge, keys_of, native
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import SMALL, Type

LEAST = 132  # of the button with the key
MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
BARE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
translate = QCoreApplication.translate


def menu_name(menu: str) -> str:
    """What the commands of a menu stand under."""
    return translate("Commands", MENUS[menu]) if MENUS[menu] else translate("KeyboardPage", "Anywhere")


class KeyButton(Button):
    """Shows the key of a command; pressed, it takes the next key that is pressed as the new one."""

    recorded = Signal(str)  # as settings write it; "" takes it away
    began = Signal(bool)
    recording = False

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "…")
        self._shown = self._name = ""
        self.setMinimumWidth(LEAST)
        self.clicked.connect(self._begin)

    def show_key(self, keys: tuple[str, ...], name: str) -> None:
        """These are the keys of the command of this name."""
        self._shown = ", ".join(native(key) for key in keys)
        self._name = name
        self._say()

    def _begin(self) -> None:
        self.recording = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say()
        self.began.emit(True)

    def _end(self) -> None:
        self.recording = False
        self._say()
        self.began.emit(False)

    def _say(self) -> None:
        said = self._shown or self.tr("no key")
        self.set_face(self.tr("Press the keys…") if self.recording else said)
        self.setAccessibleName(self.text() if self.recording else f"{self._name}: {said}")

    def event(self, event: QEvent) -> bool:
        """While it records, no shortcut of the window counts, and Tab is a key like any other."""
        if self.recording and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        bare = event.modifiers() in BARE
        if event.key() in MODIFIERS:
            return
        if bare and event.key() == Qt.Key.Key_Escape:
            self._end()
            return
        gone = bare and event.key() == Qt.Key.Key_Backspace
        self._end()
        self.recorded.emit("" if gone else pressed(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.recording:
            self._end()
        super().focusOutEvent(event)


def pressed(event: QKeyEvent) -> str:
    """The key of an event as settings write it; a sign that needs Shift stands for itself (`?`, not `Shift+?`)."""
    combination = event.keyCombination()
    text, shift = event.text(), Qt.KeyboardModifier.ShiftModifier
    if event.modifiers() == shift and len(text) == 1 and text.isprintable() and not text.isalnum() and text != " ":
        return text
    return QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText)


class KeyRow(FindableRow):
    """One command: its name, its key, the way back to its own, and what is to be said of a key that is wanted."""

    wanted = Signal(str, str)  # the id of the command, the key
    reset_wanted = Signal(str)

    def __init__(self, theme: Theme, command: Command) -> None:
        super().__init__(theme)
        self.command, self._asked = command, ""
        self._changed: Keys = {}
        self.key = KeyButton(theme)
        self._remark = Label(theme, "", Type.META, "muted", wrap=True)
        self._take, self._keep = Button(theme, "…", kind=Kind.LINK), Button(theme, "…", kind=Kind.LINK)
        self.key.recorded.connect(self._recorded)
        self.key.began.connect(self._began)
        self._reset.clicked.connect(lambda: self.reset_wanted.emit(command.id))
        self._take.clicked.connect(self._take_it)
        self._keep.clicked.connect(lambda: self._say(""))
        self._lay_out()
        self._say("")

    def _lay_out(self) -> None:
        line, below = QHBoxLayout(), QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(self._title, 1)
        line.addWidget(self._reset)
        line.addWidget(self.key)
        below.setSpacing(SMALL)
        below.addWidget(self._remark, 1)
        below.addWidget(self._take)
        below.addWidget(self._keep)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 3, 0, 3)
        whole.setSpacing(2)
        whole.addLayout(line)
        whole.addLayout(below)

    def use_keys(self, changed: Keys) -> None:
        """The keys that count."""
        self._changed = changed
        self.say()

    def say(self) -> None:
        name = translate("Commands", self.command.text)
        self._title.setText(name)
        keys = keys_of(self.command.id, self._changed)
        self.key.show_key(keys, name)
        self._reset.set_name(self.tr("Reset the key of %1").replace("%1", name))
        self._reset.setVisible(keys != self.command.keys)
        self._take.set_face(self.tr("Take it"))
        self._keep.set_face(self.tr("Leave it"))

    def findable(self) -> str:
        return " ".join((self._title.text(), menu_name(self.command.menu), self.key.text()))

    def remark(self) -> str:
        return self._remark.text()

    def _began(self, on: bool) -> None:
        self._say(self.tr("Esc leaves it as it is, Backspace takes it away.") if on else "")

    def _recorded(self, key: str) -> None:
        if not key:
            self.wanted.emit(self.command.id, key)
            return
        match judge(key, self.command.id, self._changed):
            case Verdict.FREE:
                self.wanted.emit(self.command.id, key)
            case Verdict.TAKEN:
                other = holder(key, self._changed, but=self.command.id)
                name = translate("Commands", other.text) if other is not None else ""
                said = self.tr("%1 is “%2”. Take it from there?").replace("%1", native(key)).replace("%2", name)
                self._asked = key
                self._say(said, asks=True)
                self._take.setFocus(Qt.FocusReason.OtherFocusReason)
            case Verdict.FIELDS:
                self._say(self.tr("%1 is used in every field and list. Press another.").replace("%1", native(key)))
            case Verdict.LETTER:
                self._say(self.tr("%1 alone is typed. Press it with Ctrl or Alt.").replace("%1", native(key)))

    def _take_it(self) -> None:
        self._say("")
        self.wanted.emit(self.command.id, self._asked)
        self.key.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, sentence: str, *, asks: bool = False) -> None:
        self._remark.setText(sentence)
        self.key.setAccessibleDescription(sentence)
        self._remark.setVisible(bool(sentence))
        for button in (self._take, self._keep):
            button.setVisible(asks)


class KeyboardPage(FindablePage[KeyRow]):
    """Every command by its menu."""

    key_wanted = Signal(str, str)
    reset_wanted = Signal(str)
    all_reset_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._all = Button(theme, "…", icon="undo-2")
        self._all.clicked.connect(self.all_reset_wanted)
        self.acts.addWidget(self._all)
        self._changed: Keys = {}
        self.use_keys({})
        self.say()

    def use_keys(self, changed: Keys) -> None:
        """The keys that count."""
        self._changed = changed
        for row in self.made.values():
            row.use_keys(changed)
        self._all.setEnabled(any(keys_of(id, changed) != command.keys for id, command in BY_ID.items()))

    def parts(self) -> Iterable[tuple[str, str]]:
        return ((menu, command.id) for menu in MENUS for command in COMMANDS if command.menu == menu)

    def make_row(self, id: str) -> KeyRow:
        row = KeyRow(self._theme, BY_ID[id])
        row.wanted.connect(self.key_wanted)
        row.reset_wanted.connect(self.reset_wanted)
        row.use_keys(self._changed)
        return row

    def heading_words(self, heading: str) -> str:
        return menu_name(heading)

    def say_page(self) -> tuple[str, str, str, str]:
        self._all.set_face(self.tr("Reset all"))
        return (
            self.tr("Keyboard"),
            self.tr("Press the key of a command, then the new one. It counts at once."),
            self.tr("Find a command or a key"),
            self.tr("No command of that name."),
        )
