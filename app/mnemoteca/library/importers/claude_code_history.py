"""The list of prompts that Claude Code keeps when it deletes its transcripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import BinaryIO

from mnemoteca.core.importing import Item, RawSession, RawTurn, ReadTo, Unread
from mnemoteca.core.text import storable
from mnemoteca.core.when import read_epoch
from mnemoteca.library.importers.folding import checked
from mnemoteca.library.importers.loose import Object, decoded, is_object, name_at, object_at, text_at
from mnemoteca.library.importers.transcripts import line_records
from mnemoteca.library.importers.values import Misfit

COLLECTION = "history"
_PASTED = re.compile(r"\[(?:Pasted text|Image) #(\d+)[^\]\n]*\]")
_TITLE = 80


def is_history(head: bytes) -> bool:
    """Whether a file begins as the list of prompts does."""
    for line in head.removeprefix(b"\xef\xbb\xbf").split(b"\n")[:5]:
        try:
            told = decoded(line)
        except Misfit:
            continue
        if is_object(told) and {"display", "timestamp"} <= told.keys() and {"project", "pastedContents"} & told.keys():
            return True
    return False


class History:
    """Reads the list; prompts of the sessions in `known` are there with their transcripts and left out."""

    def __init__(self, known: Collection[str]) -> None:
        self._known = known
        self._heads: dict[str, RawSession] = {}
        self._told: RawSession | None = None
        self._ids: Counter[str] = Counter()

    def items(self, file: BinaryIO) -> Iterator[Item]:
        for record in line_records(file):
            if isinstance(record, Unread):
                yield record
                continue
            try:
                told = decoded(record.raw)
                if not is_object(told):
                    raise Misfit("it is not an object")
                if name_at(told, "sessionId") not in self._known:
                    yield from self._prompt(told, record.where)
            except Misfit as misfit:
                yield Unread(record.where, str(misfit))
            yield ReadTo(record.end)

    def _prompt(self, told: Object, where: str) -> Iterator[Item]:
        if not isinstance(told.get("display"), str):
            raise Misfit("it has no text")
        moment = read_epoch(stamp) if isinstance(stamp := told.get("timestamp"), int | float) else read_epoch(0)
        folder = name_at(told, "project")
        day = moment.at.date().isoformat() if moment.at else ""
        session = name_at(told, "sessionId") or f"{folder} {day}"
        text, names = _text(told)
        head = self._heads.get(session)
        if head is None:
            title = storable(next((line.strip() for line in text.splitlines() if line.strip()), ""))[:_TITLE]
            head = self._heads[session] = RawSession(COLLECTION, "Claude Code", session, title, moment, folder=folder)
        if head is not self._told:
            self._told = head
            yield head
        id = f"{session} {name_at(told, 'timestamp')}"
        self._ids[id] += 1
        number = self._ids[id]
        yield from checked(
            RawTurn(id if number == 1 else f"{id} {number}", where, text, moment=moment, attachments=names)
        )


def _text(told: Object) -> tuple[str, tuple[str, ...]]:
    """What was typed, with what was pasted in its place; and the names of pictures."""
    pasted = object_at(told, "pastedContents")
    names = tuple(
        name_at(each, "filename") or f"image {key}"
        for key, each in _sorted(pasted)
        if is_object(each) and each.get("type") == "image"
    )

    def put(match: re.Match[str]) -> str:
        each = pasted.get(match[1])
        return text_at(each, "content") or match[0] if is_object(each) and each.get("type") != "image" else match[0]

    return _PASTED.sub(put, text_at(told, "display")), tuple(map(storable, names))


def _sorted(pasted: Mapping[str, object]) -> list[tuple[str, object]]:
    return sorted(pasted.items())
