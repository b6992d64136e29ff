"""What the window says of an import: what would come in, how far it is, and what came in; pure functions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from mnemoteca.core.jobs import Job
from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.core.preview import Preview, SecretsOfKind
from mnemoteca.gui import words
from mnemoteca.gui.components.facts import Fact
from mnemoteca.gui.counted import counted

translate = QCoreApplication.translate
EXAMPLES = 3  # secrets of a kind that are shown
SUMMED = (
    "size", "sessions", "sessions_new", "memories", "new", "changed", "unchanged", "in_trash", "duplicates", "empty",
    "boilerplate", "tool_output", "tool_characters", "unread", "mended", "elsewhere",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Progress:
    """How far work is: `rate` in bytes a second, `left_s` where it can be told."""

    done: int = 0
    total: int = 0
    rate: float = 0.0
    left_s: float | None = None
    counts: tuple[tuple[str, int], ...] = ()  # of the results until now


def progress(jobs: Iterable[Job]) -> Progress:
    """Several jobs as one, done one after the other."""
    told = list(jobs)
    done, total = sum(job.done for job in told), sum(job.total for job in told)
    rate = max((job.rate for job in told), default=0.0)
    counts = Counter[str]()
    for job in told:
        counts.update(job.result or {})
    left = (total - done) / rate if rate > 0 and total else None
    return Progress(done, total, rate, left, tuple(counts.items()))


def how_far(now: Progress) -> str:
    """64 % · 12 MB/s · 20 s left."""
    parts = [f"{100 * now.done // now.total} %"] if now.total else []
    if now.rate >= 1 and now.total:
        parts.append(translate("Imports", "%1/s").replace("%1", words.size(now.rate, QLocale())))
    if now.left_s is not None:
        parts.append(translate("Words", "%1 left").replace("%1", words.span(now.left_s)))
    return " · ".join(parts)


def together(previews: Sequence[Preview]) -> Preview:
    """What would come in from several paths, as one."""
    first = previews[0]
    if len(previews) == 1:
        return first
    sums = {name: sum(getattr(each, name) for each in previews) for name in SUMMED}
    kinds: dict[str, SecretsOfKind] = {}
    for kind in (kind for each in previews for kind in each.secrets):
        known = kinds.get(kind.kind, SecretsOfKind(kind.kind, 0))
        kinds[kind.kind] = SecretsOfKind(kind.kind, known.count + kind.count, known.examples + kind.examples)
    return replace(
        first,
        ended=all(each.ended for each in previews),
        first=min((each.first for each in previews if each.first), default=None),
        last=max((each.last for each in previews if each.last), default=None),
        secrets=tuple(sorted(kinds.values(), key=lambda kind: -kind.count)),
        reasons=tuple(reason for each in previews for reason in each.reasons),
        titles=tuple(title for each in previews for title in each.titles)[:8],
        **sums,
    )


def days(seen: Preview, today: date, locale: QLocale) -> str:
    """From when to when it is: 12 Mar 2024 to 20 Nov."""
    if seen.first is None or seen.last is None:
        return ""
    first, last = (words.short_day(at.astimezone().date(), today, locale) for at in (seen.first, seen.last))
    return first if first == last else translate("Words", "%1 to %2").replace("%1", first).replace("%2", last)


def facts(seen: Preview, *, without_junk: bool = False, bring_back: bool = False) -> list[Fact]:
    """What would come in and what would not, a line each."""
    told = [_new(seen)]
    if seen.changed:
        becomes = translate("Imports", "new version, the old one stays")
        told.append(Fact("redo-2", figures.changed(seen.changed), becomes))
    if seen.unchanged:
        in_trash = figures.out_of_trash if bring_back else figures.in_trash
        trash = in_trash(seen.in_trash) if seen.in_trash else translate("Imports", "nothing changes")
        told.append(Fact("check", figures.here(seen.unchanged), trash, quiet=not (bring_back and seen.in_trash)))
    if seen.elsewhere:
        told.append(
            Fact("messages-square", figures.elsewhere(seen.elsewhere), ", ".join(seen.elsewhere_from), quiet=True)
        )
    if seen.duplicates:
        becomes = translate("Imports", "brought in, each in its place")
        told.append(Fact("copy", figures.duplicates(seen.duplicates), becomes, quiet=True))
    told += _junk(seen, without_junk=without_junk)
    if seen.unread:
        told.append(Fact("circle-alert", figures.unread(seen.unread), translate("Imports", "see below")))
    return told


def _new(seen: Preview) -> Fact:
    if not seen.new:
        return Fact("inbox", translate("Imports", "Nothing new is in it"))
    sessions = seen.sessions_new or seen.sessions
    return Fact(
        "inbox", figures.new(seen.new) + " " + figures.in_sessions(sessions), translate("Imports", "brought in")
    )


def _junk(seen: Preview, *, without_junk: bool) -> list[Fact]:
    out, comes = translate("Imports", "left out"), translate("Imports", "brought in")
    told = []
    if seen.empty:
        told.append(Fact("archive-x", figures.empty(seen.empty), out, quiet=True))
    if seen.boilerplate:
        told.append(Fact("feather", figures.boilerplate(seen.boilerplate), out if without_junk else comes, quiet=True))
    if seen.tool_output:
        size = translate("Imports", "(%1)").replace("%1", counted.characters(seen.tool_characters))
        said = f"{figures.tool_output(seen.tool_output)} {size}"
        told.append(Fact("file-down", said, out if without_junk else comes, quiet=True))
    return told


def into(space: str) -> str:
    """Which space it comes into, as the top of the window calls it."""
    name = translate("TopBar", "Personal") if space == DEFAULT_SPACE else space
    return translate("Imports", "into %1").replace("%1", name)


def secrets_in(seen: Preview) -> int:
    """How many secrets there are."""
    return sum(kind.count for kind in seen.secrets)


def so_far(now: Progress) -> str:
    """What was seen, or came in, until now."""
    counts = dict(now.counts)
    new = counts.get("memories_new", counts.get("memories", 0))
    sessions = counts.get("sessions_new", counts.get("sessions", 0))
    here = counts.get("unchanged", 0) if "memories_new" in counts else 0
    told = [figures.memories(new)] if new or not here else []
    told += [figures.sessions(sessions)] if sessions else []
    told += [figures.here(here)] if here else []
    return " · ".join(told)


class Figures:
    """Numbers in words; `tr` is where lupdate sees a plural."""

    def tr(self, text: str, comment: str, n: int) -> str:
        return translate("Figures", text, comment or None, n)

    def new(self, n: int) -> str:
        return self.tr("%Ln new memories", "", n)

    def in_sessions(self, n: int) -> str:
        return self.tr("in %Ln sessions", "", n)

    def memories(self, n: int) -> str:
        return self.tr("%Ln memories", "", n)

    def sessions(self, n: int) -> str:
        return self.tr("%Ln sessions", "", n)

    def changed(self, n: int) -> str:
        return self.tr("%Ln changed at their source", "", n)

    def here(self, n: int) -> str:
        return self.tr("%Ln are here already", "", n)

    def elsewhere(self, n: int) -> str:
        return self.tr("%Ln sessions are here from another source", "", n)

    def in_trash(self, n: int) -> str:
        return self.tr("%Ln of these stay in the trash", "", n)

    def out_of_trash(self, n: int) -> str:
        return self.tr("%Ln of these come back from the trash", "", n)

    def duplicates(self, n: int) -> str:
        return self.tr("%Ln say the same as another one", "", n)

    def empty(self, n: int) -> str:
        return self.tr("%Ln are empty", "", n)

    def boilerplate(self, n: int) -> str:
        return self.tr("%Ln are texts that only machines write", "", n)

    def tool_output(self, n: int) -> str:
        return self.tr("%Ln very long outputs of tools", "", n)

    def unread(self, n: int) -> str:
        return self.tr("%Ln entries can’t be read", "", n)

    def secrets(self, n: int) -> str:
        return self.tr("%Ln secrets are in these texts", "", n)

    def bring_in(self, n: int) -> str:
        return self.tr("Bring in %Ln memories", "", n)

    def files(self, n: int) -> str:
        return self.tr("%Ln files", "", n)

    def left_out(self, n: int) -> str:
        return self.tr("%Ln entries could not be taken as they are", "", n)

    def more_left_out(self, n: int) -> str:
        return self.tr("and %Ln more; save the list to see them all", "", n)

    def taken_back(self, n: int) -> str:
        return self.tr("Taken back: %Ln memories are in the trash.", "", n)

    def deleted_soon(self, n: int) -> str:
        return self.tr("%Ln of them within a week", "", n)

    def deleted_after(self, n: int) -> str:
        return self.tr("%1 itself deletes files after %Ln days", "", n)

    def listed(self, n: int) -> str:
        return self.tr("Saved: a list of %Ln entries.", "", n)


figures = Figures()
