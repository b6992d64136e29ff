"""The languages of the window: which one is in force, and its file of translations."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from mnemoteca.core.resources import resource

LANGUAGES = ("en", "pt_BR")


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text itself; the name is the mark by which lupdate finds it."""
    return text


def language_of(setting: str, system: str) -> str:
    """The language for a setting (`system` follows the machine's, such as pt_PT); English where there is none."""
    if setting in LANGUAGES:
        return setting
    near = [name for name in LANGUAGES if name.split("_")[0] == system.replace("-", "_").split("_")[0]]
    return near[0] if near else LANGUAGES[0]


class Translations:
    """The translators that are installed: ours, and Qt's own for its standard buttons and dialogs."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []
        self.language = ""

    def use(self, setting: str) -> bool:
        """Change the language of everything that is made from now on; whether it changed."""
        language = language_of(setting, QLocale.system().name())
        if language == self.language:
            return False
        self.language = language
        for former in self._installed:
            QCoreApplication.removeTranslator(former)
        QLocale.setDefault(QLocale(language))
        self._installed = [
            made
            for name, folder in (
                (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
                (f"mnemoteca_{language}", str(resource("translations"))),
            )
            if (made := _loaded(name, folder)) is not None
        ]
        for translator in self._installed:
            QCoreApplication.installTranslator(translator)
        return True


def _loaded(name: str, folder: str) -> QTranslator | None:
    made = QTranslator()
    return made if made.load(name, folder) else None
