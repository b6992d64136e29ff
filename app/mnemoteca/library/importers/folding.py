"""Turns on their way out of a transcript: tools get what they answered, messages that come in pieces become whole.

What a tool answers comes some records after it was called, so turns wait in their order until nothing before them is
open; of what waits too long the answer comes as a turn of its own.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec import Struct

from mnemoteca.core.importing import Empty, Item, RawSession, RawTurn, Unread
from mnemoteca.core.memory import MAX_TEXT, Role
from mnemoteca.core.text import storable
from mnemoteca.core.when import UNKNOWN, Moment
from mnemoteca.library.importers.seen import Seen

TOOL = "tool"  # the kind of what a tool was asked and answered, and of what was thought
ROOT = "\0root"  # the parent of a turn that answers nothing though another one comes before it
_MOST_WAITING = 400
_MOST_CHARACTERS = 16_000_000


class Draft(Struct, eq=False):
    """A turn that may still grow; all but its text is storable."""

    head: RawSession
    id: str
    where: str
    role: Role
    speaker: str
    pieces: list[str]
    moment: Moment = UNKNOWN
    kind: str = ""
    model: str = ""
    parent: str = ""
    active: bool = True
    attachments: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    waiting: bool = False  # for what the tool answers
    gone: bool = False  # it is out and can't grow any more
    only_one: bool = False  # its id is known to be

    def turn(self) -> RawTurn:
        text = "\n\n".join(filter(None, self.pieces))
        return RawTurn(
            self.id, self.where, text, self.role, self.speaker, self.moment, kind=self.kind, model=self.model,
            parent=self.parent, active=self.active, attachments=self.attachments, places=self.places,
        )  # fmt: skip


def checked(turn: RawTurn) -> Iterator[Item]:
    """The turn as it can be stored, or why it can't."""
    if len(turn.text) > MAX_TEXT:
        yield Unread(turn.where, f"its text has {len(turn.text):,} characters; at most {MAX_TEXT:,} are kept")
        return
    text = storable(turn.text)
    if not text.strip():
        yield Empty()
        return
    if text != turn.text:
        yield Unread(turn.where, "it has broken characters; they came in as �", taken=True)
    yield turn if text == turn.text else _with_text(turn, text)


def _with_text(turn: RawTurn, text: str) -> RawTurn:
    return RawTurn(
        turn.id, turn.where, text, turn.role, turn.speaker, turn.moment, kind=turn.kind, model=turn.model,
        parent=turn.parent, active=turn.active, attachments=turn.attachments, places=turn.places,
    )  # fmt: skip


@dataclass(slots=True)
class Folding:
    """The queue of turns; sessions may come mixed, each is named anew when it goes on. `ids` are those that came."""

    ids: Seen
    _queue: deque[Draft] = field(default_factory=deque)
    _calls: dict[str, Draft] = field(default_factory=dict)
    _told: RawSession | None = None
    _characters: int = 0

    def add(self, draft: Draft, call: str = "") -> None:
        """Put a turn in; with `call` it waits for the answer of this name."""
        self._queue.append(draft)
        self._characters += sum(map(len, draft.pieces))
        if call:
            draft.waiting = True
            self._calls[call] = draft

    def answer(self, call: str, text: str) -> Draft | None:
        """Give a call what the tool answered; None where no such call waits."""
        draft = self._calls.pop(call, None)
        if draft is not None:
            draft.waiting = False
            draft.pieces.append(text)
            self._characters += len(text)
        return draft

    def give_up(self) -> None:
        """Nothing that waits is answered any more."""
        for draft in self._calls.values():
            draft.waiting = False
        self._calls = {}

    def ready(self, open_: Draft | None = None) -> Iterator[Item]:
        """What is whole, up to the first that waits or may still grow."""
        while self._queue:
            first = self._queue[0]
            too_much = len(self._queue) > _MOST_WAITING or self._characters > _MOST_CHARACTERS
            if (first.waiting or first is open_) and not too_much:
                return
            yield from self._out(self._queue.popleft())

    def rest(self) -> Iterator[Item]:
        """All that is left, at the end."""
        self.give_up()
        yield from self.ready()

    def _out(self, draft: Draft) -> Iterator[Item]:
        if draft.waiting:
            self._calls = {name: each for name, each in self._calls.items() if each is not draft}
        draft.gone = True
        self._characters -= sum(map(len, draft.pieces))
        if self._told is not draft.head:
            self._told = draft.head
            yield draft.head
        turn = draft.turn()
        if draft.only_one or self.ids.add(draft.head.id, turn.id):
            yield from checked(turn)
        else:
            yield Unread(turn.where, "the same turn came before; the first one counts", taken=True)
