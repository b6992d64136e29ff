"""The list of prompts that Codex keeps beside its rollouts."""

from __future__ import annotations

from mnemoteca.core.when import read_epoch
from mnemoteca.library.importers.loose import Object, name_at
from mnemoteca.library.importers.prompts import Prompt, first_records
from mnemoteca.library.importers.values import Misfit


def is_history(head: bytes) -> bool:
    """Whether a file begins as the list of prompts does."""
    return any({"session_id", "ts", "text"} <= told.keys() for told in first_records(head))


def prompt(told: Object) -> Prompt:
    """An entry of the list."""
    text, stamp = told.get("text"), told.get("ts")
    if not isinstance(text, str):
        raise Misfit("it has no text")
    moment = read_epoch(float(stamp) if isinstance(stamp, int | float) else 0)
    return Prompt(name_at(told, "session_id"), text, moment, name_at(told, "ts"))
