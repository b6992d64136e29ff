"""What a second start hands over to the window that is open already, by way of the service."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import msgspec

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import Unavailable
from mnemoteca.core.pushes import Wish
from mnemoteca.wire.connecting import Opener
from mnemoteca.wire.link import LinkLost
from mnemoteca.wire.messages import Reply, Want

PATIENCE_S = 10.0  # the window may be starting, or waiting for its service
_GAP_S = 0.05


def hand_over(folder: Path, wish: Wish, files: Sequence[str] = (), patience_s: float = PATIENCE_S) -> None:
    """Have the open window do it; raises `window_silent` where none took it in time."""
    until, pause = stopwatch() + patience_s, threading.Event()
    while not _taken(folder, wish, files):
        if stopwatch() > until:
            raise Unavailable("window_silent")
        pause.wait(_GAP_S)


def _taken(folder: Path, wish: Wish, files: Sequence[str]) -> bool:
    """Whether a window took it; False, too, where the service is away for the moment."""
    try:
        link = Opener(folder, None, "cli").open(lambda push: None)
    except Unavailable as away:
        if away.key not in ("service_off", "service_stopping"):
            raise
        return False
    try:
        answer = link.call(Want(id=link.new_id(), wish=wish, files=tuple(files)), 2.0)
    except (LinkLost, TimeoutError):
        return False
    finally:
        link.close()
    return isinstance(answer, Reply) and msgspec.msgpack.decode(answer.result, type=bool)
