"""The key of quick capture in every program, as far as the desktop lets a program hold one."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence

from mnemoteca.gui.hotkeys.chord import Holding, read_chord
from mnemoteca.gui.hotkeys.holder import Holder

# By the name of Qt's platform. Loaded by name, when a key is first held: the others don't load on this system, and
# the first picture of the window doesn't wait for it.
MODULES = {
    "xcb": "mnemoteca.gui.hotkeys.x11",
    "windows": "mnemoteca.gui.hotkeys.windows",
    "cocoa": "mnemoteca.gui.hotkeys.mac",
    "wayland": "mnemoteca.gui.hotkeys.wayland",
    "wayland-egl": "mnemoteca.gui.hotkeys.wayland",
}
COMMAND = "mnemoteca capture"
translate = QCoreApplication.translate


class GlobalKey(QObject):
    """Holds one key at a time."""

    pressed = Signal()
    settled = Signal(Holding)  # what became of a key, where the desktop told it later
    _loaded = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._holder: Holder | None = None
        self._loading: Thread | None = None
        self.holding = Holding.OFF

    def prepare(self, then: Callable[[], object]) -> None:
        """Load beside the window what holding a key needs, which takes long, and go on in its thread."""
        module = MODULES.get(QGuiApplication.platformName())
        self._loaded.connect(then)
        if module is None:
            self._loaded.emit()
            return
        self._loading = Thread(target=self._load, args=(module,), name="key")
        self._loading.start()

    def _load(self, module: str) -> None:
        import_module(module)
        self._loaded.emit()

    def use(self, text: str) -> Holding:
        """Hold the key that a setting names, none where it is empty; what became of it."""
        self.holding = self._use(text)
        if self.holding not in (Holding.HELD, Holding.ASKED) and self._holder is not None:
            self._holder.release()
        return self.holding

    def _use(self, text: str) -> Holding:
        if not text:
            return Holding.OFF
        chord = read_chord(text)
        if chord is None:
            return Holding.UNKNOWN
        module = MODULES.get(QGuiApplication.platformName())
        if module is None:
            return Holding.ABSENT
        if self._holder is None:
            holder: Holder = import_module(module).HeldKey(self)
            holder.pressed.connect(self.pressed)
            holder.settled.connect(self._settle)
            self._holder = holder
        return self._holder.hold(chord)

    def _settle(self, holding: Holding) -> None:
        if self.holding is Holding.ASKED:
            self.holding = holding
            self.settled.emit(holding)

    def release(self) -> None:
        """Let go of the key."""
        if self._loading is not None:
            self._loading.join()
        self.use("")


def why_not(holding: Holding, text: str) -> str:
    """Why the key does not work everywhere, and what does; nothing where it works."""
    key = QKeySequence(text).toString(QKeySequence.SequenceFormat.NativeText)
    match holding:
        case Holding.TAKEN:
            said = translate("GlobalKey", "%1 is held by another program. Choose another key in the settings.")
        case Holding.UNKNOWN:
            said = translate("GlobalKey", "%1 can't be used in every program. Choose one with Ctrl, Alt or Meta.")
        case Holding.REFUSED:
            said = translate(
                "GlobalKey", "The desktop was told not to give Mnemoteca %1. Its own settings change that."
            )
        case Holding.ABSENT:
            said = translate(
                "GlobalKey", "This desktop lets no program hold a key. Bind one to “%2” in its own settings."
            )
        case _:
            return ""
    return said.replace("%1", key).replace("%2", COMMAND)
