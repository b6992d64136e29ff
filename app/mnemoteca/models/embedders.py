"""Which embedder runs: the one that comes with the app, or an installed one that the person chose for it.

While the vectors of one are being made anew by another, both are asked: who asks names the model by whose vectors the
answer will be searched. Each has a process of its own, which ends when nobody asks.
"""

from __future__ import annotations

import importlib.util
import os
import threading
from collections.abc import Sequence

from mnemoteca.core.clock import Clock
from mnemoteca.core.errors import NotFound
from mnemoteca.core.meaning import Embedder as Embedding
from mnemoteca.core.meaning import Vectors, comparable
from mnemoteca.core.model_installed import InstalledModel
from mnemoteca.core.model_roles import Kind, Role
from mnemoteca.core.standing import EmbedderState, MeaningState
from mnemoteca.models.catalogue import read_catalogue
from mnemoteca.models.embedder import Embedder
from mnemoteca.models.installed import InstalledModels
from mnemoteca.models.places import ModelsPlaces
from mnemoteca.models.readiness import Runnable
from mnemoteca.models.spawned import module_command
from mnemoteca.models.supervised import Limits

BATCH = 4  # passages of one ask: a large model takes its time
HANG_S = 300.0
VERSION = 1  # of how vectors are made of a GGUF file; another one embeds everything anew


def gguf_command(runnable: Runnable) -> list[str]:
    """The command line of the child; one processor is left to who else is at work."""
    threads = max(1, (os.cpu_count() or 1) - 1)
    return module_command(
        "mnemoteca.models.gguf_embedder_child",
        f"{runnable.model}={runnable.model_sha256}",
        *map(str, (runnable.changed_ns, runnable.width, runnable.pooling, threads)),
    )


class InstalledEmbedder:
    """An installed model as it stands; its files are looked at when it is made, and for their size from then on."""

    def __init__(self, runnable: Runnable, bytes: int) -> None:
        self._runnable, self._bytes = runnable, bytes
        self._broken = ""

    def find(self) -> Runnable | None:
        """What is to be run; None where nothing can be."""
        return self._runnable if not self._reason() else None

    def why_not(self) -> EmbedderState:
        """Why there is nothing to be run."""
        return EmbedderState(MeaningState.FAILED, self._reason())

    def broken(self, reason: str) -> None:
        """Its file is to blame for that."""
        self._broken = reason

    def _reason(self) -> str:
        if self._broken:
            return self._broken
        if importlib.util.find_spec("llama_cpp") is None:
            return "the engine for language models is not installed yet"
        try:
            whole = self._runnable.model.stat().st_size == self._bytes
        except OSError:
            whole = False
        return "" if whole else "its file is missing or holds something else than was installed"


class Embedders:
    """The chosen embedder, and those whose vectors still serve; any thread may call it."""

    def __init__(self, clock: Clock, places: ModelsPlaces | None = None, built_in: Embedding | None = None) -> None:
        self._places = places or ModelsPlaces.standard()
        self._models = InstalledModels(self._places)
        self._built_in: Embedding = built_in or Embedder(clock=clock)
        self._lock = threading.Lock()
        self._made: dict[str, Embedder] = {}  # by the names of their vectors
        self._chosen: tuple[object, Embedding] | None = None

    @property
    def model(self) -> str:
        return self._now().model

    @property
    def width(self) -> int:
        return self._now().width

    def state(self) -> EmbedderState:
        return self._now().state()

    def question(self, text: str, at_most_s: float) -> Vectors | None:
        return self._now().question(text, at_most_s)

    def passages(self, texts: Sequence[str]) -> Vectors:
        return self._now().passages(texts)

    def asked_by(self, model: str) -> Embedding | None:
        """Who makes vectors comparable with those of this model; None where it is on this machine no more."""
        if comparable(model, self._built_in.model):
            return self._built_in
        with self._lock:
            made = self._made.get(model)
        if made is not None:
            return made if made.model else None
        for installed in self._models.all():
            if installed.kind is Kind.EMBED and comparable(model, self._runnable(installed).name):
                return self._embedder(installed)
        return None

    def stop(self) -> None:
        """End all processes."""
        self._built_in.stop()
        with self._lock:
            made = list(self._made.values())
        for each in made:
            each.stop()

    # -- inside

    def _now(self) -> Embedding:
        """The one that is chosen; what stands on the disk is looked at again when the choice was written anew."""
        try:
            stands = os.stat(self._places.chosen)
            mark: object = (stands.st_mtime_ns, stands.st_size, stands.st_ino)
        except OSError:
            mark = None
        known = self._chosen
        if known is None or known[0] != mark:
            known = self._chosen = (mark, self._choose())
        return known[1]

    def _choose(self) -> Embedding:
        id = self._models.chosen().get(Role.EMBED)
        if id is None:
            return self._built_in
        try:
            return self._embedder(self._models.find(id))
        except NotFound:
            return self._built_in

    def _embedder(self, model: InstalledModel) -> Embedder:
        runnable = self._runnable(model)
        with self._lock:
            if runnable.name not in self._made:
                kept = InstalledEmbedder(runnable, model.bytes)
                limits = Limits(hang_s=HANG_S)
                self._made[runnable.name] = Embedder(command=gguf_command, limits=limits, kept=kept, batch=BATCH)
            return self._made[runnable.name]

    def _runnable(self, model: InstalledModel) -> Runnable:
        """What is run; its name tells the file, and what is put before a text, apart from all others."""
        entry = next((each for each in read_catalogue(self._places).entries if each.id == model.id), None)
        question, passage = (entry.before_question, entry.before_passage) if entry else ("", "")
        places = self._places.of(model.id)
        marked = f"-{len(question)}.{len(passage)}" if question or passage else ""
        return Runnable(
            f"{model.id}-{model.sha256[:12]}{marked}/gguf/{VERSION}", places.model, model.sha256,
            width=model.header.width, pooling=model.header.pooling, changed_ns=self._models.changed_ns(model.id),
            before_question=question, before_passage=passage,
        )  # fmt: skip
