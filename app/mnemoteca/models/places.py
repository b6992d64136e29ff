"""Where prepared models stand, and every file that is written there.

The folder is a cache of the machine, outside the data folder: what is lost there is made again.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

EMBEDDER = "all-minilm-l6-v2"

FILES = {
    "fp32.onnx": "the model as its weights came",
    "int8.onnx": "the model with its weights in whole numbers",
    "tokenizer.json": "how the model cuts text into tokens",
    "manifest.json": "which files belong together: their sizes and hashes",
    "prepared.json": "how far the preparation is",
    "prepare.lock": "held while a preparation is at work",
    "prepare.log": "what the package installer said last",
    "download/*": "the package that carries the weights, until the model is made of it",
    "aside/*": "files that were damaged or of another make",
    "*.part": "a file that is just being written",
}


def models_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The folder of all models: MNEMOTECA_MODELS, else the platform's place for what can be made again."""
    if given := environment.get("MNEMOTECA_MODELS"):
        return Path(os.path.realpath(os.path.expanduser(given)))
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "Mnemoteca" / "models"
    if platform == "darwin":
        return Path.home() / "Library/Caches/mnemoteca/models"
    return Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mnemoteca" / "models"


MODEL_FILES = {
    "model.gguf": "a language model, as it came",
    "model.json": "what it is and where it came from: its size, hash and header",
    "model.gguf.part": "as much of a model as has been downloaded, copied, or made smaller",
    "download.json": "how far its download is, and where it goes on",
    "work.lock": "held while it is downloaded, copied or removed",
    "*.json.part": "a file that is just being written",
}

SHARED_FILES = {
    "chosen.json": "which model is in use for what",
    "catalogue.json": "the person's own entries of the catalogue",
    "connections.jsonl": "every connection that was made, where MNEMOTECA_MODELS names the folder",
    "*.json.part": "a file that is just being written",
}


@dataclass(frozen=True, slots=True)
class ModelPlaces:
    """The paths of one language model."""

    folder: Path

    @property
    def model(self) -> Path:
        return self.folder / "model.gguf"

    @property
    def part(self) -> Path:
        return self.folder / "model.gguf.part"

    @property
    def manifest(self) -> Path:
        return self.folder / "model.json"

    @property
    def download(self) -> Path:
        return self.folder / "download.json"

    @property
    def lock(self) -> Path:
        return self.folder / "work.lock"


@dataclass(frozen=True, slots=True)
class ModelsPlaces:
    """The folder of all models: one folder for each, by its id, and what they share."""

    folder: Path

    @classmethod
    def standard(cls) -> ModelsPlaces:
        return cls(models_folder())

    @property
    def chosen(self) -> Path:
        return self.folder / "chosen.json"

    @property
    def own_catalogue(self) -> Path:
        return self.folder / "catalogue.json"

    def of(self, id: str) -> ModelPlaces:
        return ModelPlaces(self.folder / id)


@dataclass(frozen=True, slots=True)
class EmbedderPlaces:
    """The paths of the embedder that comes with the app."""

    folder: Path

    @classmethod
    def standard(cls) -> EmbedderPlaces:
        return cls(models_folder() / EMBEDDER)

    @property
    def fp32(self) -> Path:
        return self.folder / "fp32.onnx"

    @property
    def int8(self) -> Path:
        return self.folder / "int8.onnx"

    @property
    def tokenizer(self) -> Path:
        return self.folder / "tokenizer.json"

    @property
    def manifest(self) -> Path:
        return self.folder / "manifest.json"

    @property
    def prepared(self) -> Path:
        return self.folder / "prepared.json"

    @property
    def lock(self) -> Path:
        return self.folder / "prepare.lock"

    @property
    def log(self) -> Path:
        return self.folder / "prepare.log"

    @property
    def download(self) -> Path:
        return self.folder / "download"

    @property
    def aside(self) -> Path:
        return self.folder / "aside"
