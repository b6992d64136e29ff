"""The learned weights of the tagger, as they stand in a file: a line of text a feature, sorted, the same bytes again.

{"labels": ["bug", …], "scale": 0.0123, "bias": [-0.9, …]}
stem:crash	9f05fe…        a byte a label, in hexadecimal: whole numbers from -127 to 127, times `scale`
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LEAST = 4  # of 127: rows that nowhere reach it are left out; half the file, and no figure changes by more than 0.005


@dataclass(frozen=True, slots=True)
class TagWeights:
    """A row of whole numbers for each feature; a score is the bias and the features' rows times `scale`."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    scale: float
    rows: Mapping[str, bytes]

    def scores(self, features: Mapping[str, float]) -> list[float]:
        """The score of each label: above 0 it rather holds, below it rather doesn't."""
        sums = [0.0] * len(self.labels)
        for feature, value in features.items():
            row = self.rows.get(feature)
            if row is not None:
                sums = [total + value * weight for total, weight in zip(sums, _signed(row), strict=True)]
        return [bias + self.scale * total for bias, total in zip(self.bias, sums, strict=True)]


def whole(labels: Sequence[str], bias: Sequence[float], rows: Mapping[str, Sequence[float]]) -> TagWeights:
    """The weights as whole numbers; a feature of which no label hears much is left out."""
    scale = max((abs(weight) for row in rows.values() for weight in row), default=1.0) / 127
    kept = {feature: _bytes([round(weight / scale) for weight in row]) for feature, row in sorted(rows.items())}
    return TagWeights(
        tuple(labels),
        tuple(round(each, 4) for each in bias),
        float(f"{scale:.6g}"),
        {feature: row for feature, row in kept.items() if max(map(abs, _signed(row))) >= LEAST},
    )


def _signed(row: bytes) -> tuple[int, ...]:
    return struct.unpack(f"{len(row)}b", row)


def _bytes(row: Sequence[int]) -> bytes:
    return struct.pack(f"{len(row)}b", *row)


def weights_text(weights: TagWeights) -> str:
    """The file's text."""
    head = json.dumps({"labels": weights.labels, "scale": weights.scale, "bias": weights.bias})
    return "\n".join([head, *(f"{feature}\t{row.hex()}" for feature, row in weights.rows.items())]) + "\n"


def read_weights(file: Path) -> TagWeights:
    """The weights of a file; one that is not whole raises: it belongs to the app, as its code does."""
    head, *lines = file.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    told = json.loads(head)
    rows = {feature: bytes.fromhex(row) for feature, _, row in (line.partition("\t") for line in lines)}
    return TagWeights(tuple(told["labels"]), tuple(told["bias"]), told["scale"], rows)
