"""What the window says of sleep: runs, what each learned and let go, what rests on it; pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from mnemoteca.core.reports import RunInfo, RunState
from mnemoteca.core.sleep.values import (
    Digest,
    DigestKind,
    Pattern,
    PatternKind,
    Proposal,
    ProposalKind,
    ProposalState,
    Rest,
)
from mnemoteca.gui import told_backups, words
from mnemoteca.gui.components.lines import Line
from mnemoteca.gui.counted import counted
from mnemoteca.gui.rows import one_line
from mnemoteca.gui.told_acts import deeds

translate = QCoreApplication.translate
_NAMED = 3  # things that rest on a run, one by one
_LONG_MS = 1000
EVENING, MORNING = 18, 9  # hours between which it is night


class SleepFigures:
    """Numbers of runs in words; `tr` is where lupdate sees a plural."""

    def tr(self, text: str, comment: str, n: int) -> str:
        return translate("SleepFigures", text, comment or None, n)

    def runs(self, n: int) -> str:
        return self.tr("%Ln runs", "", n)

    def digests(self, n: int) -> str:
        return self.tr("%Ln digests", "", n)

    def patterns(self, n: int) -> str:
        return self.tr("%Ln patterns", "", n)

    def kept_for_good(self, n: int) -> str:
        return self.tr("%Ln kept for good", "", n)

    def faded(self, n: int) -> str:
        return self.tr("%Ln faded", "", n)

    def merged(self, n: int) -> str:
        return self.tr("%Ln said twice", "", n)

    def dropped(self, n: int) -> str:
        return self.tr("%Ln left out: not as they were", "", n)

    def waiting(self, n: int) -> str:
        return self.tr("%Ln memories wait for the next run", "", n)

    def contradictions(self, n: int) -> str:
        return self.tr("%Ln contradictions", "", n)

    def sentences(self, n: int) -> str:
        return self.tr("%Ln sentences", "", n)

    def from_memories(self, n: int) -> str:
        return self.tr("from %Ln memories", "", n)

    def in_memories(self, n: int) -> str:
        return self.tr("in %Ln memories", "", n)

    def moved_back(self, n: int) -> str:
        return self.tr("The run is undone: %Ln memories stand as before.", "", n)

    def others(self, n: int) -> str:
        return self.tr("%Ln others", "things that rest on a run", n)


figures = SleepFigures()


def last_evening(now: datetime) -> datetime:
    """Since when what was learned was learned last night, or today; `now` is aware, in the person's zone."""
    return now.replace(hour=EVENING, minute=0, second=0, microsecond=0) - timedelta(days=1)


def learned_when(run: RunInfo, now: datetime) -> str:
    """The heading of what a run learned: last night, or today."""
    there = run.at.astimezone(now.tzinfo)
    by_night = there.date() < now.date() or there.hour < MORNING
    return translate("Sleep", "Learned last night") if by_night else translate("Sleep", "Learned today")


# -- a run in the list
def headline(run: RunInfo) -> str:
    """Its number, and what became of it where it isn't simply done."""
    name = translate("Sleep", "Run %1").replace("%1", words.number(run.run, QLocale()))
    became = {
        RunState.PROPOSED: translate("Sleep", "preview"),
        RunState.UNDONE: translate("Sleep", "undone by you"),
        RunState.FAILED: translate("Sleep", "not applied"),
    }.get(run.state, "")
    return " · ".join(filter(None, (name, became)))


def when(run: RunInfo, now: datetime) -> str:
    """The time of day of one of today, else the day as well."""
    there = run.at.astimezone(now.tzinfo)
    return words.clock_time(there, QLocale()) if there.date() == now.date() else told_backups.moment(run.at, now)


def took(run: RunInfo) -> str:
    """How long it thought: 41 s, or 320 ms."""
    if run.took_ms >= _LONG_MS:
        return words.span(run.took_ms / 1000)
    return translate("Sleep", "%1 ms").replace("%1", words.number(run.took_ms, QLocale())) if run.took_ms else ""


def summary(run: RunInfo) -> str:
    """What it did, in a line: 12 memories → 4 digests, 3 faded."""
    if run.state is RunState.FAILED:
        return reason(run.reason)
    made = [said for _, said in counts(run)]
    if not made:
        return translate("Sleep", "Nothing new to learn")
    return f"{counted.memories(run.taken)} → {', '.join(made)}"


def reason(said: str) -> str:
    """Which check failed, in the language in force."""
    return {
        "a memory that was taken in is not accounted for": translate("Sleep", "a memory is not accounted for"),
        "a memory would be moved twice": translate("Sleep", "a memory would be moved twice"),
        "a digest rests on nothing": translate("Sleep", "a digest rests on nothing"),
        "a pattern rests on nothing": translate("Sleep", "a pattern rests on nothing"),
        "a quote of a digest does not stand in its memory": translate("Sleep", "a quote is not what its memory says"),
        "a quote of a pattern does not stand in its memory": translate("Sleep", "a quote is not what its memory says"),
        "a text was touched": translate("Sleep", "a text was touched"),
    }.get(said, said)


def counts(run: RunInfo) -> list[tuple[str, str]]:
    """What it made, each with its icon; what it made none of is left out."""
    found = (
        ("file-text", run.digests, figures.digests),
        ("list-tree", run.patterns, figures.patterns),
        ("arrow-up-right", run.promoted, figures.kept_for_good),
        ("feather", run.faded - run.merged, figures.faded),
        ("merge", run.merged, figures.merged),
    )
    return [(icon, said(count)) for icon, count, said in found if count > 0]


# -- a run on its page
def sentence(run: RunInfo, now: datetime) -> str:
    """When, how long, by what, over how much; and that nothing of the person's was changed."""
    parts = [told_backups.moment(run.at, now), took(run), translate("Sleep", "by rules, no language model")]
    if run.session:
        parts.append(translate("Sleep", "over one session"))
    parts.append(translate("Sleep", "%1 looked at, no text changed").replace("%1", counted.memories(run.taken)))
    return " · ".join(filter(None, parts))


def chips(run: RunInfo) -> list[tuple[str, str]]:
    """What stands below the sentence: counts, what was left out, what waits, and the checks."""
    found = counts(run)
    found += [("circle-alert", figures.dropped(run.dropped))] if run.dropped else []
    found += [("clock", figures.waiting(run.waiting))] if run.waiting else []
    if run.state in (RunState.APPLIED, RunState.UNDONE):
        found.append(("shield-check", translate("Sleep", "all checks passed")))
    return found


def standing(run: RunInfo) -> str:
    """What can still become of it, in a sentence."""
    return {
        RunState.PROPOSED: translate(
            "Sleep", "A preview: nothing was changed yet. Applying does exactly this, and can be undone."
        ),
        RunState.UNDONE: translate(
            "Sleep", "You took this run back. It is not done again while its reasons are the same."
        ),
        RunState.FAILED: translate("Sleep", "A check failed, so nothing was changed: %1.").replace(
            "%1", reason(run.reason)
        ),
    }.get(run.state, "")


def resting(rests: Sequence[Rest]) -> str:
    """What rests on a run, and that it is undone with it; "" where nothing does."""
    if not rests:
        return ""
    named = [_rest(rest) for rest in rests[:_NAMED]]
    if len(rests) > _NAMED:
        named.append(figures.others(len(rests) - _NAMED))
    told = translate("Sleep", "Later acts rest on this run: %1. Undoing it undoes them, too.")
    return told.replace("%1", ", ".join(named))


def _rest(rest: Rest) -> str:
    if rest.kind == "run":
        return translate("Sleep", "run %1").replace("%1", words.number(rest.number, QLocale()))
    return f"“{deeds.said(rest.label, 1)}”"


# -- what it made
def digest_title(digest: Digest, today: date) -> str:
    """What a digest is about."""
    if digest.kind is DigestKind.SESSION:
        return words.session_name(digest.title, today, QLocale())
    if digest.kind is DigestKind.TOPIC or digest.day is None:
        return digest.title
    day = words.short_day(digest.day, today, QLocale())
    return translate("Sleep", "the week of %1").replace("%1", day) if digest.kind is DigestKind.WEEK else day


def digest_line(digest: Digest, today: date) -> Line:
    title = one_line(digest_title(digest, today))
    said = translate("Sleep", "Digest “%1”").replace("%1", title)
    quiet = f"{figures.sentences(len(digest.sentences))} {figures.from_memories(digest.sources)}"
    return Line(said, "", sign="+", quiet=quiet)


def pattern_line(pattern: Pattern) -> Line:
    quiet = f"{pattern_kind(pattern.kind)} · {figures.in_memories(pattern.sources)}"
    return Line(quoted(pattern.quote.text), "", sign="+", quiet=quiet)


def pattern_kind(kind: PatternKind) -> str:
    return {
        PatternKind.PATTERN: translate("Sleep", "again and again"),
        PatternKind.DECISION: translate("Sleep", "decision"),
        PatternKind.PREFERENCE: translate("Sleep", "preference"),
        PatternKind.HOW_TO: translate("Sleep", "how to"),
        PatternKind.QUESTION: translate("Sleep", "open question"),
        PatternKind.PROCEDURE: translate("Sleep", "a way of doing it, told several times"),
    }[kind]


def move_line(move: Proposal) -> Line:
    """What becomes of a memory, and by which rule."""
    dropped = translate("Sleep", "left out: it is not as it was") if move.state is ProposalState.DROPPED else ""
    if move.kind is ProposalKind.PROMOTE:
        quiet, sign = translate("Sleep", "kept for good") + rule(move.why), "+"
    elif move.kind is ProposalKind.MERGE:
        quiet, sign = translate("Sleep", "another one says the same, and stays"), "−"
    else:
        quiet, sign = translate("Sleep", "its time in Medium is up · faded, still found"), "−"
    return Line(quoted(move.text), "", sign="" if dropped else sign, quiet=dropped or quiet)


def rule(why: str) -> str:
    """importance .82 · 3 times · pinned, after a dot."""
    kind, _, value = why.partition(" ")
    if kind == "importance":
        return " · " + translate("Life", "importance %1").replace("%1", words.hundredths(float(value), QLocale()))
    if kind == "accesses":
        return " · " + translate("Sleep", "recalled %1").replace("%1", counted.recalled(int(value)))
    return " · " + translate("Words", "pinned") if kind == "pinned" else ""


def quoted(text: str) -> str:
    return f"“{one_line(text)}”"
