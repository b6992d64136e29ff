"""What commands answer, as JSON."""

from __future__ import annotations

import json
from typing import Any

from mnemoteca.library.recall.recalls import LATE
from tests.conftest import Mnemoteca

AGAIN = 20  # at most is a question asked on a busy machine: a vector that came late is kept


def answers(mnemoteca: Mnemoteca, *arguments: str, input: str | bytes | None = None) -> list[Any]:
    """Every line that a command answers; it has to end well."""
    done = mnemoteca(*arguments, "--json", input=input)
    assert done.returncode == 0, (arguments, done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def answer(mnemoteca: Mnemoteca, *arguments: str, input: str | bytes | None = None) -> Any:
    """The one line that a command answers; a question that could not be embedded in time is asked again."""
    for _ in range(AGAIN):
        (only,) = answers(mnemoteca, *arguments, input=input)
        if not isinstance(only, dict) or only.get("without_meaning") != LATE:
            break
    return only


def found(mnemoteca: Mnemoteca, *arguments: str) -> list[str]:
    """The texts of the hits of `recall`, best first."""
    return [hit["text"] for hit in answer(mnemoteca, "recall", *arguments)["hits"]]
