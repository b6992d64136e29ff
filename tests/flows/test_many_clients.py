"""Twenty clients at once, all doing everything, while an import runs: what each was told is true for all."""

from __future__ import annotations

import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Barrier

import pytest

from mnemoteca.core.jobs import JobState
from mnemoteca.core.library import Library
from mnemoteca.core.recall import Question
from mnemoteca.core.views import ListQuery, Place
from tests.flows.crash_checks import notes_of
from tests.flows.crash_ledger import word_of
from tests.flows.crash_story import TURNS, write_sessions
from tests.flows.test_service_start import client_of, services
from tests.processes import wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
CLIENTS, NOTES = 20, 10


@dataclass(frozen=True, slots=True)
class Told:
    """What one client was told of one note."""

    number: int
    id: int
    uuid: str
    pinned: bool


def talk(folder: Path, client: int, all_there: Barrier) -> list[Told]:
    """Keep notes, find each at once, pin every other one, see them in a list; what was acknowledged."""
    told = []
    with client_of(folder) as connection:
        library = connection.library
        all_there.wait()
        for number in range(client * NOTES, (client + 1) * NOTES):
            kept = library.capture(f"Note {number} speaks of {word_of(number)}.")
            assert [hit.memory.id for hit in library.recall(Question(word_of(number)), limit=1).hits] == [kept.id]
            if number % 2:
                assert library.pin((kept.id,)).count == 1
            told.append(Told(number, kept.id, kept.uuid, bool(number % 2)))
        assert mine_are_listed(library, {entry.id for entry in told})
    return told


def mine_are_listed(library: Library, mine: set[int]) -> bool:
    """Whether a list opened now holds all of these, and its rows can be fetched."""
    view = library.open_view(ListQuery(Place.NOTES))
    ids = {memory.id for memory in library.rows(view.view, 0, 500).memories}
    library.close_view(view.view)
    return mine <= ids


def test_twenty_clients_that_keep_pin_recall_and_list_at_once_lose_and_double_nothing(data_folder: Path) -> None:
    path = write_sessions(data_folder.parent / "talks.jsonl")
    with client_of(data_folder) as client:
        library = client.library
        job = library.import_file(str(path), "personal", "sessions")
        all_there = Barrier(CLIENTS)
        with ThreadPoolExecutor(CLIENTS) as threads:
            told = list(threads.map(lambda number: talk(data_folder, number, all_there), range(CLIENTS)))
        acknowledged = [entry for entries in told for entry in entries]
        assert wait_until(lambda: library.job(job.id).state is JobState.DONE, 60)
        stored = notes_of(library)
        assert Counter((note.id, note.uuid, note.pinned) for note in stored) == Counter(
            (entry.id, entry.uuid, entry.pinned) for entry in acknowledged
        )
        counts = library.counts().counts
        assert counts[Place.NOTES] == CLIENTS * NOTES
        assert counts[Place.EVERYTHING] == CLIENTS * NOTES + TURNS
        assert counts[Place.PINNED] == sum(entry.pinned for entry in acknowledged)
        numbers: list[int] = []
        while page := library.changes(numbers[-1] if numbers else 0):
            numbers += [change.number for change in page]
        assert numbers == list(range(1, len(numbers) + 1))
        library.wait()
        assert all(finding.sound for finding in library.doctor())
        assert len(services(data_folder)) == 1
