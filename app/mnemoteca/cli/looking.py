"""sessions, show: what is there."""

from __future__ import annotations

from contextlib import suppress

from mnemoteca.cli.command import SPACE, Call, Command, argument
from mnemoteca.cli.wording import memory_whole, moment, plural, session_line
from mnemoteca.core.errors import BadInput, Problem
from mnemoteca.core.memory import Memory, State

_PAGE = 200


def sessions(call: Call) -> None:
    left, start = call.given.limit, 0
    if left < 1:
        raise BadInput("number_range", name="--limit", value=left, low=1, high="any number")
    while left > 0 and (page := call.library.sessions(call.given.space, start, min(left, 500))):
        for session in page:
            call.answer(session, session_line(session))
        start, left = start + len(page), left - len(page)
    if not start and not call.as_json:
        call.terminal.say(f"No sessions in “{call.given.space}” yet.")


def show(call: Call) -> None:
    """A person who has one memory shown opens it, which is an access; a script that asks for JSON doesn't."""
    given = call.given
    if given.session:
        return _show_session(call)
    if given.versions:
        for version in call.library.versions(given.id):
            mark = "now" if version.current else "former"
            call.answer(version, f"[{version.id}] {moment(version.recorded_at)}, {mark}\n{version.text}\n")
        return None
    memory = call.library.memory(given.id)
    call.answer(memory, memory_whole(memory))
    if not call.as_json and memory.state is State.ACTIVE:
        with suppress(Problem):  # a disk that is full must not keep a person from reading
            call.library.accessed((memory.id,))
    return None


def _show_session(call: Call) -> None:
    session = call.library.session(call.given.id)
    if not call.as_json:
        when = moment(session.started_at, session.offset_min)
        call.terminal.say(f"session {session.id}: {session.title}\n{when}, {plural(session.turns, 'turn')}\n")
    start = 0
    while page := call.library.turns(session.id, start, _PAGE):
        for turn in page:
            call.answer(turn, _turn(turn))
        start += len(page)


def _turn(turn: Memory) -> str:
    when = moment(turn.occurred_at, turn.offset_min, turn.precision)
    return f"[{turn.id}] {when}  {turn.speaker or turn.role}\n{turn.text}\n"


COMMANDS = (
    Command(
        "sessions",
        "list the sessions, the newest first",
        "mnemoteca sessions -n 5",
        sessions,
        (SPACE, argument("-n", "--limit", metavar="N", type=int, default=50, help="at most so many (50)")),
    ),
    Command(
        "show",
        "show a memory whole, or a session with its turns",
        "mnemoteca show 1",
        show,
        (
            argument("id", metavar="ID", type=int, help="the number of the memory or session"),
            argument("--session", action="store_true", help="the number is that of a session"),
            argument("--versions", action="store_true", help="all texts that the memory had"),
        ),
    ),
)
