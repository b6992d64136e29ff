"""Named pipes, Windows' way to what Unix sockets are elsewhere. Written from the documentation; NOT TESTED."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import _winapi
    import ctypes
    from ctypes import wintypes

    from mnemoteca.core.errors import Unavailable

    _ERROR_PIPE_BUSY, _ERROR_BROKEN_PIPE, _TOKEN_QUERY, _TOKEN_USER = 231, 109, 8, 1
    _PROCESS_QUERY_LIMITED_INFORMATION = 0x1000
    _kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
    _advapi32 = ctypes.WinDLL("advapi32", use_last_error=True)
    for _function in (_kernel32.OpenProcess, _kernel32.GetCurrentProcess):
        _function.restype = wintypes.HANDLE

    class _SecurityAttributes(ctypes.Structure):
        _fields_ = (("length", wintypes.DWORD), ("descriptor", wintypes.LPVOID), ("inherit", wintypes.BOOL))

    class Pipe:
        """A client's end; overlapped, because a plain handle can't be read and written at once."""

        def __init__(self, handle: int) -> None:
            self._handle = handle
            self._timeout_s: float | None = None

        def settimeout(self, seconds: float | None) -> None:
            self._timeout_s = seconds

        def recv(self, size: int) -> bytes:
            try:
                overlapped, _ = _winapi.ReadFile(self._handle, size, overlapped=True)
                self._finish(overlapped)
            except BrokenPipeError:
                return b""
            return bytes(overlapped.getbuffer() or b"")

        def sendall(self, data: bytes) -> None:
            rest = memoryview(data)
            while rest:
                overlapped, _ = _winapi.WriteFile(self._handle, bytes(rest[: 1 << 20]), overlapped=True)
                rest = rest[self._finish(overlapped) :]

        def _finish(self, overlapped: _winapi.Overlapped) -> int:
            wait_ms = _winapi.INFINITE if self._timeout_s is None else int(self._timeout_s * 1000)
            if _winapi.WaitForSingleObject(overlapped.event, wait_ms) == _winapi.WAIT_TIMEOUT:
                overlapped.cancel()
                raise TimeoutError
            done, error = overlapped.GetOverlappedResult(True)
            if error == _ERROR_BROKEN_PIPE:
                raise BrokenPipeError
            return done

        def close(self) -> None:
            handle, self._handle = self._handle, _winapi.NULL
            if handle != _winapi.NULL:
                _kernel32.CancelIoEx(wintypes.HANDLE(handle), None)
                _winapi.CloseHandle(handle)

    def open_pipe(address: str, timeout_s: float) -> Pipe | None:
        """A connection to this user's service; None where nothing listens."""
        access = _winapi.GENERIC_READ | _winapi.GENERIC_WRITE
        try:
            _winapi.WaitNamedPipe(address, int(timeout_s * 1000))
            handle = _winapi.CreateFile(
                address, access, 0, _winapi.NULL, _winapi.OPEN_EXISTING, _winapi.FILE_FLAG_OVERLAPPED, _winapi.NULL
            )
        except OSError:
            return None
        server = wintypes.ULONG()
        _kernel32.GetNamedPipeServerProcessId(wintypes.HANDLE(handle), ctypes.byref(server))
        if _user_of(server.value) != _user_of(None):
            _winapi.CloseHandle(handle)
            raise Unavailable("not_our_service", address=address)
        return Pipe(handle)

    def _user_of(pid: int | None) -> str:
        """The security id of the user that a process (None: this one) runs as, as text; "" where it can't be told."""
        if pid is None:
            process = wintypes.HANDLE(_kernel32.GetCurrentProcess())
        else:
            process = wintypes.HANDLE(_kernel32.OpenProcess(_PROCESS_QUERY_LIMITED_INFORMATION, False, pid))
        token, size = wintypes.HANDLE(), wintypes.DWORD()
        if not _advapi32.OpenProcessToken(process, _TOKEN_QUERY, ctypes.byref(token)):
            return ""
        buffer = ctypes.create_string_buffer(256)
        _advapi32.GetTokenInformation(token, _TOKEN_USER, buffer, len(buffer), ctypes.byref(size))
        words = wintypes.LPWSTR()
        _advapi32.ConvertSidToStringSidW(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_void_p))[0], ctypes.byref(words))
        _kernel32.CloseHandle(token)
        return words.value or ""

    def this_user_only() -> _SecurityAttributes:
        """Security attributes of a pipe that this user alone may open."""
        descriptor = wintypes.LPVOID()
        _advapi32.ConvertStringSecurityDescriptorToSecurityDescriptorW(
            f"D:P(A;;GA;;;{_user_of(None)})", 1, ctypes.byref(descriptor), None
        )
        return _SecurityAttributes(ctypes.sizeof(_SecurityAttributes), descriptor, False)

else:

    def open_pipe(address: str, timeout_s: float) -> None:
        """There are no named pipes here."""
        raise AssertionError(f"no pipes on {sys.platform}: {address}, {timeout_s}")
