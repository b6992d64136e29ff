"""The tiers: what is due, consolidation, and the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from mnemoteca.core import tiers
from mnemoteca.core.changes import By, Done, Happened
from mnemoteca.core.memory import DEFAULT_SPACE, MAX_TEXT, ROW_TEXT, Memory, Tier
from mnemoteca.core.recall import Question, TierCount, TierHit, TierStats
from mnemoteca.core.reports import RunInfo, RunKind, RunState
from mnemoteca.core.sleep.account import account_of
from mnemoteca.core.sleep.values import ProposalKind
from mnemoteca.core.text import words
from mnemoteca.library import short_tier
from mnemoteca.library.acting import note_access
from mnemoteca.library.body import item
from mnemoteca.library.recall.widening import Widening
from mnemoteca.library.short_tier import FADED, LONG, MEDIUM, SHORT
from mnemoteca.library.sleep import moving
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables import changes, memories, proposals, runs, spaces
from mnemoteca.store.tables.codes import ACTIVE, TIER_CODE, TIERS, aware, naive
from mnemoteca.store.tables.memories import Standing
from mnemoteca.store.tables.runs import NewRun

CARRIED = 12_000_000  # characters of the entries of SHORT in one answer; of long ones it carries the beginnings
CONTENT = 1_000_000  # characters of a text that a hit across the tiers carries


class Tiering(Widening):
    """The part of the library that lets memories rise and fade."""

    def run_due(self) -> Done:
        """Promotions due, then expiries, then one consolidation where the last is 30 minutes old."""
        with self.store.read() as reader:
            ids = spaces.active_ids(reader)
        done = sum(self.store.write(partial(short_tier.cycle, space=space)) for space in ids)
        done += sum(self._end_medium(space) for space in ids)
        done += sum(self._run_by_itself(space) for space in ids)
        with self.store.read() as reader:
            return Done(done, changes.last_number(reader), None, (), "due")

    def next_due(self) -> datetime | None:
        """When `run_due` has next something to do; None while nothing lives in SHORT or MEDIUM."""
        with self.store.read() as reader:
            moments: list[datetime | None] = []
            for space in spaces.active_ids(reader):
                moments += [short_tier.next_due(reader, space), short_tier.medium_ends(reader, space)]
                if spaces.setting(reader, "tiers.promote", space) and short_tier.medium_holds(reader, space):
                    moments.append(_run_due_at(reader, space, self.clock.now()))
        return tiers.next_due(moments)

    def force_promotion(self, id: int) -> bool:
        def work(tx: Tx) -> bool:
            held = [each for each in memories.standing_of(tx, [id]) if each.tier == SHORT and each.state == ACTIVE]
            memories.set_state(tx, [each.id for each in held], tier=MEDIUM, since=tx.now)
            items = [item(e.id, "tier", SHORT, MEDIUM) for e in held] + [
                item(e.id, "since", e.since, tx.now) for e in held
            ]
            self.record(tx, "promote", held, items, Happened.PROMOTED)
            return bool(held)

        return self.store.write(work)

    def promote_all_eligible(self, space: str) -> int:
        def work(tx: Tx) -> int:
            id = self.space_id(tx, space)
            up = [e for e in short_tier.entries(tx, id) if tiers.promotable(e.importance, e.access_count)]
            short_tier.rise(tx, up, [tx.now] * len(up))
            return len(up)

        return self.store.write(work)

    def clear_short_term(self, space: str) -> int:
        def work(tx: Tx) -> int:
            held = short_tier.entries(tx, self.space_id(tx, space))
            memories.set_state(tx, [each.id for each in held], tier=FADED, since=tx.now)
            items = [item(e.id, "tier", SHORT, FADED) for e in held] + [
                item(e.id, "since", e.since, tx.now) for e in held
            ]
            self.record(tx, "clear short", held, items, Happened.FADED)
            return len(held)

        return self.store.write(work)

    def short_entries(self, space: str) -> tuple[Memory, ...]:
        with self.store.read() as reader:
            return tuple(self._short(reader, self.space_id(reader, space)))

    def short_search(self, query: str, space: str, limit: int = 10) -> tuple[Memory, ...]:
        asked = set(words(query))
        with self.store.read() as reader:
            held = self._short(reader, self.space_id(reader, space), MAX_TEXT)
        scored = [(len(asked & set(words(memory.text))), memory) for memory in held]
        best = [memory for score, memory in sorted(scored, key=lambda pair: -pair[0]) if score][: max(0, limit)]
        return self._accessed_now(best)

    def recall_across_tiers(self, query: str, space: str, limit: int = 5) -> tuple[TierHit, ...]:
        found = self.recall(Question(query), space, limit).hits
        with self.store.read() as reader:
            whole = memories.by_ids(reader, [hit.memory.id for hit in found], CONTENT)
        text = {memory.id: memory.text for memory in whole}
        short = [hit.memory for hit in found if hit.memory.tier is Tier.SHORT]
        self._accessed_now(short)
        return tuple(
            TierHit(
                str(hit.memory.id),
                text.get(hit.memory.id, hit.memory.text),
                hit.memory.tier.value,
                hit.memory.tier.value if hit.memory.tier in (Tier.SHORT, Tier.MEDIUM, Tier.LONG) else "none",
                hit.score,
                " · ".join(reason.detail for reason in hit.path if reason.detail),
            )
            for hit in found
        )

    def tier_stats(self, space: str = DEFAULT_SPACE) -> TierStats:
        with self.store.read() as reader:
            id = self.space_id(reader, space)
            counted = _counted(reader, id)
            held = short_tier.entries(reader, id)
            values = spaces.settings(reader)
            today = self.clock.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
            promoted = changes.promoted_since(reader, id, naive(today))
            next_run_at = _run_due_at(reader, id, self.clock.now())
        short = counted[Tier.SHORT]
        return TierStats(
            TierCount(
                short.count, short.oldest, short.newest, short.promotions, short.expiries,
                int(values["short.max_size"]), float(values["short.ttl_s"]),
                sum(tiers.promotable(e.importance, e.access_count) for e in held),
            ),
            counted[Tier.MEDIUM], counted[Tier.LONG], counted[Tier.FADED], counted[Tier.ARCHIVE],
            promoted, next_run_at,
        )  # fmt: skip

    def _short(self, reader: Reader, space: int, characters: int = 0) -> list[Memory]:
        """The entries, the newest first, with so many characters of each text, or with what has room."""
        held = short_tier.entries(reader, space)
        now, lives = self.clock.now(), self.lives(reader)
        alive = [e.id for e in reversed(held) if not tiers.expired(e.since, lives.short_s, now)]
        return memories.by_ids(reader, alive, characters or _room_of_each(alive), lives)

    def _accessed_now(self, found: Sequence[Memory]) -> tuple[Memory, ...]:
        if not found:
            return ()
        ids = [memory.id for memory in found]

        def work(tx: Tx) -> tuple[Memory, ...]:
            note_access(tx, memories.standing_of(tx, ids), By.ASSISTANT)
            return tuple(memories.by_ids(tx, ids, _room_of_each(ids), self.lives(tx)))

        return self.store.write(work)

    def _run_by_itself(self, space: int) -> int:
        def work(tx: Tx) -> int:
            if not spaces.setting(tx, "tiers.promote", space) or _run_due_at(tx, space, tx.now) > tx.now:
                return 0
            held = _medium(tx, space)
            if not held:
                return 0
            run = _run(tx, space, spaces.name_of(tx, space), held, promotes=True)
            return run.promoted + run.faded

        return self.store.write(work)

    def _end_medium(self, space: int) -> int:
        def work(tx: Tx) -> int:
            ends = short_tier.medium_ends(tx, space)
            if ends is None or ends > tx.now:
                return 0
            ttl_s = float(spaces.setting(tx, "medium.ttl_s"))
            held = [e for e in _medium(tx, space) if tiers.expired(e.since, ttl_s, tx.now) and not e.pinned]
            promotes = bool(spaces.setting(tx, "tiers.promote", space))
            _run(tx, space, spaces.name_of(tx, space), held, promotes=promotes)
            return len(held)

        return self.store.write(work)


def _medium(reader: Reader, space: int) -> list[Standing]:
    return memories.standing(reader, f"tier = {MEDIUM} AND state = {ACTIVE} AND space = ?", (space,))


def _run_due_at(reader: Reader, space: int, now: datetime) -> datetime:
    """When MEDIUM of a space is looked at next as a whole: 30 minutes after the last time, or after something came
    into it while it had nothing else. What lies ahead, as the clock was set back, neither silences nor repeats it."""
    moments = (runs.last_whole(reader, space), short_tier.medium_begins(reader, space))
    known = [moment for moment in moments if moment is not None]
    if known and min(known) > now:
        return now
    last = max((moment for moment in known if moment <= now), default=now)
    return last + timedelta(seconds=tiers.CONSOLIDATE_EVERY_S)


def _run(tx: Tx, space: int, name: str, held: Sequence[Standing], *, promotes: bool) -> RunInfo:
    """What the clock asks for in MEDIUM: every memory that was taken in is accounted for."""
    ttl_s = float(spaces.setting(tx, "medium.ttl_s"))
    proposed = moving.tier_proposals(held, tx.now, promotes=promotes, ttl_s=ttl_s)
    if promotes:
        proposed = moving.not_undone(proposed, proposals.undone_moves(tx, space), tx.now, ttl_s)
    account = account_of(len(held), Counter(each.kind for each in proposed).items())
    assert account.equal, "a memory that was taken in is not accounted for"
    standing = {each.id: each for each in held}
    up = [standing[each.memory] for each in proposed if each.kind is ProposalKind.PROMOTE]
    gone = [standing[each.memory] for each in proposed if each.kind is ProposalKind.FADE]
    run = runs.insert(tx, NewRun(space, RunKind.TIERS, account, tx.first_change - 1), RunState.APPLIED)
    memories.set_state(tx, [each.id for each in up], tier=LONG, since=tx.now)
    tx.changes([(Happened.PROMOTED, each.id, each.space, By.RULE, LONG) for each in up])
    short_tier.fade(tx, gone)
    moved = [each for each in proposed if each.kind is not ProposalKind.LEFT]
    proposals.insert(tx, run, moved, proposals.APPLIED)
    if moved:
        tx.change(Happened.CONSOLIDATED, run, space, By.RULE)
    return RunInfo(run, tx.now, name, account.taken, account.promoted, account.faded, account.left)


def _counted(reader: Reader, space: int) -> dict[Tier, TierCount]:
    rows = reader.all(
        "SELECT tier, count(*), min(coalesce(occurred_at, recorded_at)), max(coalesce(occurred_at, recorded_at)) "
        f"FROM memories WHERE space = ? AND state = {ACTIVE} GROUP BY tier",
        (space,),
    )
    held = {TIERS[code]: (count, aware(first), aware(last)) for code, count, first, last in rows}
    moved = changes.moved_counts(reader, space)
    found = {}
    for tier, code in TIER_CODE.items():
        count, first, last = held.get(tier, (0, None, None))
        left = moved.get((Happened.FADED, code), 0) + moved.get((Happened.EVICTED, code), 0)
        found[tier] = TierCount(count, first, last, moved.get((Happened.PROMOTED, code), 0), left)
    return found


def _room_of_each(ids: Sequence[int]) -> int:
    """How many characters of its text each of so many entries carries, so that all fit into one answer."""
    return max(ROW_TEXT, CARRIED // max(1, len(ids)))
