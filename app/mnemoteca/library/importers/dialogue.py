"""A conversation that is a tree of messages, as the turns of a session."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from mnemoteca.core.importing import Empty, Item, RawTurn, Unread, read_time, told_id
from mnemoteca.core.memory import MAX_TEXT, Precision, Role
from mnemoteca.core.text import storable
from mnemoteca.core.when import UNKNOWN, Moment, read_epoch
from mnemoteca.library.importers.tree import Ordered
from mnemoteca.library.importers.values import Misfit

ROOT = "\0root"  # the parent of a turn that answers nothing: no turn has this id
_TOOL = "tool"  # the kind of what tools put out
_TITLE = 80  # characters
_NUMBER = re.compile(r"\d{1,20}(\.\d{1,20})?")


@dataclass(slots=True)
class Draft:
    """A turn before it has its place in the tree; made by the hundred thousand."""

    id: str
    text: str
    role: Role
    speaker: str
    moment: Moment
    extra: str | None = None
    model: str = ""
    attachments: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()


def turns(
    tree: Ordered, drafts_of: Callable[[str], Iterable[Draft]], where: str, is_new: Callable[[str], bool]
) -> Iterator[Item]:
    """The turns of a tree in its order, each with what it answers and whether it is on the path that was chosen.

    A node is several turns (`drafts_of`), each answering the one before it, or none: then what answers it answers
    what it answers. A turn that is not new is passed over.
    """
    for first in tree.circles:
        circle = "its messages answer each other in a circle; it was cut there"
        yield Unread(place_of(where, first), circle, taken=True)
    last = {"": ROOT}
    for node in tree.nodes:
        before = last[node.parent]
        place = place_of(where, node.id)
        try:
            for draft in drafts_of(node.id):
                text = storable(draft.text)
                if not text.strip():
                    yield Empty()
                elif len(text) > MAX_TEXT:
                    yield Unread(place, f"its text has {len(text):,} characters; at most {MAX_TEXT:,} are kept")
                else:
                    if is_new(draft.id):
                        if text != draft.text:
                            yield Unread(place, "it has broken characters; they came in as �", taken=True)
                        yield _turn(draft, text, place, before, node.active)
                    before = draft.id
        except Misfit as misfit:
            yield Unread(place, str(misfit))
        last[node.id] = before


def _turn(draft: Draft, text: str, place: str, answers: str, active: bool) -> RawTurn:
    return RawTurn(
        draft.id, place, text, draft.role, draft.speaker, draft.moment, extra=draft.extra, parent=answers,
        active=active, model=draft.model, attachments=draft.attachments, places=draft.places,
        kind=_TOOL if draft.role is Role.TOOL else "",
    )  # fmt: skip


def place_of(where: str, id: str) -> str:
    """Where a message stands, in words."""
    return f"{where}, message {told_id(id) or 'without an id'}"


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
