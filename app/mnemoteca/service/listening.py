"""Listening at the address: a Unix socket, or a named pipe on Windows (that part is not tested)."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from mnemoteca.wire.sockets import listen as listen_at

Connected = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class Listening(Protocol):
    """A place where clients come in."""

    def close(self) -> None:
        """Let nobody in any more, and take the name away."""
        ...


if sys.platform == "win32":
    import _winapi
    import ctypes
    from asyncio import windows_events

    from mnemoteca.wire.pipes import this_user_only

    _REJECT_REMOTE_CLIENTS = 0x8

    class _PrivatePipeServer(windows_events.PipeServer):
        """asyncio's, with a descriptor for this user and no clients from elsewhere."""

        def _server_pipe_handle(self, first: bool) -> windows_events.PipeHandle | None:
            if self.closed():
                return None
            flags = _winapi.PIPE_ACCESS_DUPLEX | _winapi.FILE_FLAG_OVERLAPPED
            if first:
                flags |= _winapi.FILE_FLAG_FIRST_PIPE_INSTANCE
            attributes = this_user_only()
            handle = _winapi.CreateNamedPipe(
                self._address,
                flags,
                _winapi.PIPE_TYPE_BYTE | _winapi.PIPE_WAIT | _REJECT_REMOTE_CLIENTS,
                _winapi.PIPE_UNLIMITED_INSTANCES,
                65536,
                65536,
                _winapi.NMPWAIT_WAIT_FOREVER,
                ctypes.addressof(attributes),
            )
            pipe = windows_events.PipeHandle(handle)
            self._free_instances.add(pipe)
            return pipe

    class _Pipes:
        def __init__(self, servers: list[windows_events.PipeServer]) -> None:
            self._servers = servers

        def close(self) -> None:
            for server in self._servers:
                server.close()

    async def listen(address: str, connected: Connected) -> Listening:
        """Listen at a pipe for this user."""
        loop = asyncio.get_running_loop()
        windows_events.PipeServer = _PrivatePipeServer

        def protocol() -> asyncio.StreamReaderProtocol:
            return asyncio.StreamReaderProtocol(asyncio.StreamReader(limit=1 << 20, loop=loop), connected, loop=loop)

        return _Pipes(await loop.start_serving_pipe(protocol, address))

else:

    class _Socket:
        """A Unix socket; its name is taken away only while it is still ours."""

        def __init__(self, server: asyncio.Server, path: Path) -> None:
            self._server = server
            self._path = path
            self._inode = path.stat().st_ino

        def close(self) -> None:
            self._server.close()
            with suppress(OSError):
                if self._path.stat().st_ino == self._inode:
                    os.unlink(self._path)

    async def listen(address: str, connected: Connected) -> Listening:
        """Listen at a socket for this user."""
        server = await asyncio.start_unix_server(connected, sock=listen_at(address), limit=1 << 20)
        return _Socket(server, Path(address))
