"""Memory that was freed goes back to the system: decisions/20-memory-of-the-tables.md."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Hand the freed pages of glibc's heaps to the system; other allocators do so by themselves."""
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)) is not None:
        trim(0)
