"""Named places at which a test may kill the process, to show that nothing is lost there.

    MNEMOTECA_FAIL_AT=name:n       killed when place `name` is reached for the n-th time in this process
    MNEMOTECA_FAIL_AT=name:n:ms    killed so many milliseconds after that, in the middle of what follows it
    MNEMOTECA_FAIL_LOG=path        each reach is appended there, a line each

Without these variables `reach` does nothing.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import Counter
from collections.abc import Mapping


class Failpoints:
    """What the environment asks for, and how often each place was reached."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        name, turn, later_ms = [*environment.get("MNEMOTECA_FAIL_AT", "").split(":"), "", ""][:3]
        self._name = name
        self._turn = int(turn or 1)
        self._later_s = float(later_ms or 0) / 1000
        self._log = environment.get("MNEMOTECA_FAIL_LOG", "")
        self._reached: Counter[str] = Counter()

    def reach(self, name: str) -> None:
        """Note that the place was reached; kill this process if it is the one asked for."""
        if not self._name and not self._log:
            return
        self._reached[name] += 1
        if self._log:
            with open(self._log, "a", encoding="utf-8") as log:
                log.write(f"{name}\n")
        if name == self._name and self._reached[name] == self._turn:
            self._end()

    def _end(self) -> None:
        if self._later_s:
            threading.Timer(self._later_s, _kill).start()
        else:
            _kill()


def _kill() -> None:
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


reach = Failpoints(os.environ).reach
