"""The tasks that the command line offers are those that the small models have."""

from __future__ import annotations

import json

import pytest

from mnemoteca.cli.nano import NANO
from mnemoteca.models.nano.command import TASKS


def test_the_command_line_offers_what_there_is_and_nothing_else() -> None:
    assert [part.name for part in NANO.parts] == list(TASKS)


@pytest.mark.slow
def test_every_task_answers_any_text_in_json() -> None:
    for task in TASKS.values():
        for text in ("", " ", "\n\n", "é" * 10_000, "a " * 5_000, "👩‍👩‍👧 #tag http://x.y/z", "\u0000\u202e"):
            assert isinstance(json.loads(json.dumps(task(text, None))), dict)
