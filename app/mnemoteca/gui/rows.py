"""What a row of a list shows, made from a memory, a session or a hit: pure functions.

A model gives a `RowValue` for `RowRole`, made anew each time it is asked, since the time that remains runs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale, Qt

from mnemoteca.core.memory import Memory, Role, Session, State, Tier
from mnemoteca.core.recall import Hit, Reason
from mnemoteca.core.tiers import MEDIUM_TTL_S, SHORT_TTL_S
from mnemoteca.core.views import Group
from mnemoteca.gui import words
from mnemoteca.gui.counted import counted

RowRole = int(Qt.ItemDataRole.UserRole) + 1
Spans = tuple[tuple[int, int], ...]
translate = QCoreApplication.translate

SNIPPET = 260  # characters of a hit's text that are shown
BEFORE = 70  # of them before the first word found
EVERY_SECOND, EVERY_MINUTE, NEVER = 1, 60, 0
_LEAD = re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)", re.MULTILINE)
_MARKS = re.compile(r"(\*\*|(?<![\w*])\*)(?=[^\s*])([^*]*[^\s*])\1(?!\*)|`([^`]+)`")


@dataclass(frozen=True, slots=True)
class RowValue:
    """One row: two lines with something at their right ends, or a day's header, or a hit (with `meta`).

    `ring` is what is left of its time, 1 to 0, None where none runs; `highlights` are (start, end) characters
    of `second`; `pace_s` is how often its words and ring change: every second, every minute, or never (0);
    `fading` says that its time runs out soon and it does not rise by itself.
    `spoken` is the whole row for screen readers.
    """

    headline: str = ""
    second: str = ""
    right_top: str = ""
    right_bottom: str = ""
    tier: Tier | None = None
    ring: float | None = None
    pinned: bool = False
    highlights: Spans = ()
    header: str = ""
    meta: str = ""
    reasons: str = ""
    pace_s: int = NEVER
    fading: bool = False
    spoken: str = ""

    def __str__(self) -> str:
        return self.spoken


def one_line(text: str) -> str:
    """White space folded, so that a text stands on one line."""
    return " ".join(text.split())


def plain_line(text: str) -> str:
    """A text on one line without the marks of Markdown around its words; what is no mark stays."""
    return _MARKS.sub(r"\2\3", one_line(_LEAD.sub("", text)))


def left_of(tier: Tier, until: datetime | None, now: datetime) -> float | None:
    """What is left of a tier's time, 1 to 0; None where none runs."""
    ttl = {Tier.SHORT: SHORT_TTL_S, Tier.MEDIUM: MEDIUM_TTL_S}.get(tier)
    if ttl is None or until is None:
        return None
    return min(1.0, max(0.0, words.seconds_to(until, now) / ttl))


def pace(tier: Tier, until: datetime | None) -> int:
    """How often what is said of the remaining time changes."""
    if until is None:
        return NEVER
    return {Tier.SHORT: EVERY_SECOND, Tier.MEDIUM: EVERY_MINUTE}.get(tier, NEVER)


def day_row(day: str, today: date, locale: QLocale) -> RowValue:
    """The header of a day (YYYY-MM-DD, or "")."""
    label = words.day_label(day, today, locale)
    return RowValue(header=label, spoken=label)


def group_row(group: Group, label: str) -> RowValue:
    """The header of a source or of a folder, "" where there is none."""
    if group is Group.SOURCE:
        told = words.source_name(label)
    else:
        told = label.replace("\\", "/").rstrip("/").rpartition("/")[2] or translate("Rows", "No project")
    return RowValue(header=told, spoken=told)


def memory_row(memory: Memory, now: datetime, locale: QLocale) -> RowValue:
    """A memory in a list: how it begins; who said it and where; its time and what happens next."""
    headline, rest = _begins(memory.text)
    where = [words.speaker(memory)] if memory.role is not Role.NOTE else []
    if memory.role is Role.NOTE:
        where += [rest or " ".join("#" + tag for tag in memory.tags) or translate("Rows", "note")]
    elif memory.session_title:
        where += [memory.session_title]
    alive = memory.state is State.ACTIVE
    made = RowValue(
        headline=headline,
        second=" · ".join(where),
        right_top=words.time_of(memory, locale),
        right_bottom=words.what_next(memory, now),
        tier=memory.tier,
        ring=left_of(memory.tier, memory.tier_until, now) if alive else None,
        pinned=memory.pinned,
        pace_s=pace(memory.tier, memory.tier_until) if alive else NEVER,
    )
    return _with_spoken(made)


def session_row(session: Session, now: datetime, locale: QLocale, *, by_day: bool = True) -> RowValue:
    """A session in a list: its title and how it begins; when something was last said, by which the list is ordered,
    and what is left or how long it is.

    Where it doesn't stand below its day, it says the day.
    """
    newest = session.ended_at or session.started_at
    said = None if newest is None else words.local(newest, session.offset_min)
    when = "" if said is None else words.clock_time(said, locale)
    if said is not None and not by_day and said.date() != now.date():
        when = words.short_day(said.date(), now.date(), locale)
    live = session.tier in (Tier.SHORT, Tier.MEDIUM) and session.tier_until is not None
    if live or session.tier is Tier.FADED:
        last = words.time_left(session.tier, session.tier_until, now)
    else:
        last = counted.turns(session.turns)
    made = RowValue(
        headline=words.session_name(session.title, now.date(), locale) or translate("Rows", "Untitled"),
        second=plain_line(session.preview),
        right_top=when,
        right_bottom=last,
        tier=session.tier,
        ring=left_of(session.tier, session.tier_until, now),
        pinned=session.pinned,
        pace_s=pace(session.tier, session.tier_until),
    )
    return _with_spoken(made)


def hit_row(hit: Hit, now: datetime, locale: QLocale) -> RowValue:
    """A hit: who, when and where; the text around what was found; why it was found, and its score."""
    memory = hit.memory
    text, spans = snippet(memory.text, hit.highlights)
    where = [words.day_of(memory, now.date(), locale)]
    where.append(memory.session_title if memory.role is not Role.NOTE else translate("Rows", "note"))
    reasons = [*reasons_said(hit.path)]
    if memory.tier in (Tier.SHORT, Tier.MEDIUM, Tier.FADED):
        reasons.append(words.what_next(memory, now))
    elif memory.pinned:
        reasons.append(translate("Rows", "pinned"))
    made = RowValue(
        headline=words.speaker(memory),
        second=text,
        right_top=words.hundredths(hit.score, locale),
        tier=memory.tier,
        ring=left_of(memory.tier, memory.tier_until, now),
        pinned=memory.pinned,
        highlights=spans,
        meta=" · ".join(part for part in where if part),
        reasons=" · ".join(dict.fromkeys(reasons)),
        pace_s=pace(memory.tier, memory.tier_until),
    )
    return _with_spoken(made)


def card_row(memory: Memory, now: datetime, locale: QLocale) -> RowValue:
    """A memory as a card of its tier: its text, and below it why and until when."""
    below: list[str] = []
    fading = False
    if memory.tier is Tier.SHORT and memory.promotes_at is not None:
        if memory.access_count >= 2:
            below.append(counted.read(memory.access_count))
        else:
            below.append(translate("Rows", "importance %1").replace("%1", words.hundredths(memory.importance, locale)))
        below.append(words.what_next(memory, now))
    elif memory.tier is Tier.SHORT and memory.tier_until is not None:
        seconds = words.seconds_to(memory.tier_until, now)
        fading = seconds < words.FADES_SOON_S
        below.append(words.what_next(memory, now) if fading else words.exact_span(seconds))
    else:
        below.append(_from(memory, now, locale))
        if memory.tier is Tier.MEDIUM or memory.pinned:
            below.append(words.what_next(memory, now))
    made = RowValue(
        headline=plain_line(memory.text[:SNIPPET]),
        second=" · ".join(part for part in below if part),
        tier=memory.tier,
        ring=left_of(memory.tier, memory.tier_until, now),
        pinned=memory.pinned,
        pace_s=pace(memory.tier, memory.tier_until),
        fading=fading,
    )
    return _with_spoken(made)


def _from(memory: Memory, now: datetime, locale: QLocale) -> str:
    if memory.tier is Tier.LONG:
        return words.day_of(memory, now.date(), locale)
    return translate("Rows", "note") if memory.role is Role.NOTE else memory.session_title or words.speaker(memory)


def _begins(text: str) -> tuple[str, str]:
    """The first line of a text, and the rest on one line."""
    first, _, rest = text.strip().partition("\n")
    return plain_line(first[: 2 * SNIPPET])[:SNIPPET], plain_line(rest[:SNIPPET])


def snippet(text: str, highlights: Sequence[tuple[int, int]], size: int = SNIPPET) -> tuple[str, Spans]:
    """The part of a text around the first word found, on one line, with the spans moved along."""
    first = min((start for start, _ in highlights), default=0)
    begin = _word_start(text, max(0, first - BEFORE)) if first > size - BEFORE else 0
    shown: list[str] = []
    places = [0] * (min(len(text), begin + size) - begin + 1)
    blank = True
    for n, sign in enumerate(text[begin : begin + size]):
        places[n] = len(shown)
        if not sign.isspace():
            shown.append(sign)
        elif not blank:
            shown.append(" ")
        blank = sign.isspace()
    places[-1] = len(shown)
    lead = "…" if begin else ""
    line = lead + "".join(shown) + ("…" if begin + size < len(text) else "")
    spans = []
    for start, end in sorted(highlights):
        if begin <= start and end <= begin + len(places) - 1 and end > start:
            spans.append((places[start - begin] + len(lead), places[end - begin] + len(lead)))
    return line, tuple(spans)


def _word_start(text: str, at: int) -> int:
    """The beginning of the next word at or after `at`."""
    blank = text.find(" ", at)
    return at if blank < 0 or blank > at + 30 else blank + 1


def reasons_said(path: Sequence[Reason]) -> list[str]:
    """A hit's path in words; what tier and pin gave is said elsewhere in the row."""
    said: list[str] = []
    for reason in path:
        match reason.arm:
            case "phrase":
                said.append(translate("Rows", "word for word"))
            case "words":
                said.append(translate("Rows", "words %1").replace("%1", _quoted(reason.detail)))
            case "meaning":
                said.append(translate("Rows", "meaning"))
            case "hop":
                hops = translate("Rows", "%1 hops by %2").replace("%1", str(reason.hop))
                said.append(hops.replace("%2", "“" + reason.detail + "”"))
            case "expansion":
                said.append(translate("Rows", "asked again with %1").replace("%1", _quoted(reason.detail)))
            case "header":
                said.append(translate("Rows", "name, title or date"))
            case "near":
                said.append(translate("Rows", "beside what was said"))
            case "recency":
                said.append(translate("Rows", "recent"))
            case "rerank":
                said.append(_reread(reason))
            case "spelling":
                said.append(translate("Rows", "read as %1").replace("%1", reason.detail))
    return list(dict.fromkeys(said))


def _reread(reason: Reason) -> str:
    """What the reranker did."""
    if reason.detail.startswith("number"):
        return translate("Rows", "read once more")
    late = reason.detail.startswith("its time")
    return translate("Rows", "the reranker had too little time") if late else translate("Rows", "the reranker failed")


def _quoted(listed: str) -> str:
    """Words in a row, each in its quotation marks."""
    return ", ".join("“" + word.strip() + "”" for word in listed.split(",") if word.strip())


def _with_spoken(row: RowValue) -> RowValue:
    tier = "" if row.tier is None else words.tier_name(row.tier)
    parts = (
        row.headline,
        row.meta,
        row.second,
        row.right_top,
        tier,
        translate("Rows", "pinned") if row.pinned else "",
        row.right_bottom,
        row.reasons,
    )
    spoken = ", ".join(dict.fromkeys(part for part in parts if part))
    return replace(row, spoken=spoken)
