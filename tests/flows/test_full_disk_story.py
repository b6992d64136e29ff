"""A disk that fills up while notes are kept: said in a sentence, nothing acknowledged is lost, and it goes on."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mnemoteca.core.errors import DiskTrouble
from mnemoteca.wire.client import Client
from tests.conftest import Mnemoteca
from tests.flows.crash_ledger import sha256_of, word_of
from tests.flows.test_backup_story import answer, service_pid
from tests.flows.test_service_start import client_of
from tests.processes import peak_mb
from tests.unit.store.given import small_disk

pytestmark = pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="only root can mount")
MOST_MEMORY_MB = 400
WORDS = [word_of(number) for number in range(1, 5_000)]


@pytest.fixture
def disk(data_folder: Path) -> Iterator[Callable[[str], None]]:
    """A data folder that is a disk of 16 MB; what is given remounts it with other options."""
    with small_disk(data_folder, "16m") as change:
        yield change


def keep_until_full(client: Client, length: int) -> dict[int, str]:
    """Keep notes of `length` words until none is taken any more; id and SHA-256 of each acknowledged text."""
    dice, kept = random.Random(length), dict[int, str]()
    for number in range(100_000):
        text = f"{word_of(-number)} {' '.join(dice.choices(WORDS, k=length))}"
        try:
            kept[client.library.capture(text).id] = sha256_of(text)
        except DiskTrouble:
            return kept
    raise AssertionError("the disk is never full")


@pytest.mark.parametrize("length", [3_000, 30_000])
def test_notes_until_the_disk_is_full_are_all_there_and_there_is_a_next_one_when_there_is_space(
    mnemoteca: Mnemoteca, data_folder: Path, disk: Callable[[str], None], length: int
) -> None:
    with client_of(data_folder) as client:
        kept = keep_until_full(client, length)
        pid = client.welcome.pid
        refused = mnemoteca("add", "-", input=" ".join(WORDS) * 50)
        assert refused.returncode == 7, refused
        assert "There is no space left in" in refused.stderr
        assert "nothing that was kept is lost" in refused.stderr
        assert mnemoteca("backup").returncode == 7
        assert {id: sha256_of(client.library.memory(id).text) for id in kept} == kept
        answered = answer(mnemoteca, "recall", word_of(0))[0]
        assert answered["missing"] > 0 or answered["hits"][0]["id"] == 1
        assert client.library.status().memories == len(kept)
        disk("size=400m")
        assert mnemoteca("add", "there is room again").returncode == 0
        assert mnemoteca("wait", timeout_s=120).returncode == 0
        assert {id: sha256_of(client.library.memory(id).text) for id in kept} == kept
        for number in (0, len(kept) // 2, len(kept) - 1):
            assert answer(mnemoteca, "recall", word_of(-number))[0]["hits"][0]["id"] == sorted(kept)[number]
        assert mnemoteca("doctor", timeout_s=120).returncode == 0
        assert service_pid(mnemoteca) == pid
        assert peak_mb(pid) <= MOST_MEMORY_MB
    assert mnemoteca("service", "stop").returncode == 0
    with client_of(data_folder) as client:
        assert {id: sha256_of(client.library.memory(id).text) for id in kept} == kept
    assert mnemoteca("service", "stop").returncode == 0
