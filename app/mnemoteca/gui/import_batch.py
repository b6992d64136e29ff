"""What comes in together: its paths, the job of each, and how far the person has decided."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from mnemoteca.core.errors import Problem
from mnemoteca.core.jobs import Job, JobState, Skipped
from mnemoteca.core.preview import AS_IT_IS, ImportOptions, Preview
from mnemoteca.gui import outcomes
from mnemoteca.gui.bringing import UNDER_WAY
from mnemoteca.gui.problems import said
from mnemoteca.gui.told_imports import figures


@dataclass(slots=True)
class Piece:
    """One path of a batch; `job` is the one that looks at it, or brings it in."""

    path: str
    format: str = ""
    job: Job | None = None
    preview: Preview | None = None
    problem: Problem | None = None
    asked: bool = False  # for its job, and not answered yet
    lost: bool = False  # the service went, or was too busy, before it answered


@dataclass(slots=True)
class Batch:
    """What comes in together."""

    pieces: list[Piece]
    space: str
    title: str
    options: ImportOptions = AS_IT_IS
    coming: bool = False  # said yes to
    dropped: bool = False  # given up while its jobs were being started
    skipped: list[Skipped] = field(default_factory=list)
    stopping: bool = False  # what is in stays
    withdrawing: bool = False  # what came in is being taken back
    taken_back: bool = False

    def jobs(self) -> list[Job]:
        return [piece.job for piece in self.pieces if piece.job is not None]

    def unfinished(self) -> list[Piece]:
        """The pieces whose jobs go on."""
        return [piece for piece in self.pieces if piece.job is not None and piece.job.state in UNDER_WAY]

    @property
    def where(self) -> str:
        """What stands below its title."""
        if len(self.pieces) > 1:
            return ", ".join(os.path.basename(piece.path) for piece in self.pieces)
        return os.path.dirname(self.pieces[0].path)


def failed(piece: Piece) -> Job | None:
    """The job, where it ended without an answer."""
    job = piece.job
    return job if job is not None and job.state in (JobState.FAILED, JobState.CANCELLED) else None


def why(piece: Piece) -> tuple[str, str]:
    """Why it can't be looked at, and what to do."""
    if piece.problem is not None:
        return said(piece.problem)
    job = failed(piece)
    return (outcomes.ended(job) if job else "", "")


def title_of(paths: list[str]) -> str:
    """What a person calls it."""
    return os.path.basename(paths[0]) or paths[0] if len(paths) == 1 else figures.files(len(paths))
