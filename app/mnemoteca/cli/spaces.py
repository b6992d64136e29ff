"""spaces: the separate collections."""

from __future__ import annotations

from mnemoteca.cli.command import Call, Command, argument
from mnemoteca.cli.wording import aligned, plural

_NAME = argument("name", metavar="NAME", help="the name of the space")


def list_spaces(call: Call) -> None:
    spaces = call.library.spaces(trashed=getattr(call.given, "trashed", False))
    if call.as_json:
        for space in spaces:
            call.terminal.json(space)
    elif spaces:
        rows = [(s.name, plural(s.memories, "memory"), plural(s.sessions, "session"), s.state) for s in spaces]
        call.terminal.say(aligned(rows))


def make(call: Call) -> None:
    space = call.library.make_space(call.given.name)
    call.answer(space, f"The space “{space.name}” is there.")


def rename(call: Call) -> None:
    space = call.library.rename_space(call.given.name, call.given.new_name)
    call.answer(space, f"The space is now called “{space.name}”.")


def delete(call: Call) -> None:
    name = call.given.name
    done = call.library.delete_space(name)
    call.answer(done, f"“{name}” is in the trash with {plural(done.count, 'memory')}. Back: mnemoteca spaces restore.")


def restore(call: Call) -> None:
    done = call.library.restore_space(call.given.name)
    call.answer(done, f"“{call.given.name}” is back with {plural(done.count, 'memory')}.")


COMMANDS = (
    Command(
        "spaces",
        "list, make, rename, delete and restore spaces",
        "mnemoteca spaces",
        list_spaces,
        parts=(
            Command(
                "list",
                "list the spaces",
                "mnemoteca spaces list",
                list_spaces,
                (argument("--trashed", action="store_true", help="those in the trash"),),
            ),
            Command("make", "make a space", "mnemoteca spaces make travel", make, (_NAME,)),
            Command(
                "rename",
                "give a space another name",
                "mnemoteca spaces rename travel journeys",
                rename,
                (_NAME, argument("new_name", metavar="NEW", help="its new name")),
            ),
            Command("delete", "put a space into the trash", "mnemoteca spaces delete journeys", delete, (_NAME,)),
            Command("restore", "take it out again", "mnemoteca spaces restore journeys", restore, (_NAME,)),
        ),
    ),
)
