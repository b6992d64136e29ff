"""What the window says of why something is remembered: pure functions. `now` is aware, local."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from mnemoteca.core.changes import By
from mnemoteca.core.memory import Tier
from mnemoteca.core.sleep.values import DigestKind
from mnemoteca.core.sleep.why import Alters, Next, Promotion, Ref, Why
from mnemoteca.gui import told_backups, words
from mnemoteca.gui.components.lines import Line
from mnemoteca.gui.counted import counted
from mnemoteca.gui.rows import one_line
from mnemoteca.gui.told_sleep import rule

translate = QCoreApplication.translate
Facts = list[tuple[str, str]]
ICONS = {"digest": "file-text", "pattern": "list-tree", "fact": "quote", "memory": "message-circle"}


class WhyFigures:
    """Numbers in words; `tr` is where lupdate sees a plural."""

    def tr(self, text: str, comment: str, n: int) -> str:
        return translate("WhyFigures", text, comment or None, n)

    def former(self, n: int) -> str:
        return self.tr("%Ln former texts stand behind it", "", n)


_figures = WhyFigures()


def kind(found: Why) -> str:
    """What it is that is asked about."""
    return {
        "digest": translate("Why", "A digest"),
        "pattern": translate("Why", "A pattern"),
        "fact": translate("Why", "A fact"),
    }.get(found.kind, translate("Why", "A memory"))


def facts(found: Why, now: datetime) -> Facts:
    """Where it came from, how it rose, where it stands, what happens next and what would alter that."""
    locale = QLocale()
    told = [_came(found, now)]
    if found.tier is not None:
        told += [
            (translate("Why", "Rose"), "\n".join(_rose(each, now) for each in found.promoted)),
            (translate("Why", "Tier"), _tier(found.tier, pinned=found.pinned)),
            (translate("Why", "Importance"), words.hundredths(found.importance, locale)),
            (translate("Why", "Present"), translate("Why", "by %1 %").replace("%1", locale.toString(_percent(found)))),
            (translate("Why", "Recalled"), _recalled(found)),
            (translate("Why", "Next"), coming(found, now)),
            (translate("Why", "What would alter it"), "\n".join(map(alters, found.alters))),
        ]
    if found.former_versions:
        told.append((translate("Why", "Texts"), _figures.former(found.former_versions)))
    return told


def _came(found: Why, now: datetime) -> tuple[str, str]:
    at = told_backups.moment(found.made_at, now)
    if found.origin is not None:
        place = found.origin.collection or found.origin.folder
        said = " · ".join(filter(None, (words.source_name(found.origin.source), place, at)))
        return translate("Why", "Came from"), said
    if found.run:
        run = translate("Sleep", "run %1").replace("%1", words.number(found.run, QLocale()))
        return translate("Why", "Made by"), f"{run}, {at}"
    return translate("Why", "Made by"), translate("Why", "the rules, as it came in, %1").replace("%1", at)


def _rose(each: Promotion, now: datetime) -> str:
    """To Long, 21 Nov, 12:02, by run 3 · importance .90."""
    into = translate("Why", "to %1").replace("%1", words.tier_name(each.tier))
    if each.run:
        number = words.number(each.run, QLocale())
        by = translate("Why", "by run %1").replace("%1", number) + rule(each.rule)
    else:
        by = {
            By.PERSON: translate("Life", "by you"),
            By.ASSISTANT: translate("Life", "by an assistant or a script"),
        }.get(each.by, translate("Life", "by the rules of the tiers"))
    return ", ".join((into, told_backups.moment(each.at, now), by))


def _tier(tier: Tier, *, pinned: bool) -> str:
    return " · ".join(filter(None, (words.tier_name(tier), translate("Words", "pinned") if pinned else "")))


def _percent(found: Why) -> int:
    return round(100 * found.present)


def _recalled(found: Why) -> str:
    by = found.recalled or {}
    total = sum(by.values())
    if not total:
        return translate("Life", "not yet")
    said = [counted.recalled(total)]
    if By.PERSON in by and By.ASSISTANT in by:
        said.append(translate("Life", "by you and by assistants"))
    elif By.PERSON in by:
        said.append(translate("Life", "by you"))
    elif By.ASSISTANT in by:
        said.append(translate("Life", "by assistants"))
    return ", ".join(said)


def coming(found: Why, now: datetime) -> str:
    """What happens next if nobody does anything."""
    left = "" if found.next_at is None else words.span(max(0.0, words.seconds_to(found.next_at, now)))
    match found.next:
        case Next.RISES:
            said = translate("Why", "it rises within %1") if left else translate("Why", "it rises at the next sleep")
        case Next.FADES:
            said = translate("Why", "it fades in %1") if left else translate("Why", "it fades")
        case _:
            said = translate("Why", "it stays as it is")
    return said.replace("%1", left)


def alters(each: Alters) -> str:
    return {
        Alters.PIN: translate("Why", "A pin keeps it where it is."),
        Alters.UNPIN: translate("Why", "Without the pin its time begins anew."),
        Alters.RECALL: translate("Why", "Recalled twice by you, it rises."),
        Alters.WEIGH: translate("Why", "More important, it rises."),
        Alters.LET_GO: translate("Why", "Let go, it fades at once."),
        Alters.RESTORE: translate("Why", "Kept again, it comes back to Medium."),
        Alters.SWITCH_ON: translate("Why", "Nothing rises by itself in this space; a setting switches that on."),
    }[each]


def ref_line(ref: Ref, today: date) -> Line:
    """What rests on a memory."""
    said = ref.label
    if ref.kind == "digest":
        of, _, about = ref.label.partition(" ")
        title = words.session_name(one_line(about), today, QLocale())
        if of in (DigestKind.DAY, DigestKind.WEEK):
            day = words.short_day(date.fromisoformat(about), today, QLocale())
            title = translate("Sleep", "the week of %1").replace("%1", day) if of == DigestKind.WEEK else day
        said = translate("Sleep", "Digest “%1”").replace("%1", title)
    elif ref.kind == "memory":
        said = translate("Why", "Another memory says the same, and faded")
    return Line(one_line(said), "", icon=ICONS.get(ref.kind, "link"))
