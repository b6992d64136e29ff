"""When the vectors are tidied up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tidying:
    """When rows that no graph holds are merged into one.

    `most` of them, or an eighth of those in the graph, at once; `worth` of them when for `rest_s` nothing came.
    """

    most: int = 8_000
    worth: int = 500
    rest_s: float = 10.0
