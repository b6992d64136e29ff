"""A prepared embedder with one file that is not what was written."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from mnemoteca.models.places import EmbedderPlaces


def broken_copy(places: EmbedderPlaces, folder: Path, name: str, how: str) -> EmbedderPlaces:
    """A copy (links, where nothing is changed) with the named file missing, cut, zeroed, swapped or longer."""
    copy = EmbedderPlaces(folder / "models")
    copy.folder.mkdir()
    for path in (places.fp32, places.int8, places.tokenizer):
        if path.name != name:
            os.link(path, copy.folder / path.name) if path.stat().st_dev == folder.stat().st_dev else shutil.copy(
                path, copy.folder
            )
    shutil.copy(places.manifest, copy.folder)
    shutil.copy(places.prepared, copy.folder)
    content = (places.folder / name).read_bytes()
    swapped = places.tokenizer if name != "tokenizer.json" else places.manifest
    made = {
        "missing": None,
        "cut": content[: len(content) // 2],
        "zeroed": content[:1000] + bytes(len(content) - 1000),
        "swapped": swapped.read_bytes(),
        "longer": content + b"\n",
    }[how]
    if made is not None:
        (copy.folder / name).write_bytes(made)
    return copy
