"""A person finds among many what was said: asks, refines by an operator, opens, reads and pins it."""

from __future__ import annotations

import json
from pathlib import Path

from mnemoteca.core.views import Place
from mnemoteca.wire.client import Client
from tests import processes
from tests.flows.at_window import becomes, desk, library, needs_screen, rest
from tests.flows.screen import Screen

pytestmark = needs_screen
__all__ = ["desk", "library"]
SAID = [
    ("Ana", "The keys of the flat are with the neighbour."),
    ("Bruno", "My keys are in the blue bowl."),
    ("Ana", "Rent is due on the fifth."),
]


def bring_in(client: Client, path: Path) -> None:
    turns = [
        {"id": str(n), "speaker": speaker, "text": text, "at": f"2026-10-0{n + 1}T10:00:00Z"}
        for n, (speaker, text) in enumerate(SAID)
    ]
    session = {"session_id": "s", "title": "The flat", "started_at": "2026-10-01T10:00:00Z", "turns": turns}
    path.write_text(json.dumps({"name": "flat", "sessions": [session]}) + "\n", encoding="utf-8")
    client.library.wait_job(client.library.import_file(str(path)).id, 120.0)
    client.library.wait()


def test_a_question_is_refined_until_the_right_memory_is_first_and_pinned(
    desk: Screen, library: Client, data_folder: Path
) -> None:
    bring_in(library, data_folder.parent / "flat.jsonl")
    with desk.window() as process:
        rest(desk)
        desk.keys("ctrl+f")
        desk.type("keys")
        rest(desk)
        desk.type(" from:Bruno ")
        rest(desk)
        desk.keys("Return")
        rest(desk)
        desk.keys("Down")
        rest(desk)
        desk.keys("Return")  # opened: it is read
        read = "My keys are in the blue bowl."
        assert processes.wait_until(lambda: library.library.sessions() != ())
        desk.keys("ctrl+d")
        becomes(library, Place.PINNED, [read])
        memory = library.library.turns(library.library.sessions()[0].id)[1]
        assert processes.wait_until(lambda: library.library.memory(memory.id).access_count >= 1)
        desk.keys("ctrl+q")
        assert process.wait(60) == 0
        assert process.stderr is not None
        assert process.stderr.read().decode() == ""
