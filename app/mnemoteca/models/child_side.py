"""What every child does first: bind its life to the service's, and find the handle for its replies."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import threading
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

PARENT = "MNEMOTECA_CHILD_OF"
REPLIES = "MNEMOTECA_CHILD_REPLIES"
_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG
_LOWER = 10  # of the 20 steps that the system knows
_BELOW_NORMAL = -1  # of Windows' priorities


def replies() -> BinaryIO:
    """The handle that replies go to; standard output is left to whatever engines print there."""
    given = int(os.environ[REPLIES])
    if sys.platform == "win32":
        given = msvcrt.open_osfhandle(given, os.O_BINARY)
    return os.fdopen(given, "wb")


def end_with_the_service() -> None:
    """Have Linux end this process with the one that started it; elsewhere the end of standard input does."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != int(os.environ[PARENT]):  # it was gone before we asked
            os._exit(0)


def stand_back() -> None:
    """Let this thread alone run only where nobody else wants to."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _LOWER)
    elif sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32")
        kernel.SetThreadPriority(ctypes.c_void_p(kernel.GetCurrentThread()), _BELOW_NORMAL)
