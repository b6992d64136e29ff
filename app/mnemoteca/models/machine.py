"""What this machine has: memory, cores, and room on the disk."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from mnemoteca.core.model_shelf import Machine


class _MemoryStatus(ctypes.Structure):
    """MEMORYSTATUSEX of Windows."""

    _fields_ = (
        ("length", ctypes.c_uint32),
        ("load", ctypes.c_uint32),
        *((name, ctypes.c_uint64) for name in ("total", "free", "a", "b", "c", "d", "e")),
    )


def this_machine(folder: Path) -> Machine:
    """This machine, with the disk that `folder` stands on, or would."""
    total, free = _memory()
    return Machine(total, free, _room(folder), os.cpu_count() or 1)


def _room(folder: Path) -> int:
    for each in (folder, *folder.parents):
        with suppress(OSError):
            return shutil.disk_usage(each).free
    return 0


def _memory() -> tuple[int, int]:
    """Bytes in all, and free for somebody new; 0 where the system doesn't tell."""
    if sys.platform == "linux":
        with suppress(OSError, ValueError, KeyError):
            lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
            told = {name: int(rest.split()[0]) << 10 for name, _, rest in (line.partition(":") for line in lines)}
            return told["MemTotal"], told["MemAvailable"]
    if sys.platform == "win32":
        status = _MemoryStatus()
        status.length = ctypes.sizeof(status)
        if ctypes.WinDLL("kernel32").GlobalMemoryStatusEx(ctypes.byref(status)):
            return int(status.total), int(status.free)
        return 0, 0
    with suppress(OSError, ValueError):
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"), 0
    return 0, 0
