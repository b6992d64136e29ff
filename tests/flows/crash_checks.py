"""What must be true of a library after a kill: nothing that was acknowledged is lost, doubled, changed or not found."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.library import Library
from mnemoteca.core.memory import Memory
from mnemoteca.core.recall import Question
from mnemoteca.core.views import MAX_ROWS, ListQuery, Place
from tests.flows.crash_ledger import Acknowledged, sha256_of, word_of

SOUGHT = 20


def notes_of(library: Library) -> list[Memory]:
    """Every note that is stored; while others write, new ones come in at the top and move the rest down."""
    view = library.open_view(ListQuery(Place.NOTES))
    try:
        found: dict[int, Memory] = {}
        while page := library.rows(view.view, len(found), MAX_ROWS).memories:
            before = len(found)
            found |= {memory.id: memory for memory in page}
            if len(found) == before:
                break
        return list(found.values())
    finally:
        library.close_view(view.view)


def faults_of_notes(library: Library, acknowledged: Sequence[Acknowledged]) -> list[str]:
    """Acknowledged ⊆ stored, none twice, texts as they were."""
    stored = notes_of(library)
    by_uuid = {memory.uuid: memory for memory in stored}
    faults = []
    for entry in acknowledged:
        if entry.uuid not in by_uuid:
            faults.append(f"note {entry.number} was acknowledged and is not stored")
        elif sha256_of(by_uuid[entry.uuid].text) != entry.sha256:
            faults.append(f"note {entry.number} has another text than the one that was acknowledged")
    times = Counter(memory.text for memory in stored)
    return faults + [f"stored {count} times: {text}" for text, count in times.items() if count > 1]


def faults_of_recall(library: Library, acknowledged: Sequence[Acknowledged], dice: random.Random) -> list[str]:
    """Twenty notes, each by a word that stands in no other; where recall says that it misses some, once it doesn't."""
    faults = []
    for entry in dice.sample(list(acknowledged), min(SOUGHT, len(acknowledged))):
        found, partial = _recall(library, entry)
        if not found and partial:
            library.wait()
            found, partial = _recall(library, entry)
        if not found:
            faults.append(f"note {entry.number} is not found by its word {word_of(entry.number)}")
    return faults


def _recall(library: Library, entry: Acknowledged) -> tuple[bool, bool]:
    answer = library.recall(Question(word_of(entry.number)), limit=3)
    return any(hit.memory.uuid == entry.uuid for hit in answer.hits), answer.partial


def faults_of_imports(library: Library, undisturbed: dict[str, int] | None) -> list[str]:
    """An import that has ended has ended as the undisturbed one did; its space holds as much."""
    faults = []
    for job in library.jobs(500):
        if job.state in (JobState.FAILED, JobState.CANCELLED):
            faults.append(f"the import of {job.title} ended: {job.message}")
        elif job.state is JobState.DONE and undisturbed is not None:
            faults += _faults_of_import(library, job, undisturbed)
    return faults


def _faults_of_import(library: Library, job: Job, undisturbed: dict[str, int]) -> list[str]:
    faults = []
    if job.result != undisturbed:
        faults.append(f"the import of {job.title} counted {job.result}, the undisturbed one {undisturbed}")
    held = library.counts(job.space).counts[Place.EVERYTHING]
    if held != undisturbed["memories_new"]:
        faults.append(f"the space {job.space} holds {held} memories of {undisturbed['memories_new']}")
    return faults
