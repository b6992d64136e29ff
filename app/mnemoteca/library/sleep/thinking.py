"""One run's thoughts: what it would do, read as of one change, outside any transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from mnemoteca.core.cancel import current
from mnemoteca.core.sleep.account import Account, account_of
from mnemoteca.core.sleep.values import DigestKind, PatternKind, ProposalKind
from mnemoteca.library.short_tier import MEDIUM
from mnemoteca.library.sleep import moving, subjects
from mnemoteca.library.sleep.patterns import patterns
from mnemoteca.library.sleep.reading import Said, in_order, read
from mnemoteca.library.sleep.subjects import Subject
from mnemoteca.models.nano.storyline import Told, storyline
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import changes, learned, memories, proposals
from mnemoteca.store.tables.codes import ACTIVE
from mnemoteca.store.tables.learned import NewDigest, NewPattern
from mnemoteca.store.tables.proposals import NewProposal

_SENTENCES = {DigestKind.SESSION: 3, DigestKind.TOPIC: 4, DigestKind.DAY: 4, DigestKind.WEEK: 5}
_LEAST = 3  # memories from which on a session has a storyline
_LONG = 20  # memories of a session from which on its storyline has a sentence more


@dataclass(frozen=True, slots=True)
class Rules:
    """What the settings say."""

    now: datetime
    promotes: bool
    ttl_s: float


@dataclass(frozen=True, slots=True)
class Thought:
    """What a run would do. Its proposals name every memory that it took in."""

    as_of: int
    account: Account
    moves: tuple[NewProposal, ...]
    digests: tuple[NewDigest, ...]
    patterns: tuple[NewPattern, ...]
    waiting: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a run looks at, all of one moment."""

    as_of: int
    moves: list[NewProposal]
    medium: frozenset[int]
    subjects: dict[Subject, list[int]]
    said: dict[int, Said]
    ways: list[int]  # memories that tell how something is done: told again, it is a procedure
    known: dict[tuple[PatternKind, int], int]
    waiting: int


def gather(reader: Reader, space: int, rules: Rules, session: int = 0) -> Gathered:
    """Read what a run over a space, or over one session of it, needs; and what it does to tiers."""
    as_of = changes.last_number(reader)
    only = " AND session = ?" if session else ""
    held = memories.standing(
        reader,
        f"tier = {MEDIUM} AND state = {ACTIVE} AND space = ?{only}",
        (space, session) if session else (space,),
    )
    moves = moving.tier_proposals(held, rules.now, promotes=rules.promotes, ttl_s=rules.ttl_s)
    if rules.promotes:
        moves = moving.merged(reader, space, held, moves)
        moves = moving.not_undone(moves, proposals.undone_moves(reader, space), rules.now, rules.ttl_s)
    told, waiting = subjects.sessions(reader, space, session)
    ids = subjects.memories_of(reader, space, told)
    if not session:
        more = subjects.days(reader, space, [id for own in ids.values() for id in own])
        ids |= subjects.memories_of(reader, space, [*more, *subjects.topics(reader, space)])
    ways = learned.quoted_by(reader, space, (PatternKind.HOW_TO, PatternKind.PROCEDURE)) if told else []
    said = read(reader, [*(id for own in ids.values() for id in own), *ways])
    known = learned.known_patterns(reader, space)
    return Gathered(as_of, moves, frozenset(each.id for each in held), ids, said, ways, known, waiting)


def think(found: Gathered, give_way: Callable[[], None]) -> Thought:
    """What the run would do; `give_way` is called between its steps."""
    digests = []
    for subject, own in found.subjects.items():
        give_way()
        current().raise_if_cancelled()
        made = _digest(subject, in_order(found.said, own))
        digests += [] if made is None else [made]
    names = [(s, in_order(found.said, own)) for s, own in found.subjects.items() if s.kind is DigestKind.TOPIC]
    sessions = {id for s, own in found.subjects.items() if s.kind is DigestKind.SESSION for id in own}
    shown = patterns(in_order(found.said, sorted(sessions.union(found.ways))), found.known, names)
    kept = sorted(set(found.said) - found.medium)
    whole = [*found.moves, *(NewProposal(ProposalKind.KEPT, id) for id in kept)]
    counts = Counter(each.kind for each in whole)
    account = account_of(len(whole), counts.items())
    return Thought(found.as_of, account, tuple(whole), tuple(digests), tuple(shown), found.waiting)


def _digest(subject: Subject, said: Sequence[Said]) -> NewDigest | None:
    """The sentences of a subject; where none says enough, that is noted so that it isn't asked again.

    None for a topic whose name stands nowhere in the texts.
    """
    most = _SENTENCES[subject.kind] + (subject.kind is DigestKind.SESSION and len(said) > _LONG)
    tells = subject.kind is not DigestKind.SESSION or len(said) >= _LEAST
    spans = storyline([Told(each.id, each.text, each.lang, each.own) for each in said], most) if tells else []
    name = _name_in(subject.name, said) if subject.kind is DigestKind.TOPIC else None
    if subject.kind is DigestKind.TOPIC and name is None:
        return None
    return NewDigest(subject.kind, subject.about, len(said), subject.signature, tuple(spans), name)


def _name_in(name: str, said: Sequence[Said]) -> tuple[int, int, int] | None:
    """Where a topic's name stands in what was said of it, the newest first."""
    wanted = name.casefold()
    for each in reversed(said):
        at = each.text.casefold().find(wanted)
        if at >= 0 and each.text[at : at + len(wanted)].casefold() == wanted:
            return each.id, at, at + len(wanted)
    return None
