"""What an import would do, seen before anything is written, and what a person may say about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mnemoteca.core.jobs import Skipped


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What an import is to do otherwise than by itself.

    `keep_secrets`: secrets come in, too. `leave_out_junk`: texts that only machines write, and tool output over a
    limit, stay out. `leave_out_tools`: all tool output stays out. `bring_back`: what of it is in the trash comes back.
    """

    keep_secrets: bool = False
    leave_out_junk: bool = False
    leave_out_tools: bool = False
    bring_back: bool = False


AS_IT_IS = ImportOptions()


@dataclass(frozen=True, slots=True)
class Masked:
    """A secret as it may be shown, and where it stands."""

    shown: str
    where: str


@dataclass(frozen=True, slots=True)
class SecretsOfKind:
    """How many secrets of a kind there are, and the first of them."""

    kind: str
    count: int
    examples: tuple[Masked, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What would come in from a path; `ended` tells whether all of it was looked at.

    Of the memories, `new` would come in, `changed` become new versions, `unchanged` are here already (`in_trash` of
    them in the trash, where they stay). `duplicates` have the same text as another one. `empty`, `boilerplate` and
    `tool_output` (over a limit, with its characters) are junk; only what is empty is left out by itself. `titles` are
    those of the first sessions, without secrets. `refused` are named by a receipt: they were purged. `elsewhere`
    conversations are here already from other sources, the first of which are named.
    """

    path: str
    format: str
    size: int
    ended: bool = False
    sessions: int = 0
    sessions_new: int = 0
    memories: int = 0
    first: datetime | None = None
    last: datetime | None = None
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    in_trash: int = 0
    duplicates: int = 0
    empty: int = 0
    boilerplate: int = 0
    tool_output: int = 0
    tool_characters: int = 0
    secrets: tuple[SecretsOfKind, ...] = ()
    unread: int = 0
    mended: int = 0
    reasons: tuple[Skipped, ...] = ()
    titles: tuple[str, ...] = ()
    refused: int = 0
    elsewhere: int = 0
    elsewhere_from: tuple[str, ...] = ()
