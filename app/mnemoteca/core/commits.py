"""A commit as it is remembered, and what was said while it was made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from mnemoteca.core.memory import Memory, Session

AROUND = timedelta(hours=1)  # before the first and after the last turn of a session, a commit still belongs to it


@dataclass(frozen=True, slots=True)
class CommitContext:
    """A commit, what the files that it changed held, and the sessions of its folder and time (the latest first).

    `new` is how many of these memories came in just now. A content that came with an earlier commit stays there.
    """

    commit: Memory
    files: tuple[Memory, ...]
    sessions: tuple[Session, ...]
    new: int
