"""What a command reads and writes: standard input, answers, and what is said beside them."""

from __future__ import annotations

import io
import os
import sys
from typing import BinaryIO, TextIO

import msgspec

from mnemoteca.core.errors import BadInput

_CONTROLS = {n: 0x2400 + n for n in range(32) if chr(n) not in "\n\t"} | {127: 0x2421}
_CONTROLS |= dict.fromkeys(range(128, 160), 0xFFFD)


def printable(text: str) -> str:
    """The text with its control characters made visible, so that no memory can steer a terminal."""
    return text.translate(_CONTROLS)


class Terminal:
    """Answers go to `out`, everything else to `err`; `json` is one JSON value a line."""

    def __init__(self, stdin: BinaryIO, out: TextIO, err: TextIO) -> None:
        self._stdin = stdin
        self._out = out
        self._err = err
        self._progress = ""
        self.shows_progress = err.isatty()

    @classmethod
    def of_process(cls) -> Terminal:
        """The process' own streams; what the terminal can't show is replaced, never an error."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
        stdin = sys.stdin.buffer if sys.stdin else io.BytesIO()
        return cls(stdin, sys.stdout or io.StringIO(), sys.stderr or io.StringIO())  # a caller may have closed them

    def say(self, text: str = "") -> None:
        """One line, or some, of the answer."""
        print(printable(text), file=self._out)

    def json(self, value: object) -> None:
        """The answer as one line of JSON."""
        print(msgspec.json.encode(value).decode(), file=self._out)

    def tell(self, text: str) -> None:
        """Something beside the answer."""
        self.progress("")
        print(printable(text), file=self._err)

    def progress(self, text: str) -> None:
        """Replace the line of progress; only a person sees one."""
        text = printable(text).replace("\n", " ")
        if self.shows_progress and (text or self._progress):
            print(
                f"\r{text}{' ' * (len(self._progress) - len(text))}",
                end="" if text else "\r",
                file=self._err,
                flush=True,
            )
            self._progress = text

    def read(self) -> str:
        """All of standard input; raises `BadInput` where it isn't UTF-8."""
        try:
            return self._stdin.read().decode("utf-8-sig")
        except UnicodeDecodeError as e:
            raise BadInput("not_utf8", path="standard input", position=e.start) from e

    def flush(self) -> None:
        self._out.flush()

    def give_up(self) -> None:
        """Nobody reads the answer any more: the rest of it goes nowhere, without a word."""
        os.dup2(os.open(os.devnull, os.O_WRONLY), self._out.fileno())
