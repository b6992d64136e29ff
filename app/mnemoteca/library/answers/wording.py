"""What a model is given of a passage, how it is to write, and the news of what it writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from mnemoteca.core.answers import Asking, Passage, Stated
from mnemoteca.core.clock import stopwatch
from mnemoteca.core.context import dated
from mnemoteca.core.pushes import AnswerGrew, Push
from mnemoteca.core.settings import Value
from mnemoteca.core.writing import Options
from mnemoteca.models.tasks.asking import Style

EVERY_S = 0.05  # between two news of what is written
_LONGEST_BEFORE = 300  # letters of an answer that was given before


def told(passage: Passage) -> str:
    """A passage as a model reads it: when and by whom it was said, and its words."""
    memory = passage.memory
    about = [dated(memory, ""), memory.speaker or str(memory.role)]
    return f"({', '.join(filter(None, about))}) {' '.join(passage.text.split())}"


def told_before(before: Sequence[Asking]) -> str:
    """The last questions and what was answered."""
    return "\n".join(f"- {each.question} — {each.answer[:_LONGEST_BEFORE]}" for each in before[-3:])


def options_of(settings: Mapping[str, Value]) -> Options:
    """How models are run, as set."""
    return Options(
        str(settings["slm.model"]),
        str(settings["slm.quantize"]),
        str(settings["slm.device"]),
        int(settings["slm.memory_mb"]),
    )


def style_of(settings: Mapping[str, Value], urgent: bool) -> Style:
    """How models write, as set."""
    return Style(int(settings["slm.max_tokens"]), float(settings["slm.temperature"]), urgent=urgent)


class Streaming:
    """Tells a client what is written, not more often than it can be read."""

    def __init__(self, stream: str, push: Callable[[Push], None]) -> None:
        self._stream, self._push = stream, push
        self._told_at = float("-inf")
        self.first_at: float | None = None

    def heard(self, stated: tuple[Stated, ...], growing: bool) -> None:
        """So far it has come."""
        now = stopwatch()
        if stated and self.first_at is None:
            self.first_at = now
        if self._stream and stated and now - self._told_at >= EVERY_S:
            self._told_at = now
            self._push(AnswerGrew(self._stream, stated, growing))
