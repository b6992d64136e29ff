"""What is made of a memory: its tags, entities, summary and context, each by whom the plan names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from typing import Protocol

from mnemoteca.core.model_plan import By, Models, Task, plan, routed
from mnemoteca.core.model_tasks import Outcome
from mnemoteca.core.processed import EntityProposed, Processed
from mnemoteca.models.nano.entities.finder import NOTHING_KNOWN, entities_of
from mnemoteca.models.nano.entities.gazetteer import Gazetteer
from mnemoteca.models.nano.summary import summary
from mnemoteca.models.nano.tags import Tagger, shipped_tagger
from mnemoteca.models.remembered import Remembered
from mnemoteca.models.tasks.prompts import prompt_file

AT_ONCE = 2  # texts of a batch whose turn with the language model is waited for at once
_PROMPTS = {Task.SUMMARY: "summarise", Task.CONTEXT: "context"}


class LanguageModel(Protocol):
    """What a language model is asked for; `Tasks` is one."""

    def summarise(self, text: str) -> Outcome[str]: ...
    def context(self, passage: str, around: str) -> Outcome[str]: ...


@dataclass(frozen=True, slots=True)
class Small:
    """The small models as a person taught them; `lessons` tells one state of what was learned from another."""

    tagger: Tagger
    lessons: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """A text, what was said around it, the number of its memory (0: it is of none), and names that are known."""

    text: str
    around: str = ""
    about: int = 0
    names: Gazetteer = NOTHING_KNOWN


class Orchestrator:
    """Asks the small models, and a language model where there is one; any thread may call it.

    `model` names the language model, so that what another one made is not taken for its work.
    """

    def __init__(
        self,
        language_model: LanguageModel | None = None,
        model: str = "",
        small: Small | None = None,
        remembered: Remembered | None = None,
    ) -> None:
        self._language_model, self._model = language_model, model
        self._small = small or Small(shipped_tagger())
        self._remembered = remembered or Remembered()

    def process_memory(self, text: str, around: str = "") -> Processed:
        """What is made of one text."""
        return self.process(Work(text, around))

    def process(self, work: Work) -> Processed:
        """What is made of one piece of work."""
        text, about, small = work.text, work.about, self._small
        tags = self._remembered.or_made(
            "tags", text, lambda: small.tagger.classify_multiple(text), "nano", small.lessons, about
        )
        by: dict[Task, By] = {}
        failures: list[str] = []
        short = self._made(Task.SUMMARY, work, by, failures) or ""
        context = self._made(Task.CONTEXT, work, by, failures)
        found = tuple(EntityProposed(e.start, e.end, e.kind, e.confidence) for e in entities_of(text, work.names))
        return Processed(tuple(tags or ()), found, short, context, by, tuple(failures))

    def process_batch(self, batch: Sequence[Work]) -> list[Processed]:
        """What is made of each, in their order: what the small models can do is done while a language model writes."""
        models = Models(language_model=self._language_model is not None)
        routes = routed([work.text for work in batch], models)
        made: dict[int, Processed] = {}
        with ThreadPoolExecutor(AT_ONCE) as pool:
            written = {
                n: pool.submit(copy_context().run, self.process, batch[n])
                for by, numbers in routes.items()
                for n in (numbers if by is not By.NANO else ())
            }
            made.update((n, self.process(batch[n])) for n in routes[By.NANO])
            made.update((n, done.result()) for n, done in written.items())
        return [made[n] for n in range(len(batch))]

    def _made(self, task: Task, work: Work, by: dict[Task, By], failures: list[str]) -> str | None:
        """The first step of the plan that comes to something."""
        for step in plan(task, work.text, Models(language_model=self._language_model is not None)):
            made = summary(work.text) if step is By.NANO else self._written(task, work, failures)
            if made:
                by[task] = step
                return made
        return None

    def _written(self, task: Task, work: Work, failures: list[str]) -> str | None:
        asked = self._language_model
        if asked is None:
            return None
        ask: Callable[[], Outcome[str]] = (
            (lambda: asked.summarise(work.text))
            if task is Task.SUMMARY
            else (lambda: asked.context(work.text, work.around))
        )

        def make() -> str | None:
            outcome = ask()
            if outcome.value is None:
                failures.append(f"{task}: {outcome.ending}" + (f" ({outcome.reason})" if outcome.reason else ""))
            return outcome.value

        source = work.text if task is Task.SUMMARY else f"{work.around}\x1f{work.text}"
        prompt = prompt_file(_PROMPTS[task]).name
        return self._remembered.or_made("summaries", source, make, self._model, prompt, work.about)
