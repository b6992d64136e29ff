"""A conversation that is a tree of messages, as the turns of a session."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from mnemoteca.core.importing import Empty, Item, RawTurn, Unread, read_time, told_id
from mnemoteca.core.memory import MAX_TEXT, Precision, Role
from mnemoteca.core.text import storable
from mnemoteca.core.when import UNKNOWN, Moment, read_epoch
from mnemoteca.library.importers.tree import Ordered
from mnemoteca.library.importers.values import Misfit

ROOT = "\0root"  # the parent of a turn that answers nothing: no turn has this id
_TITLE = 80  # characters
_NUMBER = re.compile(r"\d{1,20}(\.\d{1,20})?")


def turns(
    tree: Ordered, parts_of: Callable[[str], Iterable[Item]], where: str, is_new: Callable[[str], bool]
) -> Iterator[Item]:
    """The turns of a tree in its order, each with what it answers and whether it is on the path that was chosen.

    A node is several turns (`parts_of`), each answering the one before it, or none: then what answers it answers
    what it answers. A turn that is not new is passed over.
    """
    for first in tree.circles:
        circle = "its messages answer each other in a circle; it was cut there"
        yield Unread(place_of(where, first), circle, taken=True)
    last = {"": ROOT}
    for node in tree.nodes:
        before = last[node.parent]
        try:
            for part in parts_of(node.id):
                item = _checked(part) if isinstance(part, RawTurn) else part
                if isinstance(item, RawTurn):
                    answers, before = before, item.id
                    if is_new(item.id):
                        yield from _mended(part, item)
                        yield replace(item, parent=answers, active=node.active)
                else:
                    yield item
        except Misfit as misfit:
            yield Unread(place_of(where, node.id), str(misfit))
        last[node.id] = before


def kind_of(role: Role) -> str:
    """The kind of a turn; "" is what its role says."""
    return "tool" if role is Role.TOOL else ""


def place_of(where: str, id: str) -> str:
    """Where a message stands, in words."""
    return f"{where}, message {told_id(id) or 'without an id'}"


def _checked(turn: RawTurn) -> Item:
    if len(turn.text) > MAX_TEXT:
        return Unread(turn.where, f"its text has {len(turn.text):,} characters; at most {MAX_TEXT:,} are kept")
    text = storable(turn.text)
    return replace(turn, text=text) if text.strip() else Empty()


def _mended(part: Item, turn: RawTurn) -> Iterator[Unread]:
    if isinstance(part, RawTurn) and part.text != turn.text:
        yield Unread(turn.where, "it has broken characters; they came in as �", taken=True)


def moment(value: object) -> Moment:
    """A time however it is written: ISO 8601, or a number counted from 1970; `UNKNOWN` where it is none."""
    if isinstance(value, str):
        return read_epoch(float(value)) if _NUMBER.fullmatch(value) and len(value) > 8 else read_time(value)
    return read_epoch(value) if isinstance(value, int | float) and not isinstance(value, bool) else UNKNOWN


def or_its_day(found: Moment, session: Moment) -> Moment:
    """A message without a time is one of the day of its session."""
    if found.at is not None or session.at is None:
        return found
    exact = session.precision in (Precision.INSTANT, Precision.MINUTE)
    return replace(session, precision=Precision.DAY if exact else session.precision)


def title_from(text: str) -> str:
    """The title of a session that has none: how its first question begins."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if len(line) <= _TITLE:
        return storable(line)
    return storable(line[:_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…")
