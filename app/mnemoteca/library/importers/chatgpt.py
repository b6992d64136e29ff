"""The export of ChatGPT: a zip, its folder, or one of its `conversations….json`; every branch of each conversation.

    [{"conversation_id" | "id", "title", "create_time", "current_node",
      "mapping": {node: {"parent", "children", "message": {"author", "create_time", "content", "metadata"}}}}]

A conversation is known by its own id alone, so that the zip and a part of it are the same to us. Messages that the
person never saw (instructions, set-up) are kept as they are written beside the session, not as turns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mnemoteca.core.importing import Item, RawSession, Unread, without_id
from mnemoteca.core.memory import Role
from mnemoteca.core.when import UNKNOWN, Moment
from mnemoteca.library.importers import values
from mnemoteca.library.importers.chatgpt_content import ASSISTANT, Names, said
from mnemoteca.library.importers.chatgpt_nodes import Nodes, nodes_of
from mnemoteca.library.importers.dialogue import Draft, moment, or_its_day, title_from, turns
from mnemoteca.library.importers.exports import beginning, elements_of, shards
from mnemoteca.library.importers.loose import Object, decoded, is_object, name_at, object_at
from mnemoteca.library.importers.origin import Origin
from mnemoteca.library.importers.reading import from_stream
from mnemoteca.library.importers.seen import Seen
from mnemoteca.library.importers.shape import Broken
from mnemoteca.library.importers.tree import Ordered, last_leaf, ordered
from mnemoteca.library.importers.values import Fields, Misfit

_NOT_EXTRA = frozenset({"conversation_id", "id", "title", "create_time", "current_node", "mapping"})
_ASSET = re.compile(r"(?:.*/)?(file[-_][A-Za-z0-9]+)[-.](.+)")


class ChatGPT:
    """Reads the export of ChatGPT."""

    name = "chatgpt"

    def detect(self, origin: Origin) -> float:
        """Sure where a conversation has a `mapping` of nodes."""
        return max((_looks_like_it(beginning(origin, member)) for member in shards(origin)), default=0.0)

    def read(self, origin: Origin) -> Iterator[Item]:
        names, seen = _asset_names(origin), Seen()
        for member in shards(origin):
            yield from from_stream(
                origin, member, elements_of(lambda raw, where: _conversation(raw, where, names, seen), "conversation")
            )


def _looks_like_it(head: bytes) -> float:
    if not re.match(rb"\s*(\[\s*)?\{", head) or b'"mapping"' not in head:
        return 0.0
    return 0.95 if b'"current_node"' in head or b'"author"' in head or b'"message"' in head else 0.5


def _asset_names(origin: Origin) -> Names:
    """The names of the files beside the conversations, by the ids in their names."""
    found = {match[1]: match[2] for name in origin.names() if (match := _ASSET.fullmatch(name))}
    return lambda id: found.get(id, "")


def _conversation(raw: bytes, where: str, names: Names, seen: Seen) -> Iterator[Item]:
    try:
        fields = values.fields(raw)
        found = nodes_of(fields.get("mapping", b"null"), where)
        tree = ordered(found.parents, _current(fields, found))
        head = _head(fields, found, tree, names)
    except (Misfit, Broken) as misfit:
        yield Unread(where, str(misfit) if isinstance(misfit, Misfit) else "it is not valid JSON")
        return
    where = f"{where} “{head.title[:60]}”" if head.title else where
    yield head
    yield from found.unread
    yield from turns(
        tree,
        lambda id: _drafts(id, found, head, names),
        where,
        lambda id: seen.add(head.id, id),
    )


def _current(fields: Fields, found: Nodes) -> str:
    """The node that the conversation stands at; without one, the last that was said and not answered."""
    told = values.anything(fields.get("current_node"))
    if isinstance(told, str) and told in found.parents:
        return told
    answered = set(found.parents.values())
    leaves = [id for id in found.parents if id not in answered]
    last = max(leaves, key=lambda id: at.timestamp() if (at := found.times.get(id, UNKNOWN).at) else 0.0, default="")
    return last if found.times.get(last, UNKNOWN).at else last_leaf(found.parents)


def _head(fields: Fields, found: Nodes, tree: Ordered, names: Names) -> RawSession:
    told = {key: values.anything(fields.get(key)) for key in ("conversation_id", "id", "create_time", "title")}
    title = name_at(told, "title").strip() or _first_question(found, tree, names)
    started = moment(told["create_time"])
    if started.at is None:
        known = [time for time in found.times.values() if time.at is not None]
        started = min(known, key=lambda time: time.at.timestamp() if time.at else 0.0, default=UNKNOWN)
    id = name_at(told, "conversation_id", "id")
    if not id:
        id = without_id("\n".join(found.messages) or title, 1)
    extra = [(key, raw) for key, raw in fields.items() if key not in _NOT_EXTRA and not values.is_nothing(raw)]
    if found.hidden:
        hidden = (values.kept(found.hidden) or "{}").encode()
        extra.append(("hidden", hidden))
    return RawSession("", ASSISTANT, id, title, started, "chat", values.kept(extra))


def _first_question(found: Nodes, tree: Ordered, names: Names) -> str:
    for node in tree.nodes:
        try:
            message = decoded(found.messages[node.id])
        except Misfit:
            continue
        told = said(message, names) if is_object(message) else None
        if told is not None and told.role is Role.USER and (title := title_from(told.text)):
            return title
    return ""


def _drafts(id: str, found: Nodes, head: RawSession, names: Names) -> Iterator[Draft]:
    message = decoded(found.messages[id])
    if is_object(message):
        yield _draft(id, message, or_its_day(found.times.get(id, UNKNOWN), head.started), names)
    elif message is not None:
        raise Misfit("it is not an object")


def _draft(id: str, message: Object, at: Moment, names: Names) -> Draft:
    told = said(message, names)
    text = told.text
    if not text.strip() and told.attachments:
        text = "\n".join(f"‹{name}›" for name in told.attachments)
    extra = f'{{"content": {told.raw}}}' if told.raw else None
    model = name_at(object_at(message, "metadata"), "model_slug") if told.role is not Role.USER else ""
    return Draft(id, text, told.role, told.speaker, at, extra, model, tuple(told.attachments), tuple(told.places))
