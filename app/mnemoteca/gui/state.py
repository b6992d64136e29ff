"""How the window was left: its panes, place, space, colours, language and how texts are shown: one small file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.core.settings import SETTINGS, Value
from mnemoteca.core.views import Group, Place
from mnemoteca.gui.drafts import write_whole
from mnemoteca.gui.page import Page


@dataclass(frozen=True, slots=True)
class WindowState:
    """What is kept from one start to the next; `geometry` is Qt's own, in base 64."""

    geometry: str = ""
    panes: tuple[int, ...] = ()
    place: Place = Place.EVERYTHING
    page: Page | None = None  # a page of its own, shown instead of the place
    space: str = DEFAULT_SPACE
    group: Group = Group.DAY  # of the sessions
    theme: str = "system"
    language: str = "system"
    zoom: int = int(SETTINGS["window.zoom"].default)
    motion: str = "system"
    keys: str = ""  # of commands that were changed, as the setting has them
    formatted: bool = True
    capture_key: str = str(SETTINGS["window.capture_key"].default)  # "" for none
    stays: bool | None = None  # in the tray when it is closed; None until the first close asked
    heard: dict[str, Value] = field(default_factory=dict)  # the window's settings as the library said them last
    recent: tuple[str, ...] = ()  # what was chosen in the palette, the newest first


def read_state(path: Path) -> WindowState:
    """What the file holds; that of a first start where there is none or it can't be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=WindowState)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return WindowState(page=Page.TODAY)


def write_state(path: Path, state: WindowState) -> None:
    """Write it whole; a folder that is gone or can't be written to loses nothing of worth."""
    try:
        write_whole(path, msgspec.json.encode(state))
    except OSError:
        return
