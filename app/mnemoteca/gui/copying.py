"""Copying memories: their texts, with their source, or as context for an assistant, which is shown before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mnemoteca.core.context import SIGNS_PER_TOKEN, Context, Wording, as_context, with_source
from mnemoteca.core.memory import Memory
from mnemoteca.core.settings import SETTINGS, Value
from mnemoteca.core.views import MAX_ROWS
from mnemoteca.gui import words
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.panes.context_card import ContextCard
from mnemoteca.gui.theme.theme import Theme

Ids = tuple[int, ...]
TOKENS = "context.tokens"


def wording() -> Wording:
    """How the window calls speaker and source."""
    return Wording(words.speaker, words.source_name, QCoreApplication.translate("Words", "no date"))


class Copying(QObject):
    """Asks for whole texts, since a list has only their beginnings; what is copied was accessed."""

    copied = Signal(int)  # how many

    def __init__(self, link: Caller, theme: Theme, over: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._link = link
        self._asking = Latest()
        self._ids: Ids = ()
        self._here: list[Memory] = []  # of what becomes context, as far as it was asked for
        self._made: Context | None = None
        self._tokens = int(SETTINGS[TOKENS].default)
        self.card = ContextCard(theme, over)
        self.card.tokens_changed.connect(self._tokens_changed)
        self.card.copy_wanted.connect(self._copy_context)

    def texts(self, ids: Ids) -> None:
        """The texts alone, in the order given."""
        self._fetch(ids, [], None, lambda found: self._put("\n\n".join(each.text for each in found), found))

    def with_source(self, ids: Ids) -> None:
        self._fetch(ids, [], None, lambda found: self._put(with_source(found, wording()), found))

    def context(self, ids: Ids) -> None:
        """Show what would be copied, within as many tokens as the person set."""
        self._ids, self._here, self._made = ids, [], None
        self.card.open_with(self._tokens)
        self._asking.take(self._link.call("settings")).then(self._settings_came)

    def _settings_came(self, values: dict[str, Value]) -> None:
        self._tokens = int(values[TOKENS])
        self.card.open_with(self._tokens)
        self._make()

    def _make(self) -> None:
        """Ask for what is missing to fill so many tokens, and show what comes of it."""
        room = self._tokens * SIGNS_PER_TOKEN
        self._fetch(self._ids, self._here, room, self._show)

    def _show(self, found: list[Memory]) -> None:
        self._here = found
        made = as_context(found, self._tokens, wording())
        beyond = len(self._ids) - len(found)
        self._made = Context(made.text, made.taken, made.left_out + beyond, made.tokens)
        if self.card.isVisible():
            self.card.show_context(self._made)

    def _tokens_changed(self, tokens: int) -> None:
        self._tokens = tokens
        self._make()
        self._link.call("set_setting", name=TOKENS, value=tokens).failed(quiet)

    def _copy_context(self) -> None:
        if self._made is not None:
            self.card.hide()
            self._put(self._made.text, self._here, self._made.taken)

    def _fetch(self, ids: Ids, found: list[Memory], room: int | None, does: Callable[[list[Memory]], None]) -> None:
        """Whole texts, a reply at a time, until all are there or `room` characters are."""
        left = ids[ids.index(found[-1].id) + 1 :] if found else ids
        if left and (room is None or sum(each.length for each in found) < room):
            call = self._asking.take(self._link.call("whole", ids=left[:MAX_ROWS]))
            call.then(partial(self._came, ids, left, found, room, does))
        else:
            does(found)

    def _came(
        self,
        ids: Ids,
        left: Ids,
        found: list[Memory],
        room: int | None,
        does: Callable[[list[Memory]], None],
        came: tuple[Memory, ...],
    ) -> None:
        if came:
            self._fetch(ids, [*found, *came], room, does)
        else:  # none of these is there any more
            gone = set(left[:MAX_ROWS])
            self._fetch(tuple(id for id in ids if id not in gone), found, room, does)

    def _put(self, text: str, found: list[Memory], count: int | None = None) -> None:
        if text:
            QGuiApplication.clipboard().setText(text)
            self._link.call("accessed", ids=tuple(each.id for each in found)).failed(quiet)
            self.copied.emit(len(found) if count is None else count)
