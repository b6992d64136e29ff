"""Lines of our own export, taken as they are: nothing in them is checked for secrets, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from uuid import UUID

import msgspec

from mnemoteca.core.importing import Empty, Item, RawSession, RawTurn, Unread, read_time
from mnemoteca.core.interchange import VERSION, OurLine, OurSession, OurTurn
from mnemoteca.core.memory import MAX_TEXT, Precision, Role, Tier
from mnemoteca.core.text import storable
from mnemoteca.core.when import UNKNOWN, Moment
from mnemoteca.library.importers.dialogue import ROOT

_LINE = msgspec.json.Decoder(OurLine)
_ROLES = {role.value: role for role in Role}
_TIERS = {tier.value: tier for tier in Tier}
_PRECISIONS = {precision.value: precision for precision in Precision}
_PLACES = ("file", "page", "url")
_MOST = 2**31 - 1  # accesses that the tables can count


def our_items(text: bytes, where: str) -> Iterator[Item]:
    """The items of a line that says it is ours."""
    try:
        line = _LINE.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        yield Unread(where, f"it says that it is an export of Mnemoteca, but it is not: {error}")
        return
    if line.mnemoteca > VERSION:
        yield Unread(where, "it was exported by a newer Mnemoteca; update this one")
        return
    for number, session in enumerate(line.sessions, 1):
        yield from _session(line, session, f"{where}, session {number}")


def _session(line: OurLine, session: OurSession, where: str) -> Iterator[Item]:
    uuid = _uuid(session.uuid)
    id = storable(session.session_id) or f"\0{uuid}"
    if id == "\0":
        yield Unread(where, "it has neither an id nor a uuid")
        return
    yield RawSession(
        storable(line.name), storable(line.source), id, storable(session.title), _moment(session.started_at, "instant"),
        storable(session.kind), _text(session.extra), storable(session.folder), storable(session.branch), ours=True,
        format=storable(session.format), uuid=uuid,
    )  # fmt: skip
    for number, turn in enumerate(session.turns, 1):
        yield _turn(turn, f"{where}, turn {number}")


def _turn(turn: OurTurn, where: str) -> Item:
    uuid = _uuid(turn.uuid)
    id = storable(turn.id) or f"\0{uuid}"
    longest = max(map(len, (turn.text, *turn.versions)))
    if not turn.text.strip():
        return Empty()
    if longest > MAX_TEXT:
        return Unread(where, f"its text has {longest:,} characters; at most {MAX_TEXT:,} are kept")
    if id == "\0" or turn.role not in _ROLES:
        return Unread(where, "it has neither an id nor a uuid" if id == "\0" else f"“{turn.role[:40]}” is not a role")
    accessed = read_time(turn.last_access).at
    return RawTurn(
        id, where, storable(turn.text), _ROLES[turn.role], storable(turn.speaker), _moment(turn.at, turn.precision),
        tuple(dict.fromkeys(map(storable, turn.tags))), _text(turn.extra), _TIERS.get(turn.tier), turn.pinned,
        min(1.0, max(0.0, turn.importance)), tuple(map(storable, turn.versions)),
        parent=_parent(turn),
        active=turn.active, model=storable(turn.model), attachments=tuple(map(storable, turn.attachments)),
        places=tuple((kind, storable(value)) for kind, value in turn.places if kind in _PLACES),
        uuid=uuid, kind=storable(turn.kind), category=storable(turn.category),
        accesses=min(_MOST, max(0, turn.accesses)),
        last_access=accessed.astimezone(UTC) if accessed else None,
    )  # fmt: skip


def _moment(told: str, precision: str) -> Moment:
    moment = read_time(told)
    return UNKNOWN if moment.at is None else replace(moment, precision=_PRECISIONS.get(precision, Precision.INSTANT))


def _parent(turn: OurTurn) -> str:
    if turn.begins:
        return ROOT
    return storable(turn.parent) or (f"\0{_uuid(turn.parent_uuid)}" if turn.parent_uuid else "")


def _uuid(told: str) -> str:
    try:
        return str(UUID(told))
    except ValueError:
        return ""


def _text(told: str | None) -> str | None:
    return None if told is None else storable(told)
