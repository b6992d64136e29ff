"""Service and embedder are killed in the middle of embedding, merging and saving: nothing done is lost or wrong."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from mnemoteca.core.errors import Problem, Unavailable
from mnemoteca.core.jobs import JobState
from mnemoteca.core.library import Library
from mnemoteca.core.memory import Memory
from mnemoteca.core.recall import Question
from mnemoteca.core.views import MAX_ROWS, ListQuery, Place
from mnemoteca.models.places import EmbedderPlaces
from mnemoteca.models.readiness import find_runnable
from mnemoteca.store.places import undeclared
from mnemoteca.store.vectors_files import rows_files
from mnemoteca.store.vectors_ledger import memories_of
from mnemoteca.store.vectors_rows import MARK, read_rows
from mnemoteca.wire.client import Client, connect
from tests.processes import alive, wait_until

SERVICE = Path(__file__).parent / "meaning_service.py"
PLACES = ("vectors.batch", "vectors.merge", "vectors.save", "embedder", "any time")
_LATEST_TURN = {"vectors.batch": 2, "vectors.merge": 2, "vectors.save": 3}  # that are sure to be reached
NEW = 60  # memories that come in before each kill

WHO = ("Ana", "Bruno", "Clara", "Davi", "Elena", "Felix", "Gilda", "Hugo", "Iris", "Jonas", "Karla", "Luis", "Marta")
DEEDS = (
    ("bought a second-hand {} at the market", "Who got a used {}?"),
    ("repaired the broken {} all by hand", "Who fixed the {}?"),
    ("lost the {} somewhere on the way home", "Who can't find the {} any more?"),
    ("gave the old {} away to a neighbour", "Who no longer owns the {} because it was a present?"),
)
THINGS = (
    "bicycle",
    "guitar",
    "tent",
    "kettle",
    "piano",
    "telescope",
    "sofa",
    "lantern",
    "ladder",
    "camera",
    "typewriter",
    "canoe",
    "wardrobe",
    "violin",
    "mirror",
    "drill",
    "umbrella",
    "kite",
    "hammock",
    "sledge",
    "harmonica",
    "microscope",
    "wheelbarrow",
    "trumpet",
    "compass",
)


def text_and_question(number: int) -> tuple[str, str, str]:
    """A speaker, what is said, and a question for it in other words."""
    deed, question = DEEDS[number % len(DEEDS)]
    thing = THINGS[(number // len(DEEDS)) % len(THINGS)]
    who = WHO[(number // (len(DEEDS) * len(THINGS))) % len(WHO)]
    return who, f"I {deed.format(thing)}. That was errand {number}.", question.format(thing)


@pytest.fixture
def folder(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if find_runnable(EmbedderPlaces.standard()) is None:
        pytest.skip("the embedder is not prepared on this machine: mnemoteca models prepare")
    monkeypatch.setenv("MNEMOTECA_MEANING", "on")
    return data_folder


class Killing:
    """The service of one folder, which is killed again and again."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.dice = random.Random(seed)
        self.hits: Counter[str] = Counter()
        self.kept = 0
        self._service: subprocess.Popen[bytes] | None = None
        self._client: Client | None = None

    def start(self, armed: str = "") -> bool:
        """Start it, to be killed at a place; False where that happened before anybody was let in."""
        with (self.folder.parent / "service.err").open("ab") as err:
            self._service = subprocess.Popen(
                [sys.executable, str(SERVICE), str(self.folder)],
                env={**os.environ, "MNEMOTECA_FAIL_AT": armed},
                stdin=subprocess.DEVNULL,
                stdout=err,
                stderr=err,
                start_new_session=True,
            )
        until = time.monotonic() + 30
        while self._service.poll() is None:
            with suppress(Unavailable):
                self._client = connect(self.folder, start=None, role="test")
                return True
            assert time.monotonic() < until, self.said()
            time.sleep(0.02)
        return False

    @property
    def library(self) -> Library:
        assert self._client is not None
        return self._client.library

    def bring_in(self) -> None:
        """More memories; some of those that were there go to the trash, and some of these come back."""
        numbers = range(self.kept, self.kept + NEW)
        turns = [
            {
                "id": f"t{n}",
                "speaker": who,
                "text": text,
                "at": f"2026-03-{1 + n // 1440:02}T{n // 60 % 24:02}:{n % 60:02}Z",
            }
            for n in numbers
            for who, text, _ in [text_and_question(n)]
        ]
        path = self.folder.parent / f"talk-{self.kept}.jsonl"
        path.write_text(json.dumps({"name": path.stem, "sessions": [{"session_id": path.stem, "turns": turns}]}))
        job = self.library.import_file(str(path))
        self.kept += NEW
        self.library.wait_job(job.id, 5.0)
        ids = [memory.id for memory in everything(self.library)]
        if len(ids) > NEW:
            gone = self.library.forget(tuple(self.dice.sample(ids, 4))).ids
            self.library.restore(gone[:2])

    def kill_at(self, place: str) -> None:
        """Have it or its child killed at a place, or at any time, while it embeds."""
        turn, ms = self.dice.randint(1, _LATEST_TURN.get(place, 1)), round(self.dice.uniform(0, 12), 1)
        began = self.start(f"{place}:{turn}:{ms}" if place.startswith("vectors") else "")
        assert began or place.startswith("vectors"), self.said()
        try:
            if began:
                self.bring_in()
                if place == "embedder":
                    self._kill_child()
                elif place == "any time":
                    time.sleep(self.dice.uniform(0, 1.5))
        except (Problem, OSError):
            assert place.startswith("vectors")  # it died while we spoke to it, as it was to
        assert self._service is not None
        if place.startswith("vectors"):
            self.hits[place] += wait_until(lambda: self._service is None or self._service.poll() is not None, 12)
        elif place == "any time":
            self.hits[place] += 1
        self.end()

    def _kill_child(self) -> None:
        """End the embedder with a signal, and see that the work goes on without anybody's help."""
        assert self._service is not None
        parent = self._service.pid
        wait_until(lambda: bool(children_of(parent)), 5)
        pids = children_of(parent)
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.library.wait()
        self.hits["embedder"] += bool(pids)

    def said(self) -> str:
        return (self.folder.parent / "service.err").read_text(errors="replace")[-3000:]

    def stop(self) -> None:
        """Have it finish, as a person does."""
        assert self._client is not None
        assert self._service is not None
        self._client.finish()
        assert self._service.wait(60) == 0
        self._client.close()
        self._client = self._service = None

    def end(self) -> None:
        """End it at once; its child goes with it."""
        if self._client is not None:
            self._client.close()
            self._client = None
        if self._service is not None:
            if self._service.poll() is None:
                self._service.kill()
            self._service.wait(60)
            pid = self._service.pid
            assert wait_until(lambda: not alive(pid))
            self._service = None


def children_of(parent: int) -> list[int]:
    """The processes that it started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if int(stat.read_text().rsplit(")", 1)[1].split()[1]) == parent:
                found.append(int(stat.parent.name))
    return found


def everything(library: Library) -> list[Memory]:
    view = library.open_view(ListQuery(Place.EVERYTHING))
    found: list[Memory] = []
    while page := library.rows(view.view, len(found), MAX_ROWS).memories:
        found += page
    library.close_view(view.view)
    return found


@pytest.fixture
def killing(folder: Path) -> Iterator[Killing]:
    story = Killing(folder, random.randrange(1_000_000))
    yield story
    story.end()


@pytest.mark.parametrize("kills", [6, pytest.param(60, marks=pytest.mark.long)])
def test_after_kills_every_memory_has_its_vectors_and_is_found_in_other_words(
    killing: Killing, kills: int, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(kills):
        killing.kill_at(PLACES[number % len(PLACES)])
    assert killing.start(), killing.said()
    library = killing.library
    assert wait_until(lambda: all(job.state is JobState.DONE for job in library.jobs(500)), 60)
    status = library.wait()
    assert (status.meaning.missing, status.words_missing) == (0, 0)
    assert all(finding.sound for finding in library.doctor()), library.doctor()
    memories = everything(library)
    lost = not_found(library, memories)
    killing.stop()
    with capsys.disabled():
        print(f"\n{kills} kills, in the middle of: {dict(killing.hits)}; {len(memories)} memories")
    assert lost == []
    assert sum(killing.hits.values()) >= kills * 0.8
    assert faults_on_disk(killing.folder, {memory.id for memory in memories}) == []


def not_found(library: Library, memories: list[Memory]) -> list[str]:
    """Questions in other words, by meaning alone, that lead to none of the memories that say it."""
    pairs = (text_and_question(n)[1:] for n in range(len(THINGS) * len(DEEDS)))
    asked = {said_in(text): question for text, question in pairs}
    told = {said_in(memory.text) for memory in memories}
    lost = []
    for start in range(0, len(told), 50):
        part = sorted(told)[start : start + 50]
        questions = tuple(Question(asked[text]) for text in part)
        answers = library.recall_batch(questions, limit=30, arms="meaning")
        found = [{said_in(hit.memory.text) for hit in answer.hits} for answer in answers]
        lost += [asked[text] for text, texts in zip(part, found, strict=True) if text not in texts]
    return lost


def said_in(text: str) -> str:
    """A text without its number."""
    return text.partition(". ")[0]


def faults_on_disk(folder: Path, active: set[int]) -> list[str]:
    """What is wrong with the file of vectors: a memory without one, one that was made twice, a file nobody knows."""
    (path,) = rows_files(folder)
    keys = np.asarray(read_rows(path)[1]["key"])
    keys = keys[keys != MARK]
    faults = [f"{name} is not declared" for name in undeclared(folder)]
    faults += [f"memory {id} has no vector" for id in sorted(active - set(memories_of(keys).tolist()))]
    return faults + [f"{key} was embedded twice" for key, n in Counter(keys.tolist()).items() if n > 1]
