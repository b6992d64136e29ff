"""Every example in the help runs as it stands there, in the order of the help, on a real service."""

from __future__ import annotations

import importlib.util
import os
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.cli.command import Command
from mnemoteca.cli.table import COMMANDS
from mnemoteca.models.places import EmbedderPlaces
from tests import processes
from tests.conftest import Mnemoteca
from tests.flows.chats import write_chats
from tests.flows.model_hub import QWEN, SMALL, model_hub
from tests.unit.library.importers.repositories import Repository

STAYS = {"mnemoteca window", "mnemoteca capture", "mnemoteca service run"}  # these run until they are ended

KNOWN = (
    "Ana met Marcos in Recife.", "I visited Lisbon last year.", "Visitei Lisboa em 2019.", "I work at Siemens.",
    "I work at Bosch.",
)  # fmt: skip
CAN_FETCH = importlib.util.find_spec("huggingface_hub") is not None


def examples(commands: tuple[Command, ...] = COMMANDS) -> Iterator[str]:
    for command in commands:
        yield command.example
        yield from examples(command.parts)


def make_surroundings(folder: Path) -> None:
    """What the examples speak of: a file of conversations, a repository with a commit, and a model."""
    write_chats(folder / "chats.jsonl")
    Repository(folder).git("commit", "-q", "--allow-empty", "-m", "the first")
    (folder / "model.gguf").write_bytes(SMALL)


def keep_what_examples_name(mnemoteca: Mnemoteca) -> None:
    """The notes that the examples are about, read for what they tell."""
    for note in ("Anna called", *KNOWN):
        assert mnemoteca("add", note).returncode == 0
    assert mnemoteca("facts", "--wait").returncode == 0


def test_every_example_of_the_help_runs(
    mnemoteca: Mnemoteca, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_surroundings(data_folder.parent)
    embedder = EmbedderPlaces.standard().folder
    with model_hub(data_folder.parent, monkeypatch) as around:
        (around.folder / embedder.name).symlink_to(embedder)  # prepared once for all tests
        keep_what_examples_name(mnemoteca)
        for example in dict.fromkeys(examples()):
            if example not in STAYS and (CAN_FETCH or not example.endswith(QWEN)):
                done = mnemoteca(*shlex.split(example)[1:])
                assert done.returncode == 0, f"{example}: {done.stderr}"
                assert done.stdout, example


def test_the_service_runs_in_the_foreground_until_it_is_asked_to_finish(
    mnemoteca: Mnemoteca, data_folder: Path
) -> None:
    with processes.started(sys.executable, "-m", "mnemoteca", "service", "run") as service:
        assert processes.wait_until(lambda: "process" in mnemoteca("service", "status").stdout)
        assert mnemoteca("service", "stop").returncode == 0
        assert service.wait(60) == 0


@pytest.mark.parametrize("command", ["window", "capture"])
def test_the_window_opens_and_stays(data_folder: Path, command: str) -> None:
    with processes.started(sys.executable, "-m", "mnemoteca", command) as window:
        assert processes.wait_until((data_folder / "address").exists)
        assert window.poll() is None
        assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
