"""The sentences of sleep: runs, digests, patterns, merging."""

from __future__ import annotations

SLEEP_SENTENCES: dict[str, tuple[str, str]] = {
    "no_run": ("There is no run {id}.", "See them with: mnemoteca runs."),
    "no_digest": ("There is no digest {id}.", "See them with: mnemoteca learned."),
    "no_pattern": ("There is no pattern {id}.", "See them with: mnemoteca learned."),
    "no_fact": ("There is no fact {id}.", "See them with: mnemoteca facts."),
    "bad_why": ("“{value}” is nothing that a reason is known for.", "Use memory, digest, pattern or fact."),
    "bad_within": ("“{value}” is not a time that I understand.", "Write it as 30m, 6h or 2d."),
    "one_session": ("Only one session can be looked at a time.", "Name one of them."),
    "merge_itself": ("Memory {id} can't be merged with itself.", "Name another one."),
    "merge_pinned": ("Memory {id} is pinned: it is never merged.", "Take the pin off first: mnemoteca unpin {id}."),
    "run_not_proposed": (
        "Run {id} can't be applied: it is {state}.",
        "Make a new one: mnemoteca consolidate --dry-run.",
    ),
    "run_not_applied": ("Run {id} can't be undone: it is {state}.", "See the runs with: mnemoteca runs."),
    "run_failed": ("Run {id} was not applied: {reason}. Nothing was changed.", "See it with: mnemoteca run {id}."),
    "run_rested_on": ("Run {id} can't be undone alone: {what} rests on it.", "Undo that too: --with-later."),
}
