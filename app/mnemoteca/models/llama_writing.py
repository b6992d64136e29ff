"""Writing: from a prompt to its end, token by token, each one held against the grammar and checked to be one."""

from __future__ import annotations

import codecs
from collections.abc import Callable

import numpy as np

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.writing import Ending
from mnemoteca.models.chat_form import form_of
from mnemoteca.models.frames import Completion, Grew, Prompt
from mnemoteca.models.llama_choice import BadGrammar, Grammar, NoWay, choose
from mnemoteca.models.llama_model import Abandoned, LlamaModel, Logits, Unloadable
from mnemoteca.models.memory_held import memory_held

_NOT_FINITE = "its numbers are none: the file is damaged, or the model can't run here"


class Writing:
    """Writes with one model."""

    def __init__(self, model: LlamaModel) -> None:
        self._model = model
        self.form = form_of(model)
        self.overhead = len(self.form.tokens(model, "", "")) + 2  # and where its words meet those of the texts

    def try_out(self) -> None:
        """One step, so that a file whose weights are no numbers is not taken for a model; raises `Unloadable`."""
        try:
            self._model.read(self._model.tokens("The") or [0])
        except Abandoned as error:
            raise Unloadable("it was given up") from error
        if not is_sound(self._model.logits()):
            raise Unloadable(_NOT_FINITE)
        self._model.forget()

    def complete(self, prompt: Prompt, tell: Callable[[Grew], None], is_over: Callable[[], bool]) -> Completion:
        """What the model writes, however it ends; each piece is told as it comes."""
        return _Piece(self._model, self.form.tokens(self._model, prompt.system, prompt.user), prompt, tell).complete(
            is_over
        )


class _Piece:
    """One prompt on its way."""

    def __init__(self, model: LlamaModel, tokens: list[int], prompt: Prompt, tell: Callable[[Grew], None]) -> None:
        self._model, self._tokens, self._prompt, self._tell = model, tokens, prompt, tell
        self._began = stopwatch()
        self._first_s = 0.0
        self._reused = self._count = 0
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._text: list[str] = []

    def complete(self, is_over: Callable[[], bool]) -> Completion:
        if len(self._tokens) + self._prompt.most > self._model.context:
            return self._ended(Ending.TOO_LONG, "the text is longer than what the model reads at once")
        try:
            grammar = Grammar(self._model, self._prompt.grammar)
        except BadGrammar:
            return self._ended(Ending.MALFORMED, "the form that was asked for can't be read")
        try:
            return self._ended(*self._write(grammar, is_over))
        except Abandoned:
            return self._ended(self._given_up())
        except Unloadable as error:
            return self._ended(Ending.NONSENSE, str(error))
        finally:
            grammar.close()

    def _write(self, grammar: Grammar, is_over: Callable[[], bool]) -> tuple[Ending, str]:
        chance = np.random.default_rng(self._prompt.seed)
        self._reused = self._model.read(self._tokens)
        while self._count < self._prompt.most:
            if is_over():
                return self._given_up(), ""
            logits = self._model.logits()
            if not is_sound(logits):
                self._model.forget()
                return Ending.NONSENSE, _NOT_FINITE
            try:
                token, said = self._next(logits, grammar, chance)
            except NoWay:
                return Ending.MALFORMED, "nothing goes on from what it wrote"
            if self._model.endings[token]:
                return Ending.WHOLE, ""
            grammar.accept(token)
            self._say(said)
            self._model.read_on([token])
        return Ending.CUT, ""

    def _given_up(self) -> Ending:
        return Ending.LATE if stopwatch() - self._began >= self._prompt.seconds else Ending.CANCELLED

    def _next(self, logits: Logits, grammar: Grammar, chance: np.random.Generator) -> tuple[int, str]:
        """The next token and what it says: bytes that are no UTF-8, which a grammar lets pass, are not taken."""
        before = self._decoder.getstate()
        while True:
            token = choose(logits, self._model.silent, grammar, self._prompt.temperature, chance)
            try:
                return token, "" if self._model.endings[token] else self._decoder.decode(self._model.piece(token))
            except UnicodeDecodeError:
                self._decoder.setstate(before)
                logits[token] = -np.inf

    def _say(self, said: str) -> None:
        self._count += 1
        self._first_s = self._first_s or stopwatch() - self._began
        if said:
            self._text.append(said)
            self._tell(Grew(self._prompt.number, said))

    def _ended(self, ending: Ending, reason: str = "") -> Completion:
        return Completion(
            self._prompt.number, "".join(self._text), ending, reason,
            read=len(self._tokens), reused=self._reused, tokens=self._count, first_s=self._first_s,
            seconds=stopwatch() - self._began, memory=memory_held(),
        )  # fmt: skip


def is_sound(logits: Logits) -> bool:
    """Whether these are numbers that tell tokens apart."""
    return bool(np.isfinite(logits).all()) and float(np.ptp(logits)) > 0.0
