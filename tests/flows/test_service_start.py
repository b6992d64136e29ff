"""Starting the service: by whom, how often, how detached, and what is said when it can't be."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mnemoteca.core.errors import Damaged
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.connecting import stop_service
from mnemoteca.wire.start import command, start_service
from tests.conftest import Mnemoteca
from tests.processes import alive, of_folder, wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def services(folder: Path) -> list[int]:
    """The processes that serve this folder, or are about to."""
    wanted = [os.fsencode(word) for word in command(folder)[1:]]
    found = []
    for pid in of_folder(folder):
        if alive(pid):
            words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
            found += [pid] if words[1:-1] == wanted else []
    return found


def client_of(folder: Path) -> Client:
    return connect(folder, start=start_service, role="test")


def race(folder: Path) -> None:
    """Two clients start the service at the same instant: both are served, by one process."""
    barrier = threading.Barrier(2)

    def start() -> int:
        barrier.wait()
        with client_of(folder) as client:
            assert client.library.make_space("luna").name == "luna"
            return client.welcome.pid

    with ThreadPoolExecutor(2) as threads:
        pids = [one.result() for one in [threads.submit(start), threads.submit(start)]]
    assert pids[0] == pids[1]
    assert wait_until(lambda: services(folder) == [pids[0]])
    assert stop_service(folder)
    assert wait_until(lambda: services(folder) == [])


@pytest.mark.parametrize("rounds", [10, pytest.param(50, marks=pytest.mark.long)])
def test_of_two_clients_at_the_same_instant_each_is_served_by_the_same_service(data_folder: Path, rounds: int) -> None:
    for _ in range(rounds):
        race(data_folder)


def test_two_commands_at_the_same_instant_both_succeed(data_folder: Path, mnemoteca: Mnemoteca) -> None:
    with ThreadPoolExecutor(2) as threads:
        done = list(threads.map(lambda note: mnemoteca("add", note), ("one", "two")))
    assert [one.returncode for one in done] == [0, 0], done
    assert len(services(data_folder)) == 1


def test_whoever_captures_the_output_of_the_first_command_does_not_wait_for_the_service(
    data_folder: Path, mnemoteca: Mnemoteca
) -> None:
    done = mnemoteca("spaces")  # reads standard output and error to their ends; the service stays ten minutes
    assert done.returncode == 0, done.stderr
    assert len(services(data_folder)) == 1


def link_of(handle: Path) -> str:
    """Where a file of a process leads; "" where it was closed meanwhile."""
    try:
        return os.readlink(handle)
    except FileNotFoundError:
        return ""


def test_the_service_holds_nothing_of_the_client_that_started_it(service: Path) -> None:
    (pid,) = services(service)
    about = Path(f"/proc/{pid}")
    assert os.getsid(pid) == pid != os.getsid(0)
    assert os.readlink(about / "cwd") == "/"
    streams = [os.readlink(about / "fd" / number) for number in "012"]
    assert streams == [os.devnull, os.devnull, str(service / "service.log")]
    handles = [link_of(handle) for handle in (about / "fd").iterdir()]
    assert not [handle for handle in handles if handle.startswith(("pipe:", "/dev/pts", "/dev/tty"))]


def test_it_listens_at_a_socket_of_this_user_and_on_no_port(service: Path) -> None:
    (pid,) = services(service)
    links = [link_of(handle) for handle in Path(f"/proc/{pid}/fd").iterdir()]
    inodes = {link[8:-1] for link in links if link.startswith("socket:[")}
    assert inodes
    for kind in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        table = Path(f"/proc/{pid}/net/{kind}")
        lines = table.read_text().splitlines()[1:] if table.exists() else []
        assert not inodes & {line.split()[9] for line in lines}


def test_after_a_kill_the_next_call_starts_it_again_and_all_is_there(data_folder: Path) -> None:
    with client_of(data_folder) as client:
        kept = client.library.capture("the first mango of the year")
        (pid,) = services(data_folder)
        os.kill(pid, 9)
        assert client.library.memory(kept.id).text == kept.text
        assert services(data_folder) != [pid]


def test_a_damaged_database_is_told_by_the_command_that_would_have_started_the_service(
    data_folder: Path, mnemoteca: Mnemoteca
) -> None:
    data_folder.mkdir(mode=0o700)
    (data_folder / "library.duckdb").write_bytes(b"this is no database" * 1000)
    done = mnemoteca("spaces")
    assert done.returncode == Damaged.exit_code, done
    assert "is damaged" in done.stderr
    assert wait_until(lambda: not services(data_folder))


def test_a_data_folder_that_can_not_be_made_is_told(data_folder: Path, mnemoteca: Mnemoteca) -> None:
    data_folder.write_text("a file stands where the folder would be")
    done = mnemoteca("spaces")
    assert done.returncode == 7, done
    assert "can't be written to" in done.stderr
    data_folder.unlink()


@pytest.mark.long
def test_a_folder_that_another_program_has_open_is_told_with_its_process(data_folder: Path) -> None:
    data_folder.mkdir(mode=0o700)
    holds = "from pathlib import Path; from mnemoteca.store.lock import FolderLock; import sys;"
    holds += "lock = FolderLock(Path(sys.argv[1]) / 'lock'); print('held', flush=True); sys.stdin.read()"
    holder = subprocess.Popen(
        [sys.executable, "-c", holds, str(data_folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdin is not None
    assert holder.stdout is not None
    with holder, holder.stdin, holder.stdout:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(Damaged, match=f"already open in process {holder.pid}"):
            client_of(data_folder)
