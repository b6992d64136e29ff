"""A language model runs in a child of its own: a tiny one made here answers, a bad file costs a process, no more."""

from __future__ import annotations

import importlib.util
import queue
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mnemoteca.models.frames import Completion, Prompt, Ready, Reply, Unfit
from mnemoteca.models.spawned import Spawned, module_command

if importlib.util.find_spec("llama_cpp") is None:
    pytest.skip("the engine for language models is not installed; ./run prepares it", allow_module_level=True)
if importlib.util.find_spec("gguf") is None:
    pytest.skip("the writer of GGUF files is not installed", allow_module_level=True)

from tests.models.tiny_llama import write_tiny_llama


@pytest.fixture
def child() -> Iterator[Callable[[Path], tuple[Spawned, queue.Queue[Reply | str]]]]:
    """Start a generator on a file; its replies, and then the reason of its end, come on a queue."""
    started = []

    def start(model: Path) -> tuple[Spawned, queue.Queue[Reply | str]]:
        heard: queue.Queue[Reply | str] = queue.Queue()
        command = module_command("mnemoteca.models.generator_child", str(model), "256")
        started.append(Spawned(command, heard.put, heard.put, lambda: False))
        return started[-1], heard

    yield start
    for each in started:
        each.stop()


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    write_tiny_llama(tmp_path / "tiny.gguf")
    return tmp_path / "tiny.gguf"


Child = Callable[[Path], tuple[Spawned, "queue.Queue[Reply | str]"]]


def test_a_tiny_model_goes_on_with_a_prompt_and_the_same_each_time(child: Child, tiny: Path) -> None:
    spawned, heard = child(tiny)
    assert heard.get(timeout=60) == Ready()
    told = []
    for number in (1, 2):
        spawned.ask(Prompt(number, "Once upon a time </s>", 16))
        reply = heard.get(timeout=60)
        assert isinstance(reply, Completion)
        assert (reply.number, reply.reason) == (number, "")
        told.append(reply.text)
    assert told[0] == told[1] != ""


def test_a_prompt_that_is_too_long_is_refused_with_a_reason_and_the_next_is_answered(child: Child, tiny: Path) -> None:
    spawned, heard = child(tiny)
    assert heard.get(timeout=60) == Ready()
    spawned.ask(Prompt(1, "word " * 400, 16))
    spawned.ask(Prompt(2, "word", 4))
    first, second = heard.get(timeout=60), heard.get(timeout=60)
    assert isinstance(first, Completion)
    assert isinstance(second, Completion)
    assert "longer" in first.reason
    assert second.reason == ""


@pytest.mark.parametrize("content", [b"", b"this is no model", None], ids=["empty", "text", "cut"])
def test_a_bad_file_ends_the_child_with_a_reason(child: Child, tiny: Path, content: bytes | None) -> None:
    whole = tiny.read_bytes()
    tiny.write_bytes(whole[: len(whole) // 2] if content is None else content)
    _, heard = child(tiny)
    told = heard.get(timeout=60)
    reason = told.reason if isinstance(told, Unfit) else told
    assert isinstance(reason, str)
    assert reason
