"""A smaller copy of an installed model, over a real service: made by the engine, installed, loaded, and it answers.

The models are tiny and random, but wide enough for every quantisation; a wider one is there to be cancelled.
"""

from __future__ import annotations

import importlib.util
import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import processes
from tests.conftest import Mnemoteca
from tests.flows.commands import answer
from tests.flows.test_backup_story import kill_service

if importlib.util.find_spec("llama_cpp") is None or importlib.util.find_spec("gguf") is None:
    pytest.skip("the engine for language models is not installed; ./run prepares it", allow_module_level=True)

from tests.models.tiny_models import Size, write_tiny

WIDE = Size(256, 2)


@pytest.fixture
def models(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of models."""
    folder = data_folder.parent / "models"
    monkeypatch.setenv("MNEMOTECA_MODELS", str(folder))
    return folder


def install(mnemoteca: Mnemoteca, data_folder: Path, size: Size = WIDE, name: str = "tiny") -> None:
    path = write_tiny(data_folder.parent / f"{name}.gguf", size=size)
    done = mnemoteca("models", "install", str(path))
    assert done.returncode == 0, done.stderr


def installed(mnemoteca: Mnemoteca) -> dict[str, dict[str, Any]]:
    return {each["id"]: each for each in answer(mnemoteca, "models", "list")["installed"]}


def test_a_copy_of_a_copy_is_smaller_loads_and_answers(mnemoteca: Mnemoteca, data_folder: Path, models: Path) -> None:
    answer(mnemoteca, "add", "Marcos lends us his van on Friday.")
    install(mnemoteca, data_folder)
    for id, to, copy in (("tiny", "Q8_0", "tiny-q8_0"), ("tiny-q8_0", "q4_k_m", "tiny-q4_k_m")):
        made = mnemoteca("models", "quantize", id, to)
        assert made.returncode == 0, made.stderr
        assert "is installed" in made.stdout
        there = installed(mnemoteca)
        assert there[copy]["header"]["quantisation"] == to.upper()
        assert there[copy]["bytes"] < 0.7 * there[id]["bytes"]
        assert (models / copy / "model.gguf").stat().st_size == there[copy]["bytes"]
        assert not (models / copy / "model.gguf.part").exists()
    assert mnemoteca("models", "use", "generate", "auto").returncode == 0
    chosen = {
        role: answer(mnemoteca, "models", "use", role, "auto")["chosen"] for role in ("tag", "answer", "summarise")
    }
    assert chosen == {"tag": "tiny-q4_k_m", "answer": "tiny", "summarise": "tiny-q8_0"}
    told = answer(mnemoteca, "ask", "Who lends a van?")
    assert '"tiny"' in json.dumps(told), told
    assert mnemoteca("models", "use", "answer", "tiny-q4_k_m").returncode == 0
    told = answer(mnemoteca, "ask", "Who lends a van?")
    assert "tiny-q4_k_m" in json.dumps(told), told
    assert told["stated"]


def test_what_can_not_be_made_smaller_is_refused_with_the_reason(
    mnemoteca: Mnemoteca, data_folder: Path, models: Path
) -> None:
    install(mnemoteca, data_folder)
    assert mnemoteca("models", "quantize", "tiny", "Q6_K").returncode == 0
    for arguments, code, said in (
        (("tiny-q6_k", "Q8_0"), 3, "would not be smaller"),
        (("tiny", "Q6_K"), 3, "installed already"),
        (("tiny", "Q2_K"), 3, "Use one of: Q8_0"),
        (("nobody", "Q6_K"), 4, "no installed model"),
    ):
        refused = mnemoteca("models", "quantize", *arguments)
        assert (refused.returncode, said in refused.stderr) == (code, True), (arguments, refused.stderr)
    (models / "tiny/model.gguf").write_bytes(b"GGUF" + bytes(500))
    broken = mnemoteca("models", "quantize", "tiny", "Q5_K_M")
    assert (broken.returncode, "something else than was installed" in broken.stderr) == (6, True), broken.stderr
    assert set(installed(mnemoteca)) == {"tiny", "tiny-q6_k"}
    assert not (models / "tiny-q5_k_m").exists()


def test_one_that_is_cancelled_leaves_nothing_and_one_that_is_killed_is_made_anew(
    mnemoteca: Mnemoteca, data_folder: Path, models: Path
) -> None:
    install(mnemoteca, data_folder, Size(1024, 4), "wide")
    part = models / "wide-q4_k_m/model.gguf.part"
    command = [sys.executable, "-m", "mnemoteca", "models", "quantize", "wide", "Q4_K_M"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert processes.wait_until(part.exists, 30)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 8, said
    assert not part.parent.exists()
    with processes.started(*command):
        assert processes.wait_until(part.exists, 30)
        kill_service(mnemoteca)
    mnemoteca("models", "list")  # whoever comes starts the service again, and it goes on by itself
    assert processes.wait_until((part.parent / "model.json").exists, 120)
    assert installed(mnemoteca)["wide-q4_k_m"]["header"]["quantisation"] == "Q4_K_M"
