"""The tasks: what is asked of a model, and what of its answer is believed. Each ends in a value or in a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from mnemoteca.core.model_tasks import EntityKind, Extracted, NamedEntity, Outcome, ProposedFact
from mnemoteca.core.text import fold, language
from mnemoteca.core.writing import Ending, Unwritten, Writer
from mnemoteca.models.tasks.asking import Asked, Fit, Style, ask, fit, instructed_in
from mnemoteca.models.tasks.checks import (
    SHORTEST_QUOTE,
    invented_numbers,
    other_language,
    repeats,
    shares_a_word,
    span_of,
    stands_in,
)
from mnemoteca.models.tasks.parts import parts_of
from mnemoteca.models.tasks.prompts import PromptFile, prompt_file
from mnemoteca.models.tasks.schema import Schema

LETTERS_A_TOKEN = 2  # at least, in English and Portuguese: so long may a summary of so many tokens be
MOST_TAGS = 3
V = TypeVar("V")


class _Failed(Exception):
    """A part of the work came to nothing."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked.reason)
        self.asked = asked


@dataclass
class _Work:
    """One task under way: what it has cost so far."""

    writer: Writer
    prompt: PromptFile
    style: Style
    model: str = ""
    tokens: int = 0
    seconds: float = 0.0
    first_s: float = 0.0
    parts: int = 1

    def ask(self, fitting: Fit, **given: str) -> dict[str, Any]:
        asked = ask(self.writer, self.prompt, fitting, given, self.style)
        written = asked.written
        self.model, self.tokens, self.seconds = (
            written.model,
            self.tokens + written.tokens,
            self.seconds + written.seconds,
        )
        self.first_s = self.first_s or written.first_s
        if asked.value is None:
            raise _Failed(asked)
        return asked.value

    def failed(self, ending: Ending, reason: str = "", dropped: int = 0) -> Outcome[Any]:
        return Outcome(
            None,
            ending,
            reason,
            self.prompt.name,
            self.model,
            self.parts,
            dropped,
            self.tokens,
            self.seconds,
            self.first_s,
        )

    def done(self, value: V, dropped: int = 0) -> Outcome[V]:
        return Outcome(
            value, Ending.WHOLE, "", self.prompt.name, self.model, self.parts, dropped, self.tokens, self.seconds,
            self.first_s,
        )  # fmt: skip

    def in_parts(self, text: str, fitting: Fit) -> list[str]:
        found = parts_of(self.writer, self.prompt.role, text, fitting.room)
        self.parts = max(self.parts, len(found))
        return [part for part in found if part.strip()]


class Tasks:
    """Asks one writer; any thread may call it."""

    def __init__(self, writer: Writer, style: Style = Style()) -> None:
        self._writer, self._style = writer, style

    def summarise(self, text: str) -> Outcome[str]:
        """One or two sentences in the language of the text; numbers that the text does not hold are not believed."""
        most = LETTERS_A_TOKEN * self._style.max_tokens
        return self._condensed("summarise", "summary", text, lambda schema: _capped(schema, "summary", most))

    def title(self, text: str) -> Outcome[str]:
        """At most eight words or so, in the language of the text."""
        return self._condensed("title", "title", text)

    def tags(self, text: str) -> Outcome[tuple[str, ...]]:
        """One to three words in lower case; those that more parts of a long text have come first."""

        def do(work: _Work, fitting: Fit) -> Outcome[tuple[str, ...]]:
            counts: dict[str, int] = {}
            for part in work.in_parts(text, fitting):
                for tag in dict.fromkeys(work.ask(fitting, text=part)["tags"]):
                    counts[tag] = counts.get(tag, 0) + 1
            best = sorted(counts, key=lambda tag: -counts[tag])
            return work.done(tuple(best[:MOST_TAGS]))

        return self._do("tags", text, do)

    def extract(self, text: str) -> Outcome[Extracted]:
        """What the text names and states: a name has to stand in it, a fact's quote letter by letter."""

        def do(work: _Work, fitting: Fit) -> Outcome[Extracted]:
            proposed = [work.ask(fitting, text=part) for part in work.in_parts(text, fitting)]
            entities = [_entity(each, text) for value in proposed for each in value["entities"]]
            facts = [_fact(each, text) for value in proposed for each in value["facts"]]
            found = Extracted(
                tuple(dict.fromkeys(each for each in entities if each)),
                tuple(dict.fromkeys(each for each in facts if each)),
            )
            dropped = entities.count(None) + facts.count(None)
            if found.entities or found.facts:
                return work.done(found, dropped)
            if dropped:
                return work.failed(Ending.UNFOUNDED, "none of it stands in the text", dropped)
            return work.failed(Ending.EMPTY, "it found nothing in it")

        return self._do("extract", text, do)

    def expand(self, question: str) -> Outcome[tuple[str, ...]]:
        """Up to three other ways to ask the same."""

        def do(work: _Work, fitting: Fit) -> Outcome[tuple[str, ...]]:
            said = work.ask(_whole(work, fitting, question), text=question)["queries"]
            kept = {fold(each).strip(): each.strip() for each in said if not invented_numbers(each, question)}
            kept.pop(fold(question).strip(), None)
            if kept:
                return work.done(tuple(kept.values()), len(said) - len(kept))
            return work.failed(Ending.EMPTY, "it says nothing else than was asked", len(said))

        return self._do("expand", question, do)

    def follow_up(self, question: str, before: str) -> Outcome[str]:
        """The question so that it can be understood without what came before."""

        def do(work: _Work, fitting: Fit) -> Outcome[str]:
            said = work.ask(_whole(work, fitting, question, before), text=question, before=before)["query"].strip()
            return _believed(work, said, f"{before}\n{question}", fitting.lang)

        return self._do("follow_up", question, do, before)

    def context(self, passage: str, around: str) -> Outcome[str]:
        """What a passage is about within the conversation around it, of which as much is read as fits."""

        def do(work: _Work, fitting: Fit) -> Outcome[str]:
            (room,) = self._writer.measure(work.prompt.role, [passage])
            if room > fitting.room - 64:
                return work.failed(Ending.TOO_LONG, "the passage is longer than what the model reads at once")
            read = parts_of(self._writer, work.prompt.role, around, fitting.room - room)[0] if around else ""
            said = work.ask(fitting, text=passage, before=read)["context"].strip()
            return _believed(work, said, f"{around}\n{passage}", fitting.lang)

        return self._do("context", passage, do, around)

    # -- what they share

    def _condensed(
        self, task: str, field: str, text: str, shaped: Callable[[Schema], Schema] = lambda schema: schema
    ) -> Outcome[str]:
        """Parts first, then what was said of them, until one is left."""

        def do(work: _Work, fitting: Fit) -> Outcome[str]:
            said = [work.ask(fitting, text=part)[field].strip() for part in work.in_parts(text, fitting)]
            while len(said) > 1:
                parts = work.in_parts("\n".join(said), fitting)
                if len(parts) >= len(said):
                    return work.failed(Ending.TOO_LONG, "the model reads too little at once for a text so long")
                said = [work.ask(fitting, text=part)[field].strip() for part in parts]
            return _believed(work, said[0], text, fitting.lang)

        return self._do(task, text, do, shaped=shaped)

    def _do(
        self,
        task: str,
        text: str,
        do: Callable[[_Work, Fit], Outcome[V]],
        beside: str = "",
        shaped: Callable[[Schema], Schema] = lambda schema: schema,
    ) -> Outcome[V]:
        work = _Work(self._writer, prompt_file(task), self._style)
        if not text.strip():
            return work.failed(Ending.EMPTY, "there is nothing in the text")
        try:
            source = f"{beside}\n{text}" if beside else text
            lang = instructed_in(text)
            return do(work, fit(self._writer, work.prompt, source, lang, shaped(work.prompt.schema)))
        except _Failed as failed:
            return work.failed(failed.asked.ending, failed.asked.reason)
        except Unwritten as unwritten:
            return work.failed(unwritten.ending, unwritten.reason)


def _whole(work: _Work, fitting: Fit, *texts: str) -> Fit:
    """The fit, where all these texts have room in it at once."""
    if sum(work.writer.measure(work.prompt.role, texts)) > fitting.room:
        raise Unwritten(Ending.TOO_LONG, "it is longer than what the model reads at once")
    return fitting


def _believed(work: _Work, said: str, source: str, lang: str) -> Outcome[str]:
    """A text of the model's own, where it is in the source's language and holds no number that the source does not."""
    if not said:
        return work.failed(Ending.EMPTY)
    if repeats(said, work.prompt, lang, source):
        return work.failed(Ending.ECHO, "it repeats what it was told")
    if invented := invented_numbers(said, source):
        return work.failed(Ending.UNFOUNDED, f"the text does not hold the number {invented[0]}", len(invented))
    if other_language(said, language(source)):
        return work.failed(Ending.OTHER_LANGUAGE, "it is in another language than the text")
    return work.done(said)


def _entity(proposed: dict[str, str], source: str) -> NamedEntity | None:
    span = stands_in(proposed["name"], source)
    if span is None or not any(letter.isalnum() for letter in proposed["name"]):
        return None
    return NamedEntity(source[slice(*span)], EntityKind(proposed["kind"]), *span)


def _fact(proposed: dict[str, str], source: str) -> ProposedFact | None:
    span = span_of(proposed["quote"], source)
    if span is None or span[1] - span[0] < SHORTEST_QUOTE:
        return None
    quote = source[slice(*span)]
    if not shares_a_word(f"{proposed['subject']} {proposed['object']}", quote):
        return None
    return ProposedFact(proposed["subject"].strip(), proposed["relation"], proposed["object"].strip(), *span)


def _capped(schema: Schema, name: str, most: int) -> Schema:
    """The schema with one of its texts of at most so many letters."""
    properties = dict(schema["properties"])
    properties[name] = {**properties[name], "maxLength": max(1, min(properties[name]["maxLength"], most))}
    return {**schema, "properties": properties}
