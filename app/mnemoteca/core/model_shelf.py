"""Which models there are, and how they stand on this machine: values that travel to every door."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from mnemoteca.core.catalogue import Entry
from mnemoteca.core.model_installed import InstalledModel
from mnemoteca.core.model_roles import Role
from mnemoteca.core.writing import SetApart


class Fit(StrEnum):
    """Whether a model fits the memory of this machine: easily, as things are, when others make room, not at all."""

    WELL = "well"
    FITS = "fits"
    TIGHT = "tight"
    TOO_LARGE = "too_large"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Machine:
    """This machine: bytes of memory, and of the disk of the models; 0 where the system doesn't tell."""

    memory: int = 0
    memory_free: int = 0
    disk_free: int = 0
    cores: int = 1


def fit_of(bytes: int, machine: Machine) -> Fit:
    """Whether something that takes so many bytes of memory fits."""
    if not bytes or not machine.memory:
        return Fit.UNKNOWN
    if bytes > machine.memory * 0.9:  # the system itself needs some
        return Fit.TOO_LARGE
    free = machine.memory_free or machine.memory // 2
    if bytes > free:
        return Fit.TIGHT
    return Fit.WELL if bytes <= free * 0.6 else Fit.FITS


class DownloadState(StrEnum):
    """How a download stands; one that stopped says why."""

    WAITING = "waiting"
    RUNNING = "running"
    CHECKING = "checking"
    PAUSED = "paused"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Download:
    """A download that was begun: bytes done of `total`, bytes a second, the job that is at it (0: none)."""

    id: str
    name: str
    state: DownloadState
    done: int
    total: int
    rate: float = 0.0
    left_s: float | None = None
    job: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """An entry of the catalogue as it stands here; `room` says whether the disk has room for what is lacking of it."""

    entry: Entry
    fit: Fit
    room: bool = True
    installed: bool = False
    download: Download | None = None


@dataclass(frozen=True, slots=True)
class ModelShelf:
    """Everything that is known of models here; `trouble` is a sentence where the own catalogue can't be read.

    For the roles in `by_role` the copy that suits them is in use.
    """

    offered: tuple[Offered, ...] = ()
    installed: tuple[InstalledModel, ...] = ()
    in_use: dict[Role, str] = field(default_factory=dict)
    downloads: tuple[Download, ...] = ()
    machine: Machine = Machine()
    disk_used: int = 0
    folder: str = ""
    trouble: str = ""
    set_apart: tuple[SetApart, ...] = ()  # work that is not tried again
    unfit: tuple[tuple[str, str], ...] = ()  # names of models that could not be run, with the reason
    by_role: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """One installed model: what it is used for, and about how many bytes of memory it takes at `context` tokens."""

    model: InstalledModel
    roles: tuple[Role, ...] = ()
    memory: int = 0
    context: int = 0
    fit: Fit = Fit.UNKNOWN
