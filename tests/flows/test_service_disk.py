"""A service on a disk that is full or can't be written to. The mounts need root."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from mnemoteca.core.errors import DiskTrouble
from mnemoteca.wire.connecting import stop_service
from tests.conftest import Mnemoteca
from tests.flows.test_service_start import client_of, services
from tests.processes import wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="only root can mount")


def mount(folder: Path, options: str) -> None:
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"no mounts here: {done.stderr.decode()}")


@pytest.fixture
def small_disk(data_folder: Path) -> Iterator[Path]:
    """A data folder that is a disk of 20 MB."""
    data_folder.mkdir(mode=0o700)
    mount(data_folder, "size=20m,mode=700")
    yield data_folder
    stop_service(data_folder)
    subprocess.run(["umount", "-l", data_folder], check=True)


def remounted_read_only(folder: Path) -> bool:
    """Whether the disk is read-only now; it can't become so while a file of it is open for writing."""
    return subprocess.run(["mount", "-o", "remount,ro", folder], capture_output=True, check=False).returncode == 0


def fill(folder: Path) -> Path:
    path = folder / "aside" / "filler"
    path.parent.mkdir(exist_ok=True)
    with open(path, "wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    return path


def stop(folder: Path) -> None:
    assert stop_service(folder)
    assert wait_until(lambda: not services(folder))


def test_on_a_full_disk_what_was_kept_is_there_and_nothing_is_acknowledged_that_is_not(small_disk: Path) -> None:
    with client_of(small_disk) as client:
        kept = client.library.capture("before the disk was full")
        filler = fill(small_disk)
        with pytest.raises(DiskTrouble, match="no space left"):
            client.library.capture("x" * 200_000)
        assert client.library.memory(kept.id).text == "before the disk was full"
        filler.unlink()
        assert client.library.capture("there is room again").id > kept.id


def test_a_service_that_starts_on_a_full_disk_serves_what_is_there(small_disk: Path) -> None:
    with client_of(small_disk) as client:
        kept = client.library.capture("before the disk was full")
    stop(small_disk)
    filler = fill(small_disk)
    with client_of(small_disk) as client:
        assert client.library.memory(kept.id).text == "before the disk was full"
    filler.unlink()


def test_a_folder_on_a_disk_that_is_read_only_is_told_to_the_client_that_starts_the_service(
    small_disk: Path, mnemoteca: Mnemoteca
) -> None:
    with client_of(small_disk) as client:
        client.library.capture("kept")
    stop(small_disk)
    assert wait_until(lambda: remounted_read_only(small_disk)), "something of the service still holds the disk"
    done = mnemoteca("spaces")
    assert done.returncode == DiskTrouble.exit_code, done
    assert "can't be written to" in done.stderr
    with pytest.raises(DiskTrouble, match="can't be written to"):
        client_of(small_disk)
