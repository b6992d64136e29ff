"""One batch of an import into the tables: what is new comes in, what changed becomes a version, the rest is here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC
from itertools import groupby
from operator import attrgetter
from typing import Any
from uuid import UUID

from msgspec import Struct

from mnemoteca.core import secrets
from mnemoteca.core.changes import By, Happened
from mnemoteca.core.fresh import new_uuid_digits, new_uuids
from mnemoteca.core.identity import new_title
from mnemoteca.core.importing import RawSession, RawTurn, content_hash, told_id
from mnemoteca.core.memory import Role, Tier
from mnemoteca.core.placing import place, stand_apart
from mnemoteca.core.text import language
from mnemoteca.core.tiers import tier_of_import
from mnemoteca.library.body import item
from mnemoteca.library.importers.seen import Seen
from mnemoteca.library.outcome import Outcome
from mnemoteca.library.sleep.firewall import mark_echoes
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables import acts, details, imports, memories, sessions
from mnemoteca.store.tables.codes import ACTIVE, FORMER, GIVEN, TIER_CODE, TO_WEIGH, TRASHED, naive
from mnemoteca.store.tables.details import NewDetails, NewSessionDetails
from mnemoteca.store.tables.imports import Known
from mnemoteca.store.tables.sessions import NewSession

_KIND = {Role.NOTE: "note", Role.DOCUMENT: "document"}
_IMPORTANCE = 0.5
Row = tuple[Any, ...]
_Change = tuple[Happened, int, int, By, int | None]


@dataclass(frozen=True, slots=True)
class Head:
    """A session on its way in, and its import key."""

    key: UUID
    raw: RawSession


class Prepared(Struct, frozen=True, gc=False):
    """A turn on its way in; `before` is the import key of the turn before it in its session."""

    head: Head
    key: UUID
    raw: RawTurn
    content_hash: UUID
    before: UUID | None
    parent: UUID | None = None  # the import key of the turn that it answers, where that is another one


@dataclass(slots=True)
class _Rows:
    memories: list[Row] = field(default_factory=list)
    details: list[NewDetails] = field(default_factory=list)
    places: list[tuple[int, str, str]] = field(default_factory=list)
    tags: list[tuple[int, str]] = field(default_factory=list)
    changes: list[_Change] = field(default_factory=list)
    items: list[acts.Item] = field(default_factory=list)
    told: list[tuple[int, str]] = field(default_factory=list)  # what assistants said, by its memory


class Intake:
    """Puts the batches of one import into one space; `make_act` writes its act down when the first thing comes in."""

    def __init__(
        self,
        space: int,
        format: str,
        make_act: Callable[[Tx], int],
        *,
        bring_back: bool = False,
        sift: Callable[[Reader, Sequence[Prepared]], list[Prepared]] = lambda reader, batch: list(batch),
    ) -> None:
        """`sift` leaves out what may not come in."""
        self._sift = sift
        self._space = space
        self._format = format
        self._make_act = make_act
        self._bring_back = bring_back
        self.titled = Seen()  # sessions whose title was told by now; the first one counts
        self._uuids = new_uuids()
        self._uuid_digits = new_uuid_digits()
        self._here: dict[UUID, int] = {}  # the sessions of the last batch that stand in the table
        self._taken: set[UUID] = set()  # uuids that memories of other spaces have
        self._taken_sessions: set[UUID] = set()

    def take(self, tx: Tx, batch: Sequence[Prepared], act: int) -> tuple[Outcome, int]:
        """Put a batch in; what it came to, and the act (0 where nothing came in so far).

        What comes a second time in it is taken as if it came again later.
        """
        allowed = self._sift(tx, batch)
        outcome, act = self._take(tx, allowed, act)
        outcome.refused += len(batch) - len(allowed)
        return outcome, act

    def _take(self, tx: Tx, batch: Sequence[Prepared], act: int) -> tuple[Outcome, int]:
        firsts = {turn.key: turn for turn in reversed(batch)}
        if len(firsts) < len(batch):
            once = [turn for turn in batch if firsts[turn.key] is turn]
            outcome, act = self._take(tx, once, act)
            again, act = self._take(tx, [turn for turn in batch if firsts[turn.key] is not turn], act)
            return outcome.plus(again), act
        outcome, rows = Outcome(), _Rows()
        keys = {turn.key for turn in batch} | {turn.before for turn in batch if turn.before is not None}
        known = imports.memories_by_key(tx, list(keys))
        taken = self._by_uuid(tx, batch, known)
        present = [turn for turn in batch if turn.key in known] if known else []
        new = [turn for turn in batch if turn.key not in known] if present else batch
        changed = [turn for turn in present if differs(tx, turn, known[turn.key])]
        outcome.unchanged = len(present) - len(changed)
        in_trash = [known[turn.key].newest for turn in present if known[turn.key].state == TRASHED]
        outcome.in_trash = len(in_trash)
        titles = self._new_titles(tx, batch)
        back = in_trash if self._bring_back else []
        if (new or changed or titles or back) and not act:
            act = self._make_act(tx)
        outcome.retitled, outcome.brought_back = self._retitle(tx, titles, rows), len(back)
        self._restore(tx, set(back) - {known[turn.key].newest for turn in changed}, rows)
        here, outcome.sessions_new = self._sessions(tx, new, known, rows)
        self._taken = taken
        self._add(tx, batch, known, here, act, rows)
        for turn in changed:
            self._add_version(tx, turn, known[turn.key], rows)
        outcome.memories_new, outcome.changed = len(new), len(changed)
        imports.insert_memories(tx, rows.memories)
        details.insert(tx, rows.details)
        details.insert_places(tx, rows.places)
        imports.insert_tags(tx, rows.tags)
        self._choose_paths(tx, present, known)
        if rows.items:
            acts.add_items(tx, act, rows.items)
        mark_echoes(tx, rows.told)
        tx.changes(rows.changes)
        return outcome, act

    def pass_by(self, tx: Tx, ids: Sequence[int], act: int) -> tuple[int, int]:
        """What is here from another source; how many of these memories came back from the trash, and the act."""
        back = [each.id for each in memories.standing_of(tx, ids) if each.state == TRASHED] if self._bring_back else []
        if not back:
            return 0, act
        rows, act = _Rows(), act or self._make_act(tx)
        self._restore(tx, back, rows)
        acts.add_items(tx, act, rows.items)
        tx.changes(rows.changes)
        return len(back), act

    def _restore(self, tx: Tx, ids: Iterable[int], rows: _Rows) -> None:
        back = sorted(ids)
        memories.set_state(tx, back, state=ACTIVE)
        rows.items += [item(id, "state", TRASHED, ACTIVE) for id in back]
        rows.changes += [(Happened.RESTORED, id, self._space, By.IMPORT, None) for id in back]

    def _new_titles(self, tx: Tx, batch: Sequence[Prepared]) -> dict[int, tuple[str, str]]:
        """The sessions to which their source gives another title by now: the one they have, and the new one."""
        heads = _heads(reversed(batch)).items()
        told = {
            key: head.raw.title
            for key, head in heads
            if not head.raw.ours and head.raw.title and self.titled.add(key.hex)
        }
        found = {}
        for key, id, title in sessions.titles(tx, list(told)) if told else ():
            new = new_title(title, told[key], secrets.without(title, secrets.find(title)))
            if new is not None:
                found[id] = (title, new)
        return found

    def _retitle(self, tx: Tx, titles: dict[int, tuple[str, str]], rows: _Rows) -> int:
        for id, (title, new) in titles.items():
            sessions.set_title(tx, id, new)
            rows.items.append(item(0, f"title {id}", title, new))
            rows.changes.append((Happened.SESSION_RENAMED, id, self._space, By.IMPORT, None))
        return len(titles)

    def _choose_paths(self, tx: Tx, present: Sequence[Prepared], known: dict[UUID, Known]) -> None:
        """Where another branch was chosen at the source since it was last read, it is the active one here too."""
        here = {known[turn.key].newest: turn.raw.active for turn in present}
        if here:
            paths = details.paths_of(tx, list(here))
            for active in (True, False):
                changed = [id for id, was in paths.items() if here[id] is active and was is not active]
                details.set_active(tx, changed, active=active)

    def _by_uuid(self, tx: Tx, batch: Sequence[Prepared], known: dict[UUID, Known]) -> set[UUID]:
        """What our own export brings is known by its uuid, too; returns those that are taken in other spaces."""
        named = {UUID(turn.raw.uuid): turn.key for turn in batch if turn.raw.uuid and turn.key not in known}
        if not named:
            return set()
        here, elsewhere = imports.memories_by_uuid(tx, self._space, list(named))
        known.update({named[uuid]: found for uuid, found in here.items()})
        return elsewhere

    def _sessions(
        self, tx: Tx, new: Sequence[Prepared], known: dict[UUID, Known], rows: _Rows
    ) -> tuple[dict[UUID, int], int]:
        """The ids of the sessions that the new turns belong to; those that aren't here are made.

        What goes on a conversation that came from another source belongs to that one.
        """
        heads = _heads(new)
        found = {key: self._here[key] for key in heads if key in self._here}
        if unknown := [key for key in heads if key not in found]:
            found |= imports.sessions_by_key(tx, unknown)
            found |= self._sessions_by_uuid(tx, [heads[key] for key in unknown if key not in found])
            for turn in new:
                if turn.head.key not in found and turn.before in known:
                    found[turn.head.key] = known[turn.before].session
        self._here = dict(found)
        missing = [head for key, head in heads.items() if key not in found]
        if missing:
            first = tx.next_id("sessions", len(missing))
            made = [self._session(tx, first + n, head) for n, head in enumerate(missing)]
            imports.insert_sessions(tx, made)
            raws = [(row.id, head.raw) for row, head in zip(made, missing, strict=True)]
            details.insert_sessions(
                tx, [NewSessionDetails(id, raw.folder, raw.branch) for id, raw in raws if raw.folder or raw.branch]
            )
            found |= {head.key: row.id for head, row in zip(missing, made, strict=True)}
            rows.changes += [(Happened.SESSION_ADDED, row.id, self._space, By.IMPORT, None) for row in made]
        return found, len(missing)

    def _sessions_by_uuid(self, tx: Tx, heads: Sequence[Head]) -> dict[UUID, int]:
        named = {UUID(head.raw.uuid): head.key for head in heads if head.raw.uuid}
        if not named:
            return {}
        found = imports.sessions_by_uuid(tx, list(named))
        self._taken_sessions = {uuid for uuid, (_, space) in found.items() if space != self._space}
        return {named[uuid]: id for uuid, (id, space) in found.items() if space == self._space}

    def _session(self, tx: Tx, id: int, head: Head) -> NewSession:
        raw = head.raw
        own = UUID(raw.uuid) if raw.uuid else None
        return NewSession(
            id, next(self._uuids) if own is None or own in self._taken_sessions else own, self._space, raw.kind,
            raw.source,
            self._format if raw.format is None else raw.format, raw.collection, told_id(raw.id),
            raw.started.at, raw.started.offset_min, tx.now, head.key, raw.extra, raw.title,
        )  # fmt: skip

    def _add(
        self,
        tx: Tx,
        batch: Iterable[Prepared],
        known: dict[UUID, Known],
        sessions: dict[UUID, int],
        act: int,
        rows: _Rows,
    ) -> None:
        groups: dict[UUID, list[Prepared]] = {key: [] for key in _heads(batch) if key in sessions}
        for head, own in groupby(batch, attrgetter("head")):
            if head.key in groups:
                groups[head.key] += own
        last = imports.last_positions(tx, list(sessions.values()))
        placed: dict[int, list[int]] = {}  # two of these sessions may go on the same one that is here
        for key, turns in groups.items():
            id = sessions[key]
            given = [known[turn.key].position if turn.key in known else None for turn in turns]
            first = known.get(turns[0].before) if turns[0].before is not None else None
            before = None if first is None else first.position
            at_the_end = before == last.get(id) or (before is None and set(given) == {None})
            taken = [] if id not in last else [last[id]]
            if taken and not at_the_end:
                taken = sorted([*imports.positions(tx, id), *placed.get(id, ())])
            found = place(given, before, taken)
            if not stand_apart(found, given, taken):
                imports.insert_memories(tx, rows.memories)
                rows.memories.clear()
                moved = self._spread(tx, id, known, rows)
                given = [None if position is None else moved[position] for position in given]
                found = place(given, None if before is None else moved[before], [moved[each] for each in taken])
                placed.pop(id, None)  # they stand in the table by now
                last[id] = max(moved.values())
            for turn, position in zip(turns, found, strict=True):
                if turn.key not in known:
                    self._add_one(tx, turn, id, position, act, rows)
                    placed.setdefault(id, []).append(position)
                    last[id] = max(position, last.get(id, 0))

    def _spread(self, tx: Tx, session: int, known: dict[UUID, Known], rows: _Rows) -> dict[int, int]:
        """Make room in a session; whoever holds its order reads it anew, as when its title changes."""
        moved = imports.spread(tx, session)
        for key, each in known.items():
            if each.session == session:
                known[key] = replace(each, position=moved[each.position])
        rows.changes.append((Happened.SESSION_RENAMED, session, self._space, By.IMPORT, None))
        return moved

    def _add_one(self, tx: Tx, turn: Prepared, session: int, position: int, act: int, rows: _Rows) -> None:
        raw, id = turn.raw, tx.next_id("memories")
        tier = TIER_CODE[raw.tier or (Tier.MEDIUM if raw.pinned else tier_of_import(raw.moment.at, tx.now))]
        row = self._row(tx, turn, (id, session, position, act, tier))
        if raw.versions:
            row = self._behind_its_former_texts(tx, row, raw.versions, rows)
            id = int(row[0])
        rows.memories.append(row)
        if raw.role is Role.ASSISTANT:
            rows.told.append((id, raw.text))
        if raw.tags:
            rows.tags += [(id, tag) for tag in raw.tags]
        if raw.places:
            rows.places += [(id, kind, value) for kind, value in raw.places]
        if raw.has_details:
            rows.details.append(NewDetails(id, turn.parent, raw.active, raw.model, raw.attachments))
        rows.changes.append((Happened.ADDED, id, self._space, By.IMPORT, tier))

    def _row(self, tx: Tx, turn: Prepared, at: tuple[int, int, int, int, int]) -> Row:
        """The values in the order of the columns; `at` are its id, session, position, act and tier."""
        raw, moment = turn.raw, turn.raw.moment
        id, session, position, act, tier = at
        own = UUID(raw.uuid) if raw.uuid else None
        now, occurred = tx.now.astimezone(UTC).replace(tzinfo=None), naive(moment.at)
        since = now if raw.tier or raw.pinned or occurred is None else min(occurred, now)
        return (
            id, next(self._uuid_digits) if own is None or own in self._taken else own, self._space, session, position,
            raw.role.value, raw.speaker, raw.kind or _KIND.get(raw.role, "turn"), raw.category, raw.text,
            language(raw.text), occurred, moment.offset_min, moment.precision.value, now, turn.head.raw.source,
            _source_id(raw), turn.key.hex, turn.content_hash.hex, None, act, raw.extra, tier, ACTIVE, raw.pinned,
            _IMPORTANCE if raw.importance is None else raw.importance, raw.accesses, naive(raw.last_access), since,
            TO_WEIGH if raw.importance is None else GIVEN,
        )  # fmt: skip

    def _behind_its_former_texts(self, tx: Tx, row: Row, texts: Sequence[str], rows: _Rows) -> Row:
        """The newest version, its former texts gone in before it; the first of them carries the import key."""
        former = {"state": FORMER}
        rows.memories.append(_but(row, former | _text(texts[0])))
        newer = {"import_key": None, "version_of": row[0]}
        for text in texts[1:]:
            rows.memories.append(_but(row, newer | former | _text(text) | self._anew(tx)))
        return _but(row, newer | self._anew(tx))

    def _anew(self, tx: Tx) -> dict[str, object]:
        return {"id": tx.next_id("memories"), "uuid": next(self._uuid_digits)}

    def _add_version(self, tx: Tx, turn: Prepared, known: Known, rows: _Rows) -> None:
        told: dict[str, object] = {} if turn.raw.extra is None else {"extra": turn.raw.extra}
        if self._bring_back and known.state == TRASHED:
            told["state"] = ACTIVE
        row = memories.new_version(
            tx, known.newest, turn.raw.text, id=tx.next_id("memories"), uuid=next(self._uuids),
            content_hash=turn.content_hash, lang=language(turn.raw.text), **told,
        )  # fmt: skip
        memories.copy_as_version(tx, known.newest, row)
        details.copy(tx, known.newest, row.id)
        rows.items += [item(known.newest, "state", known.state, FORMER), item(row.id, "state", FORMER, row.state)]
        rows.changes.append((Happened.EDITED, row.id, self._space, By.IMPORT, row.tier))


def _heads(turns: Iterable[Prepared]) -> dict[UUID, Head]:
    """The sessions of some turns by their keys, in their order; of two with one key the last."""
    found: dict[UUID, Head] = {}
    last = None
    for turn in turns:
        if turn.head is not last:
            last = turn.head
            found[last.key] = last
    return found


def _text(text: str) -> dict[str, object]:
    return {"text": text, "content_hash": content_hash(text)}


def _but(row: Row, told: dict[str, object]) -> Row:
    """A row with other values in some of its columns."""
    return tuple((dict(zip(memories.COLUMNS, row, strict=True)) | told).values())


def _source_id(raw: RawTurn) -> str:
    """Its id as its source has it; a heading that is one may name a secret."""
    id = told_id(raw.id)
    return secrets.without(id, secrets.find(id)) if raw.secrets else id


def differs(reader: Reader, turn: Prepared, known: Known) -> bool:
    """Whether its text is another than here.

    A note that the person edited is not set back by its source, nor anything by our own older export, nor a text
    that was kept with its secrets by one without them.
    """
    told = {turn.content_hash, turn.raw.whole}
    if known.content_hash in told:
        return False
    if known.kind not in ("note", "entry") and not turn.head.raw.ours:
        return True
    return not any(imports.has_version(reader, known.id, each) for each in told if each is not None)
