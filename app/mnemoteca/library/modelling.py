"""Models: which there are, downloads and files taken in as jobs, and what is in use for what."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mnemoteca.core.errors import BadInput, NotFound, Problem, Stopped
from mnemoteca.core.jobs import Job
from mnemoteca.core.model_copies import copy_name, quantisation_meant
from mnemoteca.core.model_roles import Role
from mnemoteca.core.model_shelf import Download, ModelInfo, ModelShelf
from mnemoteca.core.text import storable
from mnemoteca.core.writing import Writer
from mnemoteca.library.body import Body
from mnemoteca.library.jobs import JobRunner, Running
from mnemoteca.library.meaning.following import MeaningIndexing
from mnemoteca.models.download import Way
from mnemoteca.models.installing import install_file
from mnemoteca.models.quantizing import check_copy, make_copy
from mnemoteca.models.shelf import Shelf, download_told
from mnemoteca.store.engine import Tx
from mnemoteca.store.tables import jobs, trouble
from mnemoteca.store.tables.jobs import JobRow

DOWNLOAD, INSTALL, QUANTIZE = "model-download", "model-install", "model-quantize"
_NO_SPACE = 0  # models belong to no space
_ENDS_WITHIN_S = 20.0


class Modelling(Body):
    """The part of the library that looks after models."""

    jobs_runner: JobRunner
    following: MeaningIndexing
    shelf: Shelf
    writer: Writer
    dropped: set[str]  # downloads that are just being taken away

    def models(self) -> ModelShelf:
        at_work = {str(row.args["id"]): self.jobs_runner.job(row.id) for row in self._at_work(DOWNLOAD)}
        status = self.writer.status()
        return replace(self.shelf.look(at_work), set_apart=status.set_apart, unfit=status.unfit)

    def model(self, id: str) -> ModelInfo:
        return self.shelf.info(id)

    def download_model(self, id: str, accept_licence: bool = False) -> Job:
        begun = self.shelf.downloads.begun().get(id)
        entry = begun[0].entry if begun is not None else self.shelf.entry(id)
        self.shelf.downloads.begin(entry, accept_licence or (begun is not None and begun[0].accepted))
        return self._start(DOWNLOAD, entry.name, {"id": id}, entry.bytes)

    def pause_download(self, id: str) -> Download:
        self.shelf.downloads.pause(id)
        for row in self._at_work(DOWNLOAD, id):
            self.jobs_runner.cancel(row.id)
        begun, size = self.shelf.downloads.begun()[id]
        return download_told(id, begun, size, None)

    def drop_download(self, id: str) -> None:
        self.shelf.downloads.find(id)
        self.dropped.add(id)
        try:
            for row in self._at_work(DOWNLOAD, id):
                self.jobs_runner.cancel(row.id)
                self.jobs_runner.wait(row.id, _ENDS_WITHIN_S)
            if id in self.shelf.downloads.begun():
                self.shelf.downloads.drop(id)
        finally:
            self.dropped.discard(id)

    def install_model(self, path: str) -> Job:
        file = Path(os.path.abspath(path))
        self.shelf.file_can_run(file)
        return self._start(INSTALL, storable(file.name), {"path": str(file)}, file.stat().st_size)

    def quantize_model(self, id: str, to: str) -> Job:
        model, copy, size = check_copy(self.shelf.installed, id, to)
        args: dict[str, object] = {"id": id, "to": quantisation_meant(to), "copy": copy}
        return self._start(QUANTIZE, copy_name(model, quantisation_meant(to)), args, size)

    def remove_model(self, id: str) -> None:
        self.shelf.installed.remove(id)
        self.following.choice_changed()

    def use_model(self, role: str, id: str = "") -> None:
        if role not in set(Role):
            raise BadInput("bad_role", value=role, roles=", ".join(Role))
        self.shelf.use(Role(role), id)
        self.following.choice_changed()

    def try_models_again(self) -> int:
        self.store.write(trouble.clear)
        return self.writer.try_again()

    def know_trouble(self) -> None:
        """Have the writer know what was set apart before, and write down what is from now on."""
        with self.store.read() as reader:
            before = trouble.all(reader)
        self.writer.know(before, lambda each: self.store.write(lambda tx: trouble.insert(tx, each)))

    def retry_model_job(self, row: JobRow) -> Job:
        """Start anew what failed or was cancelled."""
        if row.kind == DOWNLOAD:
            return self.download_model(str(row.args["id"]))
        if row.kind == QUANTIZE:
            return self.quantize_model(str(row.args["id"]), str(row.args["to"]))
        return self.install_model(str(row.args["path"]))

    # -- as jobs

    def run_model_download(self, running: Running) -> str:
        """The work of a job of the kind `model-download`; after an interruption it goes on where it was."""
        id = str(running.row.args["id"])
        if any(each.id == id for each in self.shelf.installed.all()):
            return f"{running.row.title} is installed."  # all but the end of the job had been done
        try:
            self.shelf.downloads.fetch(id, self._way(), self._step(running), running.token)
        except Stopped as stopped:
            if self.jobs_runner.stopping:
                raise
            self._end_early(id, stopped)
        except Problem as problem:
            self.shelf.downloads.stopped(id, str(problem))
            raise
        return f"{running.row.title} is installed."

    def run_model_install(self, running: Running) -> str:
        """The work of a job of the kind `model-install`; after an interruption it begins anew."""
        step = self._step(running)
        path = Path(running.row.args["path"])
        model = install_file(
            self.shelf.installed, path, self.clock, lambda done, total: step(done, total, False), running.token
        )
        return f"{model.name} is installed."

    def run_model_quantize(self, running: Running) -> str:
        """The work of a job of the kind `model-quantize`; after an interruption it begins anew."""
        installed, args = self.shelf.installed, running.row.args
        if not any(each.id == args["copy"] for each in installed.all()):
            make_copy(installed, str(args["id"]), str(args["to"]), self.clock, self._step(running), running.token)
        return f"{running.row.title} is installed."

    def _end_early(self, id: str, stopped: Stopped) -> None:
        """Raise how a download ended that was stopped: what is there stays, unless it is not wanted at all."""
        try:
            begun = self.shelf.downloads.find(id)
        except NotFound:
            raise stopped from None
        if id in self.dropped:
            self.shelf.downloads.drop(id)
            raise Stopped("download_dropped", name=begun.entry.name) from stopped
        self.shelf.downloads.pause(id)
        raise Stopped("download_paused", name=begun.entry.name, id=id) from stopped

    def _way(self) -> Way:
        with self.store.read() as reader:
            settings = self.memo.settings(reader)
        return Way(str(settings["models.mirror"]).rstrip("/"), str(settings["models.proxy"]))

    def _step(self, running: Running) -> Callable[[int, int, bool], None]:
        """Tells how far a job is; what was there when it started counts for nothing in its rate."""
        began = False

        def step(done: int, total: int, checking: bool) -> None:
            nonlocal began
            running.total = total
            if not began:
                began = True
                running.go_on_from(done)
            if checking:
                running.result = {"checking": 1}
            else:
                running.done = done
            self.jobs_runner.moved(running)

        return step

    def _start(self, kind: str, title: str, args: dict[str, object], total: int) -> Job:
        """The job that does so, or the one that is at it already."""

        def work(tx: Tx) -> int:
            for row in jobs.unfinished(tx):
                if (row.kind, row.args) == (kind, args):
                    return row.id
            return jobs.insert(tx, kind, title, _NO_SPACE, args, total, "byte")

        id = self.store.write(work)
        self.jobs_runner.wake()
        return self.jobs_runner.job(id)

    def _at_work(self, kind: str, id: str = "") -> list[JobRow]:
        with self.store.read() as reader:
            rows = jobs.unfinished(reader)
        return [row for row in rows if row.kind == kind and (not id or row.args.get("id") == id)]
