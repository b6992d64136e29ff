"""A first look through a transcript of Claude Code: its sessions, their titles, and which records were chosen.

A file is one session as a rule. Forks begin with the records of the session they come from, each with its own session's
id; older versions put the records of sub-agents between the others. A record costs 30 bytes here.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from mnemoteca.core.importing import Unread, read_time, without_id
from mnemoteca.core.text import storable
from mnemoteca.core.when import UNKNOWN, Moment
from mnemoteca.library.importers.dialogue import title_from
from mnemoteca.library.importers.injected import said
from mnemoteca.library.importers.loose import decoded, is_object, list_at, text_at
from mnemoteca.library.importers.transcripts import Record
from mnemoteca.library.importers.values import Misfit

_TITLES = ("custom", "ai", "summary", "prompt", "command")
_NOTHING = msgspec.Raw(b"null")
_NULL, _UNTOLD = 0, 1  # instead of the hash of a parent


class Entry(msgspec.Struct, rename="camel"):
    """A record as far as it matters; nothing in it has to be of the type it should be."""

    type: Any = None
    subtype: Any = None
    uuid: Any = None
    parent_uuid: Any = msgspec.UNSET
    logical_parent_uuid: Any = None
    session_id: Any = None
    agent_id: Any = None
    timestamp: Any = None
    cwd: Any = None
    git_branch: Any = None
    is_sidechain: Any = None
    is_meta: Any = None
    is_compact_summary: Any = None
    is_visible_in_transcript_only: Any = None
    custom_title: Any = None
    ai_title: Any = None
    summary: Any = None
    leaf_uuid: Any = None
    prompt_source: Any = None
    content: Any = None
    attachment: Any = None
    message: msgspec.Raw = _NOTHING


_DECODER = msgspec.json.Decoder(Entry)
_NAMES = dict(zip(Entry.__struct_encode_fields__, Entry.__struct_fields__, strict=True))


def entry(raw: bytes) -> Entry:
    """The record of a line; one that speaks and has no id is known by how it is written. Raises `Misfit`."""
    told = _entry(raw)
    if not isinstance(told.uuid, str) and told.type in ("user", "assistant"):
        told.uuid = without_id(raw.decode("utf-8", "replace"), 0)
    return told


def _entry(raw: bytes) -> Entry:
    try:
        return _DECODER.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        told = decoded(raw)
    if not is_object(told):
        raise Misfit("it is not an object")
    known = {_NAMES[name]: value for name, value in told.items() if name in _NAMES and name != "message"}
    message = msgspec.Raw(_json(told.get("message")))
    return Entry(**known, message=message)


def _json(value: object) -> bytes:
    try:
        return json.dumps(value).encode()
    except (RecursionError, ValueError) as error:
        raise Misfit("it is nested too deeply") from error


@dataclass(slots=True)
class Gist:
    """What is known of one session in a file."""

    id: str
    parent: str = ""  # the session that a sub-agent worked for
    started: Moment = UNKNOWN
    folder: str = ""
    branch: str = ""
    titles: dict[str, str] = field(default_factory=dict)  # by where they come from

    @property
    def title(self) -> str:
        """A person's own, a generated one, else how the first prompt begins."""
        return next((self.titles[name] for name in _TITLES if name in self.titles), "")


@dataclass(slots=True)
class Scan:
    """A file that was looked through; the numbers count its records with a uuid."""

    gists: list[Gist] = field(default_factory=list)
    by_id: dict[str, int] = field(default_factory=dict)
    gist_of: array[int] = field(default_factory=lambda: array("I"))
    before: array[int] = field(default_factory=lambda: array("q"))  # the record before it in its session
    parents: array[int] = field(default_factory=lambda: array("q"))  # -1: it answers nothing
    active: bytearray = field(default_factory=bytearray)
    forks: frozenset[int] = frozenset()  # records that are answered by another one than the next


class Scanning:
    """Takes the records of a file one by one; `stem` is the name of the file."""

    def __init__(self, stem: str, summaries: Mapping[str, str]) -> None:
        self.scan = Scan()
        self._stem = stem
        self._is_agent = stem.startswith("agent-")
        self._summaries = summaries
        self._hashes, self._parents = array("Q"), array("Q")
        self._flags = bytearray()  # 1: speaks, 2: a person's
        self._last: dict[int, int] = {}
        self._leaf: dict[int, int] = {}
        self._side: dict[str, str] = {}  # in older files: a sub-agent's record -> its first one
        self._own_summaries: dict[str, str] = {}
        self._current = ""

    def take(self, record: Record | Unread) -> None:
        """Look at a record; what can't be read is left to who reads it again."""
        if isinstance(record, Record):
            try:
                self.add(entry(record.raw))
            except Misfit:
                return

    def add(self, told: Entry) -> None:
        """Look at what a record tells."""
        if told.type == "summary":
            if isinstance(told.leaf_uuid, str) and isinstance(told.summary, str):
                self._own_summaries[told.leaf_uuid] = told.summary
            return
        gist = self.scan.gists[number := self._gist(told)]
        self._title(gist, told)
        if not isinstance(told.uuid, str):
            return
        self._describe(gist, told)
        index = len(self.scan.gist_of)
        self._hashes.append(_hash(told.uuid))
        parent = told.parent_uuid or told.logical_parent_uuid
        missing = told.parent_uuid is msgspec.UNSET
        self._parents.append(_hash(parent) if isinstance(parent, str) else _UNTOLD if missing else _NULL)
        speaks = told.type in ("user", "assistant") and not told.is_meta
        person = told.type == "user" and not told.is_meta and not told.is_compact_summary
        self._flags.append(speaks + 2 * person)
        self.scan.gist_of.append(number)
        self.scan.before.append(self._last.get(number, -1))
        self._last[number] = index
        if speaks:
            self._leaf[number] = index
        if (found := self._summaries.get(told.uuid)) is not None:
            gist.titles["summary"] = title_from(found)

    def _gist(self, told: Entry) -> int:
        id = told.session_id if isinstance(told.session_id, str) and told.session_id else self._current or self._stem
        self._current, parent = id, ""
        if told.is_sidechain is True:
            parent = id
            id = f"{id}/{self._agent(told)}"
        if id not in self.scan.by_id:
            self.scan.by_id[id] = len(self.scan.gists)
            self.scan.gists.append(Gist(storable(id), storable(parent)))
        return self.scan.by_id[id]

    def _agent(self, told: Entry) -> str:
        if isinstance(told.agent_id, str) and told.agent_id:
            return f"agent-{told.agent_id}"
        if self._is_agent:
            return self._stem
        own = str(told.uuid)
        root = self._side.get(told.parent_uuid, own) if isinstance(told.parent_uuid, str) else own
        self._side[own] = root
        return root

    def _title(self, gist: Gist, told: Entry) -> None:
        if told.type == "custom-title" and isinstance(told.custom_title, str):
            gist.titles["custom"] = title_from(told.custom_title)
        elif told.type == "ai-title" and isinstance(told.ai_title, str):
            gist.titles["ai"] = title_from(told.ai_title)
        elif told.type == "user" and "prompt" not in gist.titles and not told.is_meta and not told.is_compact_summary:
            for text in prompts(told.message):
                words = said(text)
                if words.text.strip():
                    gist.titles.setdefault("command" if words.is_command else "prompt", title_from(words.text))

    def _describe(self, gist: Gist, told: Entry) -> None:
        if gist.started.at is None and isinstance(told.timestamp, str):
            gist.started = read_time(told.timestamp)
        if not gist.folder and isinstance(told.cwd, str):
            gist.folder = storable(told.cwd)
        if not gist.branch and isinstance(told.git_branch, str):
            gist.branch = storable(told.git_branch)

    def done(self) -> Scan:
        """The file is through."""
        scan, count = self.scan, len(self.scan.gist_of)
        hashes, told = np.array(self._hashes, np.uint64), np.array(self._parents, np.uint64)
        order = np.argsort(hashes, kind="stable")
        at = np.searchsorted(hashes[order], told) if count else np.empty(0, np.int64)
        at = np.minimum(at, max(count - 1, 0))
        own = np.arange(count)
        before, gists = np.array(scan.before, np.int64), np.array(scan.gist_of, np.int64)
        flags = np.frombuffer(bytes(self._flags), np.uint8)
        found = order[at] if count else own
        known = (hashes[found] == told) & (found < own) if count else np.empty(0, bool)
        null = told == _NULL
        answers_nothing = null & (flags & 2 > 0) & (before >= 0)
        if bool((null & (flags == 1) & (before >= 0)).any()):  # an assistant that answers nothing: no tree is told
            answers_nothing[:] = False
        parents = np.where(known, found, np.where(answers_nothing, -1, before))
        parents = np.where((parents >= 0) & (gists[parents] != gists), before, parents) if count else parents
        self._title_by_summaries(hashes, order)
        scan.forks = frozenset(parents[(parents != before) & (parents >= 0)].tolist())
        scan.parents = array("q", parents.astype(np.int64).tobytes())
        scan.active = _chosen(scan.parents, self._leaf.values())
        return scan

    def _title_by_summaries(self, hashes: NDArray[np.uint64], order: NDArray[np.intp]) -> None:
        """A summary tells by its last record which session it is of."""
        for leaf, summary in self._own_summaries.items() if len(order) else ():
            at = int(np.searchsorted(hashes, np.uint64(_hash(leaf)), sorter=order))
            if at < len(order) and int(hashes[order[at]]) == _hash(leaf):
                self.scan.gists[self.scan.gist_of[int(order[at])]].titles["summary"] = title_from(summary)


def _chosen(parents: Sequence[int], leaves: Iterable[int]) -> bytearray:
    active = bytearray(len(parents))
    for at in leaves:
        while at >= 0 and not active[at]:
            active[at] = 1
            at = parents[at]
    return active


def prompts(message: msgspec.Raw) -> list[str]:
    """The texts of a message of the role user."""
    try:
        told = decoded(message)
    except Misfit:
        return []
    if not is_object(told):
        return []
    if isinstance(content := told.get("content"), str):
        return [content]
    blocks = filter(is_object, list_at(told, "content"))
    return [text_at(block, "text") for block in blocks if block.get("type") == "text"]


def _hash(text: str) -> int:
    return hash(text) & 0xFFFF_FFFF_FFFF_FFFF
