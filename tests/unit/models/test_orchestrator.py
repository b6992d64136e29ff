"""What is made of a memory, with and without a language model, and what is remembered of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from mnemoteca.core.model_plan import By, Task
from mnemoteca.core.model_tasks import Outcome
from mnemoteca.core.writing import Ending
from mnemoteca.models.nano.tags import Correction, shipped_tagger
from mnemoteca.models.orchestrator import Orchestrator, Small, Work
from mnemoteca.models.remembered import AT_MOST, Remembered

STORY = (
    "Ana Lima sold the blue boat in Lisbon because the engine was old. The new boat of Ana is green and has sails. "
    "It lies in the harbour of Setúbal, where her brother keeps the nets. Nobody likes the smell of the nets. "
    "The sails were made by a cousin of hers in winter, and the boat is ready for the summer."
)


class Scribe:
    """A language model that says what it is told to, and counts how often it was asked."""

    def __init__(self, say: Callable[[str], str | None] = lambda text: f"In short: {text[:8]}") -> None:
        self._say, self.asked = say, 0

    def summarise(self, text: str) -> Outcome[str]:
        return self._outcome(self._say(text))

    def context(self, passage: str, around: str) -> Outcome[str]:
        return self._outcome(self._say(around))

    def _outcome(self, said: str | None) -> Outcome[str]:
        self.asked += 1
        return Outcome(said, Ending.WHOLE) if said else Outcome(None, Ending.CUT, "out of room")


def test_without_a_language_model_everything_but_the_context_is_there() -> None:
    made = Orchestrator().process_memory(STORY)
    assert made.tags == ("general",)
    assert "Ana Lima" in {STORY[each.start : each.end] for each in made.entities}
    assert made.summary.split(". ")[0].rstrip(".") in STORY
    assert len(made.summary) < len(STORY)
    assert (made.context, made.by, made.failures) == (None, {Task.SUMMARY: By.NANO}, ())
    assert Orchestrator().process_memory("He said yes.").context is None


def test_a_language_model_writes_the_summary_of_what_is_longer_and_the_context_of_what_needs_it() -> None:
    scribe = Scribe()
    orchestrator = Orchestrator(scribe, "tiny")
    assert orchestrator.process_memory(STORY).summary == "In short: Ana Lima"
    made = orchestrator.process_memory("He said yes.", around="Did Rui take the job?")
    assert (made.summary, made.context) == ("He said yes.", "In short: Did Rui ")
    assert made.by == {Task.SUMMARY: By.NANO, Task.CONTEXT: By.LANGUAGE_MODEL}
    assert orchestrator.process_memory("Buy milk.").context is None
    assert scribe.asked == 2


def test_a_model_that_fails_leaves_the_rest_and_says_why() -> None:
    made = Orchestrator(Scribe(lambda text: None), "tiny").process_memory(STORY)
    assert made.summary == Orchestrator().process_memory(STORY).summary
    assert made.by == {Task.SUMMARY: By.NANO}
    assert made.failures == ("summary: cut (out of room)",)


def test_what_was_made_is_remembered_by_text_and_model_and_failures_are_tried_again() -> None:
    remembered, scribe, other, broken = Remembered(), Scribe(), Scribe(), Scribe(lambda text: None)
    for _ in range(3):
        Orchestrator(scribe, "tiny", remembered=remembered).process_memory(STORY)
        Orchestrator(broken, "broken", remembered=remembered).process_memory(STORY)
    Orchestrator(other, "other", remembered=remembered).process_memory(STORY)
    assert (scribe.asked, other.asked, broken.asked) == (1, 1, 3)
    remembered.forget()
    Orchestrator(scribe, "tiny", remembered=remembered).process_memory(STORY)
    assert scribe.asked == 2


def test_the_least_recently_used_goes_first() -> None:
    remembered = Remembered({"tags": 2})
    made: list[str] = []

    def make(text: str) -> str:
        made.append(text)
        return text

    for text in ("a", "b", "a", "c", "a", "b"):
        assert remembered.or_made("tags", text, partial(make, text)) == text
    assert made == ["a", "b", "c", "b"]
    assert remembered.count("tags") == 2
    assert dict(AT_MOST) == {"embeddings": 1000, "summaries": 500, "tags": 2000}


def test_a_batch_comes_back_in_its_order_with_and_without_a_language_model() -> None:
    texts = [f"{n} boats. " * (40 if n % 3 else 2) for n in range(12)]
    batch = [Work(text) for text in texts]
    scribe = Scribe()
    assert [made.summary[:16] for made in Orchestrator(scribe, "tiny").process_batch(batch)] == [
        f"In short: {text[:8]}"[:16] if n % 3 else text[:16] for n, text in enumerate(texts)
    ]
    assert scribe.asked == 8, "short ones are their own summary: they go to the small models alone"
    assert [made.summary[:8] for made in Orchestrator().process_batch(batch)] == [text[:8] for text in texts]


def test_what_was_made_is_brought_back_elsewhere_and_what_was_purged_meanwhile_is_not_kept() -> None:
    first, second = Remembered({"tags": 2, "summaries": 2, "embeddings": 2}), Remembered()
    for text in ("a", "b", "a", "c"):
        first.or_made("tags", text, partial(str.upper, text))
    moved = first.moved()
    assert {each.value for each in moved.kept} == {'"A"', '"C"'}
    assert len(moved.gone) == 1
    assert first.moved().kept == ()
    second.bring(moved.kept)
    assert second.or_made("tags", "a", lambda: "other") == "A"
    assert [each.used for each in second.moved().kept] == [max(each.used for each in moved.kept) + 1]

    def forgetting() -> str:
        second.forget()
        return "late"

    assert second.or_made("tags", "d", forgetting) == "late"
    assert (second.count("tags"), second.moved().kept) == (0, ())


def test_the_tagger_of_a_person_is_the_one_that_tags() -> None:
    taught = shipped_tagger().corrected(Correction("Regatta on Sunday", ("sailing",)))
    assert Orchestrator(small=Small(taught)).process_memory("Regatta on Sunday").tags == ("sailing",)
