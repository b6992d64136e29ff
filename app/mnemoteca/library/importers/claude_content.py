"""What a message of Claude says: its blocks as turns, files as documents, tools with what they answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from mnemoteca.core.memory import Role
from mnemoteca.library.importers.loose import Object, is_object, list_at, name_at, object_at, text_at, written

ASSISTANT = "Claude"
THINKING = "Thinking"
_ROLES = {"human": (Role.USER, ""), "user": (Role.USER, ""), "assistant": (Role.ASSISTANT, ASSISTANT)}
_PASSED_OVER = frozenset({"token_budget", "flag"})  # say nothing
_ARGUMENTS = ("command", "code", "query", "url", "path", "file_path", "prompt", "text")


@dataclass(slots=True)
class Part:
    """One turn of a message; `key` tells it from the others, "" for the first thing that was said."""

    key: str
    role: Role
    speaker: str
    pieces: list[str]
    attachments: tuple[str, ...] = ()
    raw: list[Any] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n\n".join(filter(None, self.pieces))


def parts(message: Object) -> list[Part]:
    """The turns of a message in their order: what was said, thought and done, then the texts of its files."""
    role, speaker = _ROLES.get(name_at(message, "sender", "role"), (Role.TOOL, name_at(message, "sender", "role")))
    names = _file_names(message)
    spoken = _blocks(message, role, speaker)
    said = next((part for part in spoken if part.key == ""), None)
    if said is None and (text := text_at(message, "text")).strip() and not spoken:
        said = Part("", role, speaker, [text])
        spoken.append(said)
    if names and said is None:
        said = Part("", role, speaker, ["\n".join(f"‹{name}›" for name in names)])
        spoken.append(said)
    if said is not None:
        said.attachments = names
    return [*spoken, *_documents(message)]


def _documents(message: Object) -> Iterator[Part]:
    for n, attached in enumerate(list_at(message, "attachments"), 1):
        if is_object(attached) and (text := text_at(attached, "extracted_content")).strip():
            name = name_at(attached, "file_name")
            yield Part(f"file {n}", Role.DOCUMENT, name or f"file {n}", [text])


def _file_names(message: Object) -> tuple[str, ...]:
    files = [*list_at(message, "attachments"), *list_at(message, "files", "files_v2")]
    told = (name_at(file, "file_name", "name", "id", "file_uuid") for file in files if is_object(file))
    return tuple(dict.fromkeys(filter(None, told)))


def _blocks(message: Object, role: Role, speaker: str) -> list[Part]:
    """The blocks of a message: texts that follow each other are one turn, a tool and its answer are one."""
    calls: dict[str, Part] = {}
    found: list[Part] = []
    for n, block in enumerate(list_at(message, "content")):
        told = {"type": "text", "text": block} if isinstance(block, str) else block
        if not is_object(told) or (kind := name_at(told, "type")) in _PASSED_OVER:
            continue
        if kind == "tool_result" and (call := _call_of(told, calls, found)) is not None:
            call.pieces.append(answered(told))
            continue
        part = _part(kind, told, role, speaker)
        if not part.pieces[0].strip():
            continue
        if kind == "tool_use":
            calls[name_at(told, "id")] = part
        if part.role is role and found and found[-1].role is role:
            found[-1].pieces += part.pieces
            found[-1].raw += part.raw
        else:
            part.key = f"block {n}" if part.role is not role or any(each.role is role for each in found) else ""
            found.append(part)
    return found


def _call_of(block: Object, calls: dict[str, Part], found: list[Part]) -> Part | None:
    """The call that a tool answered: the one it names, else the one just before it."""
    named = calls.pop(name_at(block, "tool_use_id"), None)
    if named is None and found and any(call is found[-1] for call in calls.values()):
        return found[-1]
    return named


def _part(kind: str, block: Object, role: Role, speaker: str) -> Part:
    match kind:
        case "text" | "voice_note":
            return Part("", role, speaker, [text_at(block, "text", "transcript", "title")])
        case "thinking" | "redacted_thinking":
            return Part("", Role.TOOL, THINKING, [text_at(block, "thinking", "text")])
        case "tool_use":
            return Part("", Role.TOOL, name_at(block, "name") or "tool", [_call(block)])
        case "tool_result":
            return Part("", Role.TOOL, name_at(block, "name") or "tool", [answered(block)])
    told = [f"‹{kind[:60] or 'unknown content'}›", text_at(block, "text", "content", "title")]
    return Part("", role, speaker, ["\n".join(filter(None, told))], raw=[block])


def _call(block: Object) -> str:
    """What a tool was asked, told so that its first line says the most."""
    given = object_at(block, "input")
    first = next((given[name] for name in _ARGUMENTS if isinstance(given.get(name), str)), "")
    rest = {name: value for name, value in given.items() if value != first}
    return "\n".join(filter(None, (first, written(rest) if rest else ""))) or text_at(block, "message", "name")


def answered(block: Object) -> str:
    """What a tool answered, its texts only."""
    content = block.get("content")
    told = content if isinstance(content, str) else "\n".join(map(_piece, list_at(block, "content")))
    return f"‹error›\n{told}" if block.get("is_error") is True and told.strip() else told


def _piece(piece: object) -> str:
    if isinstance(piece, str):
        return piece
    if not is_object(piece):
        return ""
    heading, url = text_at(piece, "title"), text_at(piece, "url")
    return "\n".join(filter(None, (heading, url, text_at(piece, "text")))) or f"‹{name_at(piece, 'type')[:60]}›"
