"""What `git log` says, commit by commit."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from mnemoteca.core.memory import Precision
from mnemoteca.core.text import storable
from mnemoteca.core.when import UNKNOWN, Moment
from mnemoteca.library.importers.encoding import decoded

# Five fields, a NUL behind each, then the changed files; a merge has none of its own.
ARGUMENTS = (
    "log", "-z", "--format=%H%x00%P%x00%ad%x00%an%x00%B%x00", "--date=raw", "--raw", "--no-abbrev",
    "--find-renames", "--diff-merges=off", "--no-ext-diff", "--no-textconv", "--no-mailmap", "--no-color",
    "--no-notes", "--ignore-submodules=none", "--root",
)  # fmt: skip
_FIELDS = 5
_FILE, _LINK, _MODULE = "100", "120000", "160000"
MOST_NAMED = 200  # changed files that a commit names; what goes beyond is counted
_PLAIN = re.compile(r"[^\x00-\x1f\x7f\u2028\u2029\ufffd\"\\]+")
_HASH = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")


@dataclass(frozen=True, slots=True)
class Changed:
    """A file that a commit changed: how (A, M, D, R, C, T), its name, its former name, and the id of its content."""

    status: str
    path: str
    former: str
    blob: str  # "" where there is no content: deleted, a link, a submodule


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit."""

    hash: str
    parents: tuple[str, ...]
    moment: Moment
    author: str
    message: str
    files: tuple[Changed, ...]


def commits(tokens: Iterator[bytes]) -> Iterator[Commit]:
    """The commits of a log, put together from what stands between its zeros."""
    fields: list[bytes] = []
    files: list[Changed] = []
    for token in tokens:
        if len(fields) < _FIELDS:
            if fields or _HASH.fullmatch(token):
                fields.append(token)
        elif token.lstrip(b"\n").startswith(b":"):
            if changed := _changed(token, tokens):
                files.append(changed)
        elif token.strip():
            yield _commit(fields, files)
            fields, files = [token.strip()], []
    if len(fields) == _FIELDS:
        yield _commit(fields, files)


def _changed(token: bytes, tokens: Iterator[bytes]) -> Changed | None:
    """`:modes ids status`, and the one or two names that follow it."""
    told = token.lstrip(b"\n:").decode("ascii", "replace").split()
    former = next(tokens, b"")
    if len(told) != 5:
        return None
    status = told[4][:1]
    path = next(tokens, b"") if status in "RC" else former
    has_content = told[1].startswith(_FILE) and status != "D"
    return Changed(
        "S" if _MODULE in told[:2] else status,
        _name(path),
        _name(former) if status in "RC" else "",
        told[3] if has_content else "",
    )


def _name(raw: bytes) -> str:
    return storable(raw.decode("utf-8", "surrogateescape"))


def _commit(fields: list[bytes], files: list[Changed]) -> Commit:
    hash, parents, date, author, message = fields
    return Commit(
        hash.decode("ascii", "replace"),
        tuple(parents.decode("ascii", "replace").split()),
        read_date(date.decode("ascii", "replace")),
        storable(author.decode("utf-8", "replace"))[:200],
        decoded(message)[0].strip("\n"),
        tuple(files),
    )


def read_date(raw: str) -> Moment:
    """Seconds from 1970 and an offset such as +0230; `UNKNOWN` where it is none, or outside the years 1 to 9999."""
    seconds, _, zone = raw.partition(" ")
    try:
        at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds))
        offset = int(zone[:1] + "1") * (int(zone[1:3]) * 60 + int(zone[3:5])) if len(zone) == 5 else 0
        _ = at + timedelta(minutes=offset)
    except (ValueError, OverflowError):
        return UNKNOWN
    return Moment(at, offset if abs(offset) < 24 * 60 else 0, Precision.INSTANT)


_SAID = {"A": "added", "M": "changed", "D": "deleted", "R": "renamed", "C": "copied", "T": "changed kind"}


def text_of(commit: Commit) -> str:
    """A commit as a memory: its message as it is, what it merged, and the files that it changed."""
    told = [commit.message or "(no message)"]
    if len(commit.parents) > 1:
        told.append("merges " + ", ".join(commit.parents[1:]))
    lines = [_line(changed) for changed in commit.files[:MOST_NAMED]]
    if more := len(commit.files) - MOST_NAMED:
        lines += [f"and {more:,} more"] if more > 0 else []
    return "\n\n".join((*told, "\n".join(lines))).rstrip("\n")


def _line(changed: Changed) -> str:
    if changed.status == "S":
        return f"submodule {shown(changed.path)}"
    former = f"{shown(changed.former)} → " if changed.former else ""
    return f"{_SAID.get(changed.status, changed.status)} {former}{shown(changed.path)}"


def shown(path: str) -> str:
    """A name on one line; in quotes where it has signs that would not show."""
    return path if _PLAIN.fullmatch(path) else json.dumps(path, ensure_ascii=False)
