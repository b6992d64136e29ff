"""What commands answer, as JSON."""

from __future__ import annotations

import json
from typing import Any

from tests.conftest import Mnemoteca


def answers(mnemoteca: Mnemoteca, *arguments: str, input: str | bytes | None = None) -> list[Any]:
    """Every line that a command answers; it has to end well."""
    done = mnemoteca(*arguments, "--json", input=input)
    assert done.returncode == 0, (arguments, done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def answer(mnemoteca: Mnemoteca, *arguments: str, input: str | bytes | None = None) -> Any:
    """The one line that a command answers."""
    (only,) = answers(mnemoteca, *arguments, input=input)
    return only


def found(mnemoteca: Mnemoteca, *arguments: str) -> list[str]:
    """The texts of the hits of `recall`, best first."""
    return [hit["text"] for hit in answer(mnemoteca, "recall", *arguments)["hits"]]
