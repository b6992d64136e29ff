"""From the declared commands to a parser: options that all share, help with an example, errors as sentences."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import NoReturn

from mnemoteca.cli.command import Command

EXIT_CODES = """exit codes:
  0  done
  1  a bug in Mnemoteca
  2  the command was not understood
  3  what was given can't be taken
  4  what was named isn't there
  5  the service can't be reached
  6  something in the library is damaged
  7  no space, or no permission
  8  cancelled, or out of time
"""


class Misunderstood(Exception):
    """The command line can't be read: what is wrong, and where its help stands."""

    exit_code = 2

    def __init__(self, message: str, command: str) -> None:
        super().__init__(f"{message[:1].upper()}{message[1:]}. See: {command} --help")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Misunderstood(message.rstrip("."), self.prog)


def make_parser(commands: Iterable[Command], version: str) -> _Parser:
    """The parser of all commands; what it returns has the command's `act`."""
    shared = _shared()
    parser = _Parser(
        "mnemoteca",
        description="A person's own memory library: keeps what was said word for word, and finds it again.",
        epilog=EXIT_CODES + "\nexample:\n  mnemoteca add Anna likes her coffee black",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"mnemoteca {version}")
    _add(parser, commands, shared, required=True)
    return parser


def _shared() -> _Parser:
    """Accepted before and after the command; what wasn't given isn't set."""
    shared = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--data", metavar="DIR", help="the data folder (or MNEMOTECA_DATA)")
    shared.add_argument("--json", action="store_true", help="answer in JSON, one value a line")
    return shared


def _add(parser: _Parser, commands: Iterable[Command], shared: _Parser, *, required: bool) -> None:
    under = parser.add_subparsers(metavar="COMMAND", required=required, parser_class=_Parser)
    for command in commands:
        own = under.add_parser(
            command.name,
            help=command.help,
            description=command.help[:1].upper() + command.help[1:] + ".",
            epilog=f"example:\n  {command.example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            parents=[shared],
            allow_abbrev=False,
        )
        own.set_defaults(act=command.act)
        for argument in command.arguments:
            own.add_argument(*argument.names, **argument.options)
        if command.parts:
            _add(own, command.parts, shared, required=False)
