"""What the window says of what is known: names, kinds, facts and links, in the language in force. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from mnemoteca.core.knowledge.clauses import sentences
from mnemoteca.core.knowledge.relations import RELATIONS
from mnemoteca.core.knowledge.values import SELF, Entity, Evidence, Fact, Standing, Step, Taint
from mnemoteca.core.memory import Memory, Tier
from mnemoteca.core.text import fold
from mnemoteca.gui import rows, words

translate = QCoreApplication.translate
KINDS = ("person", "organisation", "place", "law", "other")  # as chips, in this order; whoever keeps the notes is one
ICONS = {SELF: "user", "person": "user", "organisation": "building-2", "place": "map-pin", "law": "scale"}
LONGEST = 320  # characters of a quote
_SURE = 0.995  # from here on nobody is told how sure it is
_IRREGULAR = {"is": "are", "was": "were", "has": "have", "studies": "study"}


@dataclass(frozen=True, slots=True)
class EvidenceValue:
    """One piece of evidence as a row: what it says, the quote with its marked characters, where that was said.

    `memory` and `span` are where it stands; `quiet`: it no longer holds. `spoken` is all of it for screen readers.
    """

    title: str
    quote: str
    marks: tuple[tuple[int, int], ...]
    meta: str
    memory: int
    span: tuple[int, int]
    tier: Tier | None = None
    ring: float | None = None
    pinned: bool = False
    quiet: bool = False
    spoken: str = ""


def icon(kind: str) -> str:
    """The sign of a kind of name."""
    return ICONS.get(kind, "tag")


def name(entity: Entity) -> str:
    """What somebody or something is called; whoever keeps the notes is “you”."""
    return translate("Known", "You") if entity.kind == SELF else entity.name


def kind(kind: str) -> str:
    """A kind of name, of one."""
    return {
        SELF: translate("Known", "you"),
        "person": translate("Known", "person"),
        "organisation": translate("Known", "organisation"),
        "place": translate("Known", "place"),
        "law": translate("Known", "law"),
    }.get(kind, translate("Known", "thing"))


def kinds(kind: str) -> str:
    """A kind of name, of many."""
    return {
        "person": translate("Known", "People"),
        "organisation": translate("Known", "Organisations"),
        "place": translate("Known", "Places", "kind of names"),
        "law": translate("Known", "Laws"),
    }.get(kind, translate("Known", "Things"))


def relation(name: str, *, of_you: bool = False) -> str:
    """What a relation says between its subject and its object; `of_you`: after “you”."""
    known = RELATIONS.get(name)
    if known is None:
        return name
    if QLocale().language() is QLocale.Language.Portuguese:
        return known.pt
    return _second_person(known.en) if of_you else known.en


def _second_person(said: str) -> str:
    verb, blank, rest = said.partition(" ")
    return _IRREGULAR.get(verb, verb.removesuffix("s")) + blank + rest


def statement(fact: Fact) -> str:
    """A fact as a sentence without its full stop."""
    thing = name(fact.object_entity) if fact.object_entity is not None else fact.object
    said = " ".join((name(fact.subject), relation(fact.relation, of_you=fact.subject.kind == SELF), thing))
    if fact.ends:
        return translate("Known", "No longer: %1").replace("%1", said)
    return said if fact.polarity else translate("Known", "Not so: %1").replace("%1", said)


def step_title(step: Step) -> str:
    """What a step of a path says: the fact, where one links both, else who is spoken of together."""
    if step.fact is not None:
        return statement(step.fact)
    return translate("Known", "%1 and %2").replace("%1", name(step.start)).replace("%2", name(step.end))


def way(entities: Sequence[Entity]) -> str:
    """From one to the other, with arrows."""
    return " → ".join(map(name, entities))


# -- evidence


def fact_value(fact: Fact, memory: Memory | None, now: datetime, locale: QLocale) -> EvidenceValue:
    """A fact with since when and until when it is so, and how sure that is."""
    told = [_span(fact, now.date(), locale), _standing(fact), _by(fact), _sure(fact.confidence, locale)]
    return _value(statement(fact), fact.evidence, (), memory, now, told, quiet=fact.standing is not Standing.HOLDS)


def step_value(step: Step, memory: Memory | None, now: datetime, locale: QLocale) -> EvidenceValue:
    """A step of a path; without a fact, both names are marked in the sentence."""
    names = () if step.fact is not None else tuple(n.name for each in (step.start, step.end) for n in each.names)
    return _value(step_title(step), step.evidence, names, memory, now, [], quiet=False)


def memory_value(memory: Memory, names: Sequence[str], now: datetime, locale: QLocale) -> EvidenceValue:
    """A memory that speaks of somebody, at the sentence that names them first."""
    text = memory.text
    found = [span for each in names if (span := _stands(text, each)) is not None]
    at = min(found, default=(0, min(len(text), 1)))
    around = next((each for each in sentences(text) if each.start <= at[0] < each.end), None)
    start, end = (around.start, around.end) if around is not None else (0, len(text))
    start = max(start, at[0] - LONGEST // 2)
    end = min(max(end, at[1]), start + LONGEST)
    quote = text[start:end]
    marks = tuple(sorted(span for each in names if (span := _stands(quote, each)) is not None))
    if rows.one_line(quote) != quote:
        quote, marks = rows.one_line(quote), ()
    title = " · ".join(part for part in (words.speaker(memory), words.when(memory, now.date(), locale)) if part)
    session = words.session_name(memory.session_title, now.date(), locale)
    meta = " · ".join(part for part in (session, words.what_next(memory, now)) if part)
    quote, marks = f"“{quote}”", tuple((low + 1, high + 1) for low, high in marks)
    ring = rows.left_of(memory.tier, memory.tier_until, now)
    spoken = ". ".join((title, quote, meta))
    return EvidenceValue(title, quote, marks, meta, memory.id, at, memory.tier, ring, memory.pinned, spoken=spoken)


def _value(
    title: str,
    evidence: Evidence,
    names: Sequence[str],
    memory: Memory | None,
    now: datetime,
    told: Sequence[str],
    *,
    quiet: bool,
) -> EvidenceValue:
    quote, marks = _sentence(evidence, memory)
    if names:
        marks = tuple(sorted(mark for each in names if (mark := _stands(quote, each)) is not None))
    locale, today = QLocale(), now.date()
    quote, marks = f"“{quote}”", tuple((start + 1, end + 1) for start, end in marks)
    where = [evidence.speaker or translate("Words", "You")]
    if memory is not None:
        title_of = words.session_name(memory.session_title, today, locale)
        where = [words.speaker(memory), words.when(memory, today, locale), title_of]
    elif evidence.said_at is not None:
        where.append(words.short_day(evidence.said_at.date(), today, locale))
    meta = " · ".join(part for part in (", ".join(filter(None, where)), *told) if part)
    sign = None if memory is None else rows.left_of(memory.tier, memory.tier_until, now)
    return EvidenceValue(
        title, quote, marks, meta, evidence.memory, (evidence.start, evidence.end),
        None if memory is None else memory.tier, sign, memory is not None and memory.pinned, quiet,
        ". ".join((title, quote, meta)),
    )  # fmt: skip


def _sentence(evidence: Evidence, memory: Memory | None) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The sentence around the quoted span with the span marked, where the memory's text is at hand that far."""
    text = "" if memory is None else memory.text
    if text[evidence.start : evidence.end] != evidence.quote:
        return rows.one_line(evidence.quote), ()
    around = [each for each in sentences(text) if each.start < evidence.end and evidence.start < each.end]
    start = min([each.start for each in around] + [evidence.start])
    end = max([each.end for each in around] + [evidence.end])
    end += len(text[end : end + 1].rstrip()) if text[end : end + 1] in ".!?…" else 0
    if end - start > LONGEST:
        start, end = evidence.start, evidence.end
    whole = text[start:end]
    if rows.one_line(whole) != whole:
        return rows.one_line(whole), ()
    mark = (evidence.start - start, evidence.end - start)
    return whole, () if mark[1] - mark[0] >= len(whole) - 1 else (mark,)


def _stands(quote: str, name: str) -> tuple[int, int] | None:
    """Where a name stands in a quote."""
    folded, wanted = fold(quote), fold(name)
    at = folded.find(wanted) if len(folded) == len(quote) and wanted else -1
    return None if at < 0 else (at, at + len(wanted))


def _span(fact: Fact, today: date, locale: QLocale) -> str:
    since = _day(fact.world_from, fact.precision, today, locale)
    until = _day(fact.valid_to, "day", today, locale)
    parts = [
        translate("Known", "since %1").replace("%1", since) if since else "",
        translate("Known", "until %1").replace("%1", until) if until else "",
    ]
    return " · ".join(filter(None, parts))


def _day(moment: datetime | None, precision: str, today: date, locale: QLocale) -> str:
    if moment is None:
        return ""
    if precision == "year":
        return str(moment.year)
    if precision == "month":
        return locale.toString(QDate(moment.year, moment.month, 1), "MMM yyyy")
    return words.short_day(moment.date(), today, locale)


def _standing(fact: Fact) -> str:
    return {
        Standing.ENDED: translate("Known", "over"),
        Standing.DISPUTED: translate("Known", "disputed"),
        Standing.SET_ASIDE: translate("Known", "set aside by you"),
    }.get(fact.standing, "")


def _by(fact: Fact) -> str:
    return {
        Taint.ASSISTANT: translate("Known", "an assistant’s word"),
        Taint.DOCUMENT: translate("Known", "a document’s word"),
    }.get(fact.taint, "")


def _sure(confidence: float, locale: QLocale) -> str:
    if confidence >= _SURE:
        return ""
    return translate("Known", "%1 % sure").replace("%1", locale.toString(round(100 * confidence)))
