"""Why a memory is remembered and where it came from, in words; and what a session holds. `now` is aware, local."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePosixPath, PureWindowsPath

from PySide6.QtCore import QCoreApplication, QLocale

from mnemoteca.core.changes import By, Happened
from mnemoteca.core.life import Event, MemoryLife, Origin, SessionFacts, Stage
from mnemoteca.core.memory import Memory, Role, Session, Tier
from mnemoteca.core.tiers import LONG_IMPORTANCE, MIN_ACCESSES, PROMOTION_THRESHOLD
from mnemoteca.gui import words
from mnemoteca.gui.counted import counted

translate = QCoreApplication.translate
Facts = list[tuple[str, str]]


def why(memory: Memory, life: MemoryLife | None, now: datetime, locale: QLocale) -> Facts:
    """Why it is remembered: who kept it, how it rose, who recalled it, what it weighs."""
    events = life.events if life is not None else ()
    rose = next((event for event in reversed(events) if event.kind is Happened.PROMOTED), None)
    faded = next((e for e in reversed(events) if e.kind in (Happened.FADED, Happened.EVICTED)), None)
    return [
        (translate("Life", "Kept because"), kept_because(memory)),
        (translate("Life", "Promoted"), _promoted(memory, rose, now, locale) if rose is not None else ""),
        (translate("Life", "Faded"), _at(faded.at, now, locale) if faded and memory.tier is Tier.FADED else ""),
        (translate("Life", "Recalled"), recalled(memory, life, now, locale)),
        (translate("Life", "Importance"), words.hundredths(memory.importance, locale)),
    ]


def kept_because(memory: Memory) -> str:
    """The reason why it is here at all, and why it stays."""
    if memory.kind == "note":
        said = translate("Life", "you wrote it down")
    elif memory.kind == "entry":
        said = translate("Life", "an assistant or a script kept it")
    elif memory.kind == "answer":
        said = translate("Life", "you kept an answer that a model inferred")
    elif memory.kind == "commit":
        said = translate("Life", "it is a commit of a repository")
    elif memory.role is Role.USER:
        said = translate("Life", "you said it")
    else:
        said = translate("Life", "it belongs to what you brought in")
    return said + translate("Life", ", and you pinned it") if memory.pinned else said


def _promoted(memory: Memory, rose: Event, now: datetime, locale: QLocale) -> str:
    """How it rose last, and when: importance .82, 20 Nov 18:32."""
    if rose.by is By.PERSON:
        reason = translate("Life", "by you")
    elif rose.by is By.ASSISTANT:
        reason = translate("Life", "by an assistant or a script")
    elif memory.importance >= (LONG_IMPORTANCE if rose.tier is Tier.LONG else PROMOTION_THRESHOLD):
        reason = translate("Life", "importance %1").replace("%1", words.hundredths(memory.importance, locale))
    elif memory.access_count >= MIN_ACCESSES:
        reason = translate("Life", "it was recalled")
    else:
        reason = translate("Life", "by the rules of the tiers")
    return f"{reason}, {_at(rose.at, now, locale)}"


def recalled(memory: Memory, life: MemoryLife | None, now: datetime, locale: QLocale) -> str:
    """How often, by whom, and when last: 4 times, by you and by assistants, last on 20 Nov."""
    if not memory.access_count:
        return translate("Life", "not yet")
    said = [counted.recalled(memory.access_count)]
    by = {who for who, count in (life.recalled if life is not None else {}).items() if count}
    if {By.PERSON, By.ASSISTANT} <= by:
        said.append(translate("Life", "by you and by assistants"))
    elif By.PERSON in by:
        said.append(translate("Life", "by you"))
    elif By.ASSISTANT in by:
        said.append(translate("Life", "by assistants"))
    if memory.last_access is not None:
        day = words.short_day(memory.last_access.astimezone(now.tzinfo).date(), now.date(), locale)
        said.append(translate("Life", "last on %1").replace("%1", day))
    return ", ".join(said)


def presence(memory: Memory, today: float, later: float, if_recalled: float) -> str:
    """How present it is and will be in 30 days, and what a recall or a pin changes."""
    said = translate("Life", "Today %1 present, in 30 days %2; recalled now by you, %3.")
    for n, share in enumerate((today, later, if_recalled), 1):
        said = said.replace(f"%{n}", f"{100 * share:.0f} %")
    if memory.pinned:
        pin = translate("Life", "Pinned, it stays in its tier whatever the curve.")
    elif memory.tier in (Tier.SHORT, Tier.MEDIUM):
        pin = translate("Life", "A pin would keep it in its tier.")
    else:
        pin = ""
    return " ".join(filter(None, (said, pin)))


def stood_in(stages: Sequence[Stage]) -> str:
    """The tiers of its life in order, for who can't see them: Tiers: Short, Medium, Long."""
    names = ", ".join(words.tier_name(stage.tier) for stage in stages)
    return translate("Life", "Tiers: %1.").replace("%1", names) if names else ""


def came_from(memory: Memory, life: MemoryLife | None, now: datetime, locale: QLocale) -> Facts:
    """Where a memory came from: who said it when, when it was kept, source, file, folder, branch."""
    origin = life.origin if life is not None else Origin(memory.source)
    files = [value for kind, value in memory.places if kind == "file"]
    pages = [value for kind, value in memory.places if kind == "page"]
    return [
        (translate("Life", "Said"), f"{words.when(memory, now.date(), locale)} · {words.speaker(memory)}"),
        (translate("Life", "Kept"), _at(memory.recorded_at, now, locale)),
        (translate("Life", "Source"), words.source_name(memory.source)),
        *_of_origin(origin),
        (translate("Life", "Files"), ", ".join(map(_short, files[:5]))),
        (translate("Life", "Page"), ", ".join(pages[:5])),
        (translate("Life", "Model"), memory.model),
    ]


def holds(session: Session, facts: SessionFacts | None, now: datetime, locale: QLocale) -> Facts:
    """What a session holds: when it was, how much was said by whom, and in which tiers that stands."""
    tiers = facts.tiers if facts is not None else {}
    order = (Tier.LONG, Tier.MEDIUM, Tier.SHORT, Tier.FADED, Tier.ARCHIVE)
    named = ((tiers[tier], words.tier_name(tier)) for tier in order if tier in tiers)
    in_tiers = [f"{name} {words.number(count, locale)}" for count, name in named]
    speakers = facts.speakers if facts is not None else {}
    return [
        (translate("Life", "When"), words.session_span(session, now.date(), locale)),
        (translate("Life", "Length"), counted.turns(session.turns)),
        (translate("Life", "Tiers"), " · ".join(in_tiers)),
        (translate("Life", "Pinned"), words.number(facts.pinned, locale) if facts is not None and facts.pinned else ""),
        (translate("Life", "Speakers"), ", ".join(list(speakers)[:5])),
    ]


def session_from(session: Session, facts: SessionFacts | None) -> Facts:
    """Where a session came from."""
    origin = facts.origin if facts is not None else Origin(session.source)
    return [(translate("Life", "Source"), words.source_name(session.source)), *_of_origin(origin)]


def _of_origin(origin: Origin) -> Facts:
    return [
        (translate("Life", "Collection"), _short(origin.collection)),
        (translate("Life", "Folder"), origin.folder),
        (translate("Life", "Branch"), origin.branch),
    ]


def _short(path: str) -> str:
    """The name at the end of a path."""
    kind = PureWindowsPath if "\\" in path else PurePosixPath
    return kind(path).name or path


def _at(moment: datetime, now: datetime, locale: QLocale) -> str:
    """Day and time on the person's clock."""
    local = moment.astimezone(now.tzinfo)
    return words.short_day(local.date(), now.date(), locale) + " " + words.clock_time(local, locale)
