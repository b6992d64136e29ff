"""A first look through a session of Gemini CLI, which is a log to be replayed: what becomes of each message.

The same id again replaces a message; `$rewindTo` takes back all from one on (they stay as a branch); `$set` changes
what is known of the session. Its `messages` are what the model sees: after a compression that is not what was said,
so they only add to it where they begin as the log does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from mnemoteca.library.importers.dialogue import title_from
from mnemoteca.library.importers.loose import Object, is_object, list_at, name_at, text_at


@dataclass(slots=True)
class Replay:
    """What becomes of a log."""

    about: dict[str, Any] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)  # by message: the number of the entry that counts
    live: dict[str, None] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)  # what a message answers, where that is not the one before it
    prompt: str = ""
    _before: str = ""

    @property
    def title(self) -> str:
        """The summary of the session, else how its first prompt begins."""
        found = self.about.get("summary")
        told = found if isinstance(found, str) and found.strip() else self.prompt
        return title_from(told)

    def take(self, number: int, entry: Object) -> None:
        """An entry of the log; `number` counts them."""
        if isinstance(target := entry.get("$rewindTo"), str):
            self._rewind(target)
        elif is_message(entry):
            self._message(number, entry)
        else:
            self.about |= {name: value for name, value in entry.items() if name != "messages"}

    def _message(self, number: int, message: Object) -> None:
        id = name_at(message, "id")
        if id not in self.last:
            above = next(reversed(self.live), "")
            if above != self._before:
                self.answers[id] = above
            self._before = id
        self.last[id] = number
        self.live[id] = None
        if not self.prompt and message.get("type") == "user":
            self.prompt = "\n".join(texts(message.get("displayContent") or message.get("content"))).strip()

    def _rewind(self, target: str) -> None:
        ids = list(self.live)
        at = ids.index(target) if target in self.live else 0
        for id in ids[at:]:
            del self.live[id]


def is_message(entry: Object) -> bool:
    return bool(name_at(entry, "id")) and isinstance(entry.get("type"), str)


def entries(record: Object, known: Iterable[str]) -> Iterator[Object]:
    """The entries of a line: itself, or what it sets and the messages in it; `known` are the messages before it."""
    told = record["$set"] if is_object(record.get("$set")) else record
    if told is record and (is_message(record) or "$rewindTo" in record):
        yield record
        return
    yield told
    listed = [each for each in list_at(told, "messages") if is_object(each) and is_message(each)]
    first = next(iter(known), "")
    if listed and (not first or name_at(listed[0], "id") == first):
        yield from listed


def texts(content: object) -> list[str]:
    """The texts of a message: one, or parts."""
    if isinstance(content, str):
        return [content]
    parts = content if isinstance(content, list) else [content]
    return [
        part if isinstance(part, str) else text_at(part, "text")
        for part in parts
        if isinstance(part, str) or is_object(part)
    ]
