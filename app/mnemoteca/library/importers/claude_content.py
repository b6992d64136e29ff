"""What a message of Claude says: its blocks as turns, files as documents, tools with what they answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from mnemoteca.core.memory import Role
from mnemoteca.library.importers import tools
from mnemoteca.library.importers.loose import Object, is_object, list_at, name_at, text_at

ASSISTANT = "Claude"
THINKING = "Thinking"
_ROLES = {"human": (Role.USER, ""), "user": (Role.USER, ""), "assistant": (Role.ASSISTANT, ASSISTANT)}
_PASSED_OVER = frozenset({"token_budget", "flag"})  # say nothing


@dataclass(slots=True)
class Part:
    """One turn of a message; `key` tells it from the others, "" for the first thing that was said."""

    key: str
    role: Role
    speaker: str
    pieces: list[str]
    attachments: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
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
            call.pieces.append(_answered(told))
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
            given = block.get("input")
            asked = tools.asked(given) or text_at(block, "message", "name")
            return Part("", Role.TOOL, name_at(block, "name") or "tool", [asked], places=tools.places(given))
        case "tool_result":
            return Part("", Role.TOOL, name_at(block, "name") or "tool", [_answered(block)])
    told = [f"‹{kind[:60] or 'unknown content'}›", text_at(block, "text", "content", "title")]
    return Part("", role, speaker, ["\n".join(filter(None, told))], raw=[block])


def _answered(block: Object) -> str:
    return tools.answered(block.get("content"), failed=block.get("is_error") is True)
