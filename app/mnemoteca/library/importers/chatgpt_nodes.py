"""The nodes of a conversation of ChatGPT: what each answers, and which of them were never shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from mnemoteca.core.importing import Unread
from mnemoteca.core.text import storable
from mnemoteca.core.when import Moment
from mnemoteca.library.importers import values
from mnemoteca.library.importers.dialogue import moment, place_of
from mnemoteca.library.importers.loose import decoded, is_object
from mnemoteca.library.importers.values import Misfit, Raw

_NULL = msgspec.Raw(b"null")
_HIDDEN = b'"is_visually_hidden_from_conversation"'


@dataclass(slots=True)
class Nodes:
    """The messages as they are written (null: nothing was shown), what each answers, siblings in their order."""

    messages: dict[str, Raw] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    times: dict[str, Moment] = field(default_factory=dict)
    hidden: list[tuple[str, Raw]] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


class _Node(msgspec.Struct, gc=False):
    parent: Any = None
    children: Any = None
    message: msgspec.Raw = _NULL


class _Glance(msgspec.Struct, gc=False):
    """What of a message tells whether and when it was shown."""

    create_time: Any = None
    author: msgspec.Raw = _NULL
    metadata: msgspec.Raw = _NULL
    content: msgspec.Raw = _NULL


_NODES = msgspec.json.Decoder(dict[str, _Node])
_GLANCE = msgspec.json.Decoder(_Glance)


def nodes_of(mapping: Raw, where: str) -> Nodes:
    """The nodes of a `mapping`; raises `Misfit` where it is none."""
    found = Nodes()
    parents: dict[str, str] = {}
    rank: dict[str, int] = {}
    for key, node in _told(mapping):
        id = storable(key)
        found.messages[id] = node.message if isinstance(node, _Node) else _NULL
        if isinstance(node, Misfit):
            found.unread.append(Unread(place_of(where, id), str(node)))
            continue
        for n, child in enumerate(node.children if isinstance(node.children, list) else ()):
            if isinstance(child, str):
                rank.setdefault(child, n)
                parents.setdefault(child, id)
        if isinstance(node.parent, str) and node.parent:
            parents[id] = storable(node.parent)
        if not values.is_nothing(node.message):
            _look(id, node.message, found, where)
    order = sorted(found.messages, key=lambda id: rank.get(id, len(rank)))
    found.parents = {id: parents.get(id, "") for id in order}
    return found


def _told(mapping: Raw) -> Iterator[tuple[str, _Node | Misfit]]:
    """All nodes at once where they are sound, else one by one."""
    if values.is_nothing(mapping):
        return
    try:
        yield from _NODES.decode(mapping).items()
        return
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass
    for key, raw in values.fields(memoryview(mapping)).items():
        try:
            told = values.fields(memoryview(raw))
            message = msgspec.Raw(bytes(told.get("message", _NULL)))
            yield key, _Node(decoded(told.get("parent", _NULL)), decoded(told.get("children", _NULL)), message)
        except Misfit as misfit:
            yield key, misfit


def _look(id: str, raw: msgspec.Raw, found: Nodes, where: str) -> None:
    """Whether a message was ever shown, and when it was."""
    try:
        glance = _glance(raw)
    except Misfit as misfit:
        found.unread.append(Unread(place_of(where, id), str(misfit)))
        found.messages[id] = _NULL
        return
    found.times[id] = moment(glance.create_time)
    if not _is_shown(glance):
        found.hidden.append((id, raw))
        found.messages[id] = _NULL


def _glance(raw: msgspec.Raw) -> _Glance:
    try:
        return _GLANCE.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        told = values.fields(memoryview(raw))
    kept = (msgspec.Raw(bytes(told.get(name, _NULL))) for name in ("author", "metadata", "content"))
    return _Glance(values.anything(told.get("create_time")), *kept)


def _is_shown(glance: _Glance) -> bool:
    if _HIDDEN in bytes(glance.metadata):
        metadata = decoded(glance.metadata)
        if is_object(metadata) and metadata.get("is_visually_hidden_from_conversation") is True:
            return False
    if b'"system"' not in bytes(glance.author):
        return True
    author = decoded(glance.author)
    return not (is_object(author) and author.get("role") == "system") or b'"system_error"' in bytes(glance.content)
