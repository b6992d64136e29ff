"""nano: look at texts with the small models that come with the app; no service, no library."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import cast

import msgspec

from mnemoteca.cli.command import Call, Command, argument
from mnemoteca.cli.parser import Misunderstood
from mnemoteca.core.errors import BadInput, NotFound

_STDIN = "-"


@dataclass(frozen=True, slots=True)
class Given:
    """A text to look at, and when it was said: naive as on the wall's clock, None where that is not known."""

    id: object  # as the file has it; None for a text of the command line
    text: str
    said_at: datetime | None


def look(task: str, call: Call) -> None:
    """One task on each text; all lines of a file are read before the first is answered."""
    given = call.given
    if bool(given.text) == bool(given.file):
        raise Misunderstood("give a text, or a file with --file", f"mnemoteca nano {task}")
    texts = list(_lines(call, given.file)) if given.file else [_typed(call)]
    find = call.outside.nano(task)
    for each in texts:
        found = find(each.text, each.said_at)
        if call.as_json:
            call.terminal.json(found if each.id is None else {"id": each.id, **found})
        else:
            call.terminal.say(_told(each, found))


def tell_tasks(call: Call) -> None:
    """What can be asked for."""
    tasks = {part.name: part.help for part in NANO.parts}
    call.answer({"tasks": tasks}, "\n".join(f"{name:10}{help}" for name, help in tasks.items()))


def _typed(call: Call) -> Given:
    return Given(None, call.text(call.given.text), call.outside.clock.now().astimezone())


def _lines(call: Call, file: str) -> Iterator[Given]:
    path = "standard input" if file == _STDIN else file
    for number, line in enumerate(_bytes(call, file).splitlines(), 1):
        if line.strip():
            yield _line(line, number, path)


def _bytes(call: Call, file: str) -> bytes:
    if file == _STDIN:
        return call.terminal.read().encode()
    try:
        return Path(file).read_bytes().removeprefix(b"\xef\xbb\xbf")
    except FileNotFoundError as e:
        raise NotFound("no_file", path=file) from e
    except (OSError, ValueError) as e:
        raise BadInput("cannot_read", path=file, reason=getattr(e, "strerror", None) or type(e).__name__) from e


def _line(line: bytes, number: int, path: str) -> Given:
    try:
        fields = msgspec.json.decode(line)
        id, text, reference = fields["id"], fields["text"], fields.get("reference")
    except (msgspec.DecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError) as e:
        raise BadInput("bad_text_line", line=number, path=path) from e
    if not isinstance(id, str | int) or not isinstance(text, str) or not isinstance(reference, str | None):
        raise BadInput("bad_text_line", line=number, path=path)
    return Given(id, text, _moment(reference, number, path))


def _moment(reference: str | None, number: int, path: str) -> datetime | None:
    try:
        return datetime.fromisoformat(reference) if reference else None
    except ValueError as e:
        raise BadInput("bad_reference_line", line=number, path=path, value=reference) from e


def _told(given: Given, found: Mapping[str, object]) -> str:
    """What was found as a person reads it: a list in one line, things with a place in the text a line each."""
    parts = [part for value in found.values() for part in _parts(given.text, value)]
    before = "" if given.id is None else f"{given.id}: "
    return before + ("\n" if any("\t" in part for part in parts) else ", ").join(parts or ["–"])


def _parts(text: str, value: object) -> Iterator[str]:
    for item in cast(list[object], value) if isinstance(value, list | tuple) else [value]:
        if isinstance(item, Mapping):
            named = item.get("value") or item.get("type") or "–"
            yield f"{text[item['start'] : item['end']]}\t{named}"
        else:
            yield str(item)


def _part(name: str, help: str, example: str) -> Command:
    act: Callable[[Call], None] = partial(look, name)
    return Command(
        name,
        help,
        f'mnemoteca nano {name} "{example}"',
        act,
        (
            argument("text", metavar="TEXT", nargs="*", help="the text itself; - reads it"),
            argument("--file", metavar="FILE", help='texts as {"id", "text", "reference"?}, one a line; - reads them'),
        ),
    )


NANO = Command(
    "nano",
    "look at texts with the small models that come with the app",
    "mnemoteca nano",
    tell_tasks,
    parts=(
        _part("tags", "what kind of work a text speaks of", "Fix the crash when the list is empty"),
        _part("entities", "names, files, symbols, links and amounts in a text", "Ana moved to Lisbon"),
        _part("dates", "dates, times and intervals in a text, as ISO 8601", "We met last Friday at 7pm"),
        _part(
            "summary", "the sentences that say most of a text, at most 50 tokens", "Ana called. She moved to Lisbon."
        ),
    ),
)
COMMANDS = (NANO,)
