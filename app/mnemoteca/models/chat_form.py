"""The form of a chat around what a model is asked: its own marks, and between them words that are never marks."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import llama_cpp

from mnemoteca.models.llama_model import LlamaModel, Tokens

_SYSTEM, _USER = "\ue0a1system\ue0a2", "\ue0a1user\ue0a2"  # stand for the two texts while the form is made
_PLAIN = ("", "\n\n", "\n\n")  # where there is no form


@dataclass(frozen=True, slots=True)
class ChatForm:
    """What stands before, between and after the two texts; without `own` marks it is plain."""

    before: str
    between: str
    after: str
    own: bool

    def tokens(self, model: LlamaModel, system: str, user: str) -> Tokens:
        """All of a prompt; what the two texts hold is never a mark."""
        parts = [
            *model.tokens(self.before, marks=self.own),
            *model.tokens(system),
            *model.tokens(self.between, marks=self.own),
            *model.tokens(user),
            *model.tokens(self.after, marks=self.own),
        ]
        begins = model.beginning()
        if model.begins_with_mark() and begins >= 0 and parts[:1] != [begins]:
            return [begins, *parts]
        return parts


def form_of(model: LlamaModel) -> ChatForm:
    """The form that the file carries, where the engine knows it; else a plain one.

    The engine tells forms apart by their marks: nothing that stands in a file is run.
    """
    if (template := model.template()) is not None:
        for messages in ([("system", _SYSTEM), ("user", _USER)], [("user", f"{_SYSTEM}\n\n{_USER}")]):
            if (parts := _split(_applied(template, messages))) is not None:
                return ChatForm(*parts, own=True)
    return ChatForm(*_PLAIN, own=False)


def _applied(template: bytes, messages: list[tuple[str, str]]) -> str:
    """The chat in its form; "" where the engine does not know it."""
    given = (llama_cpp.llama_chat_message * len(messages))()
    for number, (role, content) in enumerate(messages):
        given[number].role, given[number].content = role.encode(), content.encode()
    room = 4096
    for _ in range(2):
        told = ctypes.create_string_buffer(room)
        length = llama_cpp.llama_chat_apply_template(template, given, len(messages), True, told, room)
        if length < room:
            return told.raw[: max(0, length)].decode("utf-8", "replace")
        room = length + 1
    return ""


def _split(text: str) -> tuple[str, str, str] | None:
    """What stands before, between and after the two texts; None where they don't stand there once each, in order."""
    if text.count(_SYSTEM) != 1 or text.count(_USER) != 1 or text.index(_SYSTEM) > text.index(_USER):
        return None
    before, rest = text.split(_SYSTEM)
    between, after = rest.split(_USER)
    return before, between, after
