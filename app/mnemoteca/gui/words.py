"""What the window says of tiers, times and numbers: pure functions, in the language in force.

`now` is aware, in the person's zone. The time of a memory is shown at the offset it was said at.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from mnemoteca.core.memory import Memory, Precision, Role, Session, State, Tier
from mnemoteca.gui.counted import counted

translate = QCoreApplication.translate
_SHORT_FORMAT = QLocale.FormatType.ShortFormat
FADES_SOON_S = 60.0


def number(n: int, locale: QLocale) -> str:
    """With the separators of the language: 48,213."""
    return locale.toString(n)


def size(octets: float, locale: QLocale) -> str:
    """So many bytes in the unit that a person would use: 1.2 GB."""
    digits = 1 if octets >= 1_000_000 else 0
    return locale.formattedDataSize(round(octets), digits, QLocale.DataSizeFormat.DataSizeSIFormat)


def hundredths(value: float, locale: QLocale) -> str:
    """0 to 1 as `.82`, or `1.00`; with a comma as `0,82`."""
    words = locale.toString(value, "f", 2)
    return words[1:] if words.startswith("0.") else words


def tier_name(tier: Tier) -> str:
    """The tier's name."""
    match tier:
        case Tier.SHORT:
            return translate("Words", "Short")
        case Tier.MEDIUM:
            return translate("Words", "Medium")
        case Tier.LONG:
            return translate("Words", "Long")
        case Tier.FADED:
            return translate("Words", "Faded")
        case _:
            return translate("Words", "Archive")


def tier_span(tier: Tier) -> str:
    """How long a tier keeps what is in it."""
    match tier:
        case Tier.SHORT:
            return translate("Words", "up to 5 minutes")
        case Tier.MEDIUM:
            return translate("Words", "up to 24 hours")
        case Tier.LONG:
            return translate("Words", "for good")
        case _:
            return ""


def span(seconds: float) -> str:
    """A time to come, in the unit that a person would use: 18 s, 3 min, 19 h, 4 d."""
    whole = max(0, int(seconds))
    if whole < 60:
        return counted.seconds(whole)
    if whole < 3600:
        return counted.minutes(whole // 60)
    if whole < 2 * 86_400:
        return counted.hours(whole // 3600)
    return counted.days(whole // 86_400)


def exact_span(seconds: float) -> str:
    """Minutes and seconds of a short time: 4 min 36 s."""
    whole = max(0, int(seconds))
    if 60 <= whole < 3600:
        return span(whole) + " " + counted.seconds(whole % 60)
    return span(whole)


def seconds_to(moment: datetime, now: datetime) -> float:
    """Seconds from `now` until `moment`, below 0 when it is over."""
    return (moment - now).total_seconds()


def what_next(memory: Memory, now: datetime) -> str:
    """What happens to a memory next, in a word or three."""
    if memory.state is State.TRASHED:
        return translate("Words", "in the trash")
    if memory.state is State.FORMER:
        return translate("Words", "a former text")
    if memory.tier is Tier.SHORT and memory.promotes_at is not None:
        return _promoted(seconds_to(memory.promotes_at, now))
    if memory.pinned:
        return translate("Words", "pinned")
    return time_left(memory.tier, memory.tier_until, now)


def _promoted(seconds: float) -> str:
    if seconds <= 0:
        return translate("Words", "being promoted")
    return translate("Words", "promoted in %1").replace("%1", span(seconds))


def time_left(tier: Tier, until: datetime | None, now: datetime) -> str:
    """What a tier has left for something: 40 s before it fades, 19 h left, for good."""
    if tier in (Tier.SHORT, Tier.MEDIUM) and until is not None:
        seconds = seconds_to(until, now)
        if seconds <= 0:
            return translate("Words", "fading")
        if seconds < FADES_SOON_S:
            return translate("Words", "fades in %1").replace("%1", span(seconds))
        return translate("Words", "%1 left").replace("%1", span(seconds))
    return {
        Tier.LONG: translate("Words", "for good"),
        Tier.FADED: translate("Words", "faded"),
        Tier.ARCHIVE: translate("Words", "archive"),
    }.get(tier, "")


def fate(memory: Memory, now: datetime) -> str:
    """The tier and what happens next, in a sentence without its full stop: Long · pinned, never fades."""
    if memory.state is not State.ACTIVE:
        return tier_name(memory.tier) + " · " + what_next(memory, now)
    if memory.tier is Tier.LONG:
        said = translate("Words", "pinned, never fades") if memory.pinned else translate("Words", "kept for good")
    elif memory.tier is Tier.FADED:
        said = translate("Words", "out of the tiers, still found")
    elif memory.tier is Tier.ARCHIVE:
        said = translate("Words", "older than a day when it came")
    elif memory.pinned and memory.tier is Tier.MEDIUM:
        said = translate("Words", "pinned, rises at the next sleep")
    else:
        said = what_next(memory, now)
    return tier_name(memory.tier) + " · " + said


# -- times and days
def local(moment: datetime, offset_min: int) -> datetime:
    """The moment at an offset from UTC, in minutes."""
    return moment.astimezone(timezone(timedelta(minutes=offset_min)))


def clock_time(moment: datetime, locale: QLocale) -> str:
    """The time of day of `moment` in its own zone: 09:41 (in English 24 hours too, as the pictures show)."""
    pattern = "HH:mm" if locale.language() is QLocale.Language.English else locale.timeFormat(_SHORT_FORMAT)
    return locale.toString(QTime(moment.hour, moment.minute), pattern)


def short_day(day: date, today: date, locale: QLocale) -> str:
    """20 Nov, with its year when that is another one."""
    pattern = (
        translate("Words", "d MMM", "a day") if day.year == today.year else translate("Words", "d MMM yyyy", "a day")
    )
    return locale.toString(QDate(day.year, day.month, day.day), pattern).replace(".", "")


def day_label(day: str, today: date, locale: QLocale) -> str:
    """The header of a day (YYYY-MM-DD, or "" for what has no date)."""
    if not day:
        return translate("Words", "No date")
    there = date.fromisoformat(day)
    if there == today:
        return translate("Words", "Today")
    if there == today - timedelta(days=1):
        return translate("Words", "Yesterday")
    if there.year == today.year:
        pattern = translate("Words", "dddd d MMMM", "the header of a day")
    else:
        pattern = translate("Words", "dddd d MMMM yyyy", "the header of a day")
    words = locale.toString(QDate(there.year, there.month, there.day), pattern)
    return words[:1].upper() + words[1:]


def whole_day(day: date, locale: QLocale) -> str:
    """Saturday, 21 November."""
    pattern = translate("Words", "dddd, d MMMM", "the day that is today")
    words = locale.toString(QDate(day.year, day.month, day.day), pattern)
    return words[:1].upper() + words[1:]


def time_of(memory: Memory, locale: QLocale) -> str:
    """The time of day a memory is from, as far as it is known."""
    if memory.occurred_at is None or memory.precision not in (Precision.INSTANT, Precision.MINUTE):
        return ""
    return clock_time(local(memory.occurred_at, memory.offset_min), locale)


def day_of(memory: Memory, today: date, locale: QLocale) -> str:
    """The day a memory is from, as exactly as it is known."""
    if memory.occurred_at is None or memory.precision is Precision.UNKNOWN:
        return translate("Words", "no date")
    day = local(memory.occurred_at, memory.offset_min).date()
    if memory.precision is Precision.YEAR:
        return str(day.year)
    if memory.precision is Precision.MONTH:
        return locale.toString(QDate(day.year, day.month, 1), "MMM yyyy")
    return short_day(day, today, locale)


def when(memory: Memory, today: date, locale: QLocale) -> str:
    """Day and time of a memory: 20 Nov 18:31."""
    return " ".join(part for part in (day_of(memory, today, locale), time_of(memory, locale)) if part)


def session_span(session: Session, today: date, locale: QLocale) -> str:
    """From when to when a session went: 20 Nov, 18:20 to 19:05."""
    if session.started_at is None:
        return ""
    begun = local(session.started_at, session.offset_min)
    ended = local(session.ended_at, session.offset_min) if session.ended_at is not None else begun
    first, at = short_day(begun.date(), today, locale), clock_time(begun, locale)
    if ended.date() != begun.date():
        return translate("Words", "%1 to %2").replace("%1", first).replace("%2", short_day(ended.date(), today, locale))
    if clock_time(ended, locale) == at:
        return first + ", " + at
    hours = translate("Words", "%1 to %2").replace("%1", at).replace("%2", clock_time(ended, locale))
    return first + ", " + hours


SOURCES = {
    "claude": "Claude",
    "claude-code": "Claude Code",
    "chatgpt": "ChatGPT",
    "git": "git",
    "locomo": "LoCoMo",
}


def source_name(source: str) -> str:
    """Where something came from, as a person calls it."""
    if source == "note":
        return translate("Words", "by hand")
    return SOURCES.get(source, source[:1].upper() + source[1:])


def session_name(title: str, today: date, locale: QLocale) -> str:
    """The title of a session; a day of notes is titled by its date, which is said as a person would."""
    try:
        day = date.fromisoformat(title) if len(title) == 10 else None
    except ValueError:
        day = None
    if day is None:
        return title
    return translate("Words", "Notes of %1").replace("%1", short_day(day, today, locale))


def speaker(memory: Memory) -> str:
    """Who speaks: the name the source gave, else by the role."""
    if memory.speaker:
        return memory.speaker
    match memory.role:
        case Role.ASSISTANT:
            return translate("Words", "Assistant")
        case Role.TOOL:
            return translate("Words", "Tool")
        case Role.DOCUMENT:
            return translate("Words", "Document")
        case _:
            return translate("Words", "You")
