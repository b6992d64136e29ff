"""A file of questions: one JSON value a line, with its id as it stands there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from mnemoteca.cli.moments import read_moment
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.recall import Question


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a file, with its id as it stands there."""

    id: object
    question: Question


def read_questions(path: Path) -> Iterator[Asked]:
    """The questions in their order; raises `NotFound` or `BadInput`."""
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError as e:
        raise NotFound("no_file", path=path) from e
    except OSError as e:
        raise BadInput("cannot_read", path=path, reason=e.strerror or type(e).__name__) from e
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _question(line, number, path)


def _question(line: bytes, number: int, path: Path) -> Asked:
    try:
        fields = msgspec.json.decode(line)
        id, text, at = fields["id"], fields["question"], fields.get("asked_at")
    except (msgspec.DecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError) as e:
        raise BadInput("bad_question_line", line=number, path=path) from e
    if not isinstance(text, str) or not isinstance(at, str | None):
        raise BadInput("bad_question_line", line=number, path=path)
    return Asked(id, Question(text, str(id), read_moment(at) if at else None))
