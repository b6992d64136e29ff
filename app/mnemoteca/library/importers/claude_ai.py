"""The export of Claude.ai: a zip, its folder, or one of its files; each conversation with every branch, and the rest.

    conversations….json  [{"uuid", "name", "created_at", "chat_messages": [
                             {"uuid", "parent_message_uuid", "sender", "created_at", "content": [blocks], "text",
                              "attachments", "files"}]}]
    projects.json        [{"uuid", "name", "description", "prompt_template", "docs": [{"filename", "content"}]}]
    memories.json        [{"account_uuid", "conversations_memory", "project_memories": {project: text}}]

A conversation is known by its own id alone. The export names no model. Which branch was chosen is told by
`current_leaf_message_uuid` where it is there; else the last message stands on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

import msgspec

from mnemoteca.core.importing import Item, RawSession, Unread, without_id
from mnemoteca.core.memory import Role
from mnemoteca.core.text import storable
from mnemoteca.core.when import UNKNOWN, Moment
from mnemoteca.library.importers import values
from mnemoteca.library.importers.claude_content import ASSISTANT, Part, parts
from mnemoteca.library.importers.claude_documents import Names, memories, project
from mnemoteca.library.importers.dialogue import Draft, moment, or_its_day, title_from, turns
from mnemoteca.library.importers.exports import beginning, elements_of, named, shards
from mnemoteca.library.importers.loose import decoded, is_object, name_at, written
from mnemoteca.library.importers.origin import Origin
from mnemoteca.library.importers.reading import from_stream, is_single
from mnemoteca.library.importers.seen import Seen
from mnemoteca.library.importers.shape import Broken, elements
from mnemoteca.library.importers.tree import ordered
from mnemoteca.library.importers.values import Fields, Misfit, Raw

_NOT_EXTRA = frozenset({"uuid", "name", "created_at", "chat_messages"})
_RAWS = msgspec.json.Decoder(list[msgspec.Raw])
_BEGINNING = re.compile(rb"\s*(\[\s*)?\{")


class ClaudeAI:
    """Reads the export of Claude.ai."""

    name = "claude_ai"

    def detect(self, origin: Origin) -> float:
        """Sure where a conversation has `chat_messages`, a project its `prompt_template`, or of memories."""
        members = [*shards(origin), *named(origin, "projects.json"), *named(origin, "memories.json")]
        return max((_looks_like_it(beginning(origin, member)) for member in members), default=0.0)

    def read(self, origin: Origin) -> Iterator[Item]:
        seen, names = Seen(), Names()
        single = is_single(origin)
        for member in shards(origin):
            if not (single and _holds_documents(beginning(origin, member))):
                yield from from_stream(origin, member, elements_of(partial(_conversation, seen=seen), "conversation"))
        for member in named(origin, "projects.json"):
            yield from from_stream(origin, member, elements_of(partial(project, seen=seen, names=names), "project"))
        for member in named(origin, "memories.json"):
            yield from from_stream(origin, member, elements_of(partial(memories, seen=seen, names=names), "memory"))


def _holds_documents(head: bytes) -> bool:
    """Whether a file is the one of projects or of memories."""
    of_either = (b'"prompt_template"', b'"docs"', b'"conversations_memory"')
    return b'"chat_messages"' not in head and any(name in head for name in of_either)


def _looks_like_it(head: bytes) -> float:
    if not _BEGINNING.match(head):
        return 0.0
    if b'"chat_messages"' in head:
        return 0.95
    is_project = b'"prompt_template"' in head and b'"docs"' in head
    return 0.9 if is_project or b'"conversations_memory"' in head else 0.0


def _conversation(raw: bytes, where: str, seen: Seen) -> Iterator[Item]:
    try:
        fields = values.fields(raw)
        messages, parents = _messages(fields)
        tree = ordered(parents, _current(fields, parents))
        head = _head(fields, [messages[node.id] for node in tree.nodes])
    except Broken:
        yield Unread(where, "its “chat_messages” are not a list")
        return
    except Misfit as misfit:
        yield Unread(where, str(misfit))
        return
    where = f"{where} “{head.title[:60]}”" if head.title else where
    yield head
    yield from turns(tree, lambda id: _drafts(id, messages[id], head), where, lambda id: seen.add(head.id, id))


def _messages(fields: Fields) -> tuple[dict[str, Raw], dict[str, str]]:
    """The messages as they are written, and what each answers: where no message tells that, the one before it."""
    messages: dict[str, Raw] = {}
    parents: dict[str, str] = {}
    before = ""
    for raw in _list(fields.get("chat_messages", b"null")):
        id, parent = _place(raw)
        if not id or id in messages:
            id = without_id(bytes(raw).decode("utf-8", "replace"), len(messages))
        messages[id] = raw
        parents[id] = before if parent is None else parent
        before = id
    return messages, parents


def _list(raw: Raw) -> Iterable[Raw]:
    """The elements of a list, as parts of it; raises `Broken`."""
    if values.is_nothing(raw):
        return []
    try:
        return _RAWS.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        written_list = bytes(raw)
        return [written_list[start:end] for start, end in elements(written_list)]


def _place(raw: Raw) -> tuple[str, str | None]:
    """The id of a message and of what it answers; None where that isn't told."""
    try:
        fields = values.fields(memoryview(raw))
    except Misfit:
        return "", None
    parent = values.anything(fields.get("parent_message_uuid"))
    told = {"uuid": values.anything(fields.get("uuid"))}
    return name_at(told, "uuid"), storable(parent) if isinstance(parent, str) and parent else None


def _current(fields: Fields, parents: dict[str, str]) -> str:
    told = values.anything(fields.get("current_leaf_message_uuid"))
    return told if isinstance(told, str) and told in parents else next(reversed(parents), "")


def _head(fields: Fields, messages: list[Raw]) -> RawSession:
    told = {key: values.anything(fields.get(key)) for key in ("uuid", "name", "created_at")}
    started = moment(told["created_at"])
    if started.at is None:
        started = next((found for raw in messages if (found := _time(raw)).at is not None), UNKNOWN)
    title = name_at(told, "name").strip() or next(filter(None, map(_question, messages)), "")
    id = name_at(told, "uuid") or without_id(f"{title}\n{told['created_at']}", 1)
    extra = [(key, raw) for key, raw in fields.items() if key not in _NOT_EXTRA and not values.is_nothing(raw)]
    return RawSession("", ASSISTANT, id, title, started, "chat", values.kept(extra))


def _time(raw: Raw) -> Moment:
    try:
        return moment(values.anything(values.fields(memoryview(raw)).get("created_at")))
    except Misfit:
        return UNKNOWN


def _question(raw: Raw) -> str:
    try:
        message = decoded(raw)
    except Misfit:
        return ""
    said = parts(message) if is_object(message) else []
    return next((title_from(part.text) for part in said if part.role is Role.USER), "")


def _drafts(id: str, raw: Raw, head: RawSession) -> Iterator[Draft]:
    message = decoded(raw)
    if not is_object(message):
        raise Misfit("it is not an object")
    at = or_its_day(moment(message.get("created_at")), head.started)
    for part in parts(message) or [Part("", Role.USER, "", [])]:
        key = f"{id}/{part.key}" if part.key else id
        extra = written({"content": part.raw}) if part.raw else None
        yield Draft(
            key, part.text, part.role, part.speaker, at, extra, attachments=part.attachments, places=part.places
        )
