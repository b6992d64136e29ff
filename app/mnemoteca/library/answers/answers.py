"""Answering: what was found, as sentences that rest on it, or word for word where no model words them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mnemoteca.core.answers import Answer, AnswerKind, Asking, Passage, Stated
from mnemoteca.core.cancel import current
from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import BadInput
from mnemoteca.core.follow_ups import searched_for
from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.core.model_roles import Role
from mnemoteca.core.quoting import AT_MOST
from mnemoteca.core.recall import Filters, Question, Recalled
from mnemoteca.core.writing import Writer, WriterStatus
from mnemoteca.library.answers.conversations import Conversations
from mnemoteca.library.answers.evidence import LOOKED_THROUGH, passages, sound
from mnemoteca.library.answers.wording import Streaming, options_of, style_of, told, told_before
from mnemoteca.library.recall.recalls import Recalls
from mnemoteca.models.tasks.answering import Answering
from mnemoteca.store.tables import memories

MOST_PASSAGES = 20
PATIENCE_S = 3.0  # that an answer waits for the question's vector: the embedder may have to be started
READ = 900  # characters of a memory that a model is given


class Answers(Recalls):
    """The part of the library that answers."""

    conversations: Conversations
    writer: Writer

    def answer(
        self,
        question: str,
        space: str = DEFAULT_SPACE,
        conversation: str = "",
        follow_up: bool = False,
        limit: int = 6,
        filters: Filters = Filters(),
        stream: str = "",
        quoted: bool = False,
    ) -> Answer:
        if not question.strip():
            raise BadInput("empty_question")
        if not 1 <= limit <= MOST_PASSAGES:
            raise BadInput("number_range", name="limit", value=limit, low=1, high=MOST_PASSAGES)
        started = stopwatch()
        before = self.conversations.before(space, conversation) if conversation and follow_up else ()
        searched = searched_for(question, before)
        asked = self._asked(Question(searched), space, limit, filters, "all", patience_s=PATIENCE_S)
        found = self._answer(asked)
        answer = self._worded(question, searched, found, before, Streaming(stream, self.push), started, quoted)
        ms = round((stopwatch() - started) * 1000, 3)
        answer = replace(
            answer, searched=searched, ms=ms, first_ms=answer.first_ms or ms, partial=found.partial,
            missing=found.missing, without_meaning=found.without_meaning,
        )  # fmt: skip
        if conversation:
            self.conversations.went_on(space, conversation, Asking(question, searched, answer.text), follow_up)
        return answer

    def writer_status(self) -> WriterStatus:
        return self.writer.status()

    def _worded(
        self,
        question: str,
        searched: str,
        found: Recalled,
        before: Sequence[Asking],
        streaming: Streaming,
        started: float,
        quoted: bool,
    ) -> Answer:
        """The answer in a model's words, else in quotes; where nothing was found no model is asked."""
        long = self._passages(searched, found, READ, around=True)
        if not long:
            return Answer(question, AnswerKind.NOTHING)
        with self.store.read() as reader:
            settings = self.memo.settings(reader)
        self.writer.configure(options_of(settings))
        if quoted:
            return self._quoted(question, searched, found, "", "")
        if not self.writer.model(Role.ANSWER):
            absence = self.writer.absence(Role.ANSWER)
            return self._quoted(question, searched, found, absence.ending, absence.reason)
        answering = Answering(self.writer, style_of(settings, urgent=True))
        done = answering.answer(question, [told(each) for each in long], told_before(before), streaming.heard)
        current().raise_if_cancelled()
        if done.value is None:
            answer = self._quoted(question, searched, found, done.ending, done.reason)
            return replace(answer, model=done.model, dropped=done.dropped, tokens=done.tokens)
        first_ms = 0.0 if streaming.first_at is None else round((streaming.first_at - started) * 1000, 3)
        return Answer(
            question, AnswerKind.WRITTEN, done.value, long[: done.parts], model=done.model, dropped=done.dropped,
            first_ms=first_ms, tokens=done.tokens,
        )  # fmt: skip

    def _quoted(self, question: str, searched: str, found: Recalled, without_model: str, reason: str) -> Answer:
        """The passages themselves as the answer."""
        held = self._passages(searched, found, AT_MOST)
        stated = tuple(Stated(each.text, (each.number,)) for each in held)
        kind = AnswerKind.QUOTED if held else AnswerKind.NOTHING
        return Answer(question, kind, stated, held, without_model=without_model, reason=reason)

    def _passages(self, searched: str, found: Recalled, at_most: int, around: bool = False) -> tuple[Passage, ...]:
        with self.store.read() as reader:
            ids = [hit.memory.id for hit in sound(found.hits)]
            return passages(searched, memories.by_ids(reader, ids, LOOKED_THROUGH, self.lives(reader)), at_most, around)
