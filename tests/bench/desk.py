"""A library with its service, as the measurements use it: real processes on a folder of their own."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from pathlib import Path

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.jobs import Job
from mnemoteca.core.library import Library
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service
from tests.bench.texts import Texts, mixed, read_texts, write_conversations

CALM, CALM_CPU = 5, 0.03  # seconds one after another in each of which the service used no more of a core
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Desk:
    """What every measurement gets; `size` is how many memories were brought in at first."""

    folder: Path
    size: int
    texts: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    client: Client | None = None

    @classmethod
    def at(cls, root: Path, size: int, data: Path | None, *, short: bool = False) -> Desk:
        """A desk whose library stands below `root`; texts and questions are read from `data`, or made up.

        `short`: each text is two sentences of those read, so that there are as many different ones as wanted.
        """
        texts, questions = read_texts(data) if data else ([], [])
        texts = mixed(texts, size) if short and texts else texts
        made_up = Texts(3)
        return cls(root / "library", size, texts, questions or [made_up.question() for _ in range(400)])

    @property
    def library(self) -> Library:
        return self.running().library

    def running(self) -> Client:
        """The client, its service started."""
        if self.client is None:
            self.client = connect(self.folder, start=start_service, role="bench", patience_s=60)
        return self.client

    def stop(self) -> None:
        """End the service, and wait for it."""
        if self.client is not None:
            self.client.finish()
            self.client.close()
            self.client = None

    def file(self, turns: int, name: str) -> Path:
        """A file with so many turns, to be brought in."""
        path = self.folder.parent / f"{name}.jsonl"
        if not path.exists():
            write_conversations(path, turns, name, self.texts)
        return path

    def filled(self) -> None:
        """The library has its memories, and the words index all of them."""
        if self.library.status().memories < self.size:
            self.wait_for(self.library.import_file(str(self.file(self.size, "first"))))
        self.library.wait()

    def rested(self) -> None:
        """Until the service has nothing left to do, what small models and rules make of the memories included."""
        self.filled()
        self.library.wait_knowledge()
        calm = 0
        while calm < CALM:
            used = self.cpu_s()
            time.sleep(1.0)
            calm = calm + 1 if self.cpu_s() - used < CALM_CPU else 0

    def wait_for(self, job: Job) -> Job:
        """The job when it has ended."""
        while job.ended_at is None:
            job = self.library.wait_job(job.id, 30.0)
        if job.state.value != "done":
            raise RuntimeError(job.message)
        return job

    # -- the service as the system sees it

    @property
    def pid(self) -> int:
        return self.running().welcome.pid

    def resident_mb(self) -> float:
        """The memory that the service holds."""
        return resident_mb(self.pid)

    def cpu_s(self) -> float:
        """The CPU time that the service has used."""
        return cpu_s(self.pid)


def resident_mb(pid: int) -> float:
    """The memory that a process holds."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def cpu_s(pid: int) -> float:
    """The CPU time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def raw_write(path: Path, text: str) -> float:
    """Seconds that appending a text to a file takes until it is on the disk."""
    began = stopwatch()
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.write(descriptor, text.encode())
    os.fsync(descriptor)
    os.close(descriptor)
    return stopwatch() - began
