"""The pages of the help: prose from files, and what is declared elsewhere (commands, settings) told from there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from mnemoteca.core.resources import resource
from mnemoteca.core.settings import SETTINGS, Setting, Value
from mnemoteca.core.text import fold
from mnemoteca.gui import settings_words as said
from mnemoteca.gui.commands import COMMANDS, MENUS, Command
from mnemoteca.gui.shortcuts import BY_ID, Keys, keys_of, native
from mnemoteca.gui.translations import QT_TRANSLATE_NOOP, language_of

TOPICS = (
    "start", "notes", "reading", "search", "tiers", "sleep", "letting-go", "bringing-in", "exporting", "knowledge",
    "timeline",
    "capture", "spaces", "backups", "models", "privacy", "keyboard", "settings", "command-line",
)  # fmt: skip
ELSEWHERE: dict[str, str] = {  # what settings that are changed where they are used hold
    "models.mirror": QT_TRANSLATE_NOOP("Help", "A mirror of the hub that models come from."),
    "models.proxy": QT_TRANSLATE_NOOP("Help", "A proxy for the download of models."),
    "rerank.ms": QT_TRANSLATE_NOOP(
        "Help", "How long a reranker may read the best hits, in milliseconds; then their order stays."
    ),
    "searches.saved": QT_TRANSLATE_NOOP("Help", "The searches that are kept under a name, of each space."),
    "slm.model": QT_TRANSLATE_NOOP(
        "Help", "The model that writes: its id, or a GGUF file; empty: as it is in use for each role."
    ),
    "slm.quantize": QT_TRANSLATE_NOOP("Help", "Which copy of a model is run, where several are installed."),
    "slm.device": QT_TRANSLATE_NOOP("Help", "Where models are run: on the processor (cpu) or the graphics card (gpu)."),
    "slm.max_tokens": QT_TRANSLATE_NOOP("Help", "How long a summary may be, in tokens."),
    "slm.temperature": QT_TRANSLATE_NOOP("Help", "How freely a model chooses its words: 0 never, 2 wildly."),
    "slm.memory_mb": QT_TRANSLATE_NOOP("Help", "How many MB all models together may hold; 0 is half of the memory."),
    "window.keys": QT_TRANSLATE_NOOP("Help", "The keys of commands that you changed."),
}
NO_CHANGE: Keys = {}
_NAMED = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class HelpText:
    """A page: its name among `TOPICS`, its title, and its Markdown; `folded` is what a search looks through."""

    id: str
    title: str
    text: str
    folded: str

    def times(self, asked: str) -> int:
        """How often the words that were typed stand in it, those in its title first; 0 where one of them doesn't."""
        words = fold(asked).split()
        if not words or not all(word in self.folded for word in words):
            return 0
        title = fold(self.title)
        return sum(self.folded.count(word) + 1_000 * (word in title) for word in words)


def read_pages(language: str, changed: Keys = NO_CHANGE) -> tuple[HelpText, ...]:
    """All pages in the order of their contents, in the language nearest to this one, with keys that were `changed`."""
    folder = resource("help") / language_of("system", language)
    return tuple(_page(id, (folder / f"{id}.md").read_text(encoding="utf-8"), changed) for id in TOPICS)


def _page(id: str, written: str, changed: Keys) -> HelpText:
    text = _NAMED.sub(lambda name: _told(name[1], name[0], changed), written)
    title = text.partition("\n")[0].removeprefix("# ").strip()
    return HelpText(id, title, text, fold(re.sub(r"\]\([^)]*\)|[*`#|\[\]]", " ", text)))


def _told(name: str, otherwise: str, changed: Keys) -> str:
    """What stands for a name in braces: a table of what is declared, or the key of a command."""
    if name == "commands":
        return commands_told(changed)
    if name == "settings":
        return settings_told()
    if name not in BY_ID:
        return otherwise
    return (shown_keys(BY_ID[name], changed)[:1] or (_text(BY_ID[name]),))[0]


def shown_keys(command: Command, changed: Keys = NO_CHANGE) -> tuple[str, ...]:
    """The keys of a command as this platform writes them."""
    return tuple(native(key) for key in keys_of(command.id, changed))


def _text(command: Command) -> str:
    return QCoreApplication.translate("Commands", command.text)


def commands_told(changed: Keys = NO_CHANGE) -> str:
    """Every command by its menu, with its keys; those without are in the menu and the palette."""
    parts = []
    head = (QCoreApplication.translate("Help", "Command"), QCoreApplication.translate("Help", "Keys"))
    for menu, text in MENUS.items():
        rows = [command for command in COMMANDS if command.menu == menu]
        heading = (
            QCoreApplication.translate("Commands", text) if text else QCoreApplication.translate("Help", "Anywhere")
        )
        lines = [
            f"| {_text(each)} | {', '.join(f'`{_cell(keys)}`' for keys in shown_keys(each, changed))} |"
            for each in rows
        ]
        parts.append("\n".join((f"## {heading}", "", f"| {head[0]} | {head[1]} |", "|---|---|", *lines)))
    return "\n\n".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def settings_told() -> str:
    """Every setting under its heading: what it is for, its name, its default, and what it may be."""
    by_heading: dict[str, list[Setting]] = {said.heading(f"{part}."): [] for part in said.HEADINGS}
    for setting in SETTINGS.values():
        if setting.listed:
            by_heading[said.heading(setting.name)].append(setting)
    parts = [f"## {heading}\n\n" + "\n\n".join(map(_setting, found)) for heading, found in by_heading.items() if found]
    others = [
        f"`{setting.name}`: {QCoreApplication.translate('Help', ELSEWHERE[setting.name])}"
        for setting in SETTINGS.values()
        if not setting.listed and setting.name in ELSEWHERE
    ]
    heading = QCoreApplication.translate("Help", "Changed where they are used")
    return "\n\n".join((*parts, f"## {heading}", *others))


def _setting(setting: Setting) -> str:
    told = [f"`{setting.name}`", QCoreApplication.translate("Help", "at first: %1").replace("%1", _value(setting))]
    if setting.choices:
        others = ", ".join(said.choice(choice) for choice in setting.choices)
        told.append(QCoreApplication.translate("Help", "one of: %1").replace("%1", others))
    elif setting.low is not None and setting.high is not None:
        span = QCoreApplication.translate("Help", "from %1 to %2")
        low, high = (_number(setting, float(end)) for end in (setting.low, setting.high))
        told.append(span.replace("%1", low).replace("%2", high))
    if setting.per_space:
        told.append(QCoreApplication.translate("Help", "of each space"))
    return f"**{said.title(setting.name)}.** {said.help_of(setting.name)}\n\n" + " · ".join(told)


def _value(setting: Setting) -> str:
    value: Value = setting.default
    if isinstance(value, bool):
        return QCoreApplication.translate("Help", "on") if value else QCoreApplication.translate("Help", "off")
    if isinstance(value, str):
        told = said.choice(value) if setting.choices else value
        return told or QCoreApplication.translate("Help", "none")
    return _number(setting, float(value))


def _number(setting: Setting, value: float) -> str:
    shown = max(value * said.NAMES[setting.name].shown_per_unit, 0.1 if value else 0.0)  # as the page of settings
    locale = QLocale()
    told = locale.toString(round(shown)) if shown == round(shown) else locale.toString(shown, "f", 1)
    return told + said.unit(setting.name)
