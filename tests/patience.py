"""Waiting for the window as long as a slow or busy machine needs: a test that passes waits no longer than it takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from tests.processes import PATIENCE_S

LEAST_MS = round(1000 * PATIENCE_S)


class PatientBot(QtBot):
    """pytest-qt's hand on the window; no wait for something that comes is given up before `LEAST_MS`."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LEAST_MS) -> None:
        def there() -> bool | None:
            try:
                return callback()
            except LookupError as not_yet:  # what is to be looked at isn't there
                raise AssertionError(repr(not_yet)) from not_yet

        super().waitUntil(there, timeout=max(timeout, LEAST_MS))

    def waitSignal(self, signal: Any, *, timeout: int = LEAST_MS, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=max(timeout, LEAST_MS), **how)

    def waitSignals(self, signals: Any, *, timeout: int = LEAST_MS, **how: Any) -> Any:
        return super().waitSignals(signals, timeout=max(timeout, LEAST_MS), **how)

    def waitActive(self, widget: Any, *, timeout: int = LEAST_MS) -> Any:
        return super().waitActive(widget, timeout=max(timeout, LEAST_MS))

    def waitExposed(self, widget: Any, *, timeout: int = LEAST_MS) -> Any:
        return super().waitExposed(widget, timeout=max(timeout, LEAST_MS))
