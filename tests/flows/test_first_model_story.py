"""A person without a model gets one at a real window, asks, corrects a tag and removes it, in both languages.

Its pictures stand in packaging/pictures/first-model: STORY_PICTURES names the folder where they are taken anew.
"""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.core.model_roles import Role
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service
from tests import processes
from tests.conftest import Mnemoteca
from tests.flows.at_window import needs_screen, rest, write_note
from tests.flows.commands import answer
from tests.flows.model_hub import QWEN, Surroundings, entry, model_hub
from tests.flows.screen import Screen, screen
from tests.pictures_of_imports import keep

if None in map(importlib.util.find_spec, ("huggingface_hub", "llama_cpp", "gguf")):
    pytest.skip("what runs and downloads models is not installed; ./run prepares it", allow_module_level=True)

from tests.models.tiny_models import write_tiny

pytestmark = needs_screen
CRASH = "The parser crashes with an error on empty input; that bug needs a fix before Friday"
PICTURES = os.environ.get("STORY_PICTURES", "")  # a folder, where somebody wants to see them


@pytest.fixture
def around(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Surroundings]:
    """A hub that has a model of random numbers, which runs as any."""
    content = write_tiny(data_folder.parent / "tiny.gguf").read_bytes()
    with model_hub(data_folder.parent, monkeypatch) as made:
        made.hub.files[f"someone/models-GGUF/{QWEN}.gguf"] = content
        (made.folder / "catalogue.json").write_text(json.dumps({"version": 1, "models": [entry(QWEN, content)]}))
        yield made


@pytest.fixture
def desk(around: Surroundings) -> Iterator[Screen]:
    with screen() as made:
        yield made


def seen(desk: Screen, language: str, what: str) -> None:
    """A picture, where somebody wants to see it."""
    if PICTURES:
        keep(desk, Path(PICTURES) / f"{language}-{what}.png")


def suggested(client: Client) -> tuple[str, ...] | None:
    """What is suggested for the first note; None before it is kept."""
    return next((client.library.memory(1).suggested for _ in client.library.memories((1,))), None)


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "pt_BR"])
def test_a_person_gets_a_model_asks_corrects_a_tag_and_removes_it(
    desk: Screen, around: Surroundings, data_folder: Path, mnemoteca: Mnemoteca, language: str
) -> None:
    answer(mnemoteca, "settings", "set", "window.language", language)
    with connect(data_folder, start=start_service, role="test", patience_s=60) as client, desk.window():
        rest(desk)
        write_note(desk, CRASH)
        assert processes.wait_until(lambda: suggested(client) == ("bug",), 60)
        assert client.library.models().installed == ()
        rest(desk)
        seen(desk, language, "1-suggested")
        desk.keys("ctrl+alt+m")
        rest(desk)
        seen(desk, language, "2-models")
        desk.keys("Return")  # Download, of the first card
        assert processes.wait_until(lambda: client.library.models().in_use == {Role.GENERATE: QWEN}, 60)
        rest(desk)
        seen(desk, language, "3-installed")
        desk.keys("ctrl+f")
        desk.type("parser error")
        desk.keys("ctrl+Return")
        assert processes.wait_until(lambda: client.library.writer_status().loads == 1, 60)
        rest(desk)
        seen(desk, language, "4-answer")
        desk.keys("Escape")
        rest(desk)
        desk.keys("Return")
        rest(desk)
        desk.keys("Down")
        rest(desk, 1.0)
        seen(desk, language, "5-chosen")
        desk.keys(*["Tab"] * 6)  # past what stands over the note, the note, and why, to its first tag
        desk.keys("space")
        rest(desk)
        seen(desk, language, "6-tag")
        desk.keys("Up", "Return")  # the last entry: it doesn't fit
        assert processes.wait_until(lambda: suggested(client) == (), 60)
        rest(desk)
        seen(desk, language, "7-declined")
        desk.keys("ctrl+alt+m")
        rest(desk)
        desk.keys("Tab", "Tab", "Return")  # past Use and a smaller copy to Remove, which asks
        rest(desk)
        desk.keys("shift+Tab", "Return")  # from No to Remove
        assert processes.wait_until(lambda: client.library.models().installed == (), 60)
        rest(desk)
        seen(desk, language, "8-removed")
    assert answer(mnemoteca, "ask", "What crashes?")["kind"] == "quoted"
