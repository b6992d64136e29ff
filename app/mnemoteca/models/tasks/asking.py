"""One task for one text that fits: the schema fitted to the room, the answer decoded and held against it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mnemoteca.core.text import language
from mnemoteca.core.writing import Ending, Unwritten, Wish, Writer, Written
from mnemoteca.models.tasks.checks import repeats
from mnemoteca.models.tasks.grammar import grammar
from mnemoteca.models.tasks.prompts import PromptFile
from mnemoteca.models.tasks.schema import Schema, fitted, letters_wide, longest, why_not

MOST_ANSWER = 0.5  # of the context that an answer may take
LEAST_TEXT = 64  # tokens of a text that a context has to have room for


@dataclass(frozen=True, slots=True)
class Style:
    """How the person wants it: the letters of a text follow from `max_tokens`."""

    max_tokens: int = 200
    temperature: float = 0.2
    seconds: float = 300.0
    urgent: bool = False
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of one question to a model; `value` is as its schema says where the ending is whole, else None."""

    value: dict[str, Any] | None
    written: Written
    ending: Ending
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Fit:
    """A schema that fits, and how many tokens are left for what is given beside the fixed words of the prompt."""

    schema: Schema
    room: int
    width: int
    lang: str


def instructed_in(text: str) -> str:
    """The language that the model is told its task in."""
    return "pt" if language(text) == "pt" else "en"


def fit(writer: Writer, prompt: PromptFile, source: str, lang: str, schema: Schema | None = None) -> Fit:
    """How the task fits the model of its role; raises `Unwritten` where it does not."""
    held = writer.room(prompt.role)
    width = letters_wide(source)
    words = [prompt.system[lang], prompt.filled(lang, dict.fromkeys(("text", "before", "passages"), ""))]
    fixed = sum(writer.measure(prompt.role, words)) + held.overhead
    most = min(int(held.context * MOST_ANSWER), held.context - fixed - LEAST_TEXT)
    made = fitted(schema or prompt.schema, most - 1, width)
    if made is None:
        raise Unwritten(Ending.TOO_LONG, "the model reads too little at once for this")
    return Fit(made, held.context - fixed - longest(made, width) - 1, width, lang)


def ask(
    writer: Writer,
    prompt: PromptFile,
    fitting: Fit,
    given: Mapping[str, str],
    style: Style,
    heard: Callable[[str], None] = lambda text: None,
) -> Asked:
    """Ask the model, and hold its answer against the schema and what it was told."""
    wish = Wish(
        prompt.system[fitting.lang],
        prompt.filled(fitting.lang, given),
        grammar(fitting.schema, fitting.width),
        longest(fitting.schema, fitting.width) + 1,
        style.temperature,
        style.seed,
        style.seconds,
        style.urgent,
    )
    written = writer.write(prompt.role, wish, heard)
    if written.ending is not Ending.WHOLE:
        return Asked(None, written, written.ending, written.reason)
    try:
        value = json.loads(written.text)
    except ValueError:
        return Asked(None, written, Ending.MALFORMED, "it is no JSON")
    if reason := why_not(fitting.schema, value):
        return Asked(None, written, Ending.MALFORMED, reason)
    if repeats(written.text, prompt, fitting.lang, "".join(given.values())):
        return Asked(None, written, Ending.ECHO, "it repeats what it was told")
    return Asked(value, written, Ending.WHOLE)
