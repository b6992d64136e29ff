"""Exports of assistants made up for tests, and what an importer makes of them."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from mnemoteca.core.importing import Item, RawSession, RawTurn, Unread
from mnemoteca.library.importers.detect import open_origin
from mnemoteca.library.importers.frame import Importer

AT = 1_700_000_000.0  # 2023-11-14 22:13:20 UTC


def as_file(path: Path, value: object) -> Path:
    """A file of JSON, or of these bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False).encode())
    return path


def as_zip(path: Path, members: Mapping[str, object]) -> Path:
    """A zip of such files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, value in members.items():
            made.writestr(name, value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False))
    return path


def read(importer: Importer, path: Path) -> list[Item]:
    """All that an importer finds, the same when it reads again."""
    found = list(importer.read(open_origin(path)))
    assert list(importer.read(open_origin(path))) == found
    return found


def sessions(items: Sequence[Item]) -> list[RawSession]:
    return [item for item in items if isinstance(item, RawSession)]


def turns(items: Sequence[Item]) -> list[RawTurn]:
    return [item for item in items if isinstance(item, RawTurn)]


def unread(items: Sequence[Item]) -> list[Unread]:
    return [item for item in items if isinstance(item, Unread)]


# -- ChatGPT
def message(text: object = "hello", role: str = "user", at: object = AT, **more: Any) -> dict[str, Any]:
    """A message that says a text, or has this content."""
    content = text if isinstance(text, dict) else {"content_type": "text", "parts": [text]}
    return {"author": {"role": role, "name": None}, "create_time": at, "content": content, "metadata": {}, **more}


def answer(text: object = "hi", at: object = AT + 60, **more: Any) -> dict[str, Any]:
    return message(text, "assistant", at, **{"metadata": {"model_slug": "gpt-4o"}, **more})


def conversation(
    nodes: Mapping[str, tuple[str | None, Any]], current: str | None = None, **more: Any
) -> dict[str, Any]:
    """A conversation of nodes, each what it answers and its message; `children` follow from that."""
    mapping = {
        id: {
            "id": id,
            "parent": parent,
            "children": [child for child, (above, _) in nodes.items() if above == id],
            "message": None if said is None else {"id": id, **said},
        }
        for id, (parent, said) in nodes.items()
    }
    head = {"conversation_id": "c", "title": "A talk", "create_time": AT, "update_time": AT + 99}
    return {**head, "current_node": current or next(reversed(list(nodes)), None), "mapping": mapping, **more}


BRANCHED = conversation(
    {
        "root": (None, None),
        "ask": ("root", message("Which colour?")),
        "first": ("ask", answer("Red.")),
        "thanks": ("first", message("Thanks")),
        "second": ("ask", answer("Blue, rather.")),
        "more": ("second", message("Tell me more")),
        "end": ("more", answer("Like the sea.")),
        "third": ("ask", answer("Green!")),
    },
    "end",
)


# -- Claude
ROOT = "00000000-0000-4000-8000-000000000000"


def said(id: str, text: str = "hello", sender: str = "human", parent: str | None = ROOT, **more: Any) -> dict[str, Any]:
    """A message of Claude; without `parent` it doesn't tell what it answers."""
    told = {} if parent is None else {"parent_message_uuid": parent}
    return {
        "uuid": id, "text": text, "sender": sender, "created_at": "2025-05-08T13:56:00.123456Z", "content": [],
        "attachments": [], "files": [], **told, **more,
    }  # fmt: skip


def chat(*messages: Any, **more: Any) -> dict[str, Any]:
    head = {
        "uuid": "k",
        "name": "A chat",
        "summary": "",
        "created_at": "2025-05-08T13:55:00Z",
        "account": {"uuid": "a"},
    }
    return {**head, "chat_messages": list(messages), **more}
