"""The part of a text that says most about a question, word for word. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mnemoteca.core.stems import keys
from mnemoteca.core.text import content_words, words, words_at

AT_MOST = 320  # characters of a quote
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)|[。！？।؟]|\n")


def asked_for(question: str) -> dict[str, int]:
    """The stems of the telling words of a question, each with the number of its word."""
    found: dict[str, int] = {}
    for number, word in enumerate(content_words(words(question))):
        for key in keys(word, ""):
            found.setdefault(key, number)
    return found


def best_part(text: str, asked: dict[str, int], at_most: int = AT_MOST) -> tuple[int, int]:
    """Where the sentences stand that hold most of the words asked for; the beginning where none does.

    `asked` is of `asked_for`. The part is at most `at_most` characters, begins and ends at a sentence where it can,
    else at a blank, and holds no blank at its ends.
    """
    spans = list(_sentences(text))
    if not spans:
        return 0, 0
    held = _held(text, spans, asked)
    best, rank = (0, 0), (-1.0, 0)
    for first in range(len(spans)):
        seen: set[int] = set()
        for last in range(first, len(spans)):
            if last > first and spans[last][1] - spans[first][0] > at_most:
                break
            seen |= held[last].keys()
            worth = (len(seen) - 0.1 * (last - first), -first)
            if worth > rank:
                best, rank = (first, last), worth
    start, end = spans[best[0]][0], spans[best[1]][1]
    if end - start <= at_most:
        return start, end
    return _cut(text, start, end, min(held[best[0]].values(), default=start), at_most)


def widened(text: str, start: int, end: int, at_most: int) -> tuple[int, int]:
    """A part with the sentences after and before it, as many as make at most so many characters."""
    spans = list(_sentences(text))
    after = [stop for begin, stop in spans if begin >= end]
    before = [begin for begin, stop in reversed(spans) if stop <= start]
    while after or before:
        if after and after[0] - start <= at_most:
            end = after.pop(0)
        else:
            after.clear()
        if before and end - before[0] <= at_most:
            start = before.pop(0)
        else:
            before.clear()
    return start, end


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences and lines without the blanks around them; none is empty."""
    start = 0
    for end in [*(found.end() for found in _ENDS.finditer(text)), len(text)]:
        part = text[start:end]
        if stripped := part.strip():
            begin = start + part.index(stripped[0])
            yield begin, begin + len(stripped)
        start = end


def _held(text: str, spans: list[tuple[int, int]], asked: dict[str, int]) -> list[dict[int, int]]:
    """For each sentence the words asked for that it holds, and where the first of each begins."""
    held: list[dict[int, int]] = [{} for _ in spans]
    at = 0
    for word in words_at(text):
        while at + 1 < len(spans) and word.start >= spans[at][1]:
            at += 1
        for key in keys(word.text, ""):
            if key in asked:
                held[at].setdefault(asked[key], word.start)
    return held


def _cut(text: str, start: int, end: int, around: int, at_most: int) -> tuple[int, int]:
    """At most so many characters of a part that is longer, around a place, cut at blanks where there are any."""
    begin = max(start, min(around - at_most // 3, end - at_most))
    if begin > start and (blank := text.rfind(" ", start, begin + 1)) >= 0 and begin - blank < at_most // 3:
        begin = blank + 1
    stop = min(end, begin + at_most)
    if stop < end and (blank := text.rfind(" ", begin + at_most // 2, stop)) > 0:
        stop = blank
    return begin, begin + len(text[begin:stop].rstrip())
