"""The part of the door that answers questions in sentences, each with the memories that it rests on."""

from __future__ import annotations

from typing import Protocol

from mnemoteca.core.answers import Answer
from mnemoteca.core.door import Lane, door
from mnemoteca.core.memory import DEFAULT_SPACE, Memory
from mnemoteca.core.recall import Filters
from mnemoteca.core.writing import WriterStatus


class AnswersDoor(Protocol):
    """Answers out of what was kept, and out of nothing else."""

    @door(Lane.WAIT, cancel=True, deadline_s=600.0)
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
        """What the memories say about a question, in its language, from at most `limit` of them (1 to 20).

        With a `conversation`, which anybody may name as they like, the last questions are kept in mind for those that
        follow; without `follow_up` it begins anew. With a `stream`, named likewise, what is written is pushed as
        `AnswerGrew` while it grows. `quoted`: no model is asked. Not an access.
        """
        ...

    @door(Lane.ACT)
    def keep_answer(
        self, text: str, question: str, rests_on: tuple[int, ...] = (), model: str = "", space: str = DEFAULT_SPACE
    ) -> Memory:
        """Keep an answer by hand: marked as inferred, with its question and the memories (ids) that it rests on.

        It can be found; no other answer rests on it.
        """
        ...

    @door()
    def writer_status(self) -> WriterStatus:
        """Which models are loaded, what they hold and did, and what is not tried again."""
        ...
