"""Names as they come from the labels, put right: brackets in pairs, no mark left over at an edge."""

from __future__ import annotations

from collections.abc import Sequence

from mnemoteca.models.nano.entities.words import Word

_PAIRS = {")": "(", "]": "[", "”": "“", "»": "«"}
_OPENING = frozenset(_PAIRS.values())
_NEVER_INSIDE = frozenset('|;?"*<>{}=•')
_EDGES = frozenset(".,:;!?…'\"’‘“”«»-–—|/()[]#@*_~`´")


def shaped(words: Sequence[Word], start: int, end: int) -> list[tuple[int, int]]:
    """The name from word `start` to `end` as one or more: cut at what can't be inside, bare of marks at its edges."""
    cuts = sorted(_cuts(words, start, end))
    parts = zip([start, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True)
    return [bare for part in parts if (bare := _bare(words, *part))]


def _cuts(words: Sequence[Word], start: int, end: int) -> set[int]:
    """Marks that no name holds, and brackets without their partner."""
    cuts, opened = set(), []
    for at in range(start, end):
        mark = words[at].text
        if mark in _NEVER_INSIDE:
            cuts.add(at)
        elif mark in _OPENING:
            opened.append(at)
        elif mark in _PAIRS:
            if opened and words[opened[-1]].text == _PAIRS[mark]:
                opened.pop()
            else:
                cuts.add(at)
    return cuts | set(opened)


def _bare(words: Sequence[Word], start: int, end: int) -> tuple[int, int] | None:
    while start < end and words[start].text in _EDGES:
        start += 1
    while start < end and words[end - 1].text in _EDGES and not _belongs(words, start, end):
        end -= 1
    return (start, end) if start < end else None


def _belongs(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the last mark is part of the name: a closing bracket, or the point of “Inc.” before more text."""
    last = words[end - 1].text
    if last in _PAIRS:
        return any(words[at].text == _PAIRS[last] for at in range(start, end - 1))
    return (
        last == "." and end < len(words) and words[end - 2].text.lower() in ("jr", "inc", "ltd", "corp", "co", "bros")
    )
