"""Another user at the socket, on either side. Both need a second user, so they need root."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.core.errors import Unavailable
from mnemoteca.wire.client import connect
from mnemoteca.wire.codec import pack
from mnemoteca.wire.folder import find_address, write_address
from mnemoteca.wire.messages import Hello
from mnemoteca.wire.peer import peer_uid
from tests.unit.service.in_process import service

needs_root = pytest.mark.skipif(sys.platform == "win32" or os.getuid() != 0, reason="needs a second user")

LISTENS = """
import os, socket, sys
os.setuid(65534)
s = socket.socket(socket.AF_UNIX); s.bind(sys.argv[1]); s.listen()
print("ready", flush=True)
c, _ = s.accept(); c.settimeout(60)
print("got", c.recv(100), flush=True)
"""
CONNECTS = """
import os, socket, sys
os.setuid(65534)
s = socket.socket(socket.AF_UNIX); s.settimeout(60); s.connect(sys.argv[1])
try:
    s.sendall(bytes.fromhex(sys.argv[2])); print("got", s.recv(100))
except ConnectionError:
    print("got", b"")
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="mn-") as folder:
        os.chmod(folder, 0o777)
        yield Path(folder)


def test_the_kernel_tells_who_is_at_the_other_end() -> None:
    one, other = socket.socketpair()
    with one, other:
        assert peer_uid(one) == os.getuid()


@needs_root
def test_a_client_sends_nothing_to_a_service_of_another_user(open_folder: Path) -> None:
    address = str(open_folder / "trap")
    trap = subprocess.Popen([sys.executable, "-c", LISTENS, address], stdout=subprocess.PIPE, text=True, cwd="/")
    assert trap.stdout is not None
    with trap, trap.stdout:
        assert trap.stdout.readline() == "ready\n"
        write_address(open_folder, address)
        with pytest.raises(Unavailable, match="belongs to another user"):
            connect(open_folder, start=None, role="test")
        assert trap.stdout.readline() == "got b''\n"


@needs_root
def test_the_service_turns_another_user_away_even_where_the_files_would_let_them_in() -> None:
    with service() as running:
        address = Path(find_address(running.folder) or "")
        modes = address.parent.stat().st_mode
        os.chmod(address.parent, 0o755)
        os.chmod(address, 0o666)
        try:
            stranger = subprocess.run(
                [sys.executable, "-c", CONNECTS, str(address), pack(Hello()).hex()],
                capture_output=True,
                text=True,
                check=True,
                cwd="/",
            )
        finally:
            os.chmod(address.parent, modes & 0o7777)
        assert stranger.stdout == "got b''\n"
        with running.client() as client:
            assert client.library.spaces()


def test_the_socket_is_for_this_user_alone() -> None:
    with service() as running:
        address = Path(find_address(running.folder) or "")
        assert address.stat().st_mode & 0o077 == 0
        assert address.parent.stat().st_mode & 0o077 == 0
