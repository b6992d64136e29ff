"""remember-commit: keep one commit, and see what was said while it was made."""

from __future__ import annotations

import os

from mnemoteca.cli.command import SPACE, Call, Command, argument
from mnemoteca.cli.wording import here, plural


def remember_commit(call: Call) -> None:
    given = call.given
    found = call.library.remember_commit_context(given.hash, os.path.abspath(given.repository), given.space)
    subject = found.commit.text.partition("\n")[0]
    kept = f"Commit {found.commit.source_id[:12]} “{subject}” is memory {found.commit.id}"
    lines = [f"{kept}, with {plural(len(found.files), 'file')}."]
    for session in found.sessions:
        lines.append(f"  said meanwhile: session {session.id}, {here(session.started_at)} {session.title}".rstrip())
    call.answer(found, "\n".join(lines))


COMMANDS = (
    Command(
        "remember-commit",
        "keep a commit: its message, its changed files and what they held",
        "mnemoteca remember-commit HEAD --repository .",
        remember_commit,
        (
            argument("hash", metavar="HASH", help="the commit's hash, or HEAD"),
            argument("--repository", metavar="DIR", default=".", help="the repository (the one this folder is in)"),
            SPACE,
        ),
    ),
)
