"""pin, unpin, forget, restore, undo: what a person does to memories."""

from __future__ import annotations

from mnemoteca.cli.command import IDS, SPACE, Call, Command, argument
from mnemoteca.cli.remembering import told
from mnemoteca.cli.wording import aligned, here, plural
from mnemoteca.core.changes import Done
from mnemoteca.core.errors import BadInput


def _said(call: Call, done: Done, what: str) -> None:
    call.answer(done, f"{plural(done.count, 'memory')} {what}.")


def pin(call: Call) -> None:
    _said(call, call.library.pin(tuple(call.given.ids)), "pinned")


def unpin(call: Call) -> None:
    _said(call, call.library.unpin(tuple(call.given.ids)), "unpinned")


def forget(call: Call) -> None:
    """To the trash; a session with all that is in it."""
    library, ids = call.library, call.given.ids
    if call.given.preview:
        if call.given.session and len(ids) != 1:
            raise BadInput("one_session")
        seen = library.forget_preview(session=ids[0]) if call.given.session else library.forget_preview(tuple(ids))
        call.answer(seen, told(seen))
        return
    for done in [library.forget_session(id) for id in ids] if call.given.session else [library.forget(tuple(ids))]:
        _said(call, done, "in the trash. Back with: mnemoteca undo")


def restore(call: Call) -> None:
    _said(call, call.library.restore(tuple(call.given.ids)), "brought back")


def undo(call: Call) -> None:
    given = call.given
    if given.list:
        return _history(call)
    done = call.library.redo(given.space) if given.redo else call.library.undo(given.space)
    label = done.label or plural(done.count, "memory")
    return call.answer(done, f"{'Done again' if given.redo else 'Undone'}: {label}.")


def _history(call: Call) -> None:
    acts = call.library.history(call.given.space)
    rows = [(here(a.at), a.kind, plural(a.count, "memory"), "undone" if a.undone else "") for a in acts]
    call.answers(acts, aligned(rows) or "Nothing was done yet.")


COMMANDS = (
    Command("pin", "pin memories: they never fade", "mnemoteca pin 1", pin, (IDS,)),
    Command("unpin", "take the pin off", "mnemoteca unpin 1", unpin, (IDS,)),
    Command(
        "forget",
        "put memories into the trash; they can be brought back",
        "mnemoteca forget 2",
        forget,
        (
            IDS,
            argument("--session", action="store_true", help="the numbers are those of sessions"),
            argument("--preview", action="store_true", help="only tell what would go with them, and where they stand"),
        ),
    ),
    Command("restore", "bring back what is in the trash, or faded", "mnemoteca restore 2", restore, (IDS,)),
    Command(
        "undo",
        "take back the last act in a space",
        "mnemoteca undo",
        undo,
        (
            SPACE,
            argument("--redo", action="store_true", help="do again what was undone last"),
            argument("--list", action="store_true", help="what was done, the newest first"),
        ),
    ),
)
