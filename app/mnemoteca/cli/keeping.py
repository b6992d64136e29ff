"""add, edit, tag: what a person writes down."""

from __future__ import annotations

from mnemoteca.cli.command import SPACE, Call, Command, argument
from mnemoteca.cli.moments import read_local_moment
from mnemoteca.cli.wording import aligned, plural
from mnemoteca.core.errors import BadInput

_TEXT = argument("text", metavar="TEXT", nargs="+", help="the text; - reads standard input")


def add(call: Call) -> None:
    given = call.given
    at, offset_min = read_local_moment(given.at) if given.at else (None, None)
    memory = call.library.capture(
        call.text(given.text),
        given.space,
        importance=given.importance,
        pinned=given.pin,
        tags=tuple(given.tag),
        occurred_at=at,
        offset_min=offset_min,
    )
    tags = "".join(f" #{tag}" for tag in memory.tags)
    call.answer(memory, f"Kept as memory {memory.id} in “{memory.space}” ({memory.tier}){tags}.")


def edit(call: Call) -> None:
    memory = call.library.edit(call.given.id, call.text(call.given.text))
    call.answer(memory, f"Kept as memory {memory.id}; the former text stands behind it.")


def tag(call: Call) -> None:
    given = call.given
    if not given.ids:
        return _list_tags(call)
    if not given.add and not given.remove:
        raise BadInput("bad_tag", value="")
    done = call.library.tag(tuple(given.ids), tuple(given.add), tuple(given.remove))
    return call.answer(done, f"{plural(done.count, 'memory')} changed.")


def _list_tags(call: Call) -> None:
    tags = call.library.tags(call.given.space)
    listed = aligned([(f"#{name}", f"{count:,}") for name, count in sorted(tags.items())])
    call.answer(tags, listed or f"No tags in “{call.given.space}”.")


COMMANDS = (
    Command(
        "add",
        "keep a note, word for word",
        'mnemoteca add "Anna likes her coffee black #anna"',
        add,
        (
            _TEXT,
            SPACE,
            argument("--importance", metavar="0-1", type=float, help="how important it is (a note has at least 0.7)"),
            argument("--pin", action="store_true", help="pin it at once"),
            argument("--tag", metavar="TAG", action="append", default=[], help="a tag; may be repeated"),
            argument("--at", metavar="TIME", help="when it happened (now)"),
        ),
    ),
    Command(
        "edit",
        "give a note a new text; the former one is kept behind it",
        'mnemoteca edit 1 "Anna likes her coffee black, without sugar"',
        edit,
        (argument("id", metavar="ID", type=int, help="the number of the note"), _TEXT),
    ),
    Command(
        "tag",
        "add and remove tags; without a number, list them",
        "mnemoteca tag 1 --add coffee",
        tag,
        (
            argument("ids", metavar="ID", nargs="*", type=int, help="the number of a memory"),
            argument("--add", metavar="TAG", action="append", default=[], help="may be repeated"),
            argument("--remove", metavar="TAG", action="append", default=[], help="may be repeated"),
            SPACE,
        ),
    ),
)
