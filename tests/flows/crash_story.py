"""The crash story: a service that works, is killed, and must have kept its word when it is back."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from mnemoteca.core.errors import Unavailable
from mnemoteca.core.jobs import JobState
from mnemoteca.core.library import Library
from mnemoteca.wire.client import Client, connect
from tests.flows import crash_checks, crash_ledger
from tests.processes import peak_mb, wait_until

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TURNS, TURNS_A_SESSION = 3_000, 50
UP_S, DEAD_S, DONE_S = 30.0, 60.0, 120.0  # what is waited for at most
LONGEST_WORK_S = 1.5  # between a start and a kill at a time
KEPT_BACKUPS = 3

# A place, and the one that says that what goes on there has ended; None: it is reached again then.
ENDS = {
    "capture.transaction": "commit.after",
    "import.batch": "commit.after",
    "words.commit": None,
    "migration": "migration.after",
    "backup": "backup.after",
    "checkpoint": "checkpoint.after",
}
_LATEST_TURN = {"capture.transaction": 15, "import.batch": 3, "words.commit": 3}
_LATEST_MS = {"capture.transaction": 6.0, "import.batch": 12.0, "words.commit": 12.0, "migration": 6.0, "backup": 40.0}


@dataclass(frozen=True, slots=True)
class Kill:
    """At a place, for the `turn`-th time it is reached and `ms` later; or, without a place, after so long a work."""

    place: str
    turn: int = 1
    ms: float = 0.0

    @classmethod
    def at(cls, place: str, dice: random.Random) -> Kill:
        """A kill somewhere in what goes on at the place: exactly there, or somewhat later."""
        late = place == "checkpoint" or dice.random() < 0.5  # a checkpoint only begins there
        ms = round(dice.uniform(0.1, _LATEST_MS.get(place, 10.0)), 1) if late else 0.0
        return cls(place, dice.randint(1, _LATEST_TURN.get(place, 1)), ms)

    @classmethod
    def at_a_time(cls, dice: random.Random) -> Kill:
        return cls("", ms=round(dice.uniform(0, LONGEST_WORK_S * 1000)))

    def was_inside(self, reached: list[str]) -> bool:
        """Whether what goes on at the place was under way, by what was reached until the end."""
        end = ENDS[self.place]
        if end is None:
            return reached.count(self.place) % 2 == 1
        last = max((n for n, name in enumerate(reached) if name == self.place), default=-1)
        return last >= 0 and end not in reached[last:]


def write_sessions(path: Path) -> Path:
    """A file of conversations, its words of its own."""
    turns = [
        {"id": f"t{n}", "speaker": ("Ana", "Rui")[n % 2], "at": "2026-03-01T10:00:00Z"}
        | {"text": f"Turn {n} of {path.stem}: we spoke of {crash_ledger.word_of(-n)} and of much else that day."}
        for n in range(TURNS)
    ]
    sessions = [
        {"session_id": f"s{n}", "started_at": "2026-03-01T10:00:00Z", "title": f"Talk {n}"}
        | {"turns": turns[n : n + TURNS_A_SESSION]}
        for n in range(0, TURNS, TURNS_A_SESSION)
    ]
    lines = [json.dumps({"name": path.stem, "sessions": sessions[n : n + 10]}) for n in range(0, len(sessions), 10)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


class CrashStory:
    """The service of one folder, whoever writes to it, and what was acknowledged."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.dice = random.Random(seed)  # for the kills alone, so that a seed gives the same ones again
        self._other_dice = random.Random(seed + 1)
        self.ledger = folder.parent / "acknowledged"
        self.tries: Counter[str] = Counter()
        self.inside: Counter[str] = Counter()
        self.faults: list[str] = []
        self.peak_mb = 0.0
        self.undisturbed: dict[str, int] | None = None
        self._folder = folder
        self._log = folder.parent / "reached"
        self._formats = 0
        self._imports = 0
        self._service: subprocess.Popen[bytes] | None = None
        self._client: Client | None = None
        self._writer: subprocess.Popen[bytes] | None = None
        self._aside = ThreadPoolExecutor(1)

    # -- the processes

    def start(self, kill: Kill | None = None, *, broken: bool = False) -> bool:
        """Start the service, to be killed at a place; False where that happened before anybody was let in."""
        self._log.write_bytes(b"")
        armed = f"{kill.place}:{kill.turn}:{kill.ms}" if kill and kill.place else ""
        environment = _environment() | {"MNEMOTECA_FAIL_LOG": str(self._log), "MNEMOTECA_FAIL_AT": armed}
        command = [sys.executable, str(HERE / "crash_service.py"), str(self._folder), str(self._formats)]
        command += [str(self.ledger)] if broken else []
        with (self._folder.parent / "service.err").open("ab") as err:
            self._service = subprocess.Popen(
                command, env=environment, stdin=subprocess.DEVNULL, stdout=err, stderr=err, start_new_session=True
            )
        until = time.monotonic() + UP_S
        while self._service.poll() is None:
            with suppress(Unavailable):
                self._client = connect(self._folder, start=None, role="test")
                return True
            assert time.monotonic() < until, f"no service after {UP_S} s"
            time.sleep(0.02)
        return False

    @property
    def library(self) -> Library:
        assert self._client is not None
        return self._client.library

    def begin_writing(self) -> None:
        """Have the writer write, whatever becomes of the service."""
        command = [sys.executable, str(HERE / "crash_writer.py"), str(self._folder), str(self.ledger)]
        with (self._folder.parent / "writer.err").open("ab") as err:
            self._writer = subprocess.Popen(
                command, env=_environment(), stdin=subprocess.DEVNULL, stdout=err, stderr=err
            )

    def stop(self) -> None:
        """Have the service finish, as a person does."""
        if self._client is not None and self._service is not None:
            self._client.finish()
            assert self._service.wait(DEAD_S) == 0, self._said("service.err")
            self._leave()

    def is_dead(self) -> bool:
        return self._service is None or self._service.poll() is not None

    def end(self) -> None:
        """End everything."""
        for process in (self._writer, self._service):
            if process is not None and process.poll() is None:
                process.kill()
                process.wait(DEAD_S)
        self._leave()
        self._aside.shutdown()

    def _leave(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None
        self._service = None

    def _said(self, name: str) -> str:
        path = self._folder.parent / name
        return path.read_text(errors="replace")[-3000:] if path.exists() else ""

    # -- what goes on

    def begin(self) -> None:
        """The first start: an import that nothing disturbs, then the writer."""
        assert self.start(), self._said("service.err")
        self.import_something()
        self.undisturbed = self._await_imports()
        self.begin_writing()

    def import_something(self) -> None:
        """Begin an import, unless one is under way."""
        if any(job.state in (JobState.WAITING, JobState.RUNNING) for job in self.library.jobs(500)):
            return
        spaces = {job.space for job in self.library.jobs(500)}
        self._imports = len(spaces) + 1
        path = write_sessions(self._folder.parent / f"talks-{self._imports}.jsonl")
        self.library.make_space(path.stem)
        self.library.import_file(str(path), path.stem, "sessions")

    def _await_imports(self) -> dict[str, int]:
        until = time.monotonic() + DONE_S
        while any(job.state in (JobState.WAITING, JobState.RUNNING) for job in self.library.jobs(500)):
            assert time.monotonic() < until, "an import does not end"
            time.sleep(0.05)
        return dict(self.library.jobs(1)[0].result or {})

    def kill(self, kill: Kill) -> bool:
        """Let it work until it is killed; True where that was inside what goes on at the place."""
        if kill.place:
            self.stop()
            self._formats += kill.place == "migration"
            if self.start(kill):
                with suppress(Unavailable):
                    self._provoke(kill.place)
        else:
            self._work(kill)
        assert self._service is not None
        code = self._service.wait(DEAD_S)
        assert code == -9, f"{kill}: the service ended with {code}\n{self._said('service.err')}"
        self._leave()
        self.tries[kill.place] += 1
        hit = bool(kill.place) and kill.was_inside(self._log.read_text().split())
        self.inside[kill.place] += hit
        print(f"{sum(self.tries.values()):4} {kill} {'inside' if hit else ''}", flush=True)
        return hit

    def _provoke(self, place: str) -> None:
        if place == "import.batch" or (place == "checkpoint" and self._other_dice.random() < 0.5):
            self.import_something()
        elif place == "backup":
            self.library.backup()
        elif place == "checkpoint":
            assert self._client is not None
            self._client.finish()

    def _work(self, kill: Kill) -> None:
        until = time.monotonic() + kill.ms / 1000
        self.import_something()
        if self._other_dice.random() < 0.4:
            self._aside.submit(self._back_up, self.library)
        time.sleep(max(0.0, until - time.monotonic()))
        assert self._service is not None
        self._service.kill()

    @staticmethod
    def _back_up(library: Library) -> None:
        with suppress(Unavailable):
            library.backup()

    # -- what must be true

    def start_and_check(self, after: object) -> None:
        """Start the service again, and look whether it kept its word."""
        assert self.start(), self._said("service.err")
        assert self._writer is None or self._writer.poll() is None, self._said("writer.err")
        found = self.look()
        self.faults += [f"after {after}: {fault}" for fault in found]
        self._let_old_backups_go()

    def look(self) -> list[str]:
        """Everything that is wrong."""
        acknowledged = crash_ledger.read(self.ledger)
        found = crash_checks.faults_of_notes(self.library, acknowledged)
        found += crash_checks.faults_of_recall(self.library, acknowledged, self._other_dice)
        found += crash_checks.faults_of_imports(self.library, self.undisturbed)
        found += self.library.status().notices
        assert self._service is not None
        self.peak_mb = max(self.peak_mb, peak_mb(self._service.pid))
        return found

    def look_at_the_end(self) -> list[str]:
        """What must be true once everything has come to its end."""
        self._await_imports()
        if self._writer is not None:
            self._writer.terminate()
            self._writer.wait(DEAD_S)
        found = self.look()
        # What the writer asked for last may have been kept after it was ended, so more than once may be due.
        if not wait_until(lambda: self.library.wait().words_missing == 0, DONE_S):
            found.append("not everything is indexed")
        return found + [each.sentence for each in self.library.doctor() if not each.sound]

    def _let_old_backups_go(self) -> None:
        for backup in sorted(self.library.backups(), key=lambda each: each.made_at)[:-KEPT_BACKUPS]:
            Path(backup.path).unlink()

    def told(self) -> str:
        """What was done, in a few lines."""
        places = [f"{place:20} {self.inside[place]:3} inside of {self.tries[place]:3}" for place in ENDS]
        kept = len(crash_ledger.read(self.ledger))
        total = sum(self.tries.values())
        first = f"{total} kills, {self.tries['']} of them at a time"
        last = f"{kept} notes acknowledged, {self._imports} imports, peak {self.peak_mb:.0f} MB"
        return "\n".join([first, *places, last])


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "app"), str(ROOT)])}
