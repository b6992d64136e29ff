"""What the window says of forgetting: what goes with memories, and where they still stand; pure functions."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from mnemoteca.core.sleep.why import Consequences
from mnemoteca.gui.components.facts import Fact
from mnemoteca.gui.counted import counted

translate = QCoreApplication.translate
_SHOWN = 3  # files that are named one by one


class ForgetFigures:
    """Numbers in words; `tr` is where lupdate sees a plural."""

    def tr(self, text: str, comment: str, n: int) -> str:
        return translate("ForgetFigures", text, comment or None, n)

    def facts(self, n: int) -> str:
        return self.tr("%Ln facts", "", n)

    def links(self, n: int) -> str:
        return self.tr("%Ln links between names", "", n)

    def digests(self, n: int) -> str:
        return self.tr("%Ln digests", "", n)

    def patterns(self, n: int) -> str:
        return self.tr("%Ln patterns", "", n)

    def more(self, n: int) -> str:
        return self.tr("and %Ln more files", "", n)


_figures = ForgetFigures()


def hangs(seen: Consequences) -> bool:
    """Whether so much hangs on it that a person is asked; links alone come and go with every name."""
    learned = seen.digests_gone + seen.digests_rewritten + seen.patterns_gone + seen.patterns_rewritten
    return learned + seen.facts > 0


def consequences(seen: Consequences) -> list[Fact]:
    """What goes, what does without its words, and where it still stands, a line each."""
    removed = translate("Forgetting", "removed")
    without = translate("Forgetting", "rewritten without it")
    told = [Fact("archive-x", counted.memories(seen.memories), translate("Forgetting", "to the trash"))]
    for count, icon, said, becomes in (
        (seen.facts, "quote", _figures.facts, removed),
        (seen.links, "link", _figures.links, removed),
        (seen.digests_gone, "file-text", _figures.digests, removed),
        (seen.digests_rewritten, "file-text", _figures.digests, without),
        (seen.patterns_gone, "list-tree", _figures.patterns, removed),
        (seen.patterns_rewritten, "list-tree", _figures.patterns, without),
    ):
        told += [Fact(icon, said(count), becomes)] if count else []
    told += [
        Fact("circle-alert", PurePath(path).name, translate("Forgetting", "still holds it"), quiet=True)
        for path in seen.sources[:_SHOWN]
    ]
    if len(seen.sources) > _SHOWN:
        told.append(Fact("circle-alert", _figures.more(len(seen.sources) - _SHOWN), quiet=True))
    return told
