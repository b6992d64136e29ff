"""The page of keys: every command with its key; a new one is recorded by pressing it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mnemoteca.core.text import fold
from mnemoteca.gui.commands import COMMANDS, MENUS, Command
from mnemoteca.gui.components.button import Button, Kind, icon_button
from mnemoteca.gui.components.label import Divider, Label
from mnemoteca.gui.components.leaf import Leaf
from mnemoteca.gui.shortcuts import BY_ID, Keys, Verdict, holder, judge, keys_of, native
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTROL, SMALL, WIDE, Type
from mnemoteca.gui.theme.turns import Turns

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


class KeyRow(QWidget):
    """One command: its name, its key, the way back to its own, and what is to be said of a key that is wanted."""

    wanted = Signal(str, str)  # the id of the command, the key
    reset_wanted = Signal(str)

    def __init__(self, theme: Theme, command: Command) -> None:
        super().__init__()
        self.command, self._asked = command, ""
        self._changed: Keys = {}
        self._title = Label(theme, "", Type.BODY)
        self.key = KeyButton(theme)
        self._reset = icon_button(theme, "undo-2", "…")
        self._remark = Label(theme, "", Type.META, "muted", wrap=True)
        self._take, self._keep = Button(theme, "…", kind=Kind.LINK), Button(theme, "…", kind=Kind.LINK)
        self.key.recorded.connect(self._recorded)
        self.key.began.connect(self._began)
        self._reset.clicked.connect(lambda: self.reset_wanted.emit(command.id))
        self._take.clicked.connect(self._take_it)
        self._keep.clicked.connect(lambda: self._say(""))
        kept = self._reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(kept)
        self._lay_out()
        self._say("")

    def _lay_out(self) -> None:
        line, below = QHBoxLayout(), QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(self._title, 1)
        line.addWidget(self.key)
        line.addWidget(self._reset)
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
        """Put every text into the language in force."""
        name = translate("Commands", self.command.text)
        self._title.setText(name)
        keys = keys_of(self.command.id, self._changed)
        self.key.show_key(keys, name)
        self._reset.set_name(self.tr("Reset the key of %1").replace("%1", name))
        self._reset.setVisible(keys != self.command.keys)
        self._take.set_face(self.tr("Take it"))
        self._keep.set_face(self.tr("Leave it"))

    def fits(self, asked: str) -> bool:
        """Whether every word that was typed stands in its name, its menu or its key."""
        said = fold(" ".join((self._title.text(), menu_name(self.command.menu), self.key.text())))
        return all(word in said for word in fold(asked).split())

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


class KeyboardPage(Leaf):
    """Every command by its menu."""

    key_wanted = Signal(str, str)
    reset_wanted = Signal(str)
    all_reset_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._all = Button(theme, "…", icon="undo-2")
        self._all.clicked.connect(self.all_reset_wanted)
        self.acts.addWidget(self._all)
        self._search = theme.dress(QLineEdit())
        self._search.setFixedHeight(CONTROL)
        self._search.textChanged.connect(self._narrow)
        self._nothing = Label(theme, "", Type.BODY, "muted")
        self.column.setSpacing(0)
        self.column.addWidget(self._search)
        self.column.addWidget(self._nothing)
        self._rows: dict[str, KeyRow] = {}
        self._changed: Keys = {}
        self._headings: dict[str, tuple[Label, Divider]] = {}
        self._filling = Turns(self)
        self._unfilled: Iterator[bool] | None = self._made(theme)
        self.use_keys({})
        self._say()

    @property
    def rows(self) -> dict[str, KeyRow]:
        """Every command's row, by its id; those that are still to be made are made now."""
        self._begin()
        self._filling.finish()
        return self._rows

    def showEvent(self, event: QShowEvent) -> None:
        """The rows are made when they are first wanted: a window opens sooner without them."""
        super().showEvent(event)
        self._begin()

    def _begin(self) -> None:
        if self._unfilled is not None:
            steps, self._unfilled = self._unfilled, None
            self._filling.begin(steps)

    def _made(self, theme: Theme) -> Iterator[bool]:
        """Make a row a step, under the heading of its menu."""
        for menu in MENUS:
            heading, line = Label(theme, menu_name(menu), Type.SECTION), Divider(theme)
            heading.setContentsMargins(0, WIDE, 0, SMALL)
            self._headings[menu] = heading, line
            self.column.addWidget(heading)
            self.column.addWidget(line)
            for command in (each for each in COMMANDS if each.menu == menu):
                row = self._rows[command.id] = KeyRow(theme, command)
                row.wanted.connect(self.key_wanted)
                row.reset_wanted.connect(self.reset_wanted)
                row.say()
                row.use_keys(self._changed)
                self.column.addWidget(row)
                yield False
        self._narrow()

    def use_keys(self, changed: Keys) -> None:
        """The keys that count."""
        self._changed = changed
        for row in self._rows.values():
            row.use_keys(changed)
        self._all.setEnabled(any(keys_of(id, changed) != command.keys for id, command in BY_ID.items()))

    def first_focus(self) -> None:
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self) -> None:
        asked, seen = self._search.text(), set()
        if asked and self._filling.busy:
            self._filling.finish()
        for id, row in self._rows.items():
            fits = row.fits(asked)
            row.setVisible(fits)
            if fits:
                seen.add(BY_ID[id].menu)
        for menu, parts in self._headings.items():
            for part in parts:
                part.setVisible(menu in seen)
        self._nothing.setVisible(bool(asked) and not seen)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Keyboard"))
        self.title.setText(self.tr("Keyboard"))
        self.sentence.setText(self.tr("Press the key of a command, then the new one. It counts at once."))
        self._all.set_face(self.tr("Reset all"))
        self._search.setPlaceholderText(self.tr("Find a command or a key"))
        self._search.setAccessibleName(self.tr("Find a command or a key"))
        self._nothing.setText(self.tr("No command of that name."))
        for menu, (heading, _) in self._headings.items():
            heading.setText(menu_name(menu))
        for row in self._rows.values():
            row.say()
        self._narrow()
