"""What ends a model twice stays set apart over a restart, is told, and is tried again when a person says so.

And where nothing is found, no model is asked: a hundred questions start none.
"""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import threading
from pathlib import Path

import pytest

from mnemoteca.core.processed import Processed
from mnemoteca.wire.client import connect
from mnemoteca.wire.start import start_service
from tests import processes
from tests.conftest import Mnemoteca
from tests.flows.commands import answer, answers

if importlib.util.find_spec("llama_cpp") is None or importlib.util.find_spec("gguf") is None:
    pytest.skip("the engine for language models is not installed; ./run prepares it", allow_module_level=True)

from tests.models.tiny_models import SMALL, TINY, Size, write_tiny

STORY = (
    "Ana Lima sold the blue boat in Lisbon because the engine was old. The new boat of Ana is green and has sails. "
    "It lies in the harbour of Setúbal, where her brother keeps the nets. Nobody likes the smell of the nets. "
    "The sails were made by a cousin of hers in winter, and the boat is ready for the summer."
)


def prepared(folder: Path, monkeypatch: pytest.MonkeyPatch, size: Size) -> None:
    """A model by the environment."""
    path = write_tiny(folder.parent / "tiny.gguf", size=size)
    monkeypatch.setenv("MNEMOTECA_SLM_MODEL", str(path))
    monkeypatch.setenv("MNEMOTECA_MODELS", str(folder.parent / "models"))


def generators(folder: Path) -> list[int]:
    return [
        pid for pid in processes.of_folder(folder) if b"generator_child" in Path(f"/proc/{pid}/cmdline").read_bytes()
    ]


def written_by_the_model(folder: Path) -> int:
    """How often the model that is loaded was asked to write."""
    with connect(folder, start=start_service, role="cli") as client:
        return sum(held.uses for held in client.library.writer_status().models)


def killed_twice_at_work(folder: Path) -> Processed:
    """Have a summary made, and end the process at it twice."""
    told: list[Processed] = []
    with (
        connect(folder, start=start_service, role="cli") as asking,
        connect(folder, start=start_service, role="cli") as looking,
    ):
        asked = threading.Thread(target=lambda: told.append(asking.library.process_memory(1)))
        asked.start()
        ended: set[int] = set()

        def ended_at_work() -> bool:
            held = looking.library.writer_status().models
            here = [pid for pid in generators(folder) if pid not in ended]
            if here and held and held[0].at_work and held[0].uses:
                os.kill(here[0], signal.SIGKILL)
                ended.add(here[0])
            return len(ended) == 2

        assert processes.wait_until(ended_at_work, 60)
        asked.join(60)
    return told[0]


def test_what_ended_a_model_twice_is_not_asked_again_until_a_person_says_so(
    mnemoteca: Mnemoteca, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared(data_folder, monkeypatch, SMALL)
    answer(mnemoteca, "add", STORY)
    assert killed_twice_at_work(data_folder).failures[0].startswith("summary: crashed")
    assert mnemoteca("service", "stop").returncode == 0
    told = answer(mnemoteca, "suggest", "1")
    assert told["failures"][0].startswith("summary: set_apart")
    assert written_by_the_model(data_folder) == 0
    assert "set apart" in mnemoteca("models", "list").stdout
    (apart,) = answer(mnemoteca, "models", "list")["set_apart"]
    assert "tiny" in apart["model"]
    assert answer(mnemoteca, "models", "retry") == {"count": 1}
    assert answer(mnemoteca, "models", "list")["set_apart"] == []
    assert not any("set_apart" in each for each in answer(mnemoteca, "suggest", "1")["failures"])
    assert written_by_the_model(data_folder) == 1


def test_a_hundred_questions_of_which_nothing_is_found_call_no_model(
    mnemoteca: Mnemoteca, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared(data_folder, monkeypatch, TINY)
    answer(mnemoteca, "add", "Marcos lends us his van on Friday.")
    answer(mnemoteca, "add", "O dentista vem na segunda-feira às nove.")
    file = data_folder.parent / "questions.jsonl"
    asked = [f"{word}{n} quux{n}?" for n in range(25) for word in ("submarine", "zebrafinch", "tupinamba", "oboé")]
    file.write_text("".join(json.dumps({"id": n, "question": q}) + "\n" for n, q in enumerate(asked)))
    told = answers(mnemoteca, "ask", "--questions", str(file))
    assert [each["kind"] for each in told] == ["nothing"] * 100
    assert generators(data_folder) == []
    with connect(data_folder, start=start_service, role="cli") as client:
        assert client.library.writer_status().loads == 0
    assert answer(mnemoteca, "ask", "Who lends a van?")["kind"] != "nothing"
    assert len(generators(data_folder)) == 1, "what is found is worded by the model"
