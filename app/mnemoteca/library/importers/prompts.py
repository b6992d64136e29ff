"""The lists of prompts that coding assistants keep beside their transcripts, which outlive them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from mnemoteca.core.importing import Item, RawSession, RawTurn, ReadTo, Unread
from mnemoteca.core.text import storable
from mnemoteca.core.when import Moment
from mnemoteca.library.importers.folding import checked
from mnemoteca.library.importers.loose import Object, decoded, is_object
from mnemoteca.library.importers.transcripts import line_records
from mnemoteca.library.importers.values import Misfit

COLLECTION = "history"
_BOM = b"\xef\xbb\xbf"
_LOOKED_AT = 5  # lines that tell such a list
_TITLE = 80


@dataclass(frozen=True, slots=True)
class Prompt:
    """What was typed; `stamp` tells it from the others of its session, unless they came at the same time."""

    session: str
    text: str
    moment: Moment
    stamp: str
    folder: str = ""
    attachments: tuple[str, ...] = ()


def first_records(head: bytes, most: int = _LOOKED_AT) -> Iterator[Object]:
    """The objects in the first lines of a file that begins so."""
    for line in head.removeprefix(_BOM).split(b"\n")[:most]:
        try:
            told = decoded(line)
        except Misfit:
            continue
        if is_object(told):
            yield told


class Prompts:
    """Reads such a list; `read` raises `Misfit`.

    Prompts of the sessions in `known` are there with their transcripts and left out.
    """

    def __init__(self, source: str, known: Collection[str], read: Callable[[Object], Prompt]) -> None:
        self._source = source
        self._known = known
        self._read = read
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
                prompt = self._read(told)
                if prompt.session not in self._known:
                    yield from self._taken(prompt, record.where)
            except Misfit as misfit:
                yield Unread(record.where, str(misfit))
            yield ReadTo(record.end)

    def _taken(self, prompt: Prompt, where: str) -> Iterator[Item]:
        head = self._heads.get(prompt.session)
        if head is None:
            title = next((line.strip() for line in prompt.text.splitlines() if line.strip()), "")
            head = self._heads[prompt.session] = RawSession(
                COLLECTION, self._source, prompt.session, storable(title)[:_TITLE], prompt.moment, folder=prompt.folder
            )
        if head is not self._told:
            self._told = head
            yield head
        id = f"{prompt.session} {prompt.stamp}"
        self._ids[id] += 1
        number = self._ids[id]
        yield from checked(
            RawTurn(
                id if number == 1 else f"{id} {number}", where, prompt.text, moment=prompt.moment,
                attachments=prompt.attachments,
            )
        )  # fmt: skip
