"""The records of a transcript of Claude Code as turns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from msgspec import Struct

from mnemoteca.core.importing import Item, RawSession, Unread, read_time
from mnemoteca.core.memory import Role
from mnemoteca.core.text import storable
from mnemoteca.core.when import UNKNOWN
from mnemoteca.library.importers import tools
from mnemoteca.library.importers.claude_code_scan import Entry, Scan
from mnemoteca.library.importers.folding import ROOT, TOOL, Draft, Folding
from mnemoteca.library.importers.injected import said
from mnemoteca.library.importers.loose import Object, decoded, is_object, name_at, text_at
from mnemoteca.library.importers.seen import Seen
from mnemoteca.library.importers.values import Misfit

ASSISTANT = "Claude"
THINKING = "Thinking"
COMPACTED = "Compact summary"
_SILENT = frozenset({
    "progress", "file-history-snapshot", "file-history-delta", "queue-operation", "mode", "permission-mode",
    "last-prompt", "ai-title", "custom-title", "agent-name", "cost-state", "summary", "pr-link", "tag",
    "agent-color", "agent-setting", "worktree-state", "content-replacement", "speculation-accept",
})  # fmt: skip
_INTERRUPTED = "[Request interrupted by user"
_KNOWN = _SILENT | {"user", "assistant", "system", "attachment"}
_CALLS = frozenset({"tool_use", "server_tool_use", "mcp_tool_use"})
_RESULTS = frozenset({
    "tool_result", "web_search_tool_result", "web_fetch_tool_result", "mcp_tool_result", "code_execution_tool_result",
})  # fmt: skip
_BY_ITSELF = "<synthetic>"  # the model of what the program itself wrote


@dataclass(slots=True, eq=False)
class _Group:
    """The turns that a record, or the records of one message, became: who answers them answers the last."""

    last: Draft | None = None


@dataclass(slots=True)
class _Message:
    """A message of the assistant whose records are still coming in."""

    id: str
    model: str
    group: _Group
    text: Draft | None = None
    blocks: list[object] = field(default_factory=list)


class _At(Struct, frozen=True, gc=False):
    """A record, where it stands: its number, its session, what it answers, the record that it answers (-1: none)."""

    told: Entry
    where: str
    id: str
    index: int
    session: int
    above: _Group
    parent: int

    def under(self, group: _Group) -> _At:
        if group is self.above:
            return self
        return _At(self.told, self.where, self.id, self.index, self.session, group, self.parent)


class Turns:
    """Takes the records of one file, in the order in which it was looked through."""

    def __init__(self, scan: Scan, heads: list[RawSession], seen: Seen, ids: Seen) -> None:
        self._scan = scan
        self._heads = heads
        self._seen = seen
        self._index = -1
        self._folding = Folding(ids)
        self._message: _Message | None = None
        self._called: dict[str, _Group] = {}
        self._here: dict[int, _Group] = {}  # by session: what its last record became
        self._far: dict[int, _Group] = {}  # the same of records that are answered later
        self._end: dict[int, Draft] = {}  # by session: the last turn
        self._unknown: set[str] = set()

    def add(self, told: Entry, where: str) -> Iterator[Item]:
        """The items that are whole by this record."""
        if not isinstance(told.type, str) or told.type not in _KNOWN:
            yield from self._check_type(told, where)
        if told.type == "summary" or not isinstance(told.uuid, str):
            return
        self._index += 1
        if self._index == len(self._scan.gist_of):
            raise OSError("it was written anew while it was read")
        number, session = self._index, self._scan.gist_of[self._index]
        before, parent = self._scan.before[number], self._scan.parents[number]
        above = self._here.get(session) if parent == before else self._far.get(parent)
        group = above = above or _Group()
        try:
            if self._seen.add(told.uuid):
                group = self._record(_At(told, where, storable(told.uuid), number, session, above, parent))
        except Misfit as misfit:
            yield Unread(where, str(misfit))
        self._here[session] = group
        if number in self._scan.forks:
            self._far[number] = group
        yield from self._folding.ready(self._message.text if self._message else None)

    def rest(self) -> Iterator[Item]:
        """What is left at the end of the file."""
        return self._folding.rest()

    def _check_type(self, told: Entry, where: str) -> Iterator[Unread]:
        kind = told.type if isinstance(told.type, str) else ""
        if kind not in self._unknown and len(self._unknown) < 100:
            self._unknown.add(kind)
            what = f"of the unknown type “{storable(kind)[:60]}”" if kind else "without a type"
            yield Unread(where, f"records {what} are passed over")

    def _record(self, at: _At) -> _Group:
        """What a record becomes."""
        told = at.told
        if told.type == "assistant":
            return self._assistant(at)
        if told.is_meta is True:
            return at.above
        if told.type == "user":
            return self._user(at)
        if told.type == "system" and told.subtype == "local_command" and isinstance(told.content, str):
            return self._says(at, [told.content])
        if told.type == "attachment" and is_object(told.attachment):
            return self._queued(at, told.attachment)
        return at.above

    def _queued(self, at: _At, attachment: Object) -> _Group:
        """What the person typed while the assistant was at work."""
        if attachment.get("type") != "queued_command" or attachment.get("commandMode") == "task-notification":
            return at.above
        prompt = attachment.get("prompt")
        return self._says(
            at, [prompt] if isinstance(prompt, str) else [text_at(each, "text") for each in _blocks(prompt)]
        )

    def _user(self, at: _At) -> _Group:
        group = at.above
        texts: list[str] = []
        names: list[str] = []
        for block in _content(at.told):
            if name_at(block, "type") in _RESULTS:
                group = self._result(at, block) or group
            elif block.get("type") == "text":
                texts.append(text_at(block, "text"))
            else:
                names.append(name_at(block, "title", "name") or f"{name_at(block, 'type') or 'file'} {len(names) + 1}")
        if at.told.is_compact_summary is True:
            return self._one(at.under(group), Role.TOOL, COMPACTED, "\n\n".join(texts), kind="summary")
        return self._says(at.under(group), texts, tuple(names))

    def _says(self, at: _At, texts: list[str], names: tuple[str, ...] = ()) -> _Group:
        """What the person says, and what commands of the person gave out."""
        found = [said(text) for text in texts if not text.startswith(_INTERRUPTED)]
        own = "\n\n".join(each.text for each in found if each.text.strip())
        group = at.above
        if own or names:
            self._folding.give_up()
            self._message = None
            own = own or "\n".join(f"‹{name}›" for name in names)
            group = self._one(at, Role.USER, "", own, attachments=names)
        outputs = (output for each in found for output in each.outputs)
        for number, (speaker, text) in enumerate(outputs, 1):
            id = f"{at.id}:output-{number}"
            group = self._one(at.under(group), Role.TOOL, speaker, text, id=id, kind=TOOL)
        return group

    def _assistant(self, at: _At) -> _Group:
        """The blocks of one message: what is said is one turn, each tool and what was thought one."""
        body = _object(at.told.message)
        id = name_at(body, "id") or at.id
        if self._message is None or self._message.id != id:
            self._message = _Message(id, name_at(body, "model"), _Group(at.above.last))
        message = self._message
        for number, block in enumerate(_content(at.told)):
            if block not in message.blocks:
                message.blocks.append(block)
                self._block(at.under(message.group), message, block, number)
        return message.group

    def _block(self, at: _At, message: _Message, block: Object, number: int) -> None:
        kind, model = name_at(block, "type"), message.model
        if kind == "text":
            self._spoken(at, message, text_at(block, "text"))
        elif kind == "thinking":
            id = f"{at.id}:thinking-{number}"
            self._put(at, Role.TOOL, THINKING, text_at(block, "thinking", "text"), id=id, kind=TOOL, model=model)
        elif kind in _CALLS:
            self._call(at, message, block, number)
        elif kind in _RESULTS:
            self._result(at, block)
        elif kind != "redacted_thinking":
            text, id = f"‹{kind[:60] or 'unknown content'}›", f"{at.id}:{number}"
            self._put(at, Role.ASSISTANT, ASSISTANT, text, id=id, model=model)

    def _call(self, at: _At, message: _Message, block: Object, number: int) -> None:
        id, name, given = name_at(block, "id"), name_at(block, "name") or TOOL, block.get("input")
        self._put(
            at, Role.TOOL, name, tools.asked(given) or name, id=id or f"{at.id}:tool-{number}", kind=TOOL,
            model=message.model, places=tools.places(given), call=id,
        )  # fmt: skip
        if id:
            self._called[id] = message.group

    def _spoken(self, at: _At, message: _Message, text: str) -> None:
        if not text.strip():
            return
        if message.model == _BY_ITSELF:
            self._put(at, Role.TOOL, "Claude Code", text, kind=TOOL)
        elif message.text is None or message.text.gone:
            self._put(at, Role.ASSISTANT, ASSISTANT, text, model=message.model)
            message.text = self._end[at.session]
        elif text.startswith(message.text.pieces[-1]):  # the same as before, and more of it
            message.text.pieces[-1] = text
        else:
            message.text.pieces.append(text)

    def _result(self, at: _At, block: Object) -> _Group | None:
        """What a tool answered goes to its call; where that is gone it is a turn of its own."""
        call = name_at(block, "tool_use_id")
        text = tools.answered(block.get("content"), failed=block.get("is_error") is True)
        if call and self._folding.answer(call, text) is not None:
            return self._called.pop(call, None)
        if not text.strip():
            return None
        return self._one(at, Role.TOOL, TOOL, text, id=f"{call or at.id}:output", kind=TOOL)

    def _one(self, at: _At, role: Role, speaker: str, text: str, **more: Any) -> _Group:
        """A turn that is a group of its own."""
        group = _Group(at.above.last)
        self._put(at.under(group), role, speaker, text, **more)
        return group

    def _put(
        self, at: _At, role: Role, speaker: str, text: str, *, id: str = "", kind: str = "", model: str = "",
        attachments: tuple[str, ...] = (), places: tuple[tuple[str, str], ...] = (), call: str = "",
    ) -> None:  # fmt: skip
        """A turn behind the last of its group."""
        if not text.strip():
            return
        told = at.told
        moment = read_time(told.timestamp) if isinstance(told.timestamp, str) else UNKNOWN
        active = self._scan.active[at.index] == 1
        draft = Draft(
            self._heads[at.session], id or at.id, at.where, role, speaker, [text], moment, kind,
            "" if model == _BY_ITSELF else model, self._answers(at), active, attachments, places,
        )  # fmt: skip
        draft.only_one = not id and speaker != "Claude Code"
        self._end[at.session] = at.above.last = draft
        self._folding.add(draft, call)

    def _answers(self, at: _At) -> str:
        """The id of the turn that it answers, where that is not the one before it."""
        before, above = self._end.get(at.session), at.above.last
        if before is None or above is before:
            return ""
        if above is not None and above.head is before.head:
            return above.id
        return ROOT if at.parent < 0 else ""


def _object(raw: Any) -> Object:
    told = decoded(raw)
    if not is_object(told):
        raise Misfit("it has no message")
    return told


def _content(told: Entry) -> list[Object]:
    """The blocks of a record's message; a text is one."""
    content = _object(told.message).get("content")
    return [{"type": "text", "text": content}] if isinstance(content, str) else _blocks(content)


def _blocks(content: object) -> list[Object]:
    return [block for block in content if is_object(block)] if isinstance(content, list) else []
