"""Who is at the other end of a socket: only this user is let in, and only this user's service is believed."""

from __future__ import annotations

import os
import struct
import sys
from typing import Protocol

from mnemoteca.core.errors import Unavailable


class Credentialed(Protocol):
    """A socket that knows its peer (a socket, or asyncio's view of one)."""

    def getsockopt(self, level: int, name: int, size: int, /) -> bytes: ...


_SOL_SOCKET, _SO_PEERCRED = 1, 17  # Linux: pid, uid, gid
_SOL_LOCAL, _LOCAL_PEERCRED = 0, 1  # macOS: struct xucred, version and uid first


def peer_uid(connection: Credentialed) -> int:
    """The user id of the process at the other end, as the kernel noted it when the socket was connected."""
    if sys.platform == "linux":
        _, uid, _ = struct.unpack("3i", connection.getsockopt(_SOL_SOCKET, _SO_PEERCRED, 12))
    else:  # macOS and the BSDs: not tested
        _, uid = struct.unpack_from("2I", connection.getsockopt(_SOL_LOCAL, _LOCAL_PEERCRED, 76))
    return int(uid)


def is_this_user(connection: Credentialed) -> bool:
    """Whether the process at the other end runs as this user."""
    return sys.platform == "win32" or peer_uid(connection) == os.getuid()


def check_service(connection: Credentialed, address: str) -> None:
    """Raise `Unavailable` where what listens at `address` runs as somebody else; ask before sending anything."""
    if not is_this_user(connection):
        raise Unavailable("not_our_service", address=address)
