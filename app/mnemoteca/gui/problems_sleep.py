"""The sentences of `core.sentences_sleep`, where lupdate sees them."""

from __future__ import annotations

from mnemoteca.gui.translations import QT_TRANSLATE_NOOP

SLEEP_SENTENCES: dict[str, tuple[str, str]] = {
    "no_run": (
        QT_TRANSLATE_NOOP("Problem", "There is no run {id}."),
        QT_TRANSLATE_NOOP("Problem", "See them with: mnemoteca runs."),
    ),
    "no_digest": (
        QT_TRANSLATE_NOOP("Problem", "There is no digest {id}."),
        QT_TRANSLATE_NOOP("Problem", "See them with: mnemoteca learned."),
    ),
    "no_pattern": (
        QT_TRANSLATE_NOOP("Problem", "There is no pattern {id}."),
        QT_TRANSLATE_NOOP("Problem", "See them with: mnemoteca learned."),
    ),
    "no_fact": (
        QT_TRANSLATE_NOOP("Problem", "There is no fact {id}."),
        QT_TRANSLATE_NOOP("Problem", "See them with: mnemoteca facts."),
    ),
    "bad_why": (
        QT_TRANSLATE_NOOP("Problem", "“{value}” is nothing that a reason is known for."),
        QT_TRANSLATE_NOOP("Problem", "Use memory, digest, pattern or fact."),
    ),
    "bad_within": (
        QT_TRANSLATE_NOOP("Problem", "“{value}” is not a time that I understand."),
        QT_TRANSLATE_NOOP("Problem", "Write it as 30m, 6h or 2d."),
    ),
    "one_session": (
        QT_TRANSLATE_NOOP("Problem", "Only one session can be looked at a time."),
        QT_TRANSLATE_NOOP("Problem", "Name one of them."),
    ),
    "merge_itself": (
        QT_TRANSLATE_NOOP("Problem", "Memory {id} can't be merged with itself."),
        QT_TRANSLATE_NOOP("Problem", "Name another one."),
    ),
    "merge_pinned": (
        QT_TRANSLATE_NOOP("Problem", "Memory {id} is pinned: it is never merged."),
        QT_TRANSLATE_NOOP("Problem", "Take the pin off first: mnemoteca unpin {id}."),
    ),
    "run_not_proposed": (
        QT_TRANSLATE_NOOP("Problem", "Run {id} can't be applied: it is {state}."),
        QT_TRANSLATE_NOOP("Problem", "Make a new one: mnemoteca consolidate --dry-run."),
    ),
    "run_not_applied": (
        QT_TRANSLATE_NOOP("Problem", "Run {id} can't be undone: it is {state}."),
        QT_TRANSLATE_NOOP("Problem", "See the runs with: mnemoteca runs."),
    ),
    "run_failed": (
        QT_TRANSLATE_NOOP("Problem", "Run {id} was not applied: {reason}. Nothing was changed."),
        QT_TRANSLATE_NOOP("Problem", "See it with: mnemoteca run {id}."),
    ),
    "run_rested_on": (
        QT_TRANSLATE_NOOP("Problem", "Run {id} can't be undone alone: {what} rests on it."),
        QT_TRANSLATE_NOOP("Problem", "Undo that too: --with-later."),
    ),
}
