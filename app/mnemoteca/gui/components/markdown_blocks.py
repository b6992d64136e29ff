"""Markdown as blocks to be read, and plain text as blocks: pure. Nothing of the text is lost on the way.

HTML is words here, and so are definitions of references, since they would vanish. What would cost too much time, or
stands too deep, is left as it was written, and the reader says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from mnemoteca.gui.components.markdown_inline import OPENED, Walk, with_addresses, without_task
from mnemoteca.gui.components.markdown_values import Block, Kind, Row, Run, Runs
from mnemoteca.gui.components.turn_text import KEPT_BY_QT, Line, lines_of

DEEPEST = 24  # lists and quotes within each other that are shown as such
MOST_BRACKETS = 1_500  # each may be a link; the parser looks ahead from each
MOST_CELLS = 400  # a table that is longer is lines
_BULLETS = ("•", "◦", "▪")
_PARSER = (
    MarkdownIt("commonmark", {"html": False, "maxNesting": 2 * DEEPEST + 12})
    .enable(["table", "strikethrough"])
    .disable(["reference", "text_join", "html_inline", "html_block"], True)
)
_MARKED = re.compile(r"[*_`#|\[\]\\~&<]|^[ \t]*(?:[-+>]|\d+[.)])|^[ \t]{4}|^[ \t]*[-=]+[ \t]*$|[ \t]{2}$", re.M)
_BREAK = re.compile(r"\r\n|\r|\n")


def is_marked(text: str) -> bool:
    """Whether anything in a text may be Markdown."""
    return _MARKED.search(text) is not None


def is_too_much(text: str) -> bool:
    """Whether to make Markdown of it would take too long."""
    return text.count("[") > MOST_BRACKETS


def plain_blocks(text: str, *, code: bool = False, fences: bool = True) -> tuple[Block, ...]:
    """A text as it was written, line by line; fenced code in its box where `fences` are looked for. `code`: all is."""
    blocks: list[Block] = []
    held: list[Line] = []
    for line in lines_of(text, fences=fences and not code):
        if code or line.code:
            held.append(line)
            continue
        blocks += _boxed(held)
        held = []
        blocks.append(Block(Kind.TEXT, with_addresses(line.text, line.start), tight=bool(blocks)))
    return (*blocks, *_boxed(held))


def _boxed(lines: Sequence[Line]) -> list[Block]:
    if not lines:
        return []
    runs = tuple(Run(line.text, line.start) for line in lines)
    language = lines[0].language
    return [Block(Kind.CODE, lines=runs, language=language, code="\n".join(line.text for line in lines))]


def formatted_blocks(text: str, picture: str, opened: tuple[str, ...] = OPENED) -> tuple[Block, ...] | None:
    """Markdown as blocks, None where it stands too deep; `picture` is what an image without a name is called.

    Links that begin with one of `opened` can be followed; all others are words.
    """
    tokens = _PARSER.parse(text.translate(KEPT_BY_QT))
    if any(token.level > 2 * DEEPEST for token in tokens):
        return None
    return tuple(Reading(text, picture, opened).blocks(tokens))


class Reading:
    """Reads the tokens of one text in their order."""

    def __init__(self, text: str, picture: str, opened: tuple[str, ...] = OPENED) -> None:
        self._opened = opened
        self._text, self._picture = text.translate(KEPT_BY_QT), picture
        self._lines = [0, *(found.end() for found in _BREAK.finditer(text)), len(text)]
        self._lists: list[int | None] = []  # the number of the next item, None where signs stand
        self._hidden = False  # the paragraph stands close to its neighbours
        self._quotes = 0
        self._sign = ""
        self._level = 0
        self._before = False  # a block stands before

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """The blocks of these tokens."""
        n = 0
        while n < len(tokens):
            token = tokens[n]
            if token.type == "table_open":
                end = next(k for k in range(n, len(tokens)) if tokens[k].type == "table_close")
                yield from self._table(tokens[n : end + 1])
                n = end
            elif made := self._one(token, tokens[n + 1] if n + 1 < len(tokens) else token):
                yield made
            n += 1

    def _one(self, token: Token, following: Token) -> Block | None:
        match token.type:
            case "inline":
                return self._words(token)
            case "fence" | "code_block":
                return self._code(token)
            case "hr":
                return self._made(Kind.RULE)
            case "heading_open":
                self._level = int(token.tag[1:])
            case "bullet_list_open" | "ordered_list_open":
                ordered = token.type == "ordered_list_open"
                self._lists.append(int(token.attrs.get("start", 1)) if ordered else None)
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
                self._sign = ""
            case "list_item_open":
                return self._item(token, following)
            case "paragraph_open":
                self._hidden = token.hidden
            case "blockquote_open":
                self._quotes += 1
            case "blockquote_close":
                self._quotes -= 1
        return None

    def _item(self, token: Token, following: Token) -> Block | None:
        number = self._lists[-1]
        self._sign = _BULLETS[min(len(self._lists), 3) - 1] if number is None else f"{number}{token.markup}"
        if number is not None:
            self._lists[-1] = number + 1
        return self._made(Kind.TEXT) if following.type == "list_item_close" else None

    def _made(self, kind: Kind, runs: Runs = ()) -> Block:
        sign, self._sign = self._sign, ""
        tight = self._before and bool(self._lists) and self._hidden
        self._before = True
        return Block(kind, runs, depth=len(self._lists), quotes=self._quotes, sign=sign, tight=tight)

    def _words(self, token: Token) -> Block:
        start, end = self._place(token)
        runs = Walk(self._text, start, end, self._picture, self._opened).runs(token.children or ())
        if self._level:
            level, self._level = self._level, 0
            made = self._made(Kind.HEADING, runs)
            return replace(made, level=level)
        if self._sign:
            mark, runs = without_task(runs)
            self._sign = mark or self._sign
        return self._made(Kind.TEXT, runs)

    def _code(self, token: Token) -> Block:
        first, _ = token.map or (0, 0)
        first += 1 if token.type == "fence" else 0
        content = token.content[:-1] if token.content.endswith("\n") else token.content
        runs = []
        for n, line in enumerate(content.split("\n")):
            low, high = self._bounds(first + n, first + n + 1)
            runs.append(Run(line, self._text.find(line, low, high) if line else -1))
        made = self._made(Kind.CODE)
        language = token.info.strip().split()[0] if token.info.strip() else ""
        return replace(made, lines=tuple(runs), language=language[:40], code=content)

    def _table(self, tokens: Sequence[Token]) -> Iterator[Block]:
        rows: list[list[Runs]] = []
        aligned: list[str] = []
        at = end = 0
        for token in tokens:
            if token.type == "tr_open":
                rows.append([])
                at, end = self._place(token)
            elif token.type in ("th_open", "td_open") and len(rows) == 1:
                aligned.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
            elif token.type == "inline":
                walk = Walk(self._text, at, end, self._picture, self._opened)
                rows[-1].append(walk.runs(token.children or ()))
                at = walk.at
        if sum(map(len, rows)) <= MOST_CELLS:
            made = self._made(Kind.TABLE)
            yield replace(made, rows=tuple(Row(tuple(row)) for row in rows), aligned=tuple(aligned))
            return
        start, last = self._place(tokens[0])
        yield from plain_blocks(self._text[start:last], code=True)

    def _place(self, token: Token) -> tuple[int, int]:
        first, last = token.map or (0, len(self._lines))
        return self._bounds(first, last)

    def _bounds(self, first: int, last: int) -> tuple[int, int]:
        most = len(self._lines) - 1
        return self._lines[min(first, most)], self._lines[min(last, most)]
