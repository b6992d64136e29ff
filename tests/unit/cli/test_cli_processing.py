"""What models make of a memory, on the command line."""

from __future__ import annotations

from dataclasses import replace

from mnemoteca.core.errors import NotFound
from mnemoteca.core.model_plan import By, Task
from mnemoteca.core.processed import EntityProposed, Processed
from tests.unit.cli.fakes import MEMORY, command

NOTE = replace(MEMORY, text="Ana sold the boat in Lisbon")
MADE = Processed(
    ("general",), (EntityProposed(0, 3, "person", 0.9), EntityProposed(21, 27, "place", 1.0)), "Ana sold the boat.",
    "Ana speaks of her boat.", {Task.SUMMARY: By.NANO, Task.CONTEXT: By.LANGUAGE_MODEL}, ("summary: late",),
)  # fmt: skip


def test_a_person_reads_what_was_made_and_who_wrote_it() -> None:
    ran = command("suggest", "1", process_memory=MADE, memory=NOTE)
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "tags: general",
        "entities: Ana (person), Lisbon (place)",
        "summary: Ana sold the boat.",
        "context: Ana speaks of her boat.",
        "(written by a language model: context)",
    ]
    assert ran.err == "The language model gave no summary: late.\n"


def test_a_script_has_it_in_json_and_the_small_models_alone_may_be_asked() -> None:
    ran = command("suggest", "1", "--quick", "--json", process_memory=MADE)
    assert ran.library.named("process_memory")[0].quick
    (told,) = ran.json()
    assert told["entities"][0] == {"start": 0, "end": 3, "kind": "person", "confidence": 0.9}
    assert told["by"] == {"summary": "nano", "context": "language model"}


def test_a_memory_that_is_not_there_is_told() -> None:
    ran = command("suggest", "9", process_memory=NotFound("no_memory", id=9))
    assert (ran.code, ran.out) == (4, "")
