"""Transcripts of Claude Code: a file, a project's folder, all projects, or its whole folder with the old prompts.

A session is a file. Sub-agents are sessions of their own, named after the session they worked for. Records that several
files hold (forks, sessions taken up again) come in once. `history.jsonl` has prompts of sessions whose transcripts are
gone by now; those whose transcript is there are left out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import BinaryIO

from mnemoteca.core.importing import Item, RawSession, ReadTo, Unread, told_id
from mnemoteca.core.text import storable
from mnemoteca.library.importers.claude_code_history import is_history, prompt
from mnemoteca.library.importers.claude_code_scan import Entry, Gist, Scanning, entry
from mnemoteca.library.importers.claude_code_turns import Turns
from mnemoteca.library.importers.loose import decoded, is_object, text_at, written
from mnemoteca.library.importers.origin import Member, Origin, walk
from mnemoteca.library.importers.prompts import Prompts
from mnemoteca.library.importers.reading import from_stream, heads, is_single
from mnemoteca.library.importers.seen import Seen
from mnemoteca.library.importers.transcripts import Record, line_records
from mnemoteca.library.importers.values import Misfit

SOURCE = "Claude Code"
_SUFFIXES = (".jsonl",)
_TYPES = frozenset({
    "user", "assistant", "system", "summary", "attachment", "progress", "file-history-snapshot", "queue-operation",
    "custom-title", "ai-title", "mode", "permission-mode", "last-prompt",
})  # fmt: skip
_BEGINNING = re.compile(rb'"(?:parentUuid|leafUuid|sessionId)"\s*:')
_LOOKED_AT = 30  # lines
_TOLD_EVERY = 50  # records between two words on how far it is
_SCANNED = 5  # the first look through a file is a fifth of the work
_META_BYTES = 1_000_000


class ClaudeCode:
    """Reads the format `claude_code`."""

    name = "claude_code"

    def detect(self, origin: Origin) -> float:
        """Sure where a line is a record of it; less where it is one of its list of prompts."""
        found = 0.0
        for head in heads(origin, _SUFFIXES):
            if is_transcript(head):
                return 0.95
            found = max(found, 0.9 if is_history(head) else 0.0)
        return found

    def read(self, origin: Origin) -> Iterator[Item]:
        reading = _Reading(origin)
        read = 0
        for member in reading.files:
            for item in from_stream(origin, member, reading.transcript):
                yield ReadTo(read + item.at - member.start) if isinstance(item, ReadTo) else item
            read += member.size
            yield ReadTo(read)
        for member in reading.histories:
            yield from from_stream(
                origin, member, lambda file, _: Prompts(SOURCE, reading.sessions, prompt).items(file)
            )


@dataclass
class _Reading:
    """One reading of an origin: what its files share."""

    origin: Origin
    files: list[Member] = field(default_factory=list)
    histories: list[Member] = field(default_factory=list)
    summaries: dict[str, str] = field(default_factory=dict)  # of sessions in other files, by their last record
    sessions: dict[str, str] = field(default_factory=dict)  # the titles of those that were read
    seen: Seen = field(default_factory=Seen)
    ids: Seen = field(default_factory=Seen)

    def __post_init__(self) -> None:
        single = is_single(self.origin)
        order: dict[str, tuple[object, ...]] = {}
        for member in walk(self.origin):
            if not (single or member.name.lower().endswith(_SUFFIXES)):
                continue
            try:
                head = self.origin.head(member.name)
            except OSError:
                head = b""  # told when it is read
            if is_history(head) and not is_transcript(head):
                self.histories.append(member)
                continue
            order[member.name] = self._order(member, head)
            self.files.append(member)
        self.files.sort(key=lambda member: order[member.name])

    def _order(self, member: Member, head: bytes) -> tuple[object, ...]:
        """Sessions before their sub-agents and before their forks, which begin with the same record."""
        path = PurePosixPath(member.name)
        agent = path.stem.startswith("agent-")
        folder = str(path.parent.parent.parent if path.parent.name == "subagents" else path.parent)
        first = ""
        own = True
        for told in _entries(head):
            if told.type == "summary" and isinstance(told.leaf_uuid, str) and isinstance(told.summary, str):
                self.summaries[told.leaf_uuid] = told.summary
            if isinstance(told.timestamp, str) and not first:
                first, own = told.timestamp, told.session_id == path.stem
        return folder, agent, first, not own, member.name

    def transcript(self, file: BinaryIO, member: Member) -> Iterator[Item]:
        """The items of one file; it is read twice."""
        path = PurePosixPath(member.name)
        scanning = Scanning(path.stem, self.summaries)
        with self.origin.open(member.name) as before:
            for number, record in enumerate(line_records(before)):
                scanning.take(record)
                if number % _TOLD_EVERY == 0 and isinstance(record, Record):
                    yield ReadTo(record.end // _SCANNED)
        scan = scanning.done()
        heads = [self._session(gist, member.name) for gist in scan.gists]
        turns = Turns(scan, heads, self.seen, self.ids)
        for number, record in enumerate(line_records(file)):
            if isinstance(record, Unread):
                yield record
                continue
            try:
                yield from turns.add(entry(record.raw), record.where)
            except Misfit as misfit:
                yield Unread(record.where, str(misfit))
            if number % _TOLD_EVERY == 0:
                yield ReadTo((record.end * (_SCANNED - 1) + member.size) // _SCANNED)
        yield from turns.rest()

    def _session(self, gist: Gist, name: str) -> RawSession:
        title = gist.title
        extra = None
        if gist.parent:
            title = " · ".join(filter(None, (self._purpose(name) or title, self.sessions.get(gist.parent, ""))))
            extra = written({"parent_session": gist.parent})
        self.sessions.setdefault(gist.id, title)
        return RawSession("", SOURCE, gist.id, title, gist.started, extra=extra, folder=gist.folder, branch=gist.branch)

    def _purpose(self, name: str) -> str:
        """What the file beside a sub-agent's says that it was for."""
        try:
            told = decoded(self.origin.head(name.removesuffix(".jsonl") + ".meta.json", _META_BYTES))
        except (OSError, KeyError, Misfit):
            return ""
        return storable(text_at(told, "description"))[:80] if is_object(told) else ""


def is_transcript(head: bytes) -> bool:
    """Whether a file begins as a transcript does."""
    if any(_is_record(told) for told in _entries(head)):
        return True
    return b"\n" not in head and _BEGINNING.search(head) is not None and b'"parentUuid"' in head


def _is_record(told: Entry) -> bool:
    has_id = isinstance(told.uuid, str) and told_id(told.uuid) != ""
    named = isinstance(told.session_id, str) or isinstance(told.leaf_uuid, str) or has_id
    return isinstance(told.type, str) and told.type in _TYPES and named


def _entries(head: bytes) -> Iterator[Entry]:
    """The records in the first lines, where they are any."""
    for line in head.removeprefix(b"\xef\xbb\xbf").split(b"\n")[:_LOOKED_AT]:
        if line.strip():
            try:
                yield entry(line)
            except Misfit:
                continue
