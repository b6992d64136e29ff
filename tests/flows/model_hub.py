"""What the stories of models share: a hub on loopback with a few models, and a catalogue that names them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.gguf_made import gguf
from tests.hub import COMMIT, Hub, running_hub

SMALL = gguf()
LARGE = gguf() + bytes(12 << 20)
QWEN = "qwen3-0.6b-q8_0"  # as the help has it


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A hub, and the folder of models."""

    hub: Hub
    folder: Path


def entry(id: str, content: bytes, pinned: bool = True, **more: object) -> dict[str, object]:
    """An entry of the own catalogue, of a file that the hub has."""
    pin = {"revision": COMMIT, "sha256": hashlib.sha256(content).hexdigest()} if pinned else {}
    told = {
        "id": id, "name": f"Model {id}", "kind": "generate", "repository": "someone/models-GGUF", "file": f"{id}.gguf",
        "bytes": len(content), "architecture": "llama", "licence": "MIT", "licence_url": "https://example.org/mit",
        "memory": {"bytes": 50_000_000, "context": 4096}, "size": "small", "portuguese": "good",
        "good_for": {"en": "A test.", "pt_BR": "Um teste."}, "languages": {"en": "English", "pt_BR": "inglês"},
    }  # fmt: skip
    return {**told, **pin, **more}


@contextmanager
def model_hub(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Surroundings]:
    """A hub with a small and a large model, which everything that is started from now on goes to."""
    models = folder / "models"
    models.mkdir(parents=True)
    files = {f"someone/models-GGUF/{id}.gguf": content for id, content in ((QWEN, SMALL), ("large", LARGE))}
    entries = [
        entry(QWEN, SMALL),
        entry("large", LARGE),
        entry("careful", SMALL, pinned=False, accept=True, licence="Some Terms", file=f"{QWEN}.gguf"),
        entry("gone", SMALL, pinned=False),
    ]
    (models / "catalogue.json").write_text(json.dumps({"version": 1, "models": entries}))
    with running_hub(files) as hub:
        for name, value in {
            "MNEMOTECA_MODELS": str(models),
            "HF_ENDPOINT": hub.address,
            "HF_HUB_DOWNLOAD_TIMEOUT": "10",
        }.items():
            monkeypatch.setenv(name, value)
        yield Surroundings(hub, models)
