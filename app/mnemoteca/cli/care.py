"""wait, doctor, backup, restore-backup: that all is indexed, sound and safe."""

from __future__ import annotations

import os
from pathlib import Path

from mnemoteca.cli.command import Call, Command, argument
from mnemoteca.cli.serving import end_service
from mnemoteca.cli.wording import aligned, here, plural, size
from mnemoteca.core.errors import Damaged
from mnemoteca.core.standing import MeaningState


def wait(call: Call) -> None:
    status = call.library.wait()
    if status.meaning.state is MeaningState.OFF:
        call.terminal.tell("Search by meaning is switched off; only the words were waited for.")
    call.answer(status, f"{plural(status.memories, 'memory')}, all indexed.")


def doctor(call: Call) -> int:
    findings = call.library.doctor(mend=call.given.mend)
    for finding in findings:
        mark = "ok " if finding.sound else "mended" if finding.mended else "BAD"
        call.answer(finding, f"{mark}  {finding.sentence} {finding.next_step}".rstrip())
    return 0 if all(finding.sound or finding.mended for finding in findings) else Damaged.exit_code


def backup(call: Call) -> None:
    if call.given.list:
        return _list_backups(call)
    path = call.given.path
    made = call.library.backup(os.path.abspath(path) if path else "")
    sentence = f"{plural(made.memories, 'memory')} backed up in {made.path} ({size(made.size)})."
    if made.not_copied:
        sentence += f" It could not be copied to the second folder: {made.not_copied}"
    return call.answer(made, sentence)


def _list_backups(call: Call) -> None:
    backups = call.library.backups()
    rows = [(here(b.made_at), b.kind, plural(b.memories, "memory"), size(b.size), b.path) for b in backups]
    call.answers(backups, aligned(rows) or "There is no backup yet.")


def restore_backup(call: Call) -> None:
    """The service owns the library's files, so it makes way first; a damaged library has none that runs."""
    end_service(call)
    call.outside.restore(call.folder, Path(os.path.abspath(call.given.file)))
    status = call.library.status()
    call.answer(status, f"The library is as it was in {call.given.file}, with {plural(status.memories, 'memory')}.")


COMMANDS = (
    Command("wait", "return when everything is indexed", "mnemoteca wait", wait),
    Command(
        "doctor",
        "look whether the library is sound",
        "mnemoteca doctor",
        doctor,
        (argument("--mend", action="store_true", help="put right what can be put right"),),
    ),
    Command(
        "backup",
        "make a consistent copy while everything goes on",
        "mnemoteca backup my-backup.duckdb",
        backup,
        (
            argument("path", metavar="FILE", nargs="?", default="", help="where to (the backups folder)"),
            argument("--list", action="store_true", help="list the backups that are there"),
        ),
    ),
    Command(
        "restore-backup",
        "bring back a backup; the library that was here is set aside",
        "mnemoteca restore-backup my-backup.duckdb",
        restore_backup,
        (argument("file", metavar="FILE", help="the backup"),),
    ),
)
