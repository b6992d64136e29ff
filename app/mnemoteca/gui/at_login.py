"""Starting in the tray when the person logs in, as each system has it.

An entry in the autostart folder (XDG), a value under `Run` in the registry (Windows), a launch agent (macOS); the
last two have never been run so far.
"""

from __future__ import annotations

import os
import plistlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

NAME = "mnemoteca"


def start_command(folder: Path) -> list[str]:
    """What is to be run for the library in `folder`."""
    return [sys.executable, "-m", "mnemoteca", "--data", str(folder), "window", "--tray"]


def desktop_entry(command: Sequence[str]) -> str:
    """An entry of the autostart folder that runs this command."""
    return "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            "Name=Mnemoteca",
            f"Exec={' '.join(map(_quoted, command))}",
            "X-GNOME-Autostart-enabled=true",
            "",
        )
    )


def _quoted(part: str) -> str:
    """An argument as the key Exec takes it: quoted once for its own rules and once for those of a value."""
    inner = "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in part).replace("\\", "\\\\")
    return '"' + inner.replace("%", "%%") + '"'


def entry_path(environment: Mapping[str, str]) -> Path:
    """Where the entry stands."""
    base = environment.get("XDG_CONFIG_HOME", "")
    folder = Path(base) if base.startswith("/") else Path(environment.get("HOME", "~")).expanduser() / ".config"
    return folder / "autostart" / f"{NAME}.desktop"


if sys.platform == "win32":
    import winreg

    _RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"

    def is_set() -> bool:
        """Whether it starts at login now."""
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            try:
                winreg.QueryValueEx(key, NAME)
            except FileNotFoundError:
                return False
            return True

    def set_at_login(on: bool, folder: Path) -> None:
        """Start at login, or no more; raises OSError."""
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN, access=winreg.KEY_SET_VALUE) as key:
            if on:
                command = " ".join(f'"{part}"' for part in start_command(folder))
                winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, command)
            else:
                winreg.DeleteValue(key, NAME)

else:

    def _path() -> Path:
        if sys.platform == "darwin":
            return Path.home() / "Library" / "LaunchAgents" / f"{NAME}.plist"
        return entry_path(os.environ)

    def is_set() -> bool:
        """Whether it starts at login now."""
        return _path().exists()

    def set_at_login(on: bool, folder: Path) -> None:
        """Start at login, or no more; raises OSError."""
        path = _path()
        if not on:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        command = start_command(folder)
        agent = {"Label": NAME, "ProgramArguments": command, "RunAtLoad": True}
        entry = plistlib.dumps(agent) if sys.platform == "darwin" else desktop_entry(command).encode()
        path.write_bytes(entry)
