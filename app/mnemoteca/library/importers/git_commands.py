"""Running git on a repository that nobody vouches for: no shell, no hooks, no programs of its settings, no network.

The repository is only read; the person's own settings of git don't count either, so that each reads the same.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

_PIECE = 1 << 16
_LONGEST = 4_000_000  # bytes of a message or a name; what goes beyond is cut
_QUICK_S = 60.0
_MOST_ENDED = 1_000  # times that it is begun anew
_SETTINGS = (
    "core.fsmonitor=false", f"core.hooksPath={os.devnull}", "core.quotePath=false", "core.pager=cat",
    "core.attributesFile=", "log.showSignature=false", "diff.external=", "diff.renameLimit=400",
    "protocol.allow=never", "i18n.logOutputEncoding=UTF-8", "core.askPass=", "credential.helper=",
)  # fmt: skip
_PASSED_ON = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")


class NoGit(Exception):
    """Git is not there, or won't read this repository; says why."""


def _command(folder: Path, arguments: Sequence[str]) -> list[str]:
    program = shutil.which("git")
    if program is None:
        raise NoGit("git is not installed here")
    settings = [part for each in _SETTINGS for part in ("-c", each)]
    return [program, "-C", str(folder), "--no-pager", "--no-replace-objects", *settings, *arguments]


def _environment(folder: Path) -> dict[str, str]:
    passed_on = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return passed_on | {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_CEILING_DIRECTORIES": str(folder.parent),
        "LC_ALL": "C",
    }


def told(folder: Path, *arguments: str) -> str:
    """What git says; "" where it fails. Raises `NoGit` where there is none."""
    try:
        done = subprocess.run(
            _command(folder, arguments), env=_environment(folder), stdin=subprocess.DEVNULL, capture_output=True,
            timeout=_QUICK_S, check=False,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as error:
        raise NoGit(f"git can't be run: {type(error).__name__}") from error
    return "" if done.returncode else done.stdout.decode("utf-8", "replace").strip()


@contextmanager
def running(folder: Path, *arguments: str, asked: bool = False) -> Iterator[subprocess.Popen[bytes]]:
    """Git at work, with its output as a stream (and, `asked`, its input); it has ended when this is left."""
    try:
        process = subprocess.Popen(
            _command(folder, arguments), env=_environment(folder), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            stdin=subprocess.PIPE if asked else subprocess.DEVNULL,
        )  # fmt: skip
    except OSError as error:
        raise NoGit(f"git can't be run: {type(error).__name__}") from error
    try:
        yield process
    finally:
        for stream in filter(None, (process.stdin, process.stdout)):
            with suppress(OSError):  # it went away first
                stream.close()
        try:
            process.wait(1.0)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def tokens(stream: IO[bytes]) -> Iterator[bytes]:
    """What stands between the zeros of a stream, each at most `_LONGEST` bytes of it."""
    waiting = bytearray()
    while piece := stream.read(_PIECE):
        *whole, rest = piece.split(b"\0")
        for each in whole:
            waiting += each
            yield bytes(waiting[:_LONGEST])
            waiting.clear()
        if len(waiting) <= _LONGEST:
            waiting += rest
    if waiting:
        yield bytes(waiting[:_LONGEST])


class Torn(Exception):
    """A content that is damaged in the repository."""


class Blobs:
    """The contents of files by their ids, asked for one at a time; git ends at a damaged one and is begun anew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._at_work: dict[str, tuple[ExitStack, subprocess.Popen[bytes]]] = {}
        self._ended = 0

    def find(self, id: str, most: int) -> bytes | None:
        """A content of at most `most` bytes; None where it is larger, missing or no file; raises `Torn`."""
        told = self._ask("--batch-check", id)
        if len(told) != 3 or told[1] != b"blob" or not 0 < int(told[2]) <= most:
            return None
        told = self._ask("--batch", id)
        size = int(told[2]) if len(told) == 3 and told[2].isdigit() else most
        content = self._read(size + 1)
        if len(content) != size + 1:
            self._end("--batch")
            raise Torn
        return content[:size]

    def close(self) -> None:
        for how in list(self._at_work):
            self._end(how)

    def _ask(self, how: str, id: str) -> list[bytes]:
        """What git says of a content, in words; raises `Torn` where it ended instead."""
        if how not in self._at_work:
            if self._ended > _MOST_ENDED:
                raise Torn
            stack = ExitStack()
            self._at_work[how] = stack, stack.enter_context(running(self._folder, "cat-file", how, asked=True))
        process = self._at_work[how][1]
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(id.encode("ascii") + b"\n")
            process.stdin.flush()
            told = process.stdout.readline(1000)
        except OSError:
            told = b""
        if not told:
            self._end(how)
            raise Torn
        return told.split()

    def _read(self, size: int) -> bytes:
        stream = self._at_work["--batch"][1].stdout
        return b"" if stream is None else stream.read(size)

    def _end(self, how: str) -> None:
        stack, _ = self._at_work.pop(how)
        stack.close()
        self._ended += 1
