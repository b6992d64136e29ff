"""What stands beside the conversations in the export of Claude.ai: projects with their documents, and memories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mnemoteca.core.importing import Empty, Item, RawSession, RawTurn, Unread, without_id
from mnemoteca.core.memory import MAX_TEXT, Role
from mnemoteca.core.text import storable
from mnemoteca.core.when import UNKNOWN, Moment
from mnemoteca.library.importers.claude_content import ASSISTANT
from mnemoteca.library.importers.dialogue import moment, or_its_day
from mnemoteca.library.importers.loose import Object, decoded, is_object, list_at, name_at, object_at, text_at, written
from mnemoteca.library.importers.seen import Seen
from mnemoteca.library.importers.values import Misfit

Names = dict[str, str]  # of projects, by their ids
_TEXTS = {"description": "Description", "prompt_template": "Instructions"}
_MEMORIES = "What Claude remembered"


def project(raw: bytes, where: str, seen: Seen, names: Names) -> Iterator[Item]:
    """A project and its documents."""
    try:
        told = decoded(raw)
        if not is_object(told):
            raise Misfit("it is not an object")
    except Misfit as misfit:
        yield Unread(where, str(misfit))
        return
    name = name_at(told, "name")
    id = name_at(told, "uuid") or without_id(f"project {name}", 1)
    at = moment(told.get("created_at"))
    extra = {key: value for key, value in told.items() if key not in ("uuid", "name", "created_at", *_TEXTS, "docs")}
    names[id] = name
    yield RawSession("", ASSISTANT, id, name or "Project", at, "document", written(extra) if extra else None)
    for key, speaker, text, when in _documents(told):
        if seen.add(id, key):
            yield from _document(key, f"{where}, {speaker}", speaker, text, or_its_day(moment(when), at))


def memories(raw: bytes, where: str, seen: Seen, names: Names) -> Iterator[Item]:
    """What Claude remembered of all conversations of an account, and of those of each project."""
    try:
        told = decoded(raw)
        if not is_object(told):
            raise Misfit("it is not an object")
    except Misfit as misfit:
        yield Unread(where, str(misfit))
        return
    id = f"memories {name_at(told, 'account_uuid')}".strip()
    yield RawSession("", ASSISTANT, id, _MEMORIES, UNKNOWN, "document")
    of_projects = object_at(told, "project_memories")
    texts = {"": text_at(told, "conversations_memory"), **{key: text_at(of_projects, key) for key in of_projects}}
    for key, text in texts.items():
        speaker = names.get(storable(key)) or ("Project" if key else ASSISTANT)
        if seen.add(id, key):
            yield from _document(storable(key) or "conversations", f"{where}, {speaker}", speaker, text, UNKNOWN)


def _document(key: str, where: str, speaker: str, text: str, at: Moment) -> Iterator[Item]:
    if not storable(text).strip():
        yield Empty()
    elif len(text) > MAX_TEXT:
        yield Unread(where, f"its text has {len(text):,} characters; at most {MAX_TEXT:,} are kept")
    else:
        yield RawTurn(key, where, storable(text), Role.DOCUMENT, speaker, at)


def _documents(project: Object) -> Iterator[tuple[str, str, str, object]]:
    """The texts of a project: its id in it, what it is called, itself, and when it came."""
    for key, speaker in _TEXTS.items():
        if text := text_at(project, key):
            yield key, speaker, text, None
    names: Counter[str] = Counter()
    for doc in list_at(project, "docs"):
        if is_object(doc):
            name = name_at(doc, "filename", "file_name", "name") or "document"
            names[name] += 1
            key = name_at(doc, "uuid") or (f"doc {name}" if names[name] == 1 else f"doc {name} {names[name]}")
            yield key, name, text_at(doc, "content", "text"), doc.get("created_at")
