"""Every task with a real engine and a tiny random model, hostile notes among them: valid under its schema or typed."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.core.model_tasks import Extracted
from mnemoteca.core.writing import Ending
from mnemoteca.models.tasks.asking import Style
from mnemoteca.models.tasks.tasks import Tasks
from mnemoteca.models.writers import ModelFile, Writers, needed
from tests.models.hostile_notes import HOSTILE
from tests.unit.models.tasks.test_tasks import EACH

if importlib.util.find_spec("llama_cpp") is None or importlib.util.find_spec("gguf") is None:
    pytest.skip("the engine for language models is not installed; ./run prepares it", allow_module_level=True)

from tests.models.tiny_models import write_tiny

TYPED = {Ending.UNFOUNDED, Ending.EMPTY, Ending.ECHO, Ending.OTHER_LANGUAGE}  # by the checks; none by the engine


@pytest.fixture(params=["dense", "experts", "state space"])
def writers(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Writers]:
    path: Path = write_tiny(tmp_path / "tiny.gguf", request.param)
    made = Writers(lambda role, options: ModelFile("tiny", str(path), needed(path.stat().st_size)))
    yield made
    made.stop()


@pytest.mark.parametrize("task", EACH)
def test_a_task_ends_in_a_value_or_in_a_reason(writers: Writers, task: str) -> None:
    for seed, note in enumerate(HOSTILE):
        done = EACH[task](Tasks(writers, Style(temperature=1.0, seed=seed)), note)
        assert (done.value is not None) == (done.ending is Ending.WHOLE)
        assert done.ending is Ending.WHOLE or done.ending in TYPED, (note, done)
        if isinstance(done.value, Extracted):
            assert all(note[each.start : each.end] for each in done.value.facts)
            assert all(note[each.start : each.end] == each.name for each in done.value.entities)
    assert writers.status().set_apart == ()
    assert writers.status().loads == 1
