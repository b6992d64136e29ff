"""The recall firewall: what an assistant was given is known when it comes back, and then teaches nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mnemoteca.core.sleep.echoing import KNOWN_FOR, echoed, mark_of, shingles
from mnemoteca.store.engine import Store, Tx
from mnemoteca.store.tables import echoing, memories, receipts
from mnemoteca.store.tables.codes import GIVEN

Shingle = tuple[str, ...]


def note_given(store: Store, ids: Sequence[int]) -> None:
    """An assistant was given the texts of these memories."""

    def work(tx: Tx) -> None:
        key = receipts.key_or_new(tx)
        echoing.forget_given_before(tx, tx.now - KNOWN_FOR)
        texts = echoing.texts_to_mark(tx, ids)
        marks = ((memory, mark_of(key, shingle)) for memory, text in texts for shingle in shingles(text))
        echoing.note_given(tx, ids, marks)

    if ids:
        store.write(work)


class Firewall:
    """What is known as given, read once for the texts of one transaction."""

    def __init__(self, tx: Tx) -> None:
        self._marks = echoing.given_marks(tx, tx.now - KNOWN_FOR)
        self._key = receipts.key_or_new(tx) if self._marks else b""

    def echo_of(self, text: str) -> int | None:
        """The memory that a text of an assistant repeats; None where it says something of its own."""
        return echoed(text, self._known) if self._marks else None

    def _known(self, asked: Collection[Shingle]) -> dict[Shingle, int]:
        marked = ((shingle, self._marks.get(mark_of(self._key, shingle))) for shingle in asked)
        return {shingle: memory for shingle, memory in marked if memory is not None}


def mark_echoes(tx: Tx, texts: Sequence[tuple[int, str]]) -> None:
    """Mark those of an assistant's memories that only repeat what it was given; they weigh nothing."""
    if texts:
        firewall = Firewall(tx)
        found = {memory: of for memory, text in texts if (of := firewall.echo_of(text)) is not None}
        echoing.mark_echoes(tx, found)
        memories.set_state(tx, list(found), importance=0.0, step=GIVEN)
