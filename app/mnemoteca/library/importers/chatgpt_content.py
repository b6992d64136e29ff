"""What a message of ChatGPT says, by its kind of content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mnemoteca.core.memory import Role
from mnemoteca.library.importers.loose import (
    Object,
    is_object,
    list_at,
    name_at,
    object_at,
    text_at,
    written,
)

ASSISTANT = "ChatGPT"
THINKING = "Thinking"
_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT}
Names = Callable[[str], str]  # of a file, by its id


@dataclass(slots=True)
class Said:
    """A message as it is read; `raw` is content that nobody here understands."""

    role: Role
    speaker: str
    text: str = ""
    attachments: list[str] = field(default_factory=list)
    places: list[tuple[str, str]] = field(default_factory=list)
    raw: str = ""


def said(message: Object, names: Names) -> Said:
    """What a message says; its text is "" where it says nothing."""
    content, author = object_at(message, "content"), object_at(message, "author")
    role = _ROLES.get(text_at(author, "role"), Role.TOOL)
    found = Said(role, _speaker(role, author, message))
    kind = name_at(content, "content_type")
    if kind in _QUIET or (role is Role.ASSISTANT and _is_a_call(message)):
        found.role = Role.TOOL
        found.speaker = _QUIET.get(kind) or name_at(message, "recipient") or found.speaker
    read = _KINDS.get(kind)
    if read is not None:
        read(content, found, names)
    elif content:
        _unknown(kind, content, found, names)
    for attached in list_at(object_at(message, "metadata"), "attachments"):
        if is_object(attached) and (name := name_at(attached, "name", "id")):
            found.attachments.append(name)
    found.attachments = list(dict.fromkeys(found.attachments))
    return found


def _speaker(role: Role, author: Object, message: Object) -> str:
    if role is Role.USER:
        return ""
    if role is Role.ASSISTANT:
        return ASSISTANT
    return name_at(author, "name") or name_at(author, "role").capitalize()


def _is_a_call(message: Object) -> bool:
    """Whether it is for a tool and not for the person."""
    return name_at(message, "recipient") not in ("", "all")


def _text(content: Object, found: Said, names: Names) -> None:
    _parts(list_at(content, "parts"), found, names)
    found.text = found.text or text_at(content, "text")


def _parts(parts: list[Any], found: Said, names: Names) -> None:
    told: list[str] = []
    for part in parts:
        if isinstance(part, str):
            told.append(part)
        elif is_object(part):
            told.append(_part(part, found, names))
    found.text = "\n".join(each for each in told if each)


def _part(part: Object, found: Said, names: Names) -> str:
    kind = name_at(part, "content_type")
    pointers = [text_at(part, "asset_pointer")]
    pointers += [text_at(value, "asset_pointer") for value in part.values() if is_object(value)]
    for pointer in filter(None, pointers):
        found.attachments.append(_named(pointer, part, names))
    if any(pointers):
        return ""
    if text := text_at(part, "text", "result", "content"):
        return text
    found.raw = written(part)
    return placeholder(kind)


def _named(pointer: str, part: Object, names: Names) -> str:
    """The name of what an asset pointer such as `file-service://file-abc` points at."""
    id = pointer.rpartition("/")[2].partition("?")[0] or pointer
    return names(id) or name_at(object_at(part, "metadata"), "name") or name_at({"id": id}, "id")


def _code(content: Object, found: Said, _: Names) -> None:
    text, language = text_at(content, "text"), name_at(content, "language")
    if found.role is Role.ASSISTANT and text.strip():
        found.text = f"```{language if language.isalnum() and language != 'unknown' else ''}\n{text}\n```"
    else:
        found.text = text


def _thoughts(content: Object, found: Said, _: Names) -> None:
    told = []
    for thought in list_at(content, "thoughts"):
        if is_object(thought):
            heading, body = text_at(thought, "summary"), text_at(thought, "content")
            told.append(body if heading in body else "\n".join(filter(None, (heading, body))))
        elif isinstance(thought, str):
            told.append(thought)
    found.text = "\n\n".join(filter(None, told))


def _plain(content: Object, found: Said, names: Names) -> None:
    found.text = text_at(content, "text", "content", "result", "summary")
    if not found.text:
        _parts(list_at(content, "parts"), found, names)


def _quote(content: Object, found: Said, _: Names) -> None:
    url, title = name_at(content, "url"), text_at(content, "title", "domain")
    found.text = "\n".join(filter(None, (title, url, text_at(content, "text"))))
    if url.startswith(("https://", "http://")):
        found.places.append(("url", url[:2000]))


def _error(content: Object, found: Said, _: Names) -> None:
    found.text = "\n".join(filter(None, (text_at(content, "name"), text_at(content, "text"))))


def _unknown(kind: str, content: Object, found: Said, names: Names) -> None:
    """A kind that came later: a sign that it was there, what texts it has, and all of it as it was written."""
    _parts(list_at(content, "parts"), found, names)
    told = found.text or text_at(content, "text", "content", "result")
    found.text = "\n".join(filter(None, (placeholder(kind), told)))
    found.raw = written(content)


def placeholder(kind: str) -> str:
    """What stands for content that can't be shown."""
    return f"‹{kind[:60] or 'unknown content'}›"


_QUIET: Mapping[str, str] = {
    "thoughts": THINKING,
    "reasoning_recap": THINKING,
    "execution_output": "",
    "tether_quote": "",
    "tether_browsing_display": "",
    "system_error": "",
}
_KINDS: Mapping[str, Callable[[Object, Said, Names], None]] = {
    "text": _text,
    "multimodal_text": _text,
    "code": _code,
    "thoughts": _thoughts,
    "reasoning_recap": _plain,
    "execution_output": _plain,
    "tether_quote": _quote,
    "tether_browsing_display": _plain,
    "system_error": _error,
}
