"""How values are worded on a terminal: times, sizes, counts, and memories as a line or whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from mnemoteca.core.memory import Memory, Precision, Session

LINE = 100  # characters of a text that a line of a list shows
_FORMATS = {Precision.DAY: "%Y-%m-%d", Precision.MONTH: "%Y-%m", Precision.YEAR: "%Y"}


def plural(count: int, noun: str) -> str:
    """“1 memory”, “2,652 memories”."""
    return f"{count:,} {noun if count == 1 else many(noun)}"


def many(noun: str) -> str:
    """The plural of a noun; one that is in the plural stays."""
    return noun if noun.endswith("s") else f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def moment(at: datetime | None, offset_min: int = 0, precision: Precision = Precision.MINUTE) -> str:
    """A time as it was said: local at its offset, no finer than it is known."""
    if at is None or precision is Precision.UNKNOWN:
        return "no date"
    try:
        local = at.astimezone(timezone(timedelta(minutes=offset_min)))
    except OverflowError:
        local = at
    return local.strftime(_FORMATS.get(precision, "%Y-%m-%d %H:%M"))


def here(at: datetime | None) -> str:
    """A time on this machine's wall."""
    return "never" if at is None else at.astimezone().strftime("%Y-%m-%d %H:%M")


def left(until: datetime | None, now: datetime) -> str:
    """How long until then: “4 min”, “23 h”."""
    if until is None:
        return ""
    seconds = max(0.0, (until - now).total_seconds())
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.0f} h"


def size(count: int) -> str:
    """Bytes, as people read them."""
    return f"{count / 1e6:,.1f} MB" if count >= 100_000 else f"{count / 1e3:,.1f} kB"


def shortened(text: str, length: int = LINE) -> str:
    """The text in one line, cut where it is longer."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def amount(count: int, unit: str) -> str:
    """How much of a job is done, in its unit."""
    return size(count) if unit == "byte" else plural(count, unit)


def memory_line(memory: Memory) -> str:
    """A memory in one line of a list."""
    who = f"{memory.speaker}: " if memory.speaker else ""
    pin = "★ " if memory.pinned else ""
    when = moment(memory.occurred_at, memory.offset_min, memory.precision)
    return f"[{memory.id}] {when}  {memory.tier:7}  {pin}{who}{shortened(memory.text)}"


def memory_whole(memory: Memory) -> str:
    """A memory with its origin, its time and its state above its text."""
    when = moment(memory.occurred_at, memory.offset_min, memory.precision)
    facts = [
        f"memory {memory.id} in “{memory.space}”, {memory.state}, {memory.tier}{', pinned' if memory.pinned else ''}",
        f"{when}, {memory.speaker or memory.role}, from {memory.source}, importance {memory.importance:.2f}",
        f"session {memory.session}: {memory.session_title}",
    ]
    if memory.echo_of is not None:
        facts.append(f"an assistant's echo of memory {memory.echo_of}: nothing is learned from it")
    if memory.tags:
        facts.append("tags: " + " ".join(f"#{tag}" for tag in memory.tags))
    if memory.suggested:
        facts.append("suggested: " + " ".join(f"#{tag}" for tag in memory.suggested))
    return "\n".join(facts) + f"\n\n{memory.text}"


def session_line(session: Session) -> str:
    """A session in one line of a list."""
    when = moment(session.started_at, session.offset_min)
    return f"[{session.id}] {when}  {plural(session.turns, 'turn')}  {session.tier:7}  {shortened(session.title, 70)}"


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Rows in columns."""
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))] if rows else []
    return "\n".join("  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows)
