"""What the window says of purging: what would go, where it still stands, what a receipt proves; pure functions."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QLocale

from mnemoteca.core.purging import Find, PurgeKind, PurgePreview, Receipt
from mnemoteca.gui import words
from mnemoteca.gui.components.facts import Fact
from mnemoteca.gui.counted import counted
from mnemoteca.gui.told_backups import moment

translate = QCoreApplication.translate
_SHOWN = 3  # files and memories that are named one by one
_BESIDE = 30  # characters of what is told beside


class Figures:
    """Numbers in words; `tr` is where lupdate sees a plural."""

    def tr(self, text: str, comment: str, n: int) -> str:
        return translate("Figures", text, comment or None, n)

    def versions(self, n: int) -> str:
        return self.tr("%Ln former versions", "", n)

    def sessions(self, n: int) -> str:
        return self.tr("%Ln sessions as a whole", "", n)

    def facts(self, n: int) -> str:
        return self.tr("%Ln facts", "", n)

    def links(self, n: int) -> str:
        return self.tr("%Ln links of the graph", "", n)

    def digests(self, n: int) -> str:
        return self.tr("%Ln digests", "", n)

    def patterns(self, n: int) -> str:
        return self.tr("%Ln patterns", "", n)

    def shared(self, n: int) -> str:
        return self.tr("%Ln of them also speak of others", "", n)

    def more_shared(self, n: int) -> str:
        return self.tr("and %Ln more that speak of others", "", n)

    def titles(self, n: int) -> str:
        return self.tr("The name stays in %Ln titles", "", n)

    def named(self, n: int) -> str:
        return self.tr("Also %Ln memories in which only the name stands", "", n)

    def backups(self, n: int) -> str:
        return self.tr("%Ln backups and other copies", "", n)

    def drafts(self, n: int) -> str:
        return self.tr("%Ln drafts that share its text", "", n)

    def searches(self, n: int) -> str:
        return self.tr("%Ln saved searches that share its text", "", n)

    def more(self, n: int) -> str:
        return self.tr("and %Ln more files", "", n)


_figures = Figures()


def consequences(seen: PurgePreview) -> list[Fact]:
    """What would go and where else it stands, a line each."""
    removed = translate("Purges", "removed")
    told = [Fact("message-circle", counted.memories(seen.memories), removed)]
    for count, icon, said in (
        (seen.versions, "history", _figures.versions),
        (seen.sessions, "messages-square", _figures.sessions),
        (seen.facts, "quote", _figures.facts),
        (seen.links, "link", _figures.links),
        (seen.drafts, "notebook-pen", _figures.drafts),
        (seen.searches, "search", _figures.searches),
    ):
        told += [Fact(icon, said(count), removed)] if count else []
    for count, icon, said in (
        (seen.digests, "list-tree", _figures.digests),
        (seen.patterns, "refresh-cw", _figures.patterns),
    ):
        told += [Fact(icon, said(count), translate("Purges", "go, or do without its words"))] if count else []
    if seen.backups:
        told.append(Fact("archive", _figures.backups(len(seen.backups)), translate("Purges", "written anew")))
    told += _of_entity(seen)
    told += [
        Fact("circle-alert", PurePath(path).name, translate("Purges", "can’t be opened")) for path in seen.unreadable
    ]
    told += [
        Fact("hard-drive", path, translate("Purges", "away: seen to when it is back")) for path in seen.out_of_reach
    ]
    told += [
        Fact("circle-alert", PurePath(path).name, translate("Purges", "a file that still holds it"), quiet=True)
        for path in seen.sources[:_SHOWN]
    ]
    if len(seen.sources) > _SHOWN:
        told.append(Fact("circle-alert", _figures.more(len(seen.sources) - _SHOWN), quiet=True))
    return told


def _of_entity(seen: PurgePreview) -> list[Fact]:
    """What an entity shares with others, and titles that keep its name."""
    told = [Fact("circle-alert", _figures.shared(seen.shared))] if seen.shared else []
    told += [
        Fact("message-circle", f"“{each.text}”", _cut(", ".join(each.others)), quiet=True)
        for each in seen.shares[:_SHOWN]
    ]
    if seen.shared > _SHOWN:
        told.append(Fact("message-circle", _figures.more_shared(seen.shared - _SHOWN), quiet=True))
    if seen.titles:
        told.append(Fact("circle-alert", _figures.titles(len(seen.titles)), _cut(seen.titles[0]), quiet=True))
    return told


def _cut(text: str) -> str:
    return text if len(text) <= _BESIDE else text[: _BESIDE - 1].rstrip() + "…"


def named(seen: PurgePreview) -> str:
    """What is offered beside: memories in which its name stands alone."""
    return _figures.named(seen.named)


def headline(receipt: Receipt) -> str:
    """What went."""
    told = {
        PurgeKind.MEMORIES: translate("Purges", "Memories"),
        PurgeKind.SESSION: translate("Purges", "A session"),
        PurgeKind.DAYS: translate("Purges", "A range of days"),
        PurgeKind.SPACE: translate("Purges", "A whole space"),
        PurgeKind.ENTITY: translate("Purges", "Everything about somebody or something"),
    }[receipt.kind]
    return f"{told} · {counted.memories(receipt.memories)}"


def state(receipt: Receipt) -> str:
    """Whether all of it is gone."""
    return translate("Purges", "In progress") if receipt.done_at is None else translate("Purges", "Gone")


def detail(receipt: Receipt, now: datetime) -> str:
    """When, and what each place held before and holds now."""
    told = [moment(receipt.at, now), *(_find(each) for each in receipt.finds)]
    waits = translate("Purges", "waits for %1")
    return "\n".join([" · ".join(told), *(waits.replace("%1", path) for path in receipt.waiting)])


def _find(find: Find) -> str:
    place = {
        "tables": translate("Purges", "tables"),
        "words index": translate("Purges", "words index"),
        "vectors": translate("Purges", "vectors"),
        "drafts": translate("Purges", "drafts"),
    }.get(find.place, find.place)
    locale = QLocale()
    after = "…" if find.after is None else words.number(find.after, locale)
    return f"{place} {words.number(find.before, locale)} → {after}"
