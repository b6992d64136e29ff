"""On Windows: a child ends with the process that started it, however that one ends."""

from __future__ import annotations

import ctypes
import subprocess
import sys

_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_KILL_ON_CLOSE = 0x2000


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class _Limits(ctypes.Structure):
    _fields_ = (
        ("Basic", _BasicLimits),
        ("Io", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


class JobObject:
    """Holds a child; the system closes it with this process. Elsewhere it does nothing."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._handle: int | None = None
        if sys.platform == "win32":
            self._handle = self._hold(int(process._handle))

    def close(self) -> None:
        """Let go of it, which ends the child where it still runs."""
        if sys.platform == "win32" and self._handle:
            kernel = ctypes.WinDLL("kernel32")
            kernel.CloseHandle(ctypes.c_void_p(self._handle))
            self._handle = None

    if sys.platform == "win32":

        @staticmethod
        def _hold(process: int) -> int | None:
            kernel = ctypes.WinDLL("kernel32")
            kernel.CreateJobObjectW.restype = ctypes.c_void_p
            handle = kernel.CreateJobObjectW(None, None)
            if not handle:
                return None
            limits = _Limits()
            limits.Basic.LimitFlags = _KILL_ON_CLOSE
            job = ctypes.c_void_p(handle)
            kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
            kernel.AssignProcessToJobObject(job, ctypes.c_void_p(process))
            return int(handle)
