"""Who asks the chosen reranker: in a child of its own, loaded when it is first needed, ended when idle.

What is asked ends with its time: late scores are thrown away, and the child gives up what nobody waits for.
"""

from __future__ import annotations

import importlib.util
import os
import queue
import threading
from collections.abc import Callable, Sequence

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import Problem
from mnemoteca.core.model_installed import InstalledModel
from mnemoteca.core.model_roles import Role
from mnemoteca.core.reranking import Reread
from mnemoteca.core.text import storable
from mnemoteca.models.frames import Cancel, Rank, Ranked, Ready, Reply, Unfit
from mnemoteca.models.installed import InstalledModels
from mnemoteca.models.spawned import IDLE_S, Spawned, module_command

LONGEST = 4_000  # characters of a text that are sent: more than the window holds
FAILURES = 3  # children in a row that went, after which the file is not tried again until another is chosen
Command = Callable[[InstalledModel, int], list[str]]


def rerank_command(model: InstalledModel, changed_ns: int) -> list[str]:
    """The command line of the child; one processor is left to who else is at work."""
    threads = max(1, (os.cpu_count() or 1) - 1)
    given = (f"{model.path}={model.sha256}", str(changed_ns), str(threads))
    return module_command("mnemoteca.models.rerank_child", *given)


class _Child:
    """One process with its model."""

    def __init__(self, command: list[str], idle_s: float) -> None:
        self.ready = threading.Event()
        self.over = False
        self.reason = ""
        self._replies: queue.SimpleQueue[Ranked | None] = queue.SimpleQueue()
        self._numbers = 0
        self._waited_for = 0
        self._spawned = Spawned(command, self._heard, self._ended, lambda: self._waited_for > 0, idle_s)

    def read(self, question: str, texts: Sequence[str], until: float) -> tuple[float, ...] | None:
        """The scores; None where they aren't there in time, or it ended."""
        self._numbers += 1
        self._waited_for += 1
        number = self._numbers
        try:
            self._spawned.ask(Rank(number, question, list(texts), max(0.0, until - stopwatch())))
            while (left := until - stopwatch()) > 0 and not self.over:
                try:
                    reply = self._replies.get(timeout=left)
                except queue.Empty:
                    break
                if reply is not None and reply.number == number:
                    return tuple(reply.scores) if len(reply.scores) == len(texts) else None
            self._spawned.ask(Cancel(number))
            return None
        finally:
            self._waited_for -= 1

    def stop(self) -> None:
        self._spawned.stop()

    def _heard(self, reply: Reply) -> None:
        match reply:
            case Ready():
                self.ready.set()
            case Unfit():
                self.reason = reply.reason
            case Ranked():
                self._replies.put(reply)

    def _ended(self, reason: str) -> None:
        self.over, self.reason = True, self.reason or reason
        self.ready.set()
        self._replies.put(None)


class Rerankers:
    """The chosen reranker; any thread may ask, one question is read at a time."""

    def __init__(self, models: InstalledModels, command: Command = rerank_command, idle_s: float = IDLE_S) -> None:
        self._models, self._command, self._idle_s = models, command, idle_s
        self._turn = threading.Lock()
        self._child: _Child | None = None
        self._runs = ""  # the hash of the file that it runs
        self._failed: tuple[str, int, str] = ("", 0, "")  # of which file, how often in a row, and why
        self._stopped = False

    def is_chosen(self) -> bool:
        return self._models.chosen().get(Role.RERANK) is not None

    def read(self, question: str, texts: Sequence[str], at_most_s: float) -> Reread:
        until = stopwatch() + at_most_s
        if not texts:
            return Reread(())
        if importlib.util.find_spec("llama_cpp") is None:
            return Reread(reason="the engine for language models is not installed yet")
        if not self._turn.acquire(timeout=max(0.0, at_most_s)):
            return Reread(late=True)
        try:
            return self._read(storable(question), [storable(text[:LONGEST]) for text in texts], until)
        except Problem as problem:
            return Reread(reason=str(problem))
        finally:
            self._turn.release()

    def stop(self) -> None:
        self._stopped = True
        child = self._child
        if child is not None:
            child.stop()

    def _read(self, question: str, texts: Sequence[str], until: float) -> Reread:
        model = self._models.find(self._models.chosen().get(Role.RERANK, ""))
        file, times, reason = self._failed
        if file == model.sha256 and times >= FAILURES:
            return Reread(reason=reason)
        child = self._loaded(model, until)
        if child is None:
            return Reread(reason=self._failed[2]) if self._failed[0] == model.sha256 else Reread(late=True)
        scores = child.read(question, texts, until)
        if scores is not None:
            self._failed = ("", 0, "")
            return Reread(scores)
        if child.over:
            self._fail(model, child.reason)
            return Reread(reason=child.reason)
        return Reread(late=True)

    def _loaded(self, model: InstalledModel, until: float) -> _Child | None:
        """The child with the model loaded; None where it isn't in time, or can't be."""
        child = self._child
        if child is not None and (child.over or self._runs != model.sha256):
            child.stop()
            child = None
        if child is None:
            if self._stopped:
                return None
            command = self._command(model, self._models.changed_ns(model.id))
            child = self._child = _Child(command, self._idle_s)
            self._runs = model.sha256
        if not child.ready.wait(max(0.0, until - stopwatch())):
            return None
        if child.over:
            self._fail(model, child.reason)
            return None
        return child

    def _fail(self, model: InstalledModel, reason: str) -> None:
        file, times, _ = self._failed
        self._failed = (model.sha256, times + 1 if file == model.sha256 else 1, reason)
