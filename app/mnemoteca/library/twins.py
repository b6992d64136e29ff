"""Conversations on their way in that are here already, from another source; each is shown once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from mnemoteca.core.identity import Said, already_here
from mnemoteca.core.memory import Precision
from mnemoteca.library.intake import Prepared
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import imports, twins
from mnemoteca.store.tables.codes import TRASHED
from mnemoteca.store.tables.twins import Conversation

HELD_CHARACTERS = 16_000_000  # of a conversation that is looked through as one; a longer one is not compared
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


def settle(reader: Reader, space: int, format: str, turns: Sequence[Prepared], still_open: UUID | None) -> Settled:
    """Which of these turns are here under another format or collection; `still_open`: more may come of this session."""
    told = _new_chats(reader, turns)
    settled = Settled()
    if not told:
        return settled
    anchors = {key: next((each for each in chat if _is_sharp(each)), None) for key, chat in told.items()}
    asked = [(each.content_hash, each.raw.moment.at) for each in anchors.values() if each is not None]
    conversations = twins.that_hold(reader, space, asked) if asked else []
    if not conversations:
        return settled
    for key, chat in told.items():
        raw = chat[0].head.raw
        others = [each for each in conversations if (each.format, each.collection) != (format, raw.collection)]
        said = [_said(each) for each in chat]
        for other in others:
            if key == still_open and already_here(said, other.said, least=1):
                settled.held = key
            elif found := already_here(said, other.said):
                _match(settled, chat, other, found)
                break
    return settled


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
