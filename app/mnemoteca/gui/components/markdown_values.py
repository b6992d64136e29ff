"""A text made ready to be read: blocks of runs, each run with where it stands in the text as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag, StrEnum


class Style(IntFlag):
    """How the letters of a run look."""

    PLAIN = 0
    BOLD = 1
    ITALIC = 2
    STRUCK = 4
    CODE = 8
    LINK = 16
    QUIET = 32


class Kind(StrEnum):
    """What a block is."""

    TEXT = "text"
    HEADING = "heading"
    CODE = "code"
    RULE = "rule"
    TABLE = "table"
    REMARK = "remark"  # said by the reader, not by the text


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look. `start` is the character of the source where they stand one by one, -1 where they don't;
    `to` is the address of a link that a person may open."""

    text: str
    start: int = -1
    style: Style = Style.PLAIN
    to: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the runs of each cell."""

    cells: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading of a level, a code block with its lines, or a table.

    `depth` is how many lists it stands in, `quotes` how many quotes; `sign` is what stands before it in a list.
    `lines` are those of code, `language` as it was named, `code` the whole of it as a person copies it.
    `tight` says that it follows the block before without a gap. `aligned` are the columns: left, right, center.
    """

    kind: Kind
    runs: Runs = ()
    level: int = 0
    depth: int = 0
    quotes: int = 0
    sign: str = ""
    tight: bool = False
    lines: Runs = ()
    language: str = ""
    code: str = ""
    rows: tuple[Row, ...] = ()
    aligned: tuple[str, ...] = ()
