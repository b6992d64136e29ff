"""What the page of the tiers says of its figures: the days, the growth, the curve, in the language in force."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from mnemoteca.core.forgetting import retention
from mnemoteca.core.sleep.outlook import Outlook
from mnemoteca.core.tier_days import TierDay
from mnemoteca.gui import words
from mnemoteca.gui.counted import counted

translate = QCoreApplication.translate


def in_a_year(outlook: Outlook) -> str:
    """How much of what stands in the tiers will be in one in a year."""
    told = translate("TierWords", "At the present rules %1 % of these will be in a tier in a year")
    return told.replace("%1", QLocale().toString(outlook.percent))


def day_said(day: TierDay, today: date, locale: QLocale) -> str:
    """14 Nov: 3 rose to medium, 1 to long, 2 faded."""
    pattern = translate("TierWords", "%1: %2 rose to medium, %3 to long, %4 faded")
    figures = (words.number(n, locale) for n in (day.to_medium, day.to_long, day.faded))
    for place, said in enumerate((words.short_day(date.fromisoformat(day.day), today, locale), *figures), start=1):
        pattern = pattern.replace(f"%{place}", said)
    return pattern


def days_said(days: Sequence[TierDay], locale: QLocale) -> str:
    """All days together: In 30 days 12 rose to medium, 3 to long, 40 faded."""
    pattern = translate("TierWords", "In 30 days %1 rose to medium, %2 to long, %3 faded. Arrows go from day to day.")
    sums = (sum(d.to_medium for d in days), sum(d.to_long for d in days), sum(d.faded for d in days))
    for place, n in enumerate(sums, start=1):
        pattern = pattern.replace(f"%{place}", words.number(n, locale))
    return pattern


def growth_said(days: Sequence[TierDay], locale: QLocale) -> str:
    """Kept today: 48,213 memories, 30 days ago 41,000."""
    if not days:
        return ""
    pattern = translate("TierWords", "Kept today: %1; %2 days ago: %3.")
    parts = (counted.memories(days[-1].kept), str(len(days) - 1), words.number(days[0].kept, locale))
    for place, said in enumerate(parts, start=1):
        pattern = pattern.replace(f"%{place}", said)
    return pattern


def grown(days: Sequence[TierDay], locale: QLocale) -> str:
    """+214 in 30 days."""
    more = days[-1].kept - days[0].kept if days else 0
    said = ("+" if more > 0 else "") + words.number(more, locale)
    return translate("TierWords", "%1 in 30 days").replace("%1", said)


def curve_said() -> str:
    """The forgetting curve at the rules in force."""
    pattern = translate(
        "TierWords",
        "How present a memory is: unread, %1 % after ten days and %2 % after thirty; each reading lets it begin anew.",
    )
    for place, days in ((1, 10), (2, 30)):
        pattern = pattern.replace(f"%{place}", f"{100 * retention(days):.0f}")
    return pattern
