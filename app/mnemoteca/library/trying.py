"""Trying models: the same note through two of them, one after the other, for its summary."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import BadInput
from mnemoteca.core.model_roles import Kind, Role
from mnemoteca.core.model_trial import LONGEST, Trial
from mnemoteca.core.writing import Options, Room, SetApart, Unwritten, Wish, Writer, WriterStatus, Written
from mnemoteca.library.answers.wording import options_of, style_of
from mnemoteca.library.body import Body
from mnemoteca.models.nano.summary import summary
from mnemoteca.models.shelf import Shelf
from mnemoteca.models.tasks.tasks import Tasks

MOST = 2


class Trying(Body):
    """The part of the library that compares models; nothing of it is kept."""

    writer: Writer
    shelf: Shelf

    def try_models(self, ids: tuple[str, ...], text: str) -> tuple[Trial, ...]:
        if not text.strip():
            raise BadInput("empty_text")
        if not 1 <= len(ids) <= MOST:
            raise BadInput("number_range", name="models", value=len(ids), low=1, high=MOST)
        for id in filter(None, ids):
            model = self.shelf.installed.find(id)
            if model.kind is not Kind.GENERATE:
                raise BadInput("model_wrong_kind", id=id, kind=model.kind.value)
        return tuple(self._tried(id, text[:LONGEST]) if id else _without(text[:LONGEST]) for id in ids)

    def _tried(self, id: str, text: str) -> Trial:
        with self.store.read() as reader:
            settings = self.memo.settings(reader)
        options = replace(options_of(settings), model=id, quantize="auto")
        heard = _Heard(self.writer.by(options))
        outcome = Tasks(heard, style_of(settings, urgent=True)).summarise(text)
        memory = next((each.memory for each in self.writer.status().models if each.name == id), 0)
        writing_s = heard.seconds - heard.first_s
        return Trial(
            id, outcome.value or heard.text, outcome.value is not None, outcome.ending, outcome.reason,
            heard.tokens, heard.seconds, heard.first_s, heard.tokens / writing_s if writing_s > 0 else 0.0, memory,
        )  # fmt: skip


def _without(text: str) -> Trial:
    """The best sentences, taken as they stand."""
    began = stopwatch()
    return Trial("", summary(text), True, seconds=stopwatch() - began)


class _Heard:
    """A writer that is listened to: what it wrote last, and how long all of it took."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self.text = ""
        self.tokens, self.seconds, self.first_s = 0, 0.0, 0.0

    def model(self, role: Role) -> str:
        return self._writer.model(role)

    def absence(self, role: Role) -> Unwritten:
        return self._writer.absence(role)

    def room(self, role: Role) -> Room:
        return self._writer.room(role)

    def measure(self, role: Role, texts: Sequence[str]) -> list[int]:
        return self._writer.measure(role, texts)

    def write(self, role: Role, wish: Wish, heard: Callable[[str], None] = lambda text: None) -> Written:
        written = self._writer.write(role, wish, heard)
        self.text = _plain(written.text)
        self.tokens, self.seconds = self.tokens + written.tokens, self.seconds + written.seconds
        self.first_s += written.first_s
        return written

    def configure(self, options: Options) -> None:
        self._writer.configure(options)

    def by(self, options: Options) -> Writer:
        return self._writer.by(options)

    def status(self) -> WriterStatus:
        return self._writer.status()

    def know(self, before: Sequence[SetApart], heard: Callable[[SetApart], None]) -> None:
        self._writer.know(before, heard)

    def try_again(self) -> int:
        return self._writer.try_again()

    def stop(self) -> None:
        """It is another's to end."""


def _plain(written: str) -> str:
    """The summary in what was written, also where that broke off."""
    try:
        told = json.loads(written)
        return str(told["summary"]) if isinstance(told, dict) and "summary" in told else written
    except ValueError:
        return written.removeprefix('{"summary":"')
