"""Where programs that people use keep their conversations and notes: known places, and what their owners delete."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

SOON = timedelta(days=7)  # before a source deletes a file, from which on that is told
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A folder below the home folder, or what an environment variable names in its stead.

    `folder` of "*/name": each folder of the home folder (and of Documents) that has such a folder in it. `parts` are
    the files and folders in it that hold conversations; all of it where none is named.
    """

    name: str
    folder: str
    suffixes: tuple[str, ...]
    parts: tuple[str, ...] = ("",)
    variable: str = ""
    deleted_after_days: int | None = None


KNOWN = (
    KnownPlace("Claude Code", ".claude", (".jsonl",), ("projects", "history.jsonl"), "CLAUDE_CONFIG_DIR", 30),
    KnownPlace(
        "Codex", ".codex", (".jsonl", ".jsonl.zst"), ("sessions", "archived_sessions", "history.jsonl"), "CODEX_HOME"
    ),
    KnownPlace("Gemini CLI", ".gemini", (".jsonl", ".json"), ("tmp",), deleted_after_days=30),
    KnownPlace("Obsidian", "*/.obsidian", (".md",)),
)
LASTS = "history.jsonl"  # a list of prompts that goes on: its source doesn't delete it


@dataclass(frozen=True, slots=True)
class Source:
    """A place that memories can come from: what is there as far as it is seen from outside, and what the person said.

    `yes_at` is when the person said yes to it (None: not yet), `last_at` when it last came in, `daily` whether it comes
    in once a day by itself. `deleted_soon` files are deleted by the source itself within a week.
    """

    name: str
    path: str
    there: bool
    files: int = 0
    size: int = 0
    oldest: datetime | None = None
    newest: datetime | None = None
    deleted_after_days: int | None = None
    deleted_soon: int = 0
    format: str = ""
    space: str = ""
    yes_at: datetime | None = None
    last_at: datetime | None = None
    daily: bool = False


def deleted_from(now: datetime, days: int | None) -> datetime | None:
    """Files last changed before this moment are deleted within a week."""
    return None if days is None else now - timedelta(days=days) + SOON


def is_due(now: datetime, last_at: datetime | None) -> bool:
    """Whether a source that comes in daily is to come in now; a clock set back doesn't repeat it."""
    return last_at is None or now - last_at >= DAY
