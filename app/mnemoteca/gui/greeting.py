"""The page of a new library: keeps its first steps right, and does what is chosen there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mnemoteca.core.known_sources import Source
from mnemoteca.gui.calls import Latest, quiet
from mnemoteca.gui.demo import Demo
from mnemoteca.gui.link import Connection, Link
from mnemoteca.gui.page import Page
from mnemoteca.gui.translations import Translations
from mnemoteca.gui.window import Window


class Greeting(QObject):
    """Asks what is on this machine once the page is shown; nothing is opened by that."""

    language_chosen = Signal(str)

    def __init__(self, link: Link, window: Window, folder: Path, translations: Translations, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._window, self._translations = link, window, translations
        self._asking = Latest()
        self.demo = Demo(link, window.spacing, window.panes.demo, self)
        self._steps = window.panes.welcome.steps
        self._steps.set_folder(folder)
        self._steps.language_chosen.connect(self.language_chosen)
        window.panes.welcome.demo_wanted.connect(lambda: self.demo.add(translations.language))
        window.browsing.page_changed.connect(lambda _: self.look())
        link.state_changed.connect(lambda _: self.look())
        self.say()

    def say(self) -> None:
        """The language in force is another one, maybe."""
        self._steps.set_language(self._translations.language)
        self.demo.say()

    def look(self) -> None:
        """What is on this machine, while the page is shown."""
        if self._window.browsing.page is Page.WELCOME and self._link.state is Connection.HERE:
            self._asking.take(self._link.call("sources")).then(self._came).failed(quiet)

    def _came(self, sources: tuple[Source, ...]) -> None:
        self._steps.set_found(tuple(dict.fromkeys(source.name for source in sources if source.there)))
