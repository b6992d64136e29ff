"""The page of keys: what is recorded there counts at once, in menus, tips, the palette and on the sheet of keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mnemoteca.gui.layout import Panes
from mnemoteca.gui.menus import Menus
from mnemoteca.gui.shortcuts import Keys, as_declared, native, read_keys, with_key, written


class Keyboarding(QObject):
    """Holds which keys were changed, as the setting says, and tells what the person wants them to be."""

    wanted = Signal(str)  # the setting
    used = Signal(object)  # Keys: they count from now on
    told = Signal(str, str)  # a sentence, and the setting that takes it back

    def __init__(self, panes: Panes, menus: Menus, parent: QObject) -> None:
        super().__init__(parent)
        self._panes, self._menus, self._page = panes, menus, panes.keyboard
        self._changed: Keys = {}
        self._page.key_wanted.connect(lambda id, key: self._change(with_key(self._changed, id, key)))
        self._page.reset_wanted.connect(lambda id: self._change(as_declared(self._changed, id)))
        self._page.all_reset_wanted.connect(self._reset_all)

    def use(self, setting: str) -> None:
        """These keys count from now on."""
        self._changed = changed = read_keys(setting)
        self._menus.use_keys(changed)
        self._page.use_keys(changed)
        self._panes.keys.use_keys(changed)
        self._panes.help.use_keys(changed)
        self.used.emit(changed)
        self._panes.show_keys(lambda id: native((self._menus.keys(id) or ("",))[0]))

    def _change(self, changed: Keys) -> None:
        self.wanted.emit(written(changed))

    def _reset_all(self) -> None:
        before = written(self._changed)
        self.wanted.emit("")
        self.told.emit(self.tr("All keys are as they were at first."), before)
