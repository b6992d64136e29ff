"""The list of prompts that Codex keeps beside its rollouts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import BinaryIO

from mnemoteca.core.importing import Item, RawSession, RawTurn, ReadTo, Unread
from mnemoteca.core.text import storable
from mnemoteca.core.when import read_epoch
from mnemoteca.library.importers.folding import checked
from mnemoteca.library.importers.loose import Object, decoded, is_object, name_at
from mnemoteca.library.importers.transcripts import line_records
from mnemoteca.library.importers.values import Misfit

COLLECTION = "history"


def is_history(head: bytes) -> bool:
    """Whether a file begins as the list of prompts does."""
    for line in head.removeprefix(b"\xef\xbb\xbf").split(b"\n")[:5]:
        try:
            told = decoded(line)
        except Misfit:
            continue
        if is_object(told) and {"session_id", "ts", "text"} <= told.keys():
            return True
    return False


class History:
    """Reads the list; prompts of the sessions in `known` are there with their rollouts and left out."""

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
                if not is_object(told) or not isinstance(told.get("text"), str):
                    raise Misfit("it has no text")
                if name_at(told, "session_id") not in self._known:
                    yield from self._prompt(told, record.where)
            except Misfit as misfit:
                yield Unread(record.where, str(misfit))
            yield ReadTo(record.end)

    def _prompt(self, told: Object, where: str) -> Iterator[Item]:
        session, text = name_at(told, "session_id"), str(told["text"])
        moment = read_epoch(float(stamp) if isinstance(stamp := told.get("ts"), int | float) else 0)
        head = self._heads.get(session)
        if head is None:
            title = next((line.strip() for line in text.splitlines() if line.strip()), "")
            head = self._heads[session] = RawSession(COLLECTION, "Codex", session, storable(title)[:80], moment)
        if head is not self._told:
            self._told = head
            yield head
        id = f"{session} {name_at(told, 'ts')}"
        self._ids[id] += 1
        number = self._ids[id]
        yield from checked(RawTurn(id if number == 1 else f"{id} {number}", where, text, moment=moment))
