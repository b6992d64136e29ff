"""The texts by which a memory is found in other words: its passages, each under who said it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mnemoteca.core.passages import passages

VERSION = 1  # of what `key_texts` makes; another one embeds everything anew, in the background
MOST = 60_000  # passages of a memory; the key of a vector has room for no more


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above a text: who speaks, in which session, when (UTC, and the minutes that the clock there was
    ahead of it) and how exactly that is known, in which language."""

    speaker: str
    title: str
    occurred_at: datetime | None
    offset_min: int
    precision: str
    lang: str


def key_texts(header: Header, text: str) -> tuple[str, ...]:
    """What is embedded of a memory: a text a passage, in order; none where there is nothing to be read."""
    head = f"{header.speaker}: " if header.speaker else ""
    whole = text.strip()
    parts = [whole[begin:end].strip() for begin, end in passages(whole, header.lang)[:MOST]]
    return tuple(head + part for part in parts if part)
