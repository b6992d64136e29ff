"""What the weights that come with the app were made from: sets by name, licence and SHA-256, in `sources.json`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SourceSet:
    """A set that weights were trained on."""

    file: str
    sha256: str
    licence: str
    origin: str


def read_sources(path: Path, weights: str) -> tuple[SourceSet, ...]:
    """The sets of one file of weights; raises `KeyError` where it has no entry."""
    for entry in json.loads(path.read_text(encoding="utf-8")):
        if entry["weights"] == weights:
            return tuple(SourceSet(**each) for each in entry["sets"])
    raise KeyError(weights)


def refused(wanted: Sequence[SourceSet], given: Sequence[Path]) -> list[str]:
    """A sentence for each set that is missing, unknown or has other bytes; none where all is as named."""
    by_name = {each.file: each for each in wanted}
    told = [f"{name} is missing." for name in by_name.keys() - {path.name for path in given}]
    for path in given:
        known = by_name.get(path.name)
        if known is None:
            told.append(f"{path.name} is not one of the sets in sources.json.")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != known.sha256:
            told.append(f"{path.name} is not the file that was trained on: its SHA-256 is another.")
    return sorted(told)
