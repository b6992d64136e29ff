"""The models of this machine as one thing: catalogue, downloads, what is installed, and how it fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from mnemoteca.core.catalogue import Entry
from mnemoteca.core.clock import Clock
from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.model_copies import AUTO, suited
from mnemoteca.core.model_header import memory_needed
from mnemoteca.core.model_installed import InstalledModel
from mnemoteca.core.model_roles import Role
from mnemoteca.core.model_shelf import (
    Download,
    DownloadState,
    Fit,
    Machine,
    ModelInfo,
    ModelShelf,
    Offered,
    fit_of,
)
from mnemoteca.models.catalogue import read_catalogue
from mnemoteca.models.download import Begun, Downloads
from mnemoteca.models.gguf_file import clean, read_header
from mnemoteca.models.hub_messages import MARGIN
from mnemoteca.models.installed import InstalledModels, kind_to_install
from mnemoteca.models.installing import disk_trouble_told, id_for_file
from mnemoteca.models.machine import this_machine
from mnemoteca.models.places import EMBEDDER, ModelsPlaces
from mnemoteca.models.writers import half_the_machine

CONTEXT = 4096  # tokens at which the memory of an installed model is told


class Shelf:
    """Looks at the folder of models anew with each question; it keeps nothing in mind."""

    def __init__(self, places: ModelsPlaces, clock: Clock) -> None:
        self.installed = InstalledModels(places)
        self.downloads = Downloads(self.installed, clock)
        self._places = places

    def entry(self, id: str) -> Entry:
        """An entry of the catalogue; raises `NotFound`."""
        return read_catalogue(self._places).find(id)

    def file_can_run(self, path: Path) -> None:
        """Raise `NotFound`, `BadInput` or `DiskTrouble` unless the file can be installed."""
        places = self._places.of(id_for_file(self.installed, path))
        with disk_trouble_told(path, places):
            kind_to_install(read_header(path), clean(path.name))

    def look(self, jobs: Mapping[str, Job]) -> ModelShelf:
        """Everything, with the jobs that are at the downloads, by the id of the model."""
        catalogue, machine = read_catalogue(self._places), this_machine(self._places.folder)
        installed = self.installed.all()
        there = {each.id for each in installed}
        downloads = {
            id: download_told(id, begun, size, jobs.get(id)) for id, (begun, size) in self.downloads.begun().items()
        }
        return ModelShelf(
            tuple(_offered(entry, machine, entry.id in there, downloads.get(entry.id)) for entry in catalogue.entries),
            installed,
            {role: id for role, id in self._in_use(installed).items() if id in there},
            tuple(downloads.values()),
            machine,
            self.installed.disk_used(),
            str(self._places.folder),
            str(catalogue.trouble or ""),
            by_role=tuple(role for role, id in self.installed.chosen().items() if id == AUTO),
        )

    def info(self, id: str) -> ModelInfo:
        """An installed model; raises `NotFound`."""
        model = self.installed.find(id)
        roles = tuple(role for role, used in self._in_use(self.installed.all()).items() if used == id)
        memory = memory_needed(model.header, CONTEXT)
        fit = fit_of(memory, this_machine(self._places.folder))
        return ModelInfo(model, roles, memory, min(CONTEXT, model.header.context or CONTEXT), fit)

    def use(self, role: Role, id: str) -> None:
        """Put a model to use, "" none; raises `NotFound`, `BadInput`, and `Damaged` where its file was changed."""
        if not id or (role is Role.EMBED and id == EMBEDDER):
            self.installed.stop_using(role)
            return
        if id != AUTO:
            self.installed.check(self.installed.find(id))
        self.installed.use(role, id)

    def _in_use(self, models: Sequence[InstalledModel]) -> dict[Role, str]:
        """What is in use for what; where a copy is to be chosen, the one that is."""
        chosen = self.installed.chosen()
        used = {role: id for role, id in chosen.items() if id != AUTO}
        for role in chosen.keys() - used.keys():
            found = suited(role, models, chosen.get(Role.GENERATE, ""), half_the_machine())
            if found is not None:
                used[role] = found.id
        return used


def _offered(entry: Entry, machine: Machine, installed: bool, download: Download | None) -> Offered:
    lacking = 0 if installed else entry.bytes - (download.done if download else 0)
    fit = fit_of(entry.memory.bytes, machine) if entry.memory.bytes else Fit.UNKNOWN
    room = not machine.disk_free or lacking + MARGIN <= machine.disk_free
    return Offered(entry, fit, room or installed, installed, download)


def download_told(id: str, begun: Begun, size: int, job: Job | None) -> Download:
    """How a download stands, by what is in its folder and the job that is at it, if there is one."""
    total = begun.bytes or begun.entry.bytes
    if job is None:
        state = DownloadState.PAUSED if begun.paused else DownloadState.STOPPED
        return Download(id, begun.entry.name, state, size, total, reason=begun.reason)
    if job.state is JobState.WAITING:
        return Download(id, begun.entry.name, DownloadState.WAITING, size, total, job=job.id)
    checking = bool((job.result or {}).get("checking"))
    state = DownloadState.CHECKING if checking else DownloadState.RUNNING
    done = max(size, job.done) if not checking else size
    return Download(id, begun.entry.name, state, done, total, job.rate, job.left_s, job.id)
