"""The records of a rollout of Codex as turns.

What the person and Codex said stands in `event_msg`; `response_item` repeats it with what is put in besides, and is
only taken where a file has no such events. Tools stand in `response_item`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from mnemoteca.core.importing import Item, RawSession, read_time, without_id
from mnemoteca.core.memory import Role
from mnemoteca.core.text import storable
from mnemoteca.core.when import UNKNOWN
from mnemoteca.library.importers import tools
from mnemoteca.library.importers.codex_forks import Lineage, born
from mnemoteca.library.importers.dialogue import title_from
from mnemoteca.library.importers.folding import TOOL, Draft, Folding
from mnemoteca.library.importers.loose import Object, decoded, is_object, list_at, name_at, object_at, text_at, written
from mnemoteca.library.importers.seen import Seen
from mnemoteca.library.importers.values import Misfit

SOURCE = ASSISTANT = "Codex"
THINKING = "Thinking"
COMPACTED = "Compact summary"
_CALLS = frozenset({"function_call", "custom_tool_call", "local_shell_call", "web_search_call", "tool_search_call"})
_OUTPUTS = frozenset({"function_call_output", "custom_tool_call_output", "local_shell_call_output"})
_PUT_IN = re.compile(
    r"\s*(?:<(environment_context|user_instructions|permissions instructions|turn_aborted|skill|collaboration_mode"
    r"|subagent_notification|user_shell_command)\b|# AGENTS\.md instructions )"
)


@dataclass
class Shared:
    """What the files of one reading share."""

    titles: dict[str, str] = field(default_factory=dict)  # by the session's id
    told: dict[str, str] = field(default_factory=dict)  # the titles that Codex itself keeps
    turns: Seen = field(default_factory=Seen)
    ids: Seen = field(default_factory=Seen)


@dataclass(slots=True)
class Visible:
    """Where a file has what is to be shown, and how its first prompt begins."""

    kinds: set[str] = field(default_factory=set)  # of events that it has
    prompt: str = ""


def record(raw: bytes) -> Object:
    """The record of a line; raises `Misfit`."""
    told = decoded(raw)
    if not is_object(told):
        raise Misfit("it is not an object")
    return told


def visible(records: Iterable[Object]) -> Visible:
    """Look through the records until everything is clear."""
    found, other = Visible(), ""
    for told in records:
        kind, payload = _of(told)
        if kind == "event_msg":
            event = name_at(payload, "type")
            found.kinds.add(event)
            if event == "user_message":
                found.prompt = found.prompt or text_at(payload, "message").strip()
        elif not other and payload.get("type") == "message" and payload.get("role") == "user":
            other = "\n".join(_said(payload)).strip()
        if found.prompt and {"user_message", "agent_message", "agent_reasoning"} <= found.kinds:
            break
    found.prompt = title_from(found.prompt or other)
    return found


class Rollout:
    """Takes the records of one file in their order."""

    def __init__(self, stem: str, seen: Visible, shared: Shared) -> None:
        self._visible = seen
        self._shared = shared
        self._head = RawSession("", SOURCE, stem, seen.prompt, UNKNOWN)
        self._described = False
        self._model = ""
        self._turn = ""
        self._agent = ""
        self._own: set[str] = set()
        self._fork: Lineage | None = None
        self._dropping = False  # turns of the session that this one was forked from
        self._of_parent: RawSession | None = None  # whose turns these are, where its own file isn't there
        self._said = Seen()
        self._again: Counter[tuple[str, str]] = Counter()
        self._folding = Folding(shared.ids)

    def add(self, told: Object, where: str) -> Iterator[Item]:
        """The items that are whole by this record."""
        kind, payload = _of(told)
        if kind == "session_meta":
            self._describe(payload, told)
        elif kind == "turn_context":
            self._model = name_at(payload, "model") or self._model
            self._begin(name_at(payload, "turn_id"), told)
        elif kind == "event_msg" and payload.get("type") == "task_started":
            self._begin(name_at(payload, "turn_id"), told)
        elif not self._dropping:
            at = _At(where, told)
            if kind == "event_msg":
                self._event(at, payload)
            elif kind == "response_item":
                self._item(at, payload)
            elif kind == "compacted":
                self._put(at, Role.TOOL, COMPACTED, text_at(payload, "message"), kind="summary")
        yield from self._folding.ready()

    def rest(self) -> Iterator[Item]:
        """What is left at the end of the file."""
        self._shared.titles.setdefault(self._head.id, self._head.title)
        return self._folding.rest()

    def _describe(self, meta: Object, told: Object) -> None:
        """The first one counts: forks repeat that of the session they come from."""
        if self._described:
            if self._fork is not None and name_at(meta, "id") == self._fork.above:
                self._fork.parent = self._session(meta, told, self._fork.above, "", self._parents_title())
            return
        self._described = True
        above = name_at(meta, "forked_from_id", "parent_thread_id")
        self._agent = name_at(meta, "agent_nickname", "agent_role")
        id = name_at(meta, "id") or self._head.id
        self._head = self._session(meta, told, id, above, self._entitled(id, above, self._visible.prompt))
        if above:
            self._fork = Lineage(above, born(id) or self._head.started.at)

    def _parents_title(self) -> str:
        above = "" if self._fork is None else self._fork.above
        return title_from(self._shared.told.get(above, "")) or self._visible.prompt

    def _entitled(self, id: str, above: str, prompt: str) -> str:
        """The title that Codex keeps, else how the first prompt begins; of a sub-agent with whose it is."""
        title = title_from(self._shared.told.get(id, "")) or prompt
        if self._agent:
            title = " · ".join(filter(None, (self._agent, title, self._shared.titles.get(above, ""))))
        return title

    def _asked(self, prompt: str) -> None:
        """The first prompt of a fork is its own, not that of the session that it comes from."""
        if self._fork is not None and self._of_parent is None and not self._fork.asked and prompt.strip():
            self._fork.asked = True
            title = self._entitled(self._head.id, self._fork.above, title_from(prompt.strip()))
            if title != self._head.title:
                self._head = replace(self._head, title=title)

    def _session(self, meta: Object, told: Object, id: str, above: str, title: str) -> RawSession:
        began = text_at(meta, "timestamp") or text_at(told, "timestamp")
        return RawSession(
            "", SOURCE, id, title, read_time(began) if began else UNKNOWN,
            extra=_extra(meta, above), folder=name_at(meta, "cwd"), branch=name_at(object_at(meta, "git"), "branch"),
        )  # fmt: skip

    def _begin(self, turn: str, told: Object) -> None:
        if not turn or turn == self._turn or turn in self._own:
            return
        self._turn = turn
        is_new = self._shared.turns.add(turn)
        inherited = self._fork is not None and not self._own and (not is_new or self._fork.is_older(turn, told))
        self._dropping = inherited and not is_new
        self._of_parent = self._fork.head(self._parents_title()) if inherited and self._fork is not None else None
        if not inherited:
            self._own.add(turn)

    def _event(self, at: _At, payload: Object) -> None:
        match payload.get("type"):
            case "user_message":
                self._folding.give_up()
                text, names = text_at(payload, "message"), _pictures(payload)
                self._asked(text)
                self._put(at, Role.USER, "", text or "\n".join(f"‹{name}›" for name in names), attachments=names)
            case "agent_message":
                self._put(at, Role.ASSISTANT, ASSISTANT, text_at(payload, "message"), model=self._model)
            case "agent_reasoning":
                self._put(at, Role.TOOL, THINKING, text_at(payload, "text"), kind=TOOL, model=self._model)

    def _item(self, at: _At, payload: Object) -> None:
        kind = name_at(payload, "type")
        if kind == "message":
            self._message(at, payload)
        elif kind == "reasoning" and "agent_reasoning" not in self._visible.kinds:
            thoughts = [text_at(each, "text") for each in list_at(payload, "summary") if is_object(each)]
            self._put(at, Role.TOOL, THINKING, "\n\n".join(filter(None, thoughts)), kind=TOOL, model=self._model)
        elif kind in _CALLS:
            self._call(at, kind, payload)
        elif kind in _OUTPUTS:
            self._output(at, payload)

    def _message(self, at: _At, payload: Object) -> None:
        role, text = payload.get("role"), "\n\n".join(_said(payload))
        if role == "user" and "user_message" not in self._visible.kinds:
            if text.strip():
                self._folding.give_up()
            self._asked(text)
            self._put(at, Role.USER, "", text)
        elif role == "assistant" and "agent_message" not in self._visible.kinds:
            self._put(at, Role.ASSISTANT, ASSISTANT, text, model=self._model)

    def _call(self, at: _At, kind: str, payload: Object) -> None:
        name = name_at(payload, "name") or kind.removesuffix("_call")
        call = name_at(payload, "call_id", "id")
        given = _given(payload)
        text = tools.asked(given) or name
        has_answer = kind not in ("web_search_call", "tool_search_call")
        self._put(
            at, Role.TOOL, name, text, id=call, kind=TOOL, model=self._model, places=tools.places(given),
            call=call if has_answer else "",
        )  # fmt: skip

    def _output(self, at: _At, payload: Object) -> None:
        call, text = name_at(payload, "call_id"), _answered(payload.get("output"))
        if not call or self._folding.answer(call, text) is None:
            self._put(at, Role.TOOL, TOOL, text, id=f"{call}:output" if call else "", kind=TOOL)

    def _put(
        self, at: _At, role: Role, speaker: str, text: str, *, id: str = "", kind: str = "", model: str = "",
        attachments: tuple[str, ...] = (), places: tuple[tuple[str, str], ...] = (), call: str = "",
    ) -> None:  # fmt: skip
        if not text.strip():
            return
        head = self._of_parent or self._head
        if not id:
            told = storable(f"{role.value} {speaker} {text}")
            id = without_id(told, self._nth(head.id, without_id(told, 0)))
        said_at = text_at(at.told, "timestamp")
        moment = read_time(said_at) if said_at else UNKNOWN
        draft = Draft(head, id, at.where, role, speaker, [text], moment, kind, model,
                      attachments=attachments, places=places)  # fmt: skip
        self._folding.add(draft, call)

    def _nth(self, session: str, words: str) -> int:
        """The how manieth time the same is said in a session; what is said once takes next to no memory."""
        if self._said.add(session, words):
            return 1
        self._again[session, words] += 1
        return self._again[session, words] + 1


@dataclass(frozen=True, slots=True)
class _At:
    """A record, and where it stands."""

    where: str
    told: Object


def _of(told: Object) -> tuple[str, Object]:
    """The kind of a record and what is in it; older versions wrote the items themselves."""
    if is_object(payload := told.get("payload")):
        return name_at(told, "type"), payload
    return ("response_item" if "type" in told else "session_meta" if "id" in told else "", told)


def _said(payload: Object) -> list[str]:
    """The texts of a message, without what the program puts in."""
    texts = [text_at(each, "text") for each in list_at(payload, "content") if is_object(each)]
    return [text for text in texts if text and not _PUT_IN.match(text)]


def _given(payload: Object) -> Any:
    """What a tool was given: JSON in a text, or an action."""
    if isinstance(told := payload.get("arguments"), str):
        try:
            return decoded(told.encode("utf-8", "surrogatepass"))
        except Misfit:
            return told
    return next((payload[name] for name in ("input", "action", "arguments") if name in payload), None)


def _answered(output: object) -> str:
    """What a tool answered: a text, JSON with the text in it, or pieces."""
    if isinstance(output, str):
        if output.startswith("{"):
            try:
                told = decoded(output.encode("utf-8", "surrogatepass"))
            except Misfit:
                return output
            if is_object(told) and isinstance(inner := told.get("output"), str) and "metadata" in told:
                return inner
        return output
    if is_object(output):
        failed = output.get("success") is False
        return tools.answered(output.get("content", output.get("output")), failed=failed)
    return tools.answered(output)


def _pictures(payload: Object) -> tuple[str, ...]:
    local = [
        PurePosixPath(storable(each).replace("\\", "/")).name
        for each in list_at(payload, "local_images")
        if isinstance(each, str)
    ]
    return (*local, *(f"image {number}" for number, _ in enumerate(list_at(payload, "images"), 1)))


def _extra(meta: Object, above: str) -> str | None:
    commit = name_at(object_at(meta, "git"), "commit_hash")
    told = {name: value for name, value in (("parent_session", above), ("commit", commit)) if value}
    return written(told) if told else None
