"""The embedder's child over time: started at need, started again after it went, given up after it failed to start."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import Unavailable
from mnemoteca.core.meaning import Vectors
from mnemoteca.models.asking import Asking
from mnemoteca.models.readiness import Runnable
from mnemoteca.models.spawned import IDLE_S, module_command

STARTS = 3  # that fail one after the other, after which it is given up for a while


@dataclass(frozen=True, slots=True)
class Limits:
    """In seconds: a child that does not answer for so long hangs, one that nobody asks for so long ends, and one
    that could not be started is tried again after so long."""

    hang_s: float = 60.0
    idle_s: float = IDLE_S
    again_s: float = 60.0


def child_command(runnable: Runnable) -> list[str]:
    """The command line of the child; one processor is left to who else is at work."""
    files = [f"{runnable.model}={runnable.model_sha256}", f"{runnable.tokenizer}={runnable.tokenizer_sha256}"]
    threads = max(1, (os.cpu_count() or 1) - 1)
    return module_command("mnemoteca.models.embedder_child", *files, str(threads))


class Supervised:
    """Asks whichever child runs; any thread may call it. `on_unfit` is told where the model's files are to blame."""

    def __init__(
        self, command: Callable[[Runnable], list[str]], limits: Limits, on_unfit: Callable[[str], None]
    ) -> None:
        self._command, self._limits, self._on_unfit = command, limits, on_unfit
        self._lock = threading.Lock()
        self._asking: Asking | None = None
        self._failed, self._failed_at = 0, 0.0
        self._reason = ""
        self._stopped = False

    def trouble(self) -> str:
        """Why it was given up for now; "" where it was not."""
        with self._lock:
            return self._trouble()

    @property
    def awake(self) -> bool:
        """Whether a child runs and has loaded its model."""
        with self._lock:
            return self._asking is not None and self._asking.started and not self._asking.over

    def ask(self, runnable: Runnable, texts: Sequence[str], question: bool = False) -> Future[Vectors]:
        """The vectors to come, unchecked; raises `Unavailable` where the child was given up."""
        with self._lock:
            if self._stopped:
                raise Unavailable("service_stopping")
            if reason := self._trouble():
                raise Unavailable("meaning_failed", reason=reason)
            if self._asking is None or self._asking.over:
                self._asking = Asking(self._command(runnable), self._limits.idle_s, self._ended)
            before = runnable.before_question if question else runnable.before_passage
            return self._asking.ask([before + text for text in texts] if before else texts, question)

    def kill_hung(self) -> None:
        """End the child that does not answer."""
        with self._lock:
            asking = self._asking
        if asking is not None:
            asking.kill(f"it did not answer for {self._limits.hang_s:.0f} s")

    def stop(self) -> None:
        """End the child for good, and wait for that."""
        with self._lock:
            self._stopped = True
            asking = self._asking
        if asking is not None:
            asking.stop()

    def _trouble(self) -> str:
        fresh = stopwatch() - self._failed_at < self._limits.again_s
        return self._reason if self._failed >= STARTS and fresh else ""

    def _ended(self, asking: Asking) -> None:
        with self._lock:
            if asking.started:
                self._failed = 0
            else:
                self._failed, self._failed_at, self._reason = self._failed + 1, stopwatch(), asking.reason
        if asking.unfit:
            self._on_unfit(asking.reason)
