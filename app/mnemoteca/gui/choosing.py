"""What the palette offers, and what becomes of a choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal

from mnemoteca.core.clock import Clock
from mnemoteca.core.memory import Session, Space
from mnemoteca.core.saved_searches import SETTING, read_saved
from mnemoteca.core.settings import Value
from mnemoteca.gui import words
from mnemoteca.gui.calls import Caller, quiet
from mnemoteca.gui.commands import COMMANDS, MENUS
from mnemoteca.gui.matching import Choice, Kind
from mnemoteca.gui.menus import Menus
from mnemoteca.gui.panes.palette import Palette

RECENT = 20  # choices that are remembered
HIDDEN = frozenset({"palette"})


class Choosing(QObject):
    """Opens the palette at once with the commands; sessions, tags and spaces join as the service tells them."""

    command_chosen = Signal(str)
    session_chosen = Signal(object)  # Session
    person_chosen = Signal(str)
    tag_chosen = Signal(str)
    space_chosen = Signal(str)
    search_chosen = Signal(str)  # what is searched for

    def __init__(
        self, link: Caller, clock: Clock, palette: Palette, menus: Menus, recent: Sequence[str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._link, self._clock, self._palette, self._menus = link, clock, palette, menus
        self.recent = list(recent)
        self._told: dict[Kind, list[Choice]] = {}
        self._sessions: dict[str, Session] = {}
        self._searches: dict[str, str] = {}
        palette.chosen.connect(self._chosen)

    def open(self, space: str) -> None:
        """Show the palette for a space."""
        self._told = {Kind.COMMAND: _commands(self._menus)}
        self._palette.open_with(self._all(), self.recent)
        self._ask("sessions", self._sessions_came, space=space)
        self._ask("speakers", self._people_came, space=space)
        self._ask("tags", self._tags_came, space=space)
        self._ask("settings", self._searches_came, space=space)
        self._ask("spaces", partial(self._spaces_came, space))

    def _ask(self, name: str, told: Callable[..., None], **named: object) -> None:
        self._link.call(name, **named).then(told).failed(quiet)

    def _sessions_came(self, sessions: tuple[Session, ...]) -> None:
        self._sessions = {str(session.id): session for session in sessions}
        today, locale, said = self._clock.now().astimezone().date(), QLocale(), self.tr("session")
        found = []
        for key, session in self._sessions.items():
            span = words.session_span(session, today, locale)
            detail = f"{said}, {span}" if span else said
            name = words.session_name(session.title, today, locale)
            found.append(Choice(Kind.SESSION, key, name, detail, icon="messages-square"))
        self._add(Kind.SESSION, found)

    def _people_came(self, people: dict[str, int]) -> None:
        found = []
        for name, count in people.items():
            detail = self.tr("person, %Ln memories", "", count)
            found.append(Choice(Kind.PERSON, name, name, detail, icon="user"))
        self._add(Kind.PERSON, found)

    def _tags_came(self, tags: dict[str, int]) -> None:
        found = []
        for tag, count in tags.items():
            detail = self.tr("tag, %Ln memories", "", count)
            found.append(Choice(Kind.TAG, tag, f"#{tag}", detail, icon="tag"))
        self._add(Kind.TAG, found)

    def _spaces_came(self, current: str, spaces: tuple[Space, ...]) -> None:
        others = [space.name for space in spaces if space.name != current]
        self._add(Kind.SPACE, [Choice(Kind.SPACE, name, name, self.tr("space"), icon="library") for name in others])

    def _searches_came(self, values: dict[str, Value]) -> None:
        self._searches = {each.name: each.query for each in read_saved(str(values[SETTING]))}
        said = self.tr("saved search")
        self._add(Kind.SEARCH, [Choice(Kind.SEARCH, name, name, said, icon="search") for name in self._searches])

    def _add(self, kind: Kind, choices: list[Choice]) -> None:
        self._told[kind] = choices
        if self._palette.isVisible():
            self._palette.set_choices(self._all())

    def _all(self) -> list[Choice]:
        return [choice for kind in Kind for choice in self._told.get(kind, ())]

    def _chosen(self, choice: Choice) -> None:
        self.recent = [choice.id, *(id for id in self.recent if id != choice.id)][:RECENT]
        match choice.kind:
            case Kind.COMMAND:
                self.command_chosen.emit(choice.key)
            case Kind.SESSION:
                self.session_chosen.emit(self._sessions[choice.key])
            case Kind.PERSON:
                self.person_chosen.emit(choice.key)
            case Kind.TAG:
                self.tag_chosen.emit(choice.key)
            case Kind.SPACE:
                self.space_chosen.emit(choice.key)
            case Kind.SEARCH:
                self.search_chosen.emit(self._searches[choice.key])


def _commands(menus: Menus) -> list[Choice]:
    """The commands that can be used now."""
    found = []
    for command in COMMANDS:
        if command.id not in HIDDEN and menus.actions[command.id].isEnabled():
            menu = QCoreApplication.translate("Commands", MENUS[command.menu]) if MENUS[command.menu] else ""
            text = QCoreApplication.translate("Commands", command.text)
            found.append(
                Choice(Kind.COMMAND, command.id, text, menu, menus.keys(command.id)[:1], command.icon or "keyboard")
            )
    return found
