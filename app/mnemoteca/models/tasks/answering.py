"""The answer to a question out of numbered passages: as many as fit, and of what is written what rests on them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence

from mnemoteca.core.answers import Stated
from mnemoteca.core.model_tasks import Outcome
from mnemoteca.core.quoting import asked_for
from mnemoteca.core.text import language
from mnemoteca.core.writing import Ending, Unwritten, Writer
from mnemoteca.models.tasks.asking import Style, ask, fit, instructed_in
from mnemoteca.models.tasks.checks import invented_numbers, other_language, repeats
from mnemoteca.models.tasks.prompts import PromptFile, prompt_file
from mnemoteca.models.tasks.schema import Schema, choices

BEFORE = {"en": "Asked before:\n\n", "pt": "Perguntado antes:\n\n"}
_SENTENCE = re.compile(r'\{"rests_on":\[([0-9,]+)\],"text":("(?:[^"\\]|\\.)*)("?)')
_FEW = 24  # tokens that a passage costs beside its text


class Answering:
    """Asks one writer for the words of an answer."""

    def __init__(self, writer: Writer, style: Style) -> None:
        self._writer, self._style = writer, style

    def answer(
        self,
        question: str,
        passages: Sequence[str],
        before: str = "",
        heard: Callable[[tuple[Stated, ...], bool], None] = lambda stated, growing: None,
    ) -> Outcome[tuple[Stated, ...]]:
        """Sentences with the numbers of the passages (from 1) that they rest on; the first passages count most.

        `heard` gets the sentences as they come, and whether the last of them is still growing. A sentence that rests
        on nothing that was given, or holds a number that doesn't stand there, is dropped.
        """
        prompt = prompt_file("answer")
        lang = instructed_in(question)
        try:
            beside = f"{BEFORE[lang]}{before}\n\n" if before else ""
            source = "\n".join([question, beside, *passages])
            fitting = fit(self._writer, prompt, source, lang, _citing(prompt.schema, len(passages)))
            taken = self._taken(prompt, fitting.room, question, beside, passages)
        except Unwritten as unwritten:
            return Outcome(None, unwritten.ending, unwritten.reason, prompt.name, self._writer.model(prompt.role))
        check = _Check(prompt, lang, question, taken)
        given = {"text": question, "before": beside, "passages": "\n\n".join(_numbered(taken))}
        asked = ask(self._writer, prompt, fitting, given, self._style, lambda text: heard(*check.so_far(text)))
        written = asked.written
        told = (prompt.name, written.model, len(taken))
        cost = (written.tokens, written.seconds, written.first_s)
        if asked.value is None:
            return Outcome(None, asked.ending, asked.reason, *told, 0, *cost)
        said = [
            Stated(each["text"].strip(), tuple(dict.fromkeys(each["rests_on"]))) for each in asked.value["sentences"]
        ]
        kept = tuple(dict.fromkeys(each for each in said if check.bears(each)))
        dropped = len(said) - len(kept)
        if not kept:
            return Outcome(None, Ending.UNFOUNDED, "none of it rests on what was found", *told, dropped, *cost)
        if other_language(" ".join(each.text for each in kept), language(question)):
            return Outcome(None, Ending.OTHER_LANGUAGE, "it is in another language than the question", *told, 0, *cost)
        return Outcome(kept, Ending.WHOLE, "", *told, dropped, *cost)

    def _taken(
        self, prompt: PromptFile, room: int, question: str, beside: str, passages: Sequence[str]
    ) -> Sequence[str]:
        """As many of the passages as there is room for, the first ones first; raises `Unwritten` where not even one."""
        asked, kept, *counts = self._writer.measure(prompt.role, [question, beside, *passages])
        left = room - asked - kept
        taken = 0
        for count in counts:
            left -= count + _FEW
            if left < 0:
                break
            taken += 1
        if not taken:
            raise Unwritten(Ending.TOO_LONG, "the model reads too little at once for a passage")
        return passages[:taken]


class _Check:
    """What may be said: it rests on passages that were given, and holds no number that doesn't stand there."""

    def __init__(self, prompt: PromptFile, lang: str, question: str, passages: Sequence[str]) -> None:
        self._prompt, self._lang, self._question, self._passages = prompt, lang, question, passages
        self._known: dict[Stated, bool] = {}

    def bears(self, stated: Stated) -> bool:
        if stated not in self._known:
            self._known[stated] = self._bears(stated)
        return self._known[stated]

    def _bears(self, stated: Stated) -> bool:
        if not stated.text or not stated.rests_on or not all(1 <= n <= len(self._passages) for n in stated.rests_on):
            return False
        source = "\n".join([self._question, *(self._passages[number - 1] for number in stated.rests_on)])
        if repeats(stated.text, self._prompt, self._lang, source) or invented_numbers(stated.text, source):
            return False
        rests = "\n".join(self._passages[number - 1] for number in stated.rests_on)
        if {language(rests), language(stated.text)} == {"en", "pt"}:
            return True  # the words of one language don't stand in the other
        return not asked_for(stated.text).keys().isdisjoint(asked_for(rests))

    def so_far(self, text: str) -> tuple[tuple[Stated, ...], bool]:
        """The sentences in an answer that is being written, those left out that will be dropped."""
        said: list[Stated] = []
        growing = False
        for numbers, begun, end in _SENTENCE.findall(text):
            stated = Stated(_unescaped(begun), tuple(dict.fromkeys(map(int, numbers.split(",")))))
            if end and self.bears(stated):
                said.append(stated)
            elif not end and stated.text and all(1 <= n <= len(self._passages) for n in stated.rests_on):
                said.append(stated)
                growing = True
        return tuple(dict.fromkeys(said)), growing


def _unescaped(begun: str) -> str:
    """A text whose quote may be missing at its end."""
    found: str = json.loads(begun + '"')
    return found.strip()


def _citing(schema: Schema, count: int) -> Schema:
    """The schema with the numbers of so many passages."""
    sentences = schema["properties"]["sentences"]
    item = sentences["items"]
    rests_on = {**item["properties"]["rests_on"], "items": choices(range(1, count + 1)), "maxItems": min(3, count)}
    properties = {**item["properties"], "rests_on": rests_on}
    return {**schema, "properties": {"sentences": {**sentences, "items": {**item, "properties": properties}}}}


def _numbered(passages: Sequence[str]) -> list[str]:
    return [f"[{number}] {passage}" for number, passage in enumerate(passages, 1)]
