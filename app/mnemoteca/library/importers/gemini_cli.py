"""Sessions of Gemini CLI: a chat, a project's folder or all of them; as logs, or as older versions wrote them."""

from __future__ import annotations

import io
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from mnemoteca.core.importing import Item, RawSession, ReadTo, Unread, read_time
from mnemoteca.core.memory import Role
from mnemoteca.core.text import storable
from mnemoteca.core.when import UNKNOWN, Moment
from mnemoteca.library.importers import tools
from mnemoteca.library.importers.folding import ROOT, TOOL, Draft, Folding
from mnemoteca.library.importers.gemini_replay import Replay, entries, is_message, texts
from mnemoteca.library.importers.loose import Object, decoded, is_object, list_at, name_at, object_at, text_at, written
from mnemoteca.library.importers.origin import Member, Origin, walk
from mnemoteca.library.importers.reading import from_stream, heads, is_single
from mnemoteca.library.importers.seen import Seen
from mnemoteca.library.importers.transcripts import Record, array_records, line_records
from mnemoteca.library.importers.values import Misfit

SOURCE = "Gemini CLI"
ASSISTANT = "Gemini"
THINKING = "Thinking"
_SUFFIXES = (".jsonl", ".json")
_BEGINNING = re.compile(rb'\s*\{(?=[^\n]*"sessionId"\s*:)(?=[^\n]*"(?:projectHash|startTime)"\s*:)')
_LEGACY = re.compile(rb'\s*\{\s*"(?:sessionId|projectHash)"\s*:')
_PROJECTS = "projects.json"
_MOST_PROJECTS = 4_000_000  # bytes
_MOST_WAITING = 400


class GeminiCLI:
    """Reads the format `gemini_cli`."""

    name = "gemini_cli"

    def detect(self, origin: Origin) -> float:
        """Sure where a file begins with what is known of a session."""
        return 0.95 if any(map(is_session, heads(origin, _SUFFIXES))) else 0.0

    def read(self, origin: Origin) -> Iterator[Item]:
        reading = _Reading(origin)
        for member in reading.files:
            yield from from_stream(origin, member, reading.session)
            yield ReadTo(member.start + member.size)


def is_session(head: bytes) -> bool:
    """Whether a file begins as a session does."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _BEGINNING.match(head):
        return b'"parentUuid"' not in head[:2_000]
    return _LEGACY.match(head) is not None and b'"projectHash"' in head[:2_000]


@dataclass
class _Reading:
    """One reading of an origin: what its files share."""

    origin: Origin
    files: list[Member] = field(default_factory=list)
    folders: dict[str, str] = field(default_factory=dict)  # the folder of a project, by its short name
    titles: dict[str, str] = field(default_factory=dict)  # by the session's id
    ids: Seen = field(default_factory=Seen)

    def __post_init__(self) -> None:
        single = is_single(self.origin)
        for member in walk(self.origin):
            if PurePosixPath(member.name).name == _PROJECTS and not single:
                self._projects(member.name)
            elif single or member.name.lower().endswith(_SUFFIXES):
                try:
                    if single or is_session(self.origin.head(member.name)):
                        self.files.append(member)
                except OSError:
                    self.files.append(member)  # told when it is read
        self.files.sort(key=lambda member: (member.name.count("/"), member.name))  # sessions before their sub-agents

    def _projects(self, name: str) -> None:
        try:
            told = decoded(self.origin.head(name, _MOST_PROJECTS))
        except (OSError, Misfit):
            return
        for folder, short in object_at(told, "projects").items() if is_object(told) else ():
            if isinstance(short, str):
                self.folders[short] = folder

    def session(self, file: BinaryIO, member: Member) -> Iterator[Item]:
        """The items of one file; it is read twice."""
        replay = Replay()
        with self.origin.open(member.name) as again:
            for number, (_, entry) in enumerate(_log(again, replay)):
                if is_object(entry):
                    replay.take(number, entry)
        head = self._head(replay, member.name)
        said = _Said(replay, head, Folding(self.ids))
        for number, (record, entry) in enumerate(_log(file, said.known)):
            if isinstance(entry, Unread):
                yield entry
            elif is_object(entry):
                yield from said.take(number, entry, record.where if record else "")
            if record:
                yield ReadTo(record.end)
        yield from said.rest()

    def _head(self, replay: Replay, name: str) -> RawSession:
        path, about = PurePosixPath(name), replay.about
        id = name_at(about, "sessionId") or path.stem
        began = text_at(about, "startTime")
        folder = next((each for each in list_at(about, "directories") if isinstance(each, str)), "")
        folder = folder or next((self.folders[part] for part in reversed(path.parts) if part in self.folders), "")
        title, above = replay.title, ""
        if name_at(about, "kind") == "subagent":
            above = path.parent.name if path.parent.name != "chats" else ""
            title = " · ".join(filter(None, (title, self.titles.get(above, ""))))
        self.titles.setdefault(id, title)
        extra = written({"parent_session": above}) if above else None
        moment = read_time(began) if began else UNKNOWN
        return RawSession("", SOURCE, id, title, moment, extra=extra, folder=storable(folder))


def _log(file: BinaryIO, known: Replay | dict[str, None]) -> Iterator[tuple[Record | None, Object | Unread]]:
    """The entries of a file, and the record that each stands in."""
    begin = file.read(1 << 16)
    rest = cast(BinaryIO, io.BufferedReader(_Again(begin, file), 1 << 16))
    for record in array_records(rest) if _is_whole(begin) else line_records(rest):
        if isinstance(record, Unread):
            yield None, record
            continue
        try:
            told = decoded(record.raw)
            if not is_object(told):
                raise Misfit("it is not an object")
        except Misfit as misfit:
            yield None, Unread(record.where, str(misfit))
            continue
        for entry in entries(told, known.last if isinstance(known, Replay) else known):
            yield record, entry


def _is_whole(head: bytes) -> bool:
    """Whether a file is one object over several lines rather than a log."""
    return head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].strip() == b"{"


class _Again(io.RawIOBase):
    """A stream with what was read of it put back in front."""

    def __init__(self, begin: bytes, file: BinaryIO) -> None:
        self._begin = begin
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        into = memoryview(cast(bytearray, buffer))
        read = self._begin[: len(into)] or self._file.read(len(into))
        self._begin = self._begin[len(into) :]
        into[: len(read)] = read
        return len(read)


@dataclass(slots=True)
class _Slot:
    """A message in its place; its turns are there when the entry that counts is."""

    id: str
    drafts: list[Draft] | None = None
    late: bool = False  # what came after it is out already


@dataclass
class _Said:
    """The messages on their way out, each where it came first, as it was last."""

    replay: Replay
    head: RawSession
    folding: Folding
    known: dict[str, None] = field(default_factory=dict)
    _queue: deque[_Slot] = field(default_factory=deque)
    _waiting: dict[str, _Slot] = field(default_factory=dict)
    _ends: dict[str, str] = field(default_factory=dict)  # by message that is answered elsewhere: its last turn
    _last: str = ""  # the last turn
    _active: bool = True

    def __post_init__(self) -> None:
        self._answered = frozenset(self.replay.answers.values())

    def take(self, number: int, entry: Object, where: str) -> Iterator[Item]:
        """An entry of the log."""
        if not is_message(entry):
            return
        id = name_at(entry, "id")
        if id not in self.known:
            self.known[id] = None
            slot = self._waiting[id] = _Slot(id)
            self._queue.append(slot)
        if self.replay.last.get(id) == number and (found := self._waiting.pop(id, None)):
            found.drafts = [draft for draft in self._drafts(id, entry, where) if draft.pieces[0].strip()]
            if found.late:
                self._queue.append(found)
        while self._queue and (self._queue[0].drafts is not None or len(self._queue) > _MOST_WAITING):
            yield from self._out(self._queue.popleft())

    def rest(self) -> Iterator[Item]:
        """What is left at the end."""
        while self._queue:
            yield from self._out(self._queue.popleft())

    def _out(self, slot: _Slot) -> Iterator[Item]:
        if slot.drafts is None:
            slot.late = True
            return
        above = self.replay.answers.get(slot.id)
        end = self._last if above is None else self._ends.get(above, "")
        for draft in slot.drafts:
            if end != self._last:
                draft.parent = end or ROOT
            self._last = end = draft.id
            self.folding.add(draft)
        if slot.id in self._answered:
            self._ends[slot.id] = end
        yield from self.folding.ready()

    def _drafts(self, id: str, message: Object, where: str) -> Iterator[Draft]:
        kind, model = name_at(message, "type"), name_at(message, "model")
        self._active = id in self.replay.live
        content = message.get("displayContent") if kind == "user" else None
        text = "\n\n".join(filter(None, texts(content or message.get("content"))))
        at = read_time(text_at(message, "timestamp")) if text_at(message, "timestamp") else UNKNOWN
        if kind == "user":
            names = tuple(_pictures(message.get("content")))
            words = text if text.strip() or not names else "\n".join(f"‹{name}›" for name in names)
            yield self._draft(id, where, Role.USER, "", words, at, attachments=names)
            return
        if kind != "gemini":  # told by the program
            yield self._draft(id, where, Role.TOOL, SOURCE, text, at, kind=TOOL)
            return
        if thought := "\n\n".join(filter(None, map(_thought, list_at(message, "thoughts")))):
            yield self._draft(f"{id}:thinking", where, Role.TOOL, THINKING, thought, at, kind=TOOL, model=model)
        if text.strip():
            yield self._draft(id, where, Role.ASSISTANT, ASSISTANT, text, at, model=model)
        for number, call in enumerate(filter(is_object, list_at(message, "toolCalls")), 1):
            given, name = call.get("args"), name_at(call, "name") or TOOL
            told = "\n\n".join(filter(None, (tools.asked(given) or name, _answered(call))))
            when = read_time(text_at(call, "timestamp")) if text_at(call, "timestamp") else at
            own = name_at(call, "id") or f"{id}:tool-{number}"
            places = tools.places(given)
            yield self._draft(own, where, Role.TOOL, name, told, when, kind=TOOL, model=model, places=places)

    def _draft(
        self, id: str, where: str, role: Role, speaker: str, text: str, at: Moment, *, kind: str = "", model: str = "",
        attachments: tuple[str, ...] = (), places: tuple[tuple[str, str], ...] = (),
    ) -> Draft:  # fmt: skip
        return Draft(self.head, id, where, role, speaker, [text], at, kind, model, active=self._active,
                     attachments=attachments, places=places)  # fmt: skip


def _thought(thought: object) -> str:
    return (
        "\n".join(filter(None, (text_at(thought, "subject"), text_at(thought, "description"))))
        if is_object(thought)
        else ""
    )


def _answered(call: Object) -> str:
    """What a tool answered: its response, else what was shown of it."""
    told: list[str] = []
    for part in filter(is_object, list_at(call, "result")):
        response = object_at(object_at(part, "functionResponse"), "response")
        told.append(
            text_at(response, "output", "error", "content")
            or (written(response) if response else text_at(part, "text"))
        )
    shown = call.get("resultDisplay")
    text = "\n".join(filter(None, told)) or (shown if isinstance(shown, str) else "")
    return f"‹error›\n{text}" if call.get("status") == "error" and text.strip() else text


def _pictures(content: object) -> Iterator[str]:
    number = 0
    for part in content if isinstance(content, list) else ():
        data = object_at(part, "inlineData", "fileData") if is_object(part) else {}
        if data:
            number += 1
            yield name_at(data, "displayName", "fileUri").rpartition("/")[2] or f"image {number}"
