"""Keeping: notes by hand, short-term entries, answers, edits and tags."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from mnemoteca.core import failpoints, tiers
from mnemoteca.core.changes import By, Done, Happened
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.importing import day_key
from mnemoteca.core.memory import DEFAULT_SPACE, MAX_TEXT, Memory, Precision, Role, State
from mnemoteca.core.short_term import check_capture
from mnemoteca.core.tags import read_tags, tags_in
from mnemoteca.core.text import composed, language, storable
from mnemoteca.core.when import local_day
from mnemoteca.library import short_tier
from mnemoteca.library.body import Body, item
from mnemoteca.library.sleep.firewall import Firewall
from mnemoteca.library.teaching import holds, teach
from mnemoteca.store.engine import Tx
from mnemoteca.store.tables import echoing, memories, sessions, suggestions
from mnemoteca.store.tables.acts import Item
from mnemoteca.store.tables.codes import ACTIVE, FORMER, GIVEN, TO_WEIGH, TRASHED
from mnemoteca.store.tables.memories import NewMemory

DAY_MIN = 24 * 60
INFERRED = "answer"  # the kind of a memory that a model worded: no answer rests on it
GAP = 1024  # between positions, so that what comes in later finds room in between


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be kept, checked."""

    text: str
    importance: float
    kind: str  # note, entry or answer
    by: By
    category: str = ""
    pinned: bool = False
    tags: tuple[str, ...] = ()
    occurred_at: datetime | None = None
    offset_min: int | None = None
    token: str = ""
    role: Role = Role.NOTE
    speaker: str = ""
    extra: str | None = None
    weighed: bool = True  # its importance was given


@dataclass
class Days:
    """The sessions of notes by (space, day), and each one's next position; only the writer's thread looks in."""

    session: dict[tuple[int, str], int] = field(default_factory=dict)
    position: dict[int, int] = field(default_factory=dict)
    title: dict[int, str] = field(default_factory=dict)

    def forget(self) -> None:
        """Look in the tables again."""
        self.session.clear()
        self.position.clear()
        self.title.clear()


def text_hash(text: str) -> uuid.UUID:
    """The first 128 bits of the SHA-256 of the text in UTF-8."""
    return uuid.UUID(bytes=hashlib.sha256(text.encode()).digest()[:16])


def local_offset_min(moment: datetime) -> int:
    """The machine's offset from UTC at a moment, in minutes; 0 at the very ends of the calendar."""
    try:
        offset = moment.astimezone().utcoffset() or timedelta()
    except (OverflowError, ValueError):
        return 0
    return int(offset.total_seconds() // 60)


def checked(text: str) -> str:
    """A text that can be kept; raises `BadInput`."""
    if not text.strip():
        raise BadInput("empty_text")
    if len(text) > MAX_TEXT:
        raise BadInput("too_long", size=len(text), limit=MAX_TEXT)
    return storable(text)


class Captures(Body):
    """The part of the library that keeps."""

    days: Days
    room: short_tier.Room

    def capture(
        self,
        text: str,
        space: str = DEFAULT_SPACE,
        importance: float | None = None,
        pinned: bool = False,
        tags: tuple[str, ...] = (),
        occurred_at: datetime | None = None,
        offset_min: int | None = None,
        token: str = "",
    ) -> Memory:
        kept = checked(text)
        if offset_min is not None and abs(offset_min) >= DAY_MIN:
            raise BadInput("number_range", name="offset_min", value=offset_min, low=1 - DAY_MIN, high=DAY_MIN - 1)
        weight = tiers.HAND_NOTE_FLOOR if importance is None else max(importance, tiers.HAND_NOTE_FLOOR)
        check_capture(kept, weight if importance is None or importance > 1 else importance)
        named = tuple(dict.fromkeys((*tags_in(kept), *read_tags(tags))))
        draft = Draft(kept, weight, "note", By.PERSON, "", pinned, named, occurred_at, offset_min, token,
                      weighed=importance is not None)  # fmt: skip
        return self._keep(draft, space)

    def add_short_term(self, content: str, space: str, importance: float = 0.5, category: str = "general") -> Memory:
        check_capture(content, importance)
        return self._keep(Draft(checked(content), importance, "entry", By.ASSISTANT, category), space)

    def keep_answer(
        self, text: str, question: str, rests_on: tuple[int, ...] = (), model: str = "", space: str = DEFAULT_SPACE
    ) -> Memory:
        kept = checked(text)
        with self.store.read() as reader:
            self.standing(reader, rests_on)
        told = {"question": storable(question), "rests_on": list(rests_on), "model": storable(model)}
        draft = Draft(
            kept, tiers.HAND_NOTE_FLOOR, INFERRED, By.PERSON, "inferred", role=Role.ASSISTANT, speaker=storable(model),
            extra=json.dumps(told, ensure_ascii=False),
        )  # fmt: skip
        return self._keep(draft, space)

    def edit(self, id: int, text: str) -> Memory:
        kept = checked(text)

        def work(tx: Tx) -> Memory:
            now = self.one(tx, id)
            if now.state is State.FORMER:
                raise NotFound("no_memory", id=id)
            if now.kind not in ("note", "entry"):
                raise BadInput("not_a_note", id=id)
            return self._new_version(tx, now, kept)

        return self.store.write(work)

    def tag(self, ids: tuple[int, ...], add: tuple[str, ...] = (), remove: tuple[str, ...] = ()) -> Done:
        added, removed = read_tags(add), read_tags(remove)

        def work(tx: Tx) -> Done:
            touched = self.standing(tx, ids)
            held = {m.id: set(m.tags) for m in memories.by_ids(tx, [each.id for each in touched], 0)}
            items = [item(i, f"+{t}", None, "1") for i, has in held.items() for t in added if t not in has]
            items += [item(i, f"-{t}", None, "1") for i, has in held.items() for t in removed if t in has]
            named = {*added, *removed}  # what was suggested is taken or declined
            offered = suggestions.of(tx, list(held))
            items += [item(i, f"?{t}", None, "1") for i, tags in offered.items() for t in tags if t in named]
            set_tags(tx, items)
            changed = {each.memory for each in items}
            return self.record(tx, "tag", [t for t in touched if t.id in changed], items, Happened.TAGGED)

        return self.store.write(work)

    def _keep(self, draft: Draft, space_name: str) -> Memory:
        def work(tx: Tx) -> Memory:
            space = self.space_id(tx, space_name)
            key = _token_key(space, draft.token) if draft.token else None
            if key is not None and (known := tx.one("SELECT id FROM memories WHERE import_key = ?", (key,))):
                return self.one(tx, known[0])
            row = self._row(tx, space, draft, key)
            of = Firewall(tx).echo_of(row.text) if draft.by is By.ASSISTANT else None
            if of is not None:
                row = replace(row, importance=0.0)
                echoing.mark_echoes(tx, {row.id: of})
            memories.insert_one(tx, row)
            for tag in draft.tags:
                set_tag(tx, row.id, tag, present=True)
            tx.change(Happened.ADDED, row.id, space, draft.by)
            failpoints.reach("capture.transaction")
            if not draft.pinned:
                self.room.make(tx, space, self.memo.settings(tx, space), memories.standing_as_inserted(row))
            return memories.as_inserted(
                row, composed(space_name), self.days.title[row.session], draft.tags, self.lives(tx)
            )

        return self.store.write(work)

    def _row(self, tx: Tx, space: int, draft: Draft, key: uuid.UUID | None) -> NewMemory:
        at = (draft.occurred_at or tx.now).astimezone(UTC)
        offset = local_offset_min(at) if draft.offset_min is None else draft.offset_min
        session = self._day_session(tx, space, at, offset)
        act = self.insert_act(tx, space, "keep", draft.by, 1)
        return NewMemory(
            id=tx.next_id("memories"), uuid=uuid.uuid4(), space=space, session=session,
            position=self._next_position(tx, session), role=draft.role, speaker=draft.speaker, kind=draft.kind,
            category=draft.category, text=draft.text, lang=language(draft.text), occurred_at=at, offset_min=offset,
            precision=Precision.INSTANT, recorded_at=tx.now, source="note", source_id="", import_key=key,
            content_hash=text_hash(draft.text), version_of=None, born=act, extra=draft.extra,
            tier=short_tier.MEDIUM if draft.pinned else short_tier.SHORT, state=ACTIVE, pinned=draft.pinned,
            importance=draft.importance, since=tx.now, step=GIVEN if draft.weighed else TO_WEIGH,
        )  # fmt: skip

    def _day_session(self, tx: Tx, space: int, at: datetime, offset_min: int) -> int:
        day = local_day(at, offset_min).isoformat()
        if (known := self.days.session.get((space, day))) is not None:
            return known
        key = day_key(space, day)
        found = sessions.find_by_key(tx, key)
        if found is not None:
            self.days.session[(space, day)] = found
            self.days.title[found] = day
            return found
        id = tx.next_id("sessions")
        self.days.title[id] = day
        sessions.insert(
            tx,
            sessions.NewSession(
                id, uuid.uuid4(), space, "notes", "note", "", "", day, at, offset_min, tx.now, key, None, day
            ),
        )
        tx.change(Happened.SESSION_ADDED, id, space, By.PERSON)
        return id  # remembered once it is found in the table: this transaction may still fail

    def _next_position(self, tx: Tx, session: int) -> int:
        if session not in self.days.position:
            row = tx.one("SELECT coalesce(max(position), 0) FROM memories WHERE session = ?", (session,))
            self.days.position[session] = 0 if row is None else int(row[0])
        self.days.position[session] += GAP
        return self.days.position[session]

    def _new_version(self, tx: Tx, now: Memory, text: str) -> Memory:
        row = memories.new_version(
            tx, now.id, text, id=tx.next_id("memories"), uuid=uuid.uuid4(), content_hash=text_hash(text),
            lang=language(text), state=TRASHED if now.state is State.TRASHED else ACTIVE,
        )  # fmt: skip
        memories.copy_as_version(tx, now.id, row)
        written, before = set(tags_in(text)), set(tags_in(now.text))
        for tag in written - set(now.tags):
            set_tag(tx, row.id, tag, present=True)
        for tag in before - written:
            set_tag(tx, row.id, tag, present=False)
        items = [item(now.id, "state", row.state, FORMER), item(row.id, "state", FORMER, row.state)]
        self.insert_act(tx, row.space, "edit", By.PERSON, 1, items)
        tx.change(Happened.EDITED, row.id, row.space, By.PERSON)
        return self.one(tx, row.id)


def set_tags(tx: Tx, items: Sequence[Item]) -> None:
    """Put on, take off and decline tags as the items of an act say; what they say is learned."""
    for each in items:
        if each.field[0] == "?":
            suggestions.offer(tx, each.memory, each.field[1:], offered=holds(each))
        else:
            set_tag(tx, each.memory, each.field[1:], present=holds(each))
    teach(tx, items)


def set_tag(tx: Tx, memory: int, tag: str, *, present: bool) -> None:
    """Put a tag on a memory, or take it off."""
    if present:
        tx.run("INSERT INTO tags VALUES (?, ?)", (memory, tag))
    else:
        tx.run("DELETE FROM tags WHERE memory = ? AND tag = ?", (memory, tag))


def _token_key(space: int, token: str) -> uuid.UUID:
    return uuid.UUID(bytes=hashlib.sha256(f"token\0{space}\0{token}".encode()).digest()[:16])
