"""The runs of a line of Markdown, each with where it stands in the source: pure.

The parser tells no places within a line. Letters of text stand in the source as they are, in the same order, so each
run is looked for behind the one before it; marks, addresses and escapes are stepped over as they come.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

from mnemoteca.gui.components.markdown_values import Run, Runs, Style

OPENED = ("http://", "https://")  # the links that a person may open; all others are words
_BARE = re.compile(r"https?://[^\s<>\"'`]*[^\s<>\"'`.,;:!?)\]}*_]")
_STYLES = {"strong": Style.BOLD, "em": Style.ITALIC, "s": Style.STRUCK, "link": Style.LINK}


class Walk:
    """Steps through the source from `at` to `end` along the tokens of one inline token."""

    def __init__(self, source: str, at: int, end: int, picture: str, opened: tuple[str, ...] = OPENED) -> None:
        self._source, self.at, self._end, self._picture = source, at, end, picture
        self._opened = opened
        self._style = Style.PLAIN
        self._to: list[str] = []
        self._runs: list[Run] = []

    def runs(self, tokens: Iterable[Token]) -> Runs:
        """The runs of these tokens."""
        for token in tokens:
            self._take(token)
        return tuple(self._runs)

    def _take(self, token: Token) -> None:
        kind, _, edge = token.type.rpartition("_")
        if edge in ("open", "close") and kind in _STYLES:
            self._turn(token, _STYLES[kind], edge == "open")
        elif does := _TAKEN.get(token.type):
            does(self, token)
        else:
            self._add(token.content, self._find(token.content))

    def _find(self, text: str) -> int:
        """Where these letters stand next; -1 where they don't stand as they are."""
        found = self._source.find(text, self.at, self._end) if text else -1
        if found >= 0:
            self.at = found + len(text)
        return found

    def _add(self, text: str, start: int, style: Style = Style.PLAIN, to: str = "") -> None:
        if text:
            self._runs.append(Run(text, start, self._style | style, to or (self._to[-1] if self._to else "")))

    def _turn(self, token: Token, style: Style, on: bool) -> None:
        if style is Style.LINK:
            self._begin_link(token) if on else self._end_link(token)
            return
        self._find(token.markup)
        self._style = self._style | style if on else self._style & ~style

    def _begin_link(self, token: Token) -> None:
        to = str(token.attrs.get("href", ""))
        opened = to.lower().startswith(self._opened)
        self._find("<" if token.markup == "autolink" else "[")
        self._to.append(to if opened else "")
        if opened:
            self._style |= Style.LINK
        self._told = "" if opened or token.markup == "autolink" else to

    def _end_link(self, token: Token) -> None:
        self._to.pop()
        self._style &= ~Style.LINK
        self._find(">") if token.markup == "autolink" else self._step_over_address()
        if self._told:
            self._add(f" ({self._told})", -1, Style.QUIET)

    def _step_over_address(self) -> None:
        """Past the address and the title that follow a link's words."""
        found = self._source.find("](", self.at, self._end)
        if found < 0:
            return
        at = self._past_blanks(found + 2)
        address = parseLinkDestination(self._source, at, self._end)
        at = self._past_blanks(address.pos if address.ok else at)
        title = parseLinkTitle(self._source, at, self._end)
        self.at = title.pos if title.ok else at

    def _past_blanks(self, at: int) -> int:
        while at < self._end and self._source[at] in " \t\r\n":
            at += 1
        return at

    def _code(self, token: Token) -> None:
        self._find(token.markup)
        self._add(token.content, self._find(token.content), Style.CODE)
        self._find(token.markup)

    def _special(self, token: Token) -> None:
        """An escape or an entity: its letter stands behind the backslash, or nowhere."""
        found = self._find(token.markup)
        if found >= 0 and token.info == "escape":
            found += len(token.markup) - len(token.content)
        self._add(token.content, found)

    def _image(self, token: Token) -> None:
        """The name of a picture in its place; the picture itself is never asked for."""
        self._find("![")
        told = "".join(child.content or " " * (child.type == "softbreak") for child in token.children or ())
        name, to = " ".join(told.split()), str(token.attrs.get("src", ""))
        self._add("▨ " + (name or self._picture), -1, Style.QUIET, to if to.lower().startswith(OPENED) else "")
        self._step_over_address()

    def _soft(self, _: Token) -> None:
        self._add("\u2028", -1)

    def _text(self, token: Token) -> None:
        """Words, with the addresses among them."""
        start, last = self._find(token.content), 0
        if self._to or self._style & Style.LINK:
            self._add(token.content, start)
            return
        for found in _BARE.finditer(token.content):
            self._add(token.content[last : found.start()], start + last if start >= 0 else -1)
            place = start + found.start() if start >= 0 else -1
            self._add(found.group(), place, Style.LINK, found.group())
            last = found.end()
        self._add(token.content[last:], start + last if start >= 0 else -1)


_TAKEN: dict[str, Callable[[Walk, Token], None]] = {
    "text": Walk._text,
    "text_special": Walk._special,
    "code_inline": Walk._code,
    "image": Walk._image,
    "softbreak": Walk._soft,
    "hardbreak": Walk._soft,
}


def with_addresses(text: str, start: int) -> Runs:
    """A line of plain words, the addresses in it as links."""
    runs: list[Run] = []
    last = 0
    for found in _BARE.finditer(text):
        runs.append(Run(text[last : found.start()], start + last))
        runs.append(Run(found.group(), start + found.start(), Style.LINK, found.group()))
        last = found.end()
    runs.append(Run(text[last:], start + last))
    return tuple(run for run in runs if run.text)


def without_task(runs: Sequence[Run]) -> tuple[str, Runs]:
    """The sign of a task at the beginning of a list's item, and the runs behind it."""
    first = runs[0] if runs else Run("")
    mark = {"[ ] ": "☐", "[x] ": "☑", "[X] ": "☑"}.get(first.text[:4], "")
    if not mark or first.style:
        return "", tuple(runs)
    rest = replace(first, text=first.text[4:], start=first.start + 4 if first.start >= 0 else -1)
    return mark, tuple(run for run in (rest, *runs[1:]) if run.text)
