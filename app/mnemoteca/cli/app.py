"""One run of the command line: read it, do it, and say in a sentence what went wrong."""

from __future__ import annotations

from collections.abc import Sequence

import mnemoteca
from mnemoteca.cli.bugs import BugReport
from mnemoteca.cli.command import Call, Outside
from mnemoteca.cli.parser import Misunderstood, make_parser
from mnemoteca.cli.table import COMMANDS
from mnemoteca.cli.terminal import Terminal
from mnemoteca.core.errors import BadInput, Problem, Stopped
from mnemoteca.wire.folder import data_folder


def run(arguments: Sequence[str], terminal: Terminal, outside: Outside, bugs: BugReport) -> int:
    """The exit code of one command; what is raised beyond problems is a bug, and `bugs` knows what to say of it."""
    try:
        _check_text(arguments)
        given = make_parser(COMMANDS, mnemoteca.__version__).parse_args(arguments)
        bugs.folder = data_folder(getattr(given, "data", None))
        call = Call(given, bugs.folder, terminal, outside)
        try:
            code = given.act(call) or 0
            terminal.flush()
            return int(code)
        finally:
            call.close()
    except BrokenPipeError:
        terminal.give_up()
        return 0
    except KeyboardInterrupt:
        return _refuse(terminal, Stopped("cancelled"))
    except (Problem, Misunderstood) as problem:
        return _refuse(terminal, problem)


def _check_text(arguments: Sequence[str]) -> None:
    """Raise `BadInput` where the bytes of an argument were no text."""
    for argument in arguments:
        try:
            argument.encode()
        except UnicodeEncodeError as e:
            raise BadInput("not_utf8", path="an argument", position=e.start) from e


def _refuse(terminal: Terminal, problem: Problem | Misunderstood) -> int:
    terminal.tell(f"mnemoteca: {problem}")
    return problem.exit_code
