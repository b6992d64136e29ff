"""Sessions of Codex: a rollout, packed or not, all of them, or the whole folder with the old prompts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import BinaryIO

from mnemoteca.core.importing import Item, ReadTo, Unread
from mnemoteca.library.importers.codex_history import is_history, prompt
from mnemoteca.library.importers.codex_titles import titles
from mnemoteca.library.importers.codex_turns import SOURCE, Rollout, Shared, record, visible
from mnemoteca.library.importers.loose import Object, is_object, name_at
from mnemoteca.library.importers.origin import Member, Origin, walk
from mnemoteca.library.importers.prompts import Prompts, first_records
from mnemoteca.library.importers.reading import from_stream, heads, is_single
from mnemoteca.library.importers.transcripts import line_records
from mnemoteca.library.importers.values import Misfit
from mnemoteca.library.importers.zstd import MAGIC, head_of, unpacked

_SUFFIXES = (".jsonl", ".jsonl.zst")
_TYPES = frozenset({"session_meta", "turn_context", "response_item", "event_msg", "compacted"})
_BEGINNING = re.compile(rb'"type"\s*:\s*"(?:session_meta|response_item|event_msg|turn_context)"')
_LOOKED_AT = 20  # lines


class Codex:
    """Reads the format `codex`."""

    name = "codex"

    def detect(self, origin: Origin) -> float:
        """Sure where a line is a record of it; less where it is one of its list of prompts."""
        found = 0.0
        for head in map(head_of, heads(origin, _SUFFIXES)):
            if is_rollout(head):
                return 0.95
            found = max(found, 0.9 if is_history(head) else 0.0)
        return found

    def read(self, origin: Origin) -> Iterator[Item]:
        reading = _Reading(origin)
        reading.shared.told, unread = titles(origin)
        yield from unread
        read = 0
        for member in reading.files:
            for item in from_stream(origin, member, reading.rollout):
                yield ReadTo(read + item.at - member.start) if isinstance(item, ReadTo) else item
            read += member.size
            yield ReadTo(read)
        for member in reading.histories:
            yield from from_stream(
                origin, member, lambda file, _: Prompts(SOURCE, reading.shared.titles, prompt).items(file)
            )


@dataclass
class _Reading:
    """One reading of an origin: what its files share."""

    origin: Origin
    files: list[Member] = field(default_factory=list)
    histories: list[Member] = field(default_factory=list)
    shared: Shared = field(default_factory=Shared)

    def __post_init__(self) -> None:
        single = is_single(self.origin)
        members = [each for each in walk(self.origin) if single or each.name.lower().endswith(_SUFFIXES)]
        names = {member.name for member in members}
        for member in members:
            if member.name.endswith(".zst") and member.name.removesuffix(".zst") in names:
                continue  # the plain one counts
            try:
                head = head_of(self.origin.head(member.name))
            except OSError:
                head = b""  # told when it is read
            (self.histories if is_history(head) else self.files).append(member)
        self.files.sort(key=lambda member: PurePosixPath(member.name).name)  # by time: sessions before their forks

    def rollout(self, file: BinaryIO, member: Member) -> Iterator[Item]:
        """The items of one file; it is read twice, the first time until it is clear what is to be shown of it."""
        packed = self.origin.head(member.name, len(MAGIC)) == MAGIC
        with self.origin.open(member.name) as again:
            seen = visible(_records(unpacked(again, member.size) if packed else again))
        stem = PurePosixPath(member.name).name.split(".")[0]
        rollout = Rollout(stem, seen, self.shared)
        for each in line_records(unpacked(file, member.size) if packed else file):
            if isinstance(each, Unread):
                yield each
                continue
            try:
                yield from rollout.add(record(each.raw), each.where)
            except Misfit as misfit:
                yield Unread(each.where, str(misfit))
            yield ReadTo(min(each.end, member.size))
        yield from rollout.rest()


def is_rollout(head: bytes) -> bool:
    """Whether a file begins as a rollout does, also as older versions wrote it."""
    for told in first_records(head, _LOOKED_AT):
        if is_object(told.get("payload")) and name_at(told, "type") in _TYPES:
            return True
        if isinstance(told.get("id"), str) and "instructions" in told and "timestamp" in told:
            return True
    return b"\n" not in head and _BEGINNING.search(head) is not None and b'"payload"' in head


def _records(file: BinaryIO) -> Iterator[Object]:
    for each in line_records(file):
        if not isinstance(each, Unread):
            try:
                yield record(each.raw)
            except Misfit:
                continue
