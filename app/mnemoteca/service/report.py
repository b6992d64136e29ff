"""Telling the client that started this service how that went (see `wire.start`)."""

from __future__ import annotations

import os
from contextlib import suppress

from mnemoteca import __version__
from mnemoteca.core.errors import Problem
from mnemoteca.wire.codec import pack
from mnemoteca.wire.messages import refusal
from mnemoteca.wire.start import REPORT


class Report:
    """The pipe to the client, where there is one; what is printed from now on goes nowhere."""

    def __init__(self) -> None:
        self._pipe: int | None = None
        if os.environ.pop(REPORT, None):
            self._pipe = os.dup(1)
            nowhere = os.open(os.devnull, os.O_RDWR)
            os.dup2(nowhere, 1)
            os.close(nowhere)

    @property
    def wanted(self) -> bool:
        """Whether a client waits for it."""
        return self._pipe is not None

    def tell(self, problem: Problem) -> None:
        """Tell why there will be no service; nobody may be listening any more."""
        if self._pipe is not None:
            with suppress(OSError):
                os.write(self._pipe, pack(refusal(problem, __version__)))
        self.close()

    def close(self) -> None:
        """The service serves, or told why not."""
        if self._pipe is not None:
            os.close(self._pipe)
            self._pipe = None
