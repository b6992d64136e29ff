"""A screen of its own for a real window: Xvfb, a window manager, and a hand on mouse and keyboard (xdotool)."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from mnemoteca.gui.watchdog import VARIABLE
from tests import processes
from tests.flows.blocks import blocks

NEEDED = ("Xvfb", "openbox", "xdotool")
SIZE = (1440, 900)


def missing() -> list[str]:
    """The programs that a screen needs and that aren't installed."""
    return [name for name in NEEDED if shutil.which(name) is None]


class Screen:
    """One X server, and what is done on it."""

    def __init__(self, display: str, environment: dict[str, str]) -> None:
        self.display, self.environment = display, environment

    def hand(self, *arguments: str) -> str:
        """One act of xdotool."""
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, text=True, timeout=180, check=False
        )
        return done.stdout.strip()

    def keys(self, *keys: str) -> None:
        """Press keys one after the other, such as ctrl+n."""
        self.hand("key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        self.hand("type", "--delay", "12", text)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click at a place of the screen."""
        self.hand("mousemove", str(x), str(y), "click", str(button))

    def windows(self, title: str = "Mnemoteca") -> list[str]:
        return self.hand("search", "--onlyvisible", "--name", title).split()

    def picture(self, path: Path) -> None:
        """What is on the screen, as a PNG."""
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, timeout=180, check=False)

    @contextmanager
    def window(self, *files: str, watched: bool = True) -> Iterator[subprocess.Popen[bytes]]:
        """The program's window, full size on this screen; killed where it is still there at the end.

        A block of its event loop fails the story: it never lets a person wait; for pictures it is not watched.
        """
        record = Path(self.environment["MNEMOTECA_DATA"]).parent / "blocks.jsonl"
        if watched:
            self.environment[VARIABLE] = str(record)
        process = self.open(*files)
        try:
            yield process
            found = blocks(record)
            assert not found, "\n".join(found)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
            process.wait(60)
            assert process.stderr is not None
            process.stderr.close()

    def open(self, *files: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "mnemoteca", "window", *files]
        process = subprocess.Popen(
            command,
            env=self.environment,
            cwd=str(Path(self.environment["MNEMOTECA_DATA"]).parent),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        shown = processes.wait_until(lambda: bool(self.windows()) or process.poll() is not None, 60)
        assert shown, "no window came up"
        assert process.poll() is None, (process.stderr.read() if process.stderr else b"").decode()
        for window in self.windows():
            self.hand("windowmove", "--sync", window, "0", "0")
            self.hand("windowsize", window, *map(str, SIZE))
            self.hand("windowfocus", "--sync", window)
        return process


@contextmanager
def screen(environment: dict[str, str] | None = None) -> Iterator[Screen]:
    """Start a screen; it and all on it are gone afterwards."""
    with ExitStack() as stack:
        reading, writing = os.pipe()
        server = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"]
        stack.enter_context(running(server, dict(os.environ), (writing,)))
        os.close(writing)
        with os.fdopen(reading) as told:
            display = f":{told.readline().strip()}"
        made = {**os.environ, **(environment or {}), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        made.pop("WAYLAND_DISPLAY", None)
        stack.enter_context(running(["openbox", "--sm-disable", "--config-file", str(_undecorated())], made))
        yield Screen(display, made)


def _undecorated() -> Path:
    """A configuration of the window manager without borders, so that the window is as large as the screen."""
    return Path(__file__).with_name("openbox.xml")


@contextmanager
def running(
    command: Sequence[str], environment: dict[str, str], inherited: Sequence[int] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        list(command),
        env=environment,
        pass_fds=tuple(inherited),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(60)
