"""What one memory tells: the names in it, the places it speaks of, and what it states; nothing is kept here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mnemoteca.core.knowledge.naming import folded, speaker_name
from mnemoteca.core.knowledge.reading import Heard, Name, Statement, statements
from mnemoteca.core.knowledge.values import SELF, Taint
from mnemoteca.core.memory import Precision, Role
from mnemoteca.models.nano.entities.entity import NAMES, Entity
from mnemoteca.models.nano.entities.finder import NOTHING_KNOWN, entities_of, graph_worthy
from mnemoteca.models.nano.entities.gazetteer import Gazetteer
from mnemoteca.store.tables.knowledge import Kept

LONGEST = 20_000  # characters of a text that are looked at for names
_PLACES = frozenset({"file", "symbol", "url"})
_COMMIT = re.compile(
    r"\b(?:commit|revision|revisão|rev\.?|sha)[ :#`]+(?P<hash>[0-9a-f]{7,40})\b|\b(?P<full>[0-9a-f]{40})\b"
)
_TAINT = {
    Role.USER: Taint.PERSON, Role.NOTE: Taint.PERSON, Role.ASSISTANT: Taint.ASSISTANT, Role.TOOL: Taint.ASSISTANT,
    Role.DOCUMENT: Taint.DOCUMENT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the text, of which kind it is taken to be; `start` is -1 where the text goes without it (“I”)."""

    kind: str
    folded: str
    shown: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with the names that it is of: its subject, and its object where that has one."""

    statement: Statement
    subject: Named
    object: Named | None


@dataclass(frozen=True, slots=True)
class SpokenPlace:
    """A file, a symbol, a commit or a link that the text names."""

    kind: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Learned:
    """All that is learned from a memory."""

    kept: Kept
    taint: Taint
    names: tuple[Named, ...]
    told: tuple[Told, ...]
    places: tuple[SpokenPlace, ...]


def learn(kept: Kept, names: Gazetteer = NOTHING_KNOWN) -> Learned:
    """Read a memory, with what a person said of names.

    What “I” says counts where a person said it: of an assistant or a document it is left aside.
    """
    text = kept.text[:LONGEST]
    found = entities_of(text, names)
    taint = _TAINT[Role(kept.role)]
    named = [_named(text, each) for each in found if graph_worthy(each)]
    heard = Heard(
        text,
        [Name(e.start, e.end, e.kind) for e in found if e.kind in NAMES],
        said_at(kept),
        Precision(kept.precision),
    )
    told = [_told(text, kept, each) for each in statements(heard, first_person=taint is Taint.PERSON)]
    every = {(each.start, each.end): each for each in named if each.folded}
    for each in told:
        for name in (each.subject, each.object):
            if name is not None:
                every.setdefault((name.start, name.end), name)
    same = [_as_mentioned(each, every) for each in told]
    return Learned(kept, taint, tuple(every.values()), tuple(same), tuple(_places(text, found)))


def said_at(kept: Kept) -> datetime | None:
    """By the clock on the wall where it was said."""
    return None if kept.occurred_at is None else kept.occurred_at + timedelta(minutes=kept.offset_min)


def _named(text: str, entity: Entity) -> Named:
    shown = " ".join(text[entity.start : entity.end].split())
    return Named(entity.kind, folded(shown), shown, entity.start, entity.end)


def _told(text: str, kept: Kept, statement: Statement) -> Told:
    if statement.subject is None:
        kind, name = speaker_name(kept.speaker)
        subject = Named(kind, name, "me" if kind == SELF else kept.speaker.strip(), -1, -1)
    else:
        subject = _at(text, statement.subject, statement.kind)
    return Told(
        statement, subject, _at(text, statement.object, statement.object_kind) if statement.object_kind else None
    )


def _at(text: str, span: tuple[int, int], kind: str) -> Named:
    shown = " ".join(text[slice(*span)].split())
    return Named(kind, folded(shown) or shown, shown, *span)


def _as_mentioned(told: Told, every: dict[tuple[int, int], Named]) -> Told:
    """The same names as those of the mentions, so that each span is of one name."""
    thing = None if told.object is None else every[told.object.start, told.object.end]
    return Told(told.statement, every[told.subject.start, told.subject.end], thing)


def _places(text: str, found: Sequence[Entity]) -> list[SpokenPlace]:
    places = [SpokenPlace(e.kind, text[e.start : e.end], e.start, e.end) for e in found if e.kind in _PLACES]
    for match in _COMMIT.finditer(text):
        group = "hash" if match["hash"] else "full"
        if not any(each.start < match.end(group) and match.start(group) < each.end for each in places):
            places.append(SpokenPlace("commit", match[group], *match.span(group)))
    return places
