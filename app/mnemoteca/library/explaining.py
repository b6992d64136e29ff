"""Why something is remembered, what would go with it, and how present it is over time."""

from __future__ import annotations

from datetime import datetime

from mnemoteca.core import tiers
from mnemoteca.core.changes import Happened
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.life import Event
from mnemoteca.core.memory import DEFAULT_SPACE, Memory, State, Tier
from mnemoteca.core.sleep.outlook import CURVES, Course, Outlook, course
from mnemoteca.core.sleep.values import ProposalKind, Quote
from mnemoteca.core.sleep.why import Consequences, Promotion, Ref, Why, alters_of, next_of
from mnemoteca.library.short_tier import LONG, MEDIUM, SHORT
from mnemoteca.library.sleep.consequences import consequences
from mnemoteca.library.sleeping import Sleeping
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import knowledge_counts, learned, lived, memories, proposals
from mnemoteca.store.tables.codes import ACTIVE

_LABEL = 80  # characters of something that rests on a memory
_MOST_DAYS = 730


class Explaining(Sleeping):
    """The part of the library that says why."""

    def why(self, id: int, kind: str = "memory") -> Why:
        match kind:
            case "memory":
                return self._why_memory(id)
            case "digest":
                digest = self.digest(id)
                made = self._run_info(digest.run).at
                return Why(kind, id, digest.title, made, run=digest.run, rests_on=digest.sentences)
            case "pattern":
                pattern = self.pattern(id)
                made = self._run_info(pattern.run).at
                spans = (pattern.quote, *pattern.evidence)
                return Why(kind, id, pattern.quote.text, made, run=pattern.run, rests_on=spans)
            case "fact":
                return self._why_fact(id)
        raise BadInput("bad_why", value=kind)

    def _why_fact(self, id: int) -> Why:
        with self.store.read() as reader:
            found = knowledge_counts.fact_quoted(reader, id)
        if found is None:
            raise NotFound("no_fact", id=id)
        quote, run, since = found
        return Why("fact", id, quote.text, since, run=run, rests_on=(quote,))

    def _why_memory(self, id: int) -> Why:
        now = self.clock.now()
        with self.store.read() as reader:
            memory = self.one(reader, id, 600)
            ids = lived.versions_of(reader, id)
            events = lived.events(reader, ids)
            promotes = bool(self.memo.settings(reader, self.space_id(reader, memory.space))["tiers.promote"])
            keeps = tiers.worth_long(memory.importance, memory.access_count, memory.pinned) and promotes
            coming = next_of(memory.tier, memory.promotes_at, memory.tier_until, worth_long=keeps)
            return Why(
                "memory", id, memory.text, memory.recorded_at, lived.origin(reader, memory.session), 0, memory.tier,
                coming, memory.promotes_at if memory.tier is Tier.SHORT and memory.promotes_at else memory.tier_until,
                alters_of(memory.tier, coming, pinned=memory.pinned, promotes=promotes),
                _promotions(reader, ids, events), lived.recalled(reader, ids), self._present(reader, memory, now),
                memory.importance, memory.pinned, (), _rested_on_by(reader, id),
                _other(reader, "echoes", '"of"', id),
                _other(reader, "merges", "kept", id) if memory.tier is Tier.FADED else None,
                len(ids) - 1 if memory.state is not State.FORMER else 0,
            )  # fmt: skip

    def forget_preview(self, ids: tuple[int, ...] = (), session: int = 0) -> Consequences:
        with self.store.read() as reader:
            if session:
                if reader.one("SELECT 1 FROM sessions WHERE id = ?", (session,)) is None:
                    raise NotFound("no_session", id=session)
                meant = memories.ids_of(reader, f"session = ? AND state = {ACTIVE}", (session,))
            elif ids:
                meant = [each.id for each in self.standing(reader, ids) if each.state == ACTIVE]
            else:
                raise BadInput("no_ids")
            return consequences(reader, meant)

    def course(self, id: int, days: int = 60) -> Course:
        if not 1 <= days <= _MOST_DAYS:
            raise BadInput("number_range", name="days", value=days, low=1, high=_MOST_DAYS)
        now = self.clock.now()
        with self.store.read() as reader:
            memory = self.one(reader, id, 1)
            recalls = [(e.at, e.by) for e in lived.events(reader, lived.versions_of(reader, id)) if _is_recall(e)]
            curve = str(self.memo.settings(reader)["forgetting.curve"])
        begun = min(memory.occurred_at or memory.recorded_at, now)
        return course(id, curve, begun, recalls, now, days, pinned=memory.pinned)

    def outlook(self, space: str = DEFAULT_SPACE) -> Outlook:
        with self.store.read() as reader:
            id = self.space_id(reader, space)
            promotes = bool(self.memo.settings(reader, id)["tiers.promote"])
            held = memories.standing(
                reader, f"tier IN ({SHORT}, {MEDIUM}, {LONG}) AND state = {ACTIVE} AND space = ?", (id,)
            )
        stay = sum(e.tier == LONG or e.pinned or (promotes and _rises(e)) for e in held)
        return Outlook(len(held), stay)

    def _present(self, reader: Reader, memory: Memory, now: datetime) -> float:
        curve = CURVES[str(self.memo.settings(reader)["forgetting.curve"])]
        events = lived.events(reader, lived.versions_of(reader, memory.id))
        begun = min(memory.occurred_at or memory.recorded_at, now)
        return curve(begun, [(e.at, e.by) for e in events if _is_recall(e)], now)


def _rises(each: memories.Standing) -> bool:
    """Whether it comes to LONG by the rules alone; in SHORT it has to be worth both steps."""
    return tiers.worth_long(each.importance, each.access_count, each.pinned)


def _is_recall(event: Event) -> bool:
    return event.kind is Happened.ACCESSED


def _promotions(reader: Reader, ids: list[int], events: list[Event]) -> tuple[Promotion, ...]:
    """Each rise with the run that did it, where one did."""
    by_run = proposals.promotions_of(reader, ids)
    found = []
    for event in events:
        if event.kind is Happened.PROMOTED and event.tier is not None:
            run, rule = by_run.get((event.at, event.tier), (0, ""))
            found.append(Promotion(event.at, event.tier, event.by, run, rule))
    return tuple(found)


def _rested_on_by(reader: Reader, id: int) -> tuple[Ref, ...]:
    found: list[Ref] = []
    digests = learned.resting_on(reader, [id], ProposalKind.DIGEST)
    for digest in learned.digests(reader, sorted(digests, reverse=True)):
        about = digest.title or (digest.day.isoformat() if digest.day else "")
        found.append(Ref("digest", digest.id, f"{digest.kind.value} {about}"[:_LABEL]))
    patterns = learned.resting_on(reader, [id], ProposalKind.PATTERN)
    for pattern in learned.patterns(reader, sorted(patterns, reverse=True)):
        found.append(Ref("pattern", pattern.id, _short(pattern.quote)))
    found += knowledge_counts.facts_in(reader, id)
    pointing = reader.all("SELECT memory FROM merges WHERE kept = ?", (id,))
    return (*found, *(Ref("memory", memory, "says the same, and faded") for (memory,) in pointing))


def _short(quote: Quote) -> str:
    return quote.text if len(quote.text) <= _LABEL else quote.text[: _LABEL - 1].rstrip() + "…"


def _other(reader: Reader, table: str, column: str, id: int) -> int | None:
    row = reader.one(f"SELECT {column} FROM {table} WHERE memory = ?", (id,))
    return None if row is None else int(row[0])
