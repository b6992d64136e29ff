"""The composition root: the only place that knows everyone.

It loads only the door that is asked for, so that a command never waits for Qt or for the database; this is why
imports stand inside its functions, and in no others.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from mnemoteca.cli.app import run
from mnemoteca.cli.bugs import BugReport
from mnemoteca.cli.command import NanoTask, Outside
from mnemoteca.cli.terminal import Terminal
from mnemoteca.core.clock import clock_of
from mnemoteca.core.connections import Record
from mnemoteca.core.preparation import Preparation, PreparationState, parse_preparation
from mnemoteca.core.pushes import Wish
from mnemoteca.models.connecting import read_record, record_file
from mnemoteca.models.hub_token import read_token, write_token
from mnemoteca.models.places import EmbedderPlaces
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service
from mnemoteca.wire.turn import Turn
from mnemoteca.wire.wanting import hand_over


def main() -> int:
    """The command `mnemoteca`; returns its exit code."""
    sys.excepthook = bugs = BugReport()
    outside = Outside(
        _connect,
        _serve,
        _open_window,
        _restore,
        read_preparation,
        clock_of(os.environ),
        read_embedder_preparation,
        prepare_embedder,
        _open_capture,
        _begin_in_tray,
        _nano,
        has_token=lambda host: bool(read_token(host)),
        keep_token=write_token,
    )
    return run(sys.argv[1:], Terminal.of_process(), outside, bugs)


def read_preparation() -> Preparation:
    """How far the set-up has come that goes on behind the running app; its state stands beside the packages."""
    try:
        return parse_preparation((Path(sys.prefix) / "prepared.json").read_bytes())
    except OSError:
        return Preparation()


def read_embedder_preparation() -> Preparation:
    """How far the embedder is; its state stands beside its files, and says nothing where they are gone."""
    places = EmbedderPlaces.standard()
    try:
        told = parse_preparation(places.prepared.read_bytes())
    except OSError:
        return Preparation()
    return Preparation() if told.state is PreparationState.READY and not places.manifest.exists() else told


def read_connections() -> Record:
    """Every connection that was ever made, as the record has it."""
    return read_record(record_file(), EmbedderPlaces.standard())


def prepare_embedder(say: Callable[[str], None]) -> bool:
    """Prepare the embedder in a process of its own, which loads the engine; whether it is there now."""
    command = [sys.executable, "-m", "mnemoteca.models.prepare"]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, encoding="utf-8") as process:
        for line in process.stdout or ():
            say(line.rstrip())
    return process.returncode == 0


def _connect(folder: Path, start: bool) -> Client:
    return connect(folder, start=start_service if start else None, role="cli")


def _serve(folder: Path) -> int:
    from mnemoteca.service.process import serve

    return serve(folder)


def _open_window(folder: Path, files: Sequence[str]) -> int:
    """The window of this folder: the one that is open already, or a new one."""
    mine, files = Turn(folder, "window"), [os.path.abspath(path) for path in files]
    if not mine.take():
        hand_over(folder, Wish.WINDOW, files)
        return 0
    return _whole_window(folder, files)


def _begin_in_tray(folder: Path) -> int:
    """As at login: nothing is to be seen but the sign in the tray; what runs already is left alone."""
    mine = Turn(folder, "window")
    return _whole_window(folder, (), in_tray=True) if mine.take() else 0


def _whole_window(folder: Path, files: Sequence[str], in_tray: bool = False) -> int:
    gc.disable()  # nothing dies while a window is made, and looking for it takes a twentieth; it is on again once shown
    from mnemoteca.gui.app import run as open_window

    return open_window(folder, files=files, in_tray=in_tray, prepared=read_preparation, connections=read_connections)


def _open_capture(folder: Path) -> int:
    """The box to write a note in: that of the open window, or one alone, which grows into a window when asked to."""
    mine = Turn(folder, "window")
    if not mine.take():
        hand_over(folder, Wish.CAPTURE)
        return 0
    from mnemoteca.gui.alone import run as write_alone

    wanted = write_alone(folder)
    return 0 if wanted is None else _whole_window(folder, wanted.files)


def _restore(folder: Path, backup: Path) -> None:
    from mnemoteca.store.places import Places
    from mnemoteca.store.restore import restore_backup

    restore_backup(Places(folder), backup)


def _nano(task: str) -> NanoTask:
    from mnemoteca.models.nano.command import TASKS

    return TASKS[task]
