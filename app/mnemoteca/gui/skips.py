"""What an import could not take, in the person's language: where it stands, and why.

The service tells both as English words made of templates; they are recognised here and said anew.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication, QLocale

from mnemoteca.core.jobs import Skipped
from mnemoteca.gui.translations import QT_TRANSLATE_NOOP

REASONS: tuple[str, ...] = (
    # files, folders and zips
    QT_TRANSLATE_NOOP("Skips", "it can't be read: {reason}"),
    QT_TRANSLATE_NOOP("Skips", "the folder can't be read: {reason}"),
    QT_TRANSLATE_NOOP("Skips", "it is a link that leads out of the folder; not followed"),
    QT_TRANSLATE_NOOP("Skips", "there are more than {count} files; import parts of it one by one"),
    QT_TRANSLATE_NOOP("Skips", "its name leads out of the zip"),
    QT_TRANSLATE_NOOP("Skips", "it is a link"),
    QT_TRANSLATE_NOOP("Skips", "it is encrypted; unpack the zip with its password and import the folder"),
    QT_TRANSLATE_NOOP("Skips", "it is packed in a way that is not read here; unpack the zip and import the folder"),
    QT_TRANSLATE_NOOP("Skips", "it would unpack to more than {count} times its size"),
    QT_TRANSLATE_NOOP("Skips", "it is a zip in a zip; unpack it and import it by itself"),
    QT_TRANSLATE_NOOP("Skips", "another one of this name came before it"),
    QT_TRANSLATE_NOOP("Skips", "the zip is damaged or cut"),
    QT_TRANSLATE_NOOP("Skips", "the zip has more than {count} members"),
    QT_TRANSLATE_NOOP("Skips", "it has {size} bytes; unpack the zip and import the folder"),
    QT_TRANSLATE_NOOP("Skips", "it is damaged or cut ({what})"),
    QT_TRANSLATE_NOOP("Skips", "it is damaged ({what})"),
    # texts
    QT_TRANSLATE_NOOP("Skips", "it is not text"),
    QT_TRANSLATE_NOOP("Skips", "it has no text"),
    QT_TRANSLATE_NOOP("Skips", "it is not UTF-8 throughout; what is not was read as Windows-1252"),
    QT_TRANSLATE_NOOP("Skips", "it has broken characters; they came in as �"),
    QT_TRANSLATE_NOOP("Skips", "its broken characters, which came in as �"),
    QT_TRANSLATE_NOOP("Skips", "its text has {size} characters; at most {most} are kept"),
    QT_TRANSLATE_NOOP("Skips", "it has {size} bytes; at most {most} are read as one document"),
    QT_TRANSLATE_NOOP("Skips", "it has {size} bytes; at most {most} are read. Split it into parts of the same name"),
    QT_TRANSLATE_NOOP("Skips", "it has {size} bytes; at most {most} are read"),
    QT_TRANSLATE_NOOP("Skips", "its other fields have {size} bytes; at most {most} are kept"),
    # what programs write
    QT_TRANSLATE_NOOP("Skips", "it is neither a JSON list nor a JSON object"),
    QT_TRANSLATE_NOOP("Skips", "it is not a JSON object"),
    QT_TRANSLATE_NOOP("Skips", "it is not an object"),
    QT_TRANSLATE_NOOP("Skips", "it is not valid JSON"),
    QT_TRANSLATE_NOOP("Skips", "it is nested too deeply"),
    QT_TRANSLATE_NOOP("Skips", "it ends too early"),
    QT_TRANSLATE_NOOP("Skips", "something follows its end"),
    QT_TRANSLATE_NOOP("Skips", "it has no “sessions”"),
    QT_TRANSLATE_NOOP("Skips", "its “sessions” are not a list"),
    QT_TRANSLATE_NOOP("Skips", "its “turns” are not a list"),
    QT_TRANSLATE_NOOP("Skips", "its “chat_messages” are not a list"),
    QT_TRANSLATE_NOOP("Skips", "it has no message"),
    QT_TRANSLATE_NOOP("Skips", "it has neither an id nor a uuid"),
    QT_TRANSLATE_NOOP("Skips", "“{name}” is not a role"),
    QT_TRANSLATE_NOOP("Skips", "the id “{id}” came before; the first one counts"),
    QT_TRANSLATE_NOOP("Skips", "the same turn came before; the first one counts"),
    QT_TRANSLATE_NOOP("Skips", "its messages answer each other in a circle; it was cut there"),
    QT_TRANSLATE_NOOP("Skips", "records of the unknown type “{name}” are passed over"),
    QT_TRANSLATE_NOOP("Skips", "records without a type are passed over"),
    QT_TRANSLATE_NOOP("Skips", "records {what} are passed over"),
    QT_TRANSLATE_NOOP("Skips", "the titles in it can't be read: {reason}"),
    QT_TRANSLATE_NOOP("Skips", "it was exported by a newer Mnemoteca; update this one"),
    QT_TRANSLATE_NOOP("Skips", "it says that it is an export of Mnemoteca, but it is not: {what}"),
    QT_TRANSLATE_NOOP("Skips", "{what} is not UTF-8"),
    QT_TRANSLATE_NOOP("Skips", "{what} is not a text"),
    QT_TRANSLATE_NOOP("Skips", "{what} is not valid JSON"),
    QT_TRANSLATE_NOOP("Skips", "{what} are not a list of texts"),
    # notes and documents
    QT_TRANSLATE_NOOP("Skips", "it can't be understood; daily notes are taken to be named YYYY-MM-DD"),
    QT_TRANSLATE_NOOP("Skips", "its front matter is too large to be understood; it is kept as it is written"),
    QT_TRANSLATE_NOOP("Skips", "its front matter is not valid YAML; it is kept as it is written"),
    QT_TRANSLATE_NOOP("Skips", "it is encrypted; save a copy without the password and import that"),
    QT_TRANSLATE_NOOP("Skips", "it has no pages"),
    QT_TRANSLATE_NOOP("Skips", "no text is in it, only pictures"),
    QT_TRANSLATE_NOOP("Skips", "it takes longer than {count} s"),
    # git
    QT_TRANSLATE_NOOP("Skips", "git is not installed here"),
    QT_TRANSLATE_NOOP("Skips", "git can't be run: {what}"),
    QT_TRANSLATE_NOOP("Skips", "it is no repository that git can read"),
    QT_TRANSLATE_NOOP("Skips", "the repository has no commits yet"),
    QT_TRANSLATE_NOOP("Skips", "what the file held is damaged in the repository"),
    QT_TRANSLATE_NOOP("Skips", "its history ends too early: objects are missing or damaged"),
)
PARTS: tuple[str, ...] = (  # that stand in the place of a value
    QT_TRANSLATE_NOOP("Skips", "permission denied"),
    QT_TRANSLATE_NOOP("Skips", "no such file or directory"),
    QT_TRANSLATE_NOOP("Skips", "input/output error"),
    QT_TRANSLATE_NOOP("Skips", "too many levels of symbolic links"),
    QT_TRANSLATE_NOOP("Skips", "a name in it"),
    QT_TRANSLATE_NOOP("Skips", "its id"),
    QT_TRANSLATE_NOOP("Skips", "its kind"),
    QT_TRANSLATE_NOOP("Skips", "its name"),
    QT_TRANSLATE_NOOP("Skips", "its source"),
    QT_TRANSLATE_NOOP("Skips", "its speaker"),
    QT_TRANSLATE_NOOP("Skips", "its text"),
    QT_TRANSLATE_NOOP("Skips", "its title"),
    QT_TRANSLATE_NOOP("Skips", "its tags"),
    QT_TRANSLATE_NOOP("Skips", "its former versions"),
)
PLACES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Skips", "line {n}"),
    QT_TRANSLATE_NOOP("Skips", "session {n}"),
    QT_TRANSLATE_NOOP("Skips", "turn {n}"),
    QT_TRANSLATE_NOOP("Skips", "page {n}"),
    QT_TRANSLATE_NOOP("Skips", "pages {n}"),
    QT_TRANSLATE_NOOP("Skips", "part {n}"),
    QT_TRANSLATE_NOOP("Skips", "element {n}"),
    QT_TRANSLATE_NOOP("Skips", "conversation {n}"),
    QT_TRANSLATE_NOOP("Skips", "project {n}"),
    QT_TRANSLATE_NOOP("Skips", "commit {n}"),
    QT_TRANSLATE_NOOP("Skips", "message without an id"),
    QT_TRANSLATE_NOOP("Skips", "message {n}"),
)
_NUMBERED = r"[\d,–]+"
_NUMBERS = ("line", "session", "turn", "page", "pages", "part", "element", "conversation", "project")
_VALUES = dict.fromkeys(_NUMBERS, _NUMBERED) | {"commit": "[0-9a-f]+"}
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_BYTE = re.compile(r"(?P<rest>.*) \(byte (?P<byte>[\d,]+) of the file\)", re.DOTALL)


def reason(text: str) -> str:
    """Why something was left out; words that aren't known here stay as they are."""
    at = _BYTE.fullmatch(text)
    if at is not None:
        byte = QCoreApplication.translate("Skips", "%1 (byte %2 of the file)")
        return byte.replace("%1", reason(at["rest"])).replace("%2", _part(at["byte"]))
    for template in REASONS:
        found = _pattern(template).fullmatch(text)
        if found is not None:
            values = {name: _part(value) for name, value in found.groupdict().items()}
            return QCoreApplication.translate("Skips", template).format(**values)
    return text


def place(text: str) -> str:
    """Where it stands: parts with commas between them, such as “line 2, turn 3”."""
    return ", ".join(_place(part) for part in text.split(", "))


def told(skipped: Skipped) -> str:
    """One entry of the list."""
    return ": ".join(filter(None, (place(skipped.where), reason(skipped.reason))))


def _part(value: str) -> str:
    if _GROUPED.fullmatch(value):
        return QLocale().toString(int(value.replace(",", "")))
    return QCoreApplication.translate("Skips", value) if value in PARTS else value


def _place(part: str) -> str:
    for template in PLACES:
        word = template.partition(" ")[0]
        found = _pattern(template, _VALUES.get(word, ".*")).fullmatch(part)
        if found is not None:
            return QCoreApplication.translate("Skips", template).format(**found.groupdict())
    return part


@cache
def _pattern(template: str, value: str = ".*") -> re.Pattern[str]:
    """What a filled-in template looks like; each value is a group."""
    return re.compile(re.sub(r"\\\{(\w+)\\\}", lambda name: f"(?P<{name[1]}>{value})", re.escape(template)), re.DOTALL)
