"""Conversations on their way in that are here already, from another source; each is shown once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from msgspec import structs

from mnemoteca.core.identity import Said, already_here
from mnemoteca.core.importing import RawTurn
from mnemoteca.core.memory import Precision
from mnemoteca.library.intake import Prepared
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import imports, twins
from mnemoteca.store.tables.codes import ACTIVE, TRASHED
from mnemoteca.store.tables.twins import Conversation, Standing

HELD_CHARACTERS = 16_000_000  # of a conversation that is looked through as one; a longer one is not compared
MOST_MET = 50_000  # turns of several collections of which a look keeps in mind what was said
_SHARP = (Precision.INSTANT, Precision.MINUTE)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A turn that is here already from another source: the newest version that stands for it."""

    memory: int
    source: str
    begins: bool  # it is the first of its conversation
    in_trash: bool


@dataclass(slots=True)
class Settled:
    """What a batch's new conversations are: turns that are here by their keys, and before which key others go on.

    `held`: the last conversation may be here; more of it has to be seen.
    """

    here: dict[UUID, Elsewhere] = field(default_factory=dict)
    follows: dict[UUID, UUID] = field(default_factory=dict)
    held: UUID | None = None


class Met:
    """Conversations that a look through a source met and that are not here, so that it knows them again.

    Those of a source with one collection are never compared with each other, and are not held.
    """

    def __init__(self, format: str) -> None:
        self._format = format
        self._turns: dict[UUID, list[Prepared]] = {}
        self._with: dict[UUID, list[UUID]] = {}  # the conversations in which a content stands
        self._held = 0

    def add(self, chat: Sequence[Prepared]) -> None:
        """One that is not here, or more of it."""
        raw, key = chat[0].head.raw, chat[0].head.key
        if not raw.collection or self._held + len(chat) > MOST_MET:
            return
        self._held += len(chat)
        self._turns.setdefault(key, []).extend(_without_text(turn) for turn in chat)
        for turn in chat:
            self._with.setdefault(turn.content_hash, []).append(key)

    def that_hold(self, anchor: Prepared | None) -> list[Conversation]:
        """Those in which the content of a turn was said."""
        keys = self._with.get(anchor.content_hash, ()) if anchor is not None else ()
        return [self._told(self._turns[key]) for key in dict.fromkeys(keys)]

    def _told(self, turns: Sequence[Prepared]) -> Conversation:
        raw = turns[0].head.raw
        standing = tuple(Standing(turn.key, 0, ACTIVE) for turn in turns)
        return Conversation(self._format, raw.collection, raw.source, standing, tuple(map(_said, turns)))


def _without_text(turn: Prepared) -> Prepared:
    return structs.replace(turn, raw=RawTurn("", "", "", turn.raw.role, moment=turn.raw.moment, whole=turn.raw.whole))


def settle(
    reader: Reader,
    space: int,
    format: str,
    turns: Sequence[Prepared],
    still_open: UUID | None,
    met: Met | None = None,
) -> Settled:
    """Which of these turns are here under another format or collection; `still_open`: more may come of this session.

    Of two that come together and may be the same, the second is held until the first is here; with `met`, which a look
    has that puts nothing in, it is told from what was met.
    """
    told = _new_chats(reader, turns)
    settled = Settled()
    if not told:
        return settled
    anchors = {key: next((each for each in chat if _is_sharp(each)), None) for key, chat in told.items()}
    asked = [(each.content_hash, each.raw.moment.at) for each in anchors.values() if each is not None]
    conversations = twins.that_hold(reader, space, asked) if asked else []
    for key, chat in told.items():
        known = conversations if met is None else [*conversations, *met.that_hold(anchors[key])]
        own = (format, chat[0].head.raw.collection)
        others = [each for each in known if (each.format, each.collection) != own]
        if not _find(settled, chat, others, still_open=key == still_open) and met is not None and settled.held != key:
            met.add(chat)
    if met is None and (again := _told_twice(told, anchors)) is not None:
        settled.held = again
    return settled


def _find(settled: Settled, chat: Sequence[Prepared], others: Sequence[Conversation], *, still_open: bool) -> bool:
    """Whether a conversation is one of these, or may turn out to be one."""
    said = [_said(each) for each in chat] if others else []
    for other in others:
        if still_open and already_here(said, other.said, least=1):
            settled.held = chat[0].head.key
            return True
        if not still_open and (found := already_here(said, other.said)):
            _match(settled, chat, other, found)
            return True
    return False


def _told_twice(told: Mapping[UUID, Sequence[Prepared]], anchors: Mapping[UUID, Prepared | None]) -> UUID | None:
    """The first of these conversations that may be one before it, of another collection."""
    if len({chat[0].head.raw.collection for chat in told.values()}) < 2:
        return None
    said: dict[UUID, set[str]] = {}  # the collections in which a content was said by now
    for key, chat in told.items():
        anchor, own = anchors[key], chat[0].head.raw.collection
        if anchor is not None and said.get(anchor.content_hash, {own}) - {own}:
            return key
        for turn in chat:
            said.setdefault(turn.content_hash, set()).add(own)
    return None


def _new_chats(reader: Reader, turns: Sequence[Prepared]) -> dict[UUID, list[Prepared]]:
    """The turns of the chats that are not here under their own key, in their order.

    A corpus that names no source but itself says by its ids what is what, and is taken as it is.
    """
    chats: dict[UUID, list[Prepared]] = {}
    for turn in turns:
        raw = turn.head.raw
        if raw.kind == "chat" and not raw.ours and raw.source != raw.collection:
            chats.setdefault(turn.head.key, []).append(turn)
    known = imports.sessions_by_key(reader, list(chats)) if chats else {}
    return {key: chat for key, chat in chats.items() if key not in known}


def _match(settled: Settled, chat: Sequence[Prepared], other: Conversation, found: range) -> None:
    for turn, at in zip(chat, found, strict=False):
        standing = other.turns[at]
        settled.here[turn.key] = Elsewhere(
            standing.newest, other.source, turn is chat[0], standing.state == TRASHED
        )  # fmt: skip
    if len(found) < len(chat):
        settled.follows[chat[len(found)].key] = other.turns[found[-1]].import_key


def _is_sharp(turn: Prepared) -> bool:
    return turn.raw.moment.at is not None and turn.raw.moment.precision in _SHARP


def _said(turn: Prepared) -> Said:
    contents = {turn.content_hash} if turn.raw.whole is None else {turn.content_hash, turn.raw.whole}
    return Said(frozenset(contents), turn.raw.moment.at, turn.raw.role.value, _is_sharp(turn))
