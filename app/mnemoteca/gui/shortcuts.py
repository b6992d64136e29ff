"""The keys of commands as a person has them: those of the table, but for what was changed.

A change is kept as JSON in the one setting `window.keys`: the id of a command, and its keys as Qt writes them for every
platform (`Ctrl` is Cmd on a Mac).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from mnemoteca.gui.commands import COMMANDS, Command

Keys = Mapping[str, tuple[str, ...]]  # of the commands whose keys were changed

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}
# What every field and list uses by itself.
FIELDS = ("Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Return", "Enter", "Space", "Tab", "Shift+Tab", "Backspace", "Esc",
          "Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown", "Shift+Return")  # fmt: skip


class Verdict(StrEnum):
    """What is to be said of a key that is wanted."""

    FREE = "free"
    TAKEN = "taken"  # by another command
    FIELDS = "fields"  # it is used in every field and list
    LETTER = "letter"  # it is typed


def read_keys(text: str) -> dict[str, tuple[str, ...]]:
    """What was changed, by the setting; commands that are no more, and what can't be read, are left out."""
    try:
        told = json.loads(text) if text else {}
    except ValueError:
        return {}
    found = told.items() if isinstance(told, dict) else ()
    return {id: tuple(map(str, keys)) for id, keys in found if id in BY_ID and isinstance(keys, list)}


def written(changed: Keys) -> str:
    """The setting for what was changed; what is as in the table is left out."""
    kept = {id: list(keys) for id, keys in sorted(changed.items()) if keys != BY_ID[id].keys}
    return json.dumps(kept) if kept else ""


def keys_of(id: str, changed: Keys) -> tuple[str, ...]:
    """The keys of a command, the one that is shown first."""
    return changed.get(id, BY_ID[id].keys)


def native(key: str) -> str:
    """A key as this platform writes it."""
    said = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return said.replace("Return", "Enter")  # as it stands on the key


def called_for(id: str, changed: Keys) -> str:
    """How a sentence names what calls for a command: its key, or its name where it has none."""
    keys = keys_of(id, changed)
    return native(keys[0]) if keys else f"“{QCoreApplication.translate('Commands', BY_ID[id].text)}”"


def holder(key: str, changed: Keys, but: str = "") -> Command | None:
    """The command that has this key, other than `but`."""
    wanted = QKeySequence(key)
    for command in COMMANDS:
        if command.id != but and any(QKeySequence(each) == wanted for each in keys_of(command.id, changed)):
            return command
    return None


def judge(key: str, id: str, changed: Keys) -> Verdict:
    """Whether a command can have this key."""
    if any(QKeySequence(each) == QKeySequence(key) for each in FIELDS):
        return Verdict.FIELDS
    if holder(key, changed, but=id) is not None:
        return Verdict.TAKEN
    bare = key.rpartition("Shift+")[2]
    return Verdict.LETTER if len(bare) == 1 and bare.isalnum() else Verdict.FREE


def with_key(changed: Keys, id: str, key: str) -> dict[str, tuple[str, ...]]:
    """The command has this key alone ("": none), and nobody else has it."""
    made = {**changed, id: (key,) if key else ()}
    if key:
        for command in COMMANDS:
            keys = keys_of(command.id, made)
            left = tuple(each for each in keys if QKeySequence(each) != QKeySequence(key))
            if command.id != id and left != keys:
                made[command.id] = left
    return made


def as_declared(changed: Keys, id: str) -> dict[str, tuple[str, ...]]:
    """The command has its keys of the table again; who has one of them now loses it."""
    made = {**changed, id: BY_ID[id].keys}
    for key in BY_ID[id].keys:
        while (other := holder(key, made, but=id)) is not None:
            made[other.id] = tuple(each for each in keys_of(other.id, made) if QKeySequence(each) != QKeySequence(key))
    return made
