"""What is made of a memory: its tags, entities, summary and context, each by whom the plan names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

from mnemoteca.core.model_plan import By, Models, Task, plan
from mnemoteca.core.model_tasks import Outcome
from mnemoteca.core.processed import EntityProposed, Processed
from mnemoteca.models.nano.entities.finder import entities_of
from mnemoteca.models.nano.summary import summary
from mnemoteca.models.nano.tags import Tagger, shipped_tagger
from mnemoteca.models.remembered import Remembered

AT_ONCE = 2  # texts of a batch that are worked on: while a language model writes, the small ones go on


class LanguageModel(Protocol):
    """What a language model is asked for; `Tasks` is one."""

    def summarise(self, text: str) -> Outcome[str]: ...
    def context(self, passage: str, around: str) -> Outcome[str]: ...


class Orchestrator:
    """Asks the small models, and a language model where there is one; any thread may call it.

    `model` names the language model, so that what another one made is not taken for its work.
    """

    def __init__(
        self,
        language_model: LanguageModel | None = None,
        model: str = "",
        tagger: Tagger | None = None,
        remembered: Remembered | None = None,
    ) -> None:
        self._language_model, self._model = language_model, model
        self._tagger = tagger or shipped_tagger()
        self._remembered = remembered or Remembered()

    def process_memory(self, text: str, around: str = "") -> Processed:
        """What is made of one text; `around` is what was said before and after it."""
        tags = self._remembered.or_made("tags", text, lambda: tuple(self._tagger.classify_multiple(text)))
        by: dict[Task, By] = {}
        failures: list[str] = []
        short = self._made(Task.SUMMARY, text, "", by, failures) or ""
        context = self._made(Task.CONTEXT, text, around, by, failures)
        found = tuple(EntityProposed(e.start, e.end, e.kind, e.confidence) for e in entities_of(text))
        return Processed(tags or (), found, short, context, by, tuple(failures))

    def process_batch(self, texts: Sequence[str]) -> list[Processed]:
        """What is made of each, in their order."""
        if self._language_model is None:
            return [self.process_memory(text) for text in texts]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(self.process_memory, texts))

    def _made(self, task: Task, text: str, around: str, by: dict[Task, By], failures: list[str]) -> str | None:
        """The first step of the plan that comes to something."""
        for step in plan(task, text, Models(language_model=self._language_model is not None)):
            made = summary(text) if step is By.NANO else self._written(task, text, around, failures)
            if made:
                by[task] = step
                return made
        return None

    def _written(self, task: Task, text: str, around: str, failures: list[str]) -> str | None:
        asked = self._language_model
        if asked is None:
            return None
        ask: Callable[[], Outcome[str]] = (
            (lambda: asked.summarise(text)) if task is Task.SUMMARY else (lambda: asked.context(text, around))
        )

        def make() -> str | None:
            outcome = ask()
            if outcome.value is None:
                failures.append(f"{task}: {outcome.ending}" + (f" ({outcome.reason})" if outcome.reason else ""))
            return outcome.value

        source = text if task is Task.SUMMARY else f"{around}\x1f{text}"
        return self._remembered.or_made("summaries", source, make, self._model, task)
