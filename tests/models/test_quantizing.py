"""Making a smaller copy: what the disk refuses is said as that, and nothing half done stays."""

from __future__ import annotations

import importlib.util
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mnemoteca.core.cancel import Token
from mnemoteca.core.errors import Damaged, DiskTrouble
from mnemoteca.models.installed import InstalledModels
from mnemoteca.models.installing import install_file
from mnemoteca.models.places import ModelsPlaces
from mnemoteca.models.quantizing import make_copy, quantize_command
from mnemoteca.models.spawned import module_command

if importlib.util.find_spec("llama_cpp") is None or importlib.util.find_spec("gguf") is None:
    pytest.skip("the engine for language models is not installed; ./run prepares it", allow_module_level=True)

from tests.models.tiny_models import Size, write_tiny

_LIMITED = (
    "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000)); "
    "sys.argv = sys.argv[1:]; runpy.run_module(sys.argv[0], run_name='__main__', alter_sys=True)"
)
MODULE = "mnemoteca.models.quantize_child"


class Still:
    def now(self) -> datetime:
        return datetime(2026, 11, 21, 20, 0, tzinfo=UTC)


@pytest.fixture
def models(tmp_path: Path) -> InstalledModels:
    made = InstalledModels(ModelsPlaces(tmp_path / "models"))
    path = write_tiny(tmp_path / "tiny.gguf", size=Size(256, 2))
    install_file(made, path, Still(), lambda done, total: None, Token())
    return made


def full_after_half_a_megabyte(model: Path, copy: Path, to: str) -> list[str]:
    """The child, which may write files of 500,000 bytes and no larger ones."""
    return [sys.executable, "-c", _LIMITED, MODULE, *quantize_command(model, copy, to)[3:]]


def test_a_disk_that_fills_up_is_said_and_nothing_is_left(models: InstalledModels) -> None:
    with pytest.raises(DiskTrouble) as raised:
        make_copy(models, "tiny", "Q8_0", Still(), lambda *how_far: None, Token(), full_after_half_a_megabyte)
    assert raised.value.key == "disk_full"
    assert [each.id for each in models.all()] == ["tiny"]
    assert not models.places.of("tiny-q8_0").folder.exists()


def test_a_child_that_dies_is_said_and_nothing_is_left(models: InstalledModels) -> None:
    with pytest.raises(Damaged, match="No copy of “tiny” could be made: its process ended"):
        make_copy(
            models, "tiny", "Q8_0", Still(), lambda *how_far: None, Token(),
            lambda model, copy, to: module_command("mnemoteca.models.nobody"),
        )  # fmt: skip
    assert not models.places.of("tiny-q8_0").folder.exists()


def test_how_far_it_is_is_told_to_the_end(models: InstalledModels) -> None:
    told: list[tuple[int, int, bool]] = []
    copy = make_copy(models, "tiny", "Q6_K", Still(), lambda *how_far: told.append(how_far), Token())
    assert told[-1] == (copy.bytes, copy.bytes, True)
    assert copy.name == "tiny dense (Q6_K)"
    assert copy.source == "tiny"
